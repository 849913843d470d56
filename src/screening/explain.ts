import type { WordPair } from './align-names.ts'
import type { Indication } from './evidence.ts'
import type { MatchedNames } from './matched-names.ts'
import type { NameToken } from './name-form.ts'

/** Why two parties may be the same, in words: names, words without counterpart, other evidence. */
export function explain(
  best: MatchedNames | undefined,
  indications: readonly Indication[],
): readonly string[] {
  if (best === undefined) return ['There is no name to compare.', ...indications.map(inWords)]
  const { pairs, askedOnly, listedOnly } = best.alignment
  const alike = pairs.filter((pair) => isTelling(pair.asked) || isTelling(pair.listed))
  return [
    `${JSON.stringify(best.asked.printed)} against the listed ${best.listed.isWeak ? 'weak alias ' : ''}${JSON.stringify(best.listed.printed)}`,
    ...(alike.length > 0 ? [`Words that agree: ${alike.map(pairInWords).join(', ')}`] : []),
    ...alone('Only in the name asked for', askedOnly),
    ...alone('Only in the listed name', listedOnly),
    ...indications.map(inWords),
  ]
}

function inWords({ words }: Indication): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function pairInWords({ asked, listed, likeness }: WordPair): string {
  const [left, right] = [written(asked), written(listed)]
  return left === right ? left : `${left} with ${right} (${Math.round(likeness * 100)} %)`
}

function alone(label: string, tokens: readonly NameToken[]): readonly string[] {
  const telling = tokens.filter(({ kind }) => kind !== 'legal' && kind !== 'small')
  return telling.length === 0
    ? []
    : [`${label}: ${telling.map((token) => token.written).join(', ')}`]
}

function written(tokens: readonly NameToken[]): string {
  return tokens.map((token) => token.written).join(' ')
}

function isTelling(tokens: readonly NameToken[]): boolean {
  return tokens.some(({ kind }) => kind !== 'legal' && kind !== 'small')
}
