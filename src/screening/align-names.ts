import type { NameForm, NameToken } from './name-form.ts'
import { likeness } from './token-likeness.ts'

/** Words of the one name beside words of the other that stand for the same. */
export interface WordPair {
  readonly asked: readonly NameToken[]
  readonly listed: readonly NameToken[]
  readonly likeness: number
}

export interface Alignment {
  readonly pairs: readonly WordPair[]
  readonly askedOnly: readonly NameToken[]
  readonly listedOnly: readonly NameToken[]
}

const LEAST_LIKENESS = 0.62
/** Three written words may be one: `Bei Jing`, `Hua Wei`, `Buy Best`. */
const MOST_JOINED = 3
const LEAST_JOINED = 0.85

/**
 * Lays two names beside each other, whatever the order of words: first equal words, then words that
 * one name writes together and the other apart, then similar ones, then initials. Each word is used
 * once.
 */
export function alignNames(asked: NameForm, listed: NameForm): Alignment {
  const [left, right] = [asked.tokens, listed.tokens]
  const [usedLeft, usedRight] = [new Uint8Array(left.length), new Uint8Array(right.length)]
  const pairs: WordPair[] = []
  pairEqual(left, right, usedLeft, usedRight, pairs)
  if (pairs.length < left.length && pairs.length < right.length) {
    pairJoined(left, right, usedLeft, usedRight, pairs, false)
    pairJoined(right, left, usedRight, usedLeft, pairs, true)
    pairAcronyms(left, right, usedLeft, usedRight, pairs, false)
    pairAcronyms(right, left, usedRight, usedLeft, pairs, true)
    pairSimilar(left, right, usedLeft, usedRight, pairs)
  }
  return {
    pairs,
    askedOnly: left.filter((_, index) => usedLeft[index] === 0),
    listedOnly: right.filter((_, index) => usedRight[index] === 0),
  }
}

function pairEqual(
  left: readonly NameToken[],
  right: readonly NameToken[],
  usedLeft: Uint8Array,
  usedRight: Uint8Array,
  pairs: WordPair[],
): void {
  left.forEach((token, i) => {
    const j = right.findIndex((other, at) => usedRight[at] === 0 && other.text === token.text)
    if (j < 0) return
    usedLeft[i] = 1
    usedRight[j] = 1
    pairs.push({ asked: [token], listed: right.slice(j, j + 1), likeness: 1 })
  })
}

/** One word of `whole` against two or three neighbours of `apart`. */
function pairJoined(
  whole: readonly NameToken[],
  apart: readonly NameToken[],
  usedWhole: Uint8Array,
  usedApart: Uint8Array,
  pairs: WordPair[],
  isSwapped: boolean,
): void {
  whole.forEach((token, i) => {
    if (usedWhole[i] !== 0 || token.kind === 'legal' || token.written.length < 4) return
    const found = neighboursAs(token.written, apart, usedApart)
    if (found === undefined) return
    const words = apart.slice(found.from, found.to)
    usedWhole[i] = 1
    usedApart.fill(1, found.from, found.to)
    const sides = isSwapped ? { asked: words, listed: [token] } : { asked: [token], listed: words }
    pairs.push({ ...sides, likeness: found.likeness })
  })
}

interface Neighbours {
  readonly from: number
  readonly to: number
  readonly likeness: number
}

/** Free neighbours that written together are the word. */
function neighboursAs(
  word: string,
  apart: readonly NameToken[],
  used: Uint8Array,
): Neighbours | undefined {
  for (let from = 0; from < apart.length - 1; from += 1) {
    let joined = ''
    for (let to = from; to < Math.min(from + MOST_JOINED, apart.length); to += 1) {
      if (used[to] !== 0) break
      joined += apart[to]?.written ?? ''
      if (joined.length > word.length + 2) break
      const alike = to === from ? 0 : likeness(word, joined)
      if (alike >= LEAST_JOINED) return { from, to: to + 1, likeness: alike }
    }
  }
  return undefined
}

/** A short word against words that begin with its letters: `PLA`, People's Liberation Army. */
function pairAcronyms(
  short: readonly NameToken[],
  long: readonly NameToken[],
  usedShort: Uint8Array,
  usedLong: Uint8Array,
  pairs: WordPair[],
  isSwapped: boolean,
): void {
  short.forEach((token, i) => {
    const { length } = token.written
    if (usedShort[i] !== 0 || token.kind !== 'word' || length < 2 || length > 6) return
    const free = long.map((_, at) => at).filter((at) => usedLong[at] === 0 && isSpelt(long[at]))
    for (let from = 0; from + length <= free.length; from += 1) {
      const at = free.slice(from, from + length)
      const initials = at.map((index) => long[index]?.text.charAt(0)).join('')
      if (initials !== token.written) continue
      const words = at.map((index) => long[index]).filter((word) => word !== undefined)
      usedShort[i] = 1
      for (const index of at) usedLong[index] = 1
      pairs.push(
        isSwapped
          ? { asked: words, listed: [token], likeness: ACRONYM }
          : { asked: [token], listed: words, likeness: ACRONYM },
      )
      return
    }
  })
}

const ACRONYM = 0.8

function isSpelt(token: NameToken | undefined): boolean {
  return token?.kind === 'word' && token.text.length > 2
}

function pairSimilar(
  left: readonly NameToken[],
  right: readonly NameToken[],
  usedLeft: Uint8Array,
  usedRight: Uint8Array,
  pairs: WordPair[],
): void {
  const found: { readonly i: number; readonly j: number; readonly alike: number }[] = []
  left.forEach((a, i) => {
    if (usedLeft[i] !== 0) return
    right.forEach((b, j) => {
      if (usedRight[j] !== 0) return
      const alike = wordsAlike(a, b)
      if (alike >= LEAST_LIKENESS) found.push({ i, j, alike })
    })
  })
  found.sort((a, b) => b.alike - a.alike || a.i - b.i || a.j - b.j)
  for (const { i, j, alike } of found) {
    if (usedLeft[i] !== 0 || usedRight[j] !== 0) continue
    usedLeft[i] = 1
    usedRight[j] = 1
    pairs.push({ asked: left.slice(i, i + 1), listed: right.slice(j, j + 1), likeness: alike })
  }
}

/** Numbers and legal forms are the same or not; an initial stands for any word that begins so. */
function wordsAlike(a: NameToken, b: NameToken): number {
  if (a.kind === 'legal' || b.kind === 'legal') return 0
  if (a.kind === 'number' || b.kind === 'number') return 0
  if (a.kind === 'initial' || b.kind === 'initial') {
    return a.kind !== b.kind && a.text.charAt(0) === b.text.charAt(0) ? 0.7 : 0
  }
  const alike = likeness(a.text, b.text)
  return alike >= LEAST_LIKENESS ? alike : shortened(a.text, b.text)
}

/** `tech` for `technopark`: at least four letters at the front of the other. */
function shortened(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 4 && long.length >= short.length + 2 && long.startsWith(short) ? 0.7 : 0
}
