import { sharedFrom } from './flat.ts'
import { type KeyArrays, KeyTableBuilder } from './key-table.ts'
import { WORD } from './word-kinds.ts'
import { mostSaved } from './word-letters.ts'
import { letterKeys, mostOtherwise, outlineKeys, outlineOf, packedOutline } from './word-outline.ts'
import type { WordTable } from './word-table.ts'

/**
 * The words of an index by what they share with words that are clearly alike. Words of one outline stand
 * beside each other and are a group, so that outlines are compared once for all their words.
 */
export interface NearArrays {
  /** Groups by the keys of their outlines. */
  readonly outlines: KeyArrays
  /** Words by the keys of their spellings. */
  readonly spellings: KeyArrays
  /** Of each group its first word, and one more for the end; its outline; what its words can save at most. */
  readonly starts: Uint32Array
  readonly packed: Uint32Array
  readonly saved: Uint32Array
}

const GROUP = 0x51ed270b
const SOUND = 0x2545f491
const SKELETON = 0x7feb352d

function mixed(value: number, salt: number): number {
  const key = Math.imul(value ^ salt, 0x9e3779b1)
  return (key ^ (key >>> 15)) >>> 0
}

/** Keys that spellings of one word share: the group, the sound, the consonants; and short words but for a letter. */
export function spellingKeys(words: WordTable, id: number): readonly number[] {
  const keys = [mixed(words.group(id), GROUP), mixed(words.sound(id), SOUND)]
  if (words.skeletonLength(id) >= 2) keys.push(mixed(words.skeleton(id), SKELETON))
  return keys
}

/** All words of a table, those of one outline beside each other and what is no word behind them. */
export function orderByOutline(words: WordTable): Uint32Array {
  const others: number[] = []
  const spelt: { readonly id: number; readonly text: string; readonly outline: string }[] = []
  for (let id = 0; id < words.size; id += 1) {
    const text = words.text(id)
    if (words.kind(id) === WORD) spelt.push({ id, text, outline: outlineOf(text) })
    else others.push(id)
  }
  spelt.sort((a, b) => before(a.outline, b.outline) || before(a.text, b.text))
  return Uint32Array.from([...spelt.map(({ id }) => id), ...others])
}

function before(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The table of words that stand as {@link orderByOutline} puts them. */
export function nearTable(words: WordTable): NearArrays {
  const spellings = new KeyTableBuilder()
  const outlines = new KeyTableBuilder()
  const [starts, packed, saved]: readonly [number[], number[], number[]] = [[], [], []]
  let [outline, longest] = ['', '']
  const close = (): void => {
    if (starts.length === 0) return
    const keys = outlineKeys(longest, mostOtherwise(longest.length))
    for (const key of new Set(keys)) outlines.add(key, starts.length - 1)
  }
  let id = 0
  for (; id < words.size && words.kind(id) === WORD; id += 1) {
    const text = words.text(id)
    for (const key of new Set([...spellingKeys(words, id), ...letterKeys(text)]))
      spellings.add(key, id)
    const own = outlineOf(text)
    if (id === 0 || own !== outline) {
      close()
      starts.push(id)
      packed.push(packedOutline(text))
      saved.push(0)
      outline = own
      longest = text
    }
    if (text.length > longest.length) longest = text
    saved[saved.length - 1] = mostSaved(saved.at(-1) ?? 0, words.vowels(id))
  }
  close()
  starts.push(id)
  return {
    outlines: outlines.build(),
    spellings: spellings.build(),
    starts: sharedFrom(Uint32Array, starts),
    packed: sharedFrom(Uint32Array, packed),
    saved: sharedFrom(Uint32Array, saved),
  }
}
