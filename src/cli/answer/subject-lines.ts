import type { Classification, EntryFinding, ItemFacts } from '../../classification/index.ts'
import { distanceOf } from './entry-lines.ts'
import { named, type Page, paragraph, readable } from './page.ts'

/** An item of the transaction with its classification under every list. */
export interface Subject {
  readonly name: string
  readonly item: ItemFacts
  readonly classification: Classification
}

/** What the items are, what was derived of them, and the codes of what they contain. */
export function subjectLines(page: Page, subjects: readonly Subject[]): readonly string[] {
  return subjects.flatMap(({ name, item, classification }) => [
    ...named(page, '  ', name, described(item)),
    ...detailLines(page, classification, '    '),
    ...containedLines(page, item, classification, '    '),
  ])
}

function containedLines(
  page: Page,
  { content = [] }: ItemFacts,
  { content: answers }: Classification,
  indent: string,
): readonly string[] {
  return content.flatMap((item, at) => {
    const answer = answers[at]
    if (answer === undefined) return []
    return [
      ...paragraph(page, indent, `contains ${described(item)}: ${codesOf(answer)}`),
      ...detailLines(page, answer, `${indent}  `),
      ...containedLines(page, item, answer, `${indent}  `),
    ]
  })
}

function described({ name, kind }: ItemFacts): string {
  const what = kind === undefined ? 'kind not stated' : kind
  return name === undefined ? what : `${name} (${what})`
}

/** `tpp = 15832 (…)`: derived values that a list reads. */
function detailLines(page: Page, { derived }: Classification, indent: string): readonly string[] {
  return derived.flatMap(({ parameter, value, unit, formula }) => {
    const measured = unit === undefined || unit === '1' ? '' : ` ${unit}`
    return paragraph(page, indent, `${parameter}: ${readable(value)}${measured}, from ${formula}`)
  })
}

/** `US 3A090.a.1 (tpp 229.8 % above)`: each entry met, with how far it is. */
function codesOf({ byJurisdiction }: Classification): string {
  const codes = [...byJurisdiction.values()].flatMap(({ jurisdiction, met }) =>
    met.length === 0 ? [] : [`${jurisdiction} ${met.map(codeAndMargin).join(', ')}`],
  )
  return codes.length === 0 ? 'on no entry decided' : codes.join('; ')
}

function codeAndMargin({ entry, margins }: EntryFinding): string {
  const [first] = margins.filter(({ percent }) => percent !== undefined)
  return first === undefined
    ? entry.code
    : `${entry.code} (${first.parameter}${distanceOf(first.percent)})`
}
