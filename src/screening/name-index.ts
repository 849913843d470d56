import { hash } from './flat.ts'
import { type FormArrays, FormTableBuilder } from './form-table.ts'
import { type KeyArrays, KeyTableBuilder, type ListArrays, layOut } from './key-table.ts'
import type { NameForm } from './name-matcher.ts'
import { nearKeys } from './near-keys.ts'
import { type NamedParty, namesOf } from './printed-names.ts'
import { FIGURE, LEGAL, SMALL, WORD } from './word-kinds.ts'
import { type WordArrays, WordTable } from './word-table.ts'

/**
 * All names of all parties as they are searched, in flat arrays that threads share and a file holds as
 * they are. It holds no party: they are told by their place in the array it was made from.
 */
export interface NameIndex {
  readonly words: WordArrays
  readonly forms: FormArrays
  /** Words by the keys of {@link nearKeys}. */
  readonly near: KeyArrays
  /** Forms by two neighbouring words written as one, and by their initials. */
  readonly joined: KeyArrays
  /** Forms by word; first those whose telling words it belongs to. */
  readonly postings: ListArrays
  /** Where in each list of postings the others begin. */
  readonly anchors: Uint32Array
}

/** A listed name is found by any of its telling words that together weigh more than the rest may. */
export const LEAST_SHARE = 0.42

export function buildIndex(parties: readonly NamedParty[]): NameIndex {
  const words = new WordTable()
  const forms = new FormTableBuilder()
  const joined = new KeyTableBuilder()
  const [anchorWords, anchorForms, otherWords, otherForms] = [
    [] as number[],
    [] as number[],
    [] as number[],
    [] as number[],
  ]
  let count = 0
  parties.forEach((party, at) => {
    const seen = new Set<string>()
    namesOf(party, words).forEach(({ forms: readings, place }) => {
      for (const form of readings) {
        const key = `${form.words.join()} ${form.isWeak}${form.native}`
        if (seen.has(key)) continue
        seen.add(key)
        const telling = tellingWords(form, words)
        const weight = weightOf(form, words)
        forms.add(form, { party: at, name: place, schema: party.schema, weight })
        const { anchors, others } = splitByWeight(telling, words)
        for (const word of anchors) {
          anchorWords.push(word)
          anchorForms.push(count)
        }
        for (const word of others) {
          otherWords.push(word)
          otherForms.push(count)
        }
        for (const text of joinedTexts(form, words)) joined.add(hash(text), count)
        count += 1
      }
    })
  })
  const near = new KeyTableBuilder()
  for (let id = 0; id < words.size; id += 1) {
    if (words.kind(id) !== WORD) continue
    for (const key of new Set(nearKeys(words.text(id)))) near.add(key, id)
  }
  const frozen = words.freeze()
  const postings = layOut(
    words.size,
    anchorWords.concat(otherWords),
    anchorForms.concat(otherForms),
  )
  const anchors = postings.starts.slice(0, words.size)
  for (const word of anchorWords) anchors[word] = (anchors[word] ?? 0) + 1
  return {
    words: frozen,
    forms: forms.build().arrays,
    near: near.build(),
    joined: joined.build(),
    postings,
    anchors: shareOf(anchors),
  }
}

function shareOf(array: Uint32Array): Uint32Array {
  const copy = new Uint32Array(new SharedArrayBuffer(array.byteLength))
  copy.set(array)
  return copy
}

/** What a form is found by: words and figures, or all it has where it has none. */
export function tellingWords(form: NameForm, words: WordTable): readonly number[] {
  const all = [...new Set(form.words.subarray(form.from, form.to))]
  const telling = all.filter((id) => words.kind(id) === WORD || words.kind(id) === FIGURE)
  if (telling.length > 0) return telling
  const spelt = all.filter((id) => words.kind(id) !== LEGAL && words.kind(id) !== SMALL)
  return spelt.length > 0 ? spelt : all
}

export function weightOf(form: NameForm, words: WordTable): number {
  let weight = 0
  for (let at = form.from; at < form.to; at += 1) weight += words.weight(form.words[at] ?? 0)
  return weight
}

function splitByWeight(
  telling: readonly number[],
  words: WordTable,
): { readonly anchors: readonly number[]; readonly others: readonly number[] } {
  const order = telling.toSorted((a, b) => words.weight(b) - words.weight(a) || a - b)
  const total = order.reduce((sum, id) => sum + words.weight(id), 0)
  let [sum, count] = [0, 0]
  while (count < order.length && sum <= total * (1 - LEAST_SHARE)) {
    sum += words.weight(order[count] ?? 0)
    count += 1
  }
  return { anchors: order.slice(0, count), others: order.slice(count) }
}

/** Neighbours written as one, and the initials of three words and more. */
export function joinedTexts(form: NameForm, words: WordTable): readonly string[] {
  const texts: string[] = []
  let [before, initials] = ['', '']
  for (let at = form.from; at < form.to; at += 1) {
    const id = form.words[at] ?? 0
    const kind = words.kind(id)
    if (kind === LEGAL) continue
    const text = words.text(id)
    if (before !== '' && before.length + text.length >= 5 && before.length + text.length <= 48) {
      texts.push(before + text)
    }
    if (kind === WORD) initials += text.charAt(0)
    before = text
  }
  if (initials.length >= 3 && initials.length <= 8) texts.push(`@${initials}`)
  return texts
}
