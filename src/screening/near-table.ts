import { MOST_APART } from './edit-rows.ts'
import { sharedFrom } from './flat.ts'
import { type KeyArrays, KeyTableBuilder } from './key-table.ts'
import { WORD } from './word-kinds.ts'
import { mostSaved } from './word-letters.ts'
import { letterKeys, mostOtherwise, outlineKeys, outlineOf, packedOutline } from './word-outline.ts'
import type { WordTable } from './word-table.ts'

/**
 * The words of an index by what they share with words that are clearly alike. Words of one outline are a
 * group, so that outlines are compared once for all their words; what is asked of each word of a group
 * stands beside that of the next, so that memory is read in its order.
 */
export interface NearArrays {
  /** Groups by the keys of their outlines. */
  readonly outlines: KeyArrays
  /** Words by the keys of their spellings. */
  readonly spellings: KeyArrays
  /** Words by group and first letter, with their letters as `leastCost` takes them. */
  readonly words: Uint32Array
  readonly lengths: Uint8Array
  readonly firsts: Uint8Array
  readonly counts: Uint32Array
  readonly vowels: Uint32Array
  /** Of each group where its words begin, and one more for the end; its outline; what its words can save at most. */
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

interface Outlined {
  readonly id: number
  readonly text: string
  readonly outline: string
}

/** The words of a table, those of one outline beside each other, of these those of one first letter. */
function byOutline(words: WordTable): readonly Outlined[] {
  const spelt: Outlined[] = []
  for (let id = 0; id < words.size; id += 1) {
    if (words.kind(id) !== WORD) continue
    const text = words.text(id)
    spelt.push({ id, text, outline: outlineOf(text) })
  }
  return spelt.sort(
    (a, b) => before(a.outline, b.outline) || firstOf(a) - firstOf(b) || before(a.text, b.text),
  )
}

/** The first letter, in eight bits. */
function firstOf({ text }: Outlined): number {
  return text.charCodeAt(0) & MOST_LETTERS
}

function before(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** What stands in eight bits. */
const MOST_LETTERS = 255

export function nearTable(words: WordTable): NearArrays {
  const spellings = new KeyTableBuilder()
  for (let id = 0; id < words.size; id += 1) {
    if (words.kind(id) !== WORD) continue
    const keys = [...spellingKeys(words, id), ...letterKeys(words.text(id))]
    for (const key of new Set(keys)) spellings.add(key, id)
  }
  const spelt = byOutline(words)
  const ids = spelt.map(({ id }) => id)
  return {
    ...outlineGroups(words, spelt),
    spellings: spellings.build(),
    words: sharedFrom(Uint32Array, ids),
    lengths: sharedFrom(
      Uint8Array,
      ids.map((id) => Math.min(words.length(id), MOST_LETTERS)),
    ),
    firsts: sharedFrom(Uint8Array, spelt.map(firstOf)),
    counts: sharedFrom(
      Uint32Array,
      ids.map((id) => words.counts(id)),
    ),
    vowels: sharedFrom(
      Uint32Array,
      ids.map((id) => words.vowels(id)),
    ),
  }
}

function outlineGroups(
  words: WordTable,
  spelt: readonly Outlined[],
): Pick<NearArrays, 'outlines' | 'starts' | 'packed' | 'saved'> {
  const outlines = new KeyTableBuilder()
  const [starts, packed, saved]: readonly [number[], number[], number[]] = [[], [], []]
  for (let from = 0; from < spelt.length; ) {
    const { outline = '', text: longest = '' } = spelt[from] ?? {}
    let [to, most, text] = [from, 0, longest]
    for (; spelt[to]?.outline === outline; to += 1) {
      const word = spelt[to]
      if (word === undefined) break
      if (word.text.length > text.length) text = word.text
      most = mostSaved(most, words.vowels(word.id))
    }
    const keys = outlineKeys(text, Math.max(mostOtherwise(text.length), ofShorter(text)))
    for (const key of new Set(keys)) outlines.add(key, starts.length)
    starts.push(from)
    packed.push(packedOutline(text))
    saved.push(most)
    from = to
  }
  starts.push(spelt.length)
  return {
    outlines: outlines.build(),
    starts: sharedFrom(Uint32Array, starts),
    packed: sharedFrom(Uint32Array, packed),
    saved: sharedFrom(Uint32Array, saved),
  }
}

/** A listed word may be shorter than the one that is asked for. */
function ofShorter(text: string): number {
  return Math.min(mostOtherwise(text.length + MOST_APART), 1)
}
