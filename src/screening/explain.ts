import type { Indication } from './evidence.ts'
import type { NameForm, NameMatcher } from './name-matcher.ts'
import type { MatchedNames } from './printed-names.ts'
import { LEGAL, SMALL, TITLE } from './word-kinds.ts'

/** Why two parties may be the same, in words: names, words without counterpart, other evidence. */
export function explain(
  best: MatchedNames | undefined,
  indications: readonly Indication[],
  matcher: NameMatcher,
): readonly string[] {
  if (best === undefined) return ['There is no name to compare.', ...indications.map(inWords)]
  const { asked, listed, askedForm, listedForm } = best
  const { aligner } = matcher
  aligner.align(askedForm, listedForm, {
    loose: askedForm.isLoose !== listedForm.isLoose,
    isPerson: best.isPerson,
  })
  const read = new FormWords(matcher)
  const alike: string[] = []
  for (let k = 0; k < aligner.pairs; k += 1) {
    const [left, right] = [aligner.left[k] ?? 0, aligner.right[k] ?? 0]
    if (!read.isTelling(askedForm, left) && !read.isTelling(listedForm, right)) continue
    const [one, other] = [read.text(askedForm, left), read.text(listedForm, right)]
    const share = Math.round((aligner.alike[k] ?? 0) * 100)
    alike.push(one === other ? one : `${one} with ${other} (${share} %)`)
  }
  const weak = listed.isWeak ? 'weak alias ' : ''
  return [
    `${JSON.stringify(asked.printed)} against the listed ${weak}${JSON.stringify(listed.printed)}`,
    ...(alike.length > 0 ? [`Words that agree: ${alike.join(', ')}`] : []),
    ...read.alone('Only in the name asked for', askedForm, aligner.leftOnly),
    ...read.alone('Only in the listed name', listedForm, aligner.rightOnly),
    ...indications.map(inWords),
  ]
}

function inWords({ words }: Indication): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Words of a form picked by bits. */
class FormWords {
  readonly #matcher: NameMatcher

  constructor(matcher: NameMatcher) {
    this.#matcher = matcher
  }

  text(form: NameForm, mask: number): string {
    return this.#ids(form, mask)
      .map((id) => this.#matcher.words.text(id))
      .join(' ')
  }

  isTelling(form: NameForm, mask: number): boolean {
    return this.#ids(form, mask).some((id) => this.#tells(id))
  }

  alone(label: string, form: NameForm, mask: number): readonly string[] {
    const telling = this.#ids(form, mask).filter((id) => this.#tells(id))
    if (telling.length === 0) return []
    return [`${label}: ${telling.map((id) => this.#matcher.words.text(id)).join(', ')}`]
  }

  #tells(id: number): boolean {
    const kind = this.#matcher.words.kind(id)
    return kind !== LEGAL && kind !== SMALL && kind !== TITLE
  }

  #ids(form: NameForm, mask: number): readonly number[] {
    return [...form.words.subarray(form.from, form.to)].filter((_, at) => (mask & (1 << at)) !== 0)
  }
}
