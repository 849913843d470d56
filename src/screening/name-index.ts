import { type FormArrays, FormTableBuilder } from './form-table.ts'
import { type JoinedArrays, JoinedNamesBuilder } from './joined-names.ts'
import { type ListArrays, layOut } from './key-table.ts'
import { shapeOf } from './name-bound.ts'
import type { NameForm } from './name-matcher.ts'
import { type NearArrays, nearTable } from './near-table.ts'
import { type NamedParty, namesOf } from './printed-names.ts'
import { FIGURE, LEGAL, SMALL, WORD } from './word-kinds.ts'
import { type WordArrays, WordTable } from './word-table.ts'
import { traitsOf } from './word-traits.ts'

/**
 * All names of all parties as they are searched, in flat arrays that threads share and a file holds as
 * they are. It holds no party: they are told by their place in the array it was made from.
 */
export interface NameIndex {
  readonly words: WordArrays
  readonly forms: FormArrays
  readonly near: NearArrays
  /** Forms by what they may be written as in one word. */
  readonly joined: JoinedArrays
  /** Forms by word. */
  readonly postings: ListArrays
}

export function buildIndex(parties: readonly NamedParty[]): NameIndex {
  const words = new WordTable()
  const forms = new FormTableBuilder()
  const joined = new JoinedNamesBuilder()
  const postedWords: number[] = []
  const postedForms: number[] = []
  let count = 0
  parties.forEach((party, at) => {
    const seen = new Set<string>()
    for (const { forms: readings, place } of namesOf(party, words)) {
      for (const form of readings) {
        const key = `${form.words.join()} ${form.isWeak}${form.native}`
        if (seen.has(key)) continue
        seen.add(key)
        forms.add(form, {
          party: at,
          name: place,
          schema: party.schema,
          shape: shapeOf(form, words),
          sounds: Array.from(form.words, (word) => words.soundLetters(word)),
          traits: Array.from(form.words, (_, place) => traitsOf(form, place, words)),
        })
        for (const word of tellingWords(form, words)) {
          postedWords.push(word)
          postedForms.push(count)
        }
        joined.add(form, count, words, party.schema === 'Person')
        count += 1
      }
    }
  })
  return {
    words: words.freeze(),
    forms: forms.build().arrays,
    near: nearTable(words),
    joined: joined.build(),
    postings: layOut(words.size, postedWords, postedForms),
  }
}

/** What a form is found by: words and figures, or all it has where it has none. */
export function tellingWords(form: NameForm, words: WordTable): readonly number[] {
  const all = [...new Set(form.words.subarray(form.from, form.to))]
  const telling = all.filter((id) => words.kind(id) === WORD || words.kind(id) === FIGURE)
  if (telling.length > 0) return telling
  const spelt = all.filter((id) => words.kind(id) !== LEGAL && words.kind(id) !== SMALL)
  return spelt.length > 0 ? spelt : all
}
