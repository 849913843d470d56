/**
 * The running text of one cell of the Entity List, Unverified List or Military End-User List, taken
 * apart into the parties it names. The text is written for people:
 *
 *     Peng Cheng Laboratory, a.k.a., the following two aliases:
 *     —Pengcheng Laboratory; and
 *     —PCL.
 *     No. 2 Xingke First Street, Shenzhen, China; and Building 8, Xili Street, Shenzhen, China.
 *
 * or `Services GP Tek, a.k.a. Nouvelle Option, 1305 Rue Pise, Brossard, Canada`, and may go on with
 * subordinate institutions, each with aliases of its own. {@link BLOCK} stands where the publisher
 * starts one in italics.
 */
export interface NamedInText {
  readonly name: string
  readonly aliases: readonly string[]
  readonly addresses: readonly string[]
}

export const BLOCK = '\u0001'

/** No one for a reserved row and for a heading (`The following eight subordinate institutions of …:`). */
export function partiesIn(text: string): readonly NamedInText[] {
  return text
    .split(BLOCK)
    .map(partyIn)
    .filter((party) => party !== undefined)
}

const AKA = /[,;(]*\s*(?:and )?\b[afn]\.?k\.?a\b\.?,?:?\s*/i
const FOLLOWING =
  /[,;]?\s*(?:and )?(?:to include )?the (?:\w+ )?following (?:[\w ]*(?:alias|institution|entit)[^:—]*)?[:,]?\s*$/i
const BRACKETED = /\s*\((?:[afn]\.?k\.?a\.?,?)\s+([^()]*(?:\([^()]*\)[^()]*)*)\)/i
const SINGLE_FOLLOWING = /^the (?:\w+ )?following [^:—]*alias(?:es)?[:,]?\s*[-—]?\s*/i

function partyIn(block: string): NamedInText | undefined {
  const lines = block
    .replaceAll(/\s*\n\s*/g, '\n')
    .split('\n')
    .flatMap((line) =>
      /^.*\baliases?[:,] ?—/.test(line) ? line.replace('—', '\n—').split('\n') : line,
    )
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [head = '', ...rest] = lines
  const listed = aliasLines(rest)
  if (head === '' || /^\[?reserved\]?\.?$/i.test(head)) return undefined
  if (head.endsWith(':') && listed.aliases.length === 0 && !AKA.test(head)) return undefined
  const inline = readHead(head)
  if (inline.name === '') return undefined
  const aliases = [...inline.aliases, ...listed.aliases].filter(
    (alias) => alias !== inline.name && !/^(?:as|and|or)$/.test(alias),
  )
  const remainder = [inline.rest, ...listed.rest].filter((part) => part !== '').join(' ')
  return { name: inline.name, aliases: [...new Set(aliases)], addresses: addressesIn(remainder) }
}

/** Lines that begin with a dash are aliases; one without goes on with them after a semicolon. */
function aliasLines(lines: readonly string[]): {
  readonly aliases: readonly string[]
  readonly rest: readonly string[]
} {
  const aliases: string[] = []
  const rest: string[] = []
  let goesOn = false
  for (const line of lines) {
    if (line.startsWith('—') || (goesOn && !/\d/.test(line))) {
      const parts = line.replace(/^[—\s]+/, '').split(AKA)
      for (const read of parts.map(aliasInLine)) {
        aliases.push(read.name)
        if (read.rest !== '') rest.push(read.rest)
      }
      goesOn = /;(?:\s*and)?$/.test(line)
    } else {
      goesOn = false
      rest.push(line)
    }
  }
  return { aliases: aliases.filter((alias) => alias !== ''), rest }
}

/** A line is one alias, commas and all, unless an address got onto it, which is kept as one. */
function aliasInLine(text: string): { readonly name: string; readonly rest: string } {
  if (FOLLOWING.test(text)) return { name: tidyName(text.replace(FOLLOWING, '')), rest: '' }
  if (!/,.*\d/.test(text)) return { name: tidyName(text), rest: '' }
  const { name, rest } = takeName(text)
  return { name: tidyName(name), rest }
}

function readHead(head: string): {
  readonly name: string
  readonly aliases: readonly string[]
  readonly rest: string
} {
  const bracketed = BRACKETED.exec(head)
  if (bracketed !== null) {
    const outside = readHead(head.replace(BRACKETED, ''))
    const inside = (bracketed[1] ?? '').split(
      /,\s+(?!(?:ltd|inc|llc)\b)|\s+and\s+|;\s*|[afn]\.k\.a\.,?/i,
    )
    const aliases = inside.map(tidyName).filter((alias) => alias !== '')
    return { ...outside, aliases: [...aliases, ...outside.aliases] }
  }
  const [first = '', ...others] = head.replace(FOLLOWING, '').split(AKA)
  const taken = takeName(first)
  const stated = others.filter((part) => part !== '')
  if (stated.length === 0) {
    const isWhole = others.length > 0 || FOLLOWING.test(head)
    return isWhole
      ? { name: tidyName(first), aliases: [], rest: '' }
      : { name: tidyName(taken.name), aliases: [], rest: taken.rest }
  }
  const aliases: string[] = []
  let rest = ''
  for (const part of stated) {
    const alias = takeName(part.replace(SINGLE_FOLLOWING, ''))
    aliases.push(...alias.name.split(/;\s*(?:and )?|(?<=\([A-Z]{2,}\)), /).map(tidyName))
    rest = alias.rest
    for (let more = takeName(rest); isOrganisation(more.name); more = takeName(rest)) {
      aliases.push(tidyName(more.name))
      rest = more.rest
    }
  }
  return { name: tidyName(first), aliases: aliases.filter((alias) => alias !== ''), rest }
}

/** In `a.k.a. A (B), C Research Centre (D), 12 Road` C is an alias too. */
function isOrganisation(text: string): boolean {
  return text !== '' && !/\d/.test(text) && !PLACE.test(text) && /\([A-Z]{2,}\)|council/i.test(text)
}

/** What may follow a comma and still belong to the name: a legal form, alone or before more of it. */
const LEGAL_FORM =
  /^(?:(?:co|ltd|limited|inc|incorporated|corp|corporation|company|llc|l\.l\.c|llp|lp|plc|gmbh|ag|kg|a\.?s|ab|oy|oyj|s\.?a|s\.a\.s|s\.?r\.?l|s\.?l|ltda|b\.?v|n\.?v|bhd|sdn|pte|pty|pvt|fze|fzco|fzc|fz-llc|dmcc|jsc|ojsc|pjsc|cjsc|ooo|oao|zao|pao|ao|tov|spa|s\.p\.a|kft|sti|šti|şti|şirketi|sirketi|jr|sr|ph\.?d)\b\.?[\s,.]*)+/iu
/** Part of an institution: `Chinese Academy of Sciences, Institute of Physics, …`. */
const INSTITUTION =
  /\b(?:academy|institute|laboratory|cent(?:er|re)|university|department|division|bureau|faculty|ministry)\b/i
const PLACE =
  /\b(?:street|st|road|rd|avenue|ave|building|floor|room|no|park|box|district|city|village)\b/i

/** The name before the first comma that an address follows. */
export function takeName(text: string): { readonly name: string; readonly rest: string } {
  const parts = text.split(/,\s+|,$|,(?=\d{3})/)
  let name = parts[0] ?? ''
  const cut = /^(.*?\p{L}{4,})\. (\d.*)$/u.exec(name)
  if (cut !== null) return { name: cut[1] ?? '', rest: [cut[2], ...parts.slice(1)].join(', ') }
  let taken = 1
  for (; taken < parts.length; taken += 1) {
    const part = parts[taken] ?? ''
    const form = LEGAL_FORM.exec(part)?.[0]
    if (form !== undefined) {
      const after = part.slice(form.length)
      const isName = !/\d/.test(after) || /^\(|\d(?:st|nd|rd|th) |institute/i.test(after)
      name += `, ${isName ? part : form.trimEnd()}`
      if (isName) continue
      return { name, rest: [after, ...parts.slice(taken + 1)].join(', ').trim() }
    }
    if (!goesOnWith(part, name)) break
    name += `, ${part}`
  }
  return { name, rest: parts.slice(taken).join(', ').trim() }
}

function goesOnWith(part: string, name: string): boolean {
  if (/^\([^)]*\)/.test(part) && !PLACE.test(part)) return true
  const endsInForm = /\b(?:ltd|limited|inc|llc|company|corporation|corp|gmbh)\b\.?$/i.test(name)
  return INSTITUTION.test(part) && INSTITUTION.test(name) && !PLACE.test(part) && !endsInForm
}

const KEEPS_PERIOD = /(?:\b(?:ltd|co|inc|corp|bhd|pvt|pte|jr|sr|tech|st|sti|şti)|\.\p{L}+)\.$/iu

function tidyName(text: string): string {
  let name = text.replaceAll(/\s+/g, ' ').trim()
  name = name.replace(/[;,]?\s*\band$/i, '').replace(/[\s,;:]+$/, '')
  if (name.endsWith('.') && !KEEPS_PERIOD.test(name)) name = name.slice(0, -1)
  if (name.endsWith(')') && !name.includes('(')) name = name.slice(0, -1)
  return name.replace(/^[\s,;:—]+/, '').trim()
}

function addressesIn(text: string): readonly string[] {
  return text
    .replaceAll(/\(\s*see (?:also )?(?:alternate )?address[^)]*\)/gi, ' ')
    .split(/;\s*(?:and,?\s+)?/i)
    .map((address) =>
      address
        .replaceAll(/\s+/g, ' ')
        .replace(/[\s.,]+$/, '')
        .trim(),
    )
    .filter((address) => /\p{L}/u.test(address))
}
