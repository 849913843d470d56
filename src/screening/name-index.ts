import { Column } from './flat.ts'
import { type FormArrays, FormTableBuilder } from './form-table.ts'
import { type JoinedArrays, JoinedNamesBuilder } from './joined-names.ts'
import { type ListArrays, layOut } from './key-table.ts'
import { shapeOf } from './name-bound.ts'
import type { NameForm } from './name-matcher.ts'
import { type NearArrays, nearTable } from './near-table.ts'
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
  readonly near: NearArrays
  /** Forms by what they may be written as in one word. */
  readonly joined: JoinedArrays
  /** Forms by word. */
  readonly postings: ListArrays
}

/** @param areStated users stated the parties, as `namesOf` takes it */
export function buildIndex(parties: readonly NamedParty[], areStated = false): NameIndex {
  const words = new WordTable()
  const forms = new FormTableBuilder()
  const joined = new JoinedNamesBuilder()
  const postedWords = new Column(Uint32Array)
  const postedForms = new Column(Uint32Array)
  let count = 0
  parties.forEach((party, at) => {
    for (const { forms: readings, place } of namesOf(party, words, areStated)) {
      for (const form of readings) {
        const { schema } = party
        forms.add(form, { party: at, name: place, schema, shape: shapeOf(form, words) }, words)
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
    postings: layOut(words.size, postedWords.values, postedForms.values),
  }
}

/** What a form is found by: words and figures, or all it has where it has none. */
export function tellingWords(form: NameForm, words: WordTable): readonly number[] {
  const telling = wordsOf(form, (word) => words.kind(word) === WORD || words.kind(word) === FIGURE)
  if (telling.length > 0) return telling
  const spelt = wordsOf(form, (word) => words.kind(word) !== LEGAL && words.kind(word) !== SMALL)
  return spelt.length > 0 ? spelt : wordsOf(form, () => true)
}

/** Words of a form, each once. */
function wordsOf(form: NameForm, isMeant: (word: number) => boolean): readonly number[] {
  const found: number[] = []
  for (let at = form.from; at < form.to; at += 1) {
    const word = form.words[at] ?? 0
    if (isMeant(word) && !found.includes(word)) found.push(word)
  }
  return found
}
