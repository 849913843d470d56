/**
 * Kinds of identifiers that tell namesakes apart, by the words publishers put beside the number. What
 * is not an identifier (a gender, a programme, a listing date) is not taken for one.
 */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:alt\. )?(?:diplomatic |stateless person )?passport$/i, 'passport'],
  [/\bmmsi\b|maritime mobile/i, 'mmsi'],
  [/\bimo\b|vessel registration|vessel identification/i, 'imo'],
  [/swift|\bbic\b/i, 'bic'],
  [/legal entity identifier|\blei\b/i, 'lei'],
  [/d-u-n-s/i, 'duns'],
  [/digital currency address/i, 'wallet'],
  [/aircraft tail|tail number/i, 'tailNumber'],
  [/serial number \(msn\)|aircraft construction number/i, 'aircraftSerial'],
  [
    /tax|\brfc\b|r\.f\.c|\bnit\b|\bruc\b|\brif\b|v\.a\.t|c\.u\.i\.t|fiscal code|\brtn\b|\binn\b/i,
    'tax',
  ],
  [
    /national id|cedula|d\.n\.i|c\.u\.r\.p|identification number|identidad|personal id|i\.f\.e|\bssn\b|national foreign id/i,
    'nationalId',
  ],
  [
    /registration (?:id|number)|company number|commercial registry|matricula mercantil|folio mercantil|unified social credit|registration document|government gazette|c\.r\. no|chamber of commerce|incorporation number|trade license|business number|legal entity number/i,
    'registration',
  ],
  [/^isin$/i, 'isin'],
]

export function identifierKind(label: string): string | undefined {
  return KINDS.find(([pattern]) => pattern.test(label))?.[1]
}

/** `IMO 8898831` is 8898831; spaces and hyphens in other numbers stay as printed. */
export function identifierValue(kind: string, printed: string): string {
  const text = printed.trim()
  return kind === 'imo' ? text.replace(/^IMO\s*/i, '') : text
}

/** Collects numbers by kind, each once, in order. */
export function gatherIdentifiers(
  found: Iterable<readonly [kind: string, value: string]>,
): Readonly<Record<string, readonly string[]>> {
  const byKind = new Map<string, Set<string>>()
  for (const [kind, value] of found) {
    if (value === '') continue
    const values = byKind.get(kind) ?? new Set<string>()
    byKind.set(kind, values.add(value))
  }
  return Object.fromEntries([...byKind].map(([kind, values]) => [kind, [...values]]))
}
