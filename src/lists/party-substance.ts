import type { ListedParty } from '../screening/index.ts'

/**
 * What a listed party says, without how it is printed: spaces, line breaks, punctuation, capitals and
 * the order of values are left out of account. Two editions of a list print hundreds of rows anew and
 * change hardly any.
 */
export type SubstanceField =
  | 'name'
  | 'aliases'
  | 'weak aliases'
  | 'addresses'
  | 'kind'
  | 'countries'
  | 'birth dates'
  | 'identifiers'
  | 'programmes'
  | 'days'
  | 'licence requirement'
  | 'review policy'
  | 'citation'
  | 'footnotes'
  | 'remarks'

/** Values of each field as printed. */
export type Substance = ReadonlyMap<SubstanceField, readonly string[]>

export function substanceOf(party: ListedParty): Substance {
  const { rule, identifiers } = party
  const numbers = Object.entries(identifiers).flatMap(([kind, values]) =>
    values.map((value) => `${kind} ${value}`),
  )
  return new Map<SubstanceField, readonly string[]>([
    ['name', [party.name]],
    ['aliases', party.aliases],
    ['weak aliases', party.weakAliases],
    ['addresses', party.addresses],
    ['kind', [party.schema]],
    ['countries', party.countries],
    ['birth dates', party.birthDates],
    ['identifiers', numbers],
    ['programmes', party.programmes],
    ['days', [daysInWords(party)]],
    ['licence requirement', [rule.licenceRequirement ?? '']],
    ['review policy', [rule.reviewPolicy ?? '']],
    ['citation', [rule.citation ?? '']],
    ['footnotes', rule.footnotes.map(String)],
    ['remarks', [party.remarks ?? '']],
  ])
}

function daysInWords({ from, to }: ListedParty): string {
  return [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`]
    .join(' ')
    .trim()
}

/** Letters and digits in their words, the rest a single space; `U.A.E.` is `UAE`. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’‘`´]/g, '')
    .replaceAll(
      /(?<!\p{L})\p{L}(?:\.\p{L})+(?!\p{L})\.?/gu,
      (letters) => `${letters.replaceAll('.', '')} `,
    )
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

const NAMES: readonly SubstanceField[] = ['name', 'aliases', 'addresses']

/**
 * The words of name, aliases and addresses together. Where a publisher prints them as running text, a
 * moved comma divides the same words differently.
 */
export function wordsOf(substance: Substance): string {
  return NAMES.flatMap((field) => substance.get(field) ?? [])
    .flatMap((text) => foldText(text.replaceAll(ELSEWHERE, ' ')).split(' '))
    .filter((word) => word !== '' && !JOINING.has(word))
    .toSorted()
    .join(' ')
}

/** A hint at another row, which the Entity List prints among addresses. */
const ELSEWHERE = /\(\s*see (?:also )?[^)]*\)/gi

/** Words that stand between the values of running text and in none of them. */
const JOINING: ReadonlySet<string> = new Set(['and', 'aka', 'fka', 'the'])

export function isNameField(field: SubstanceField): boolean {
  return NAMES.includes(field)
}
