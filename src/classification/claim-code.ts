/**
 * Codes as people spell them. `3a090.A.1`, `3A090a1` and `3A090.a.1 (NS, RS)` are one paragraph, so
 * codes are compared by their steps: numbers (`17-2` is one), runs of letters, of katakana.
 */
export type Steps = readonly string[]

export type ClaimedCode =
  | { readonly kind: 'paragraph'; readonly code: string; readonly steps: Steps }
  /** Claims that nothing lists the item. */
  | { readonly kind: 'unlisted'; readonly word: 'EAR99' | 'not-listed' }

const UNLISTED = new Map<string, 'EAR99' | 'not-listed'>([
  ['ear99', 'EAR99'],
  ['notlisted', 'not-listed'],
  ['unlisted', 'not-listed'],
  ['nichtgelistet', 'not-listed'],
  ['nichterfasst', 'not-listed'],
  ['非該当', 'not-listed'],
  ['該当なし', 'not-listed'],
  ['비해당', 'not-listed'],
  ['해당없음', 'not-listed'],
])

/** Reasons for control written behind a code, as in `4A994.l (AT)`, `3A090.a NS/RS` or `5A992.c, AT1`. */
const SUFFIX = /(?:[\s,;[]|\/(?=[A-Za-z]))+\S.*$|\s*\((?=[^)]*[A-Za-z]{2})[A-Za-z0-9\s,;/&]+\).*$/u

const CODES = /\d[A-E]\d{3}|EAR99/gi

/** How Japanese papers count items: `輸出令別表第1の7の項(17)`, `第16項`. */
const COUNTING = /^.*別表第[一1]の?|第(?=\d)|(?<=\d)の?項/gu

/** @param catchAll items of the list that catch what is on none of the others: who claims one says that nothing else lists it */
export function readClaimedCode(
  jurisdiction: string,
  stated: string,
  catchAll: readonly string[] = [],
): ClaimedCode {
  const plain = stated.normalize('NFKC').trim()
  const word =
    unlistedWord(plain) ??
    (namesSeveral(plain) ? undefined : unlistedWord(plain.replace(SUFFIX, '')))
  if (word !== undefined) return { kind: 'unlisted', word }
  const prefix = `${jurisdiction}:`
  const own = plain.startsWith(prefix) ? plain.slice(prefix.length).trim() : plain
  // Without steps it is no code.
  if (namesSeveral(own)) return { kind: 'paragraph', code: own, steps: [] }
  const code = own.replace(SUFFIX, '').replaceAll(COUNTING, '')
  const steps = stepsOf(code)
  if (catchAll.some((item) => isUnderSteps(steps, stepsOf(item)))) {
    return { kind: 'unlisted', word: 'not-listed' }
  }
  return { kind: 'paragraph', code, steps }
}

function unlistedWord(text: string): 'EAR99' | 'not-listed' | undefined {
  return UNLISTED.get(text.toLowerCase().replaceAll(/[\s_-]/g, ''))
}

/** `3A991 or 3A001` and `EAR99/3A001` claim neither. */
function namesSeveral(text: string): boolean {
  return (text.match(CODES)?.length ?? 0) > 1
}

export function stepsOf(code: string): Steps {
  return code.toLowerCase().match(/\d+(?:-\d+)*|\p{Script=Katakana}+|\p{Letter}+/gu) ?? []
}

/** Whether a code lies at or below another, step by step. */
export function isUnderSteps(steps: Steps, above: Steps): boolean {
  return above.length > 0 && above.every((step, index) => steps[index] === step)
}

/** `9A999` for `3A090.a`: what the head of a code looks like. */
export function formOf(code: string): string {
  const [head = ''] = code.split(/[.(]/)
  return head.replaceAll(/\d/g, '9').replaceAll(/\p{Letter}/gu, 'A')
}
