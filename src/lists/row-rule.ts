import type { RowRule } from '../screening/index.ts'

/**
 * What a row of the Entity List demands (15 CFR 744 Supp. 4): the licence requirement with its
 * footnotes, the review policy, the Federal Register citation. In the printed text a footnote is a
 * raised digit; in plain text it stands behind a bracket, a comma or the word EAR:
 * `734.9(g),3 746.8`, `744.11 of the EAR) 4`, `734.9(e) 1 and 744.11 of the EAR 2`.
 */
const FOOTNOTE = /(?:\)|\bEAR\)?\.?),?\s?([1-9])(?=[\s,.;)]|$)/g

export function footnotesIn(text: string): readonly number[] {
  const found = [...text.matchAll(FOOTNOTE)].map((match) => Number(match[1]))
  return [...new Set(found)].toSorted((a, b) => a - b)
}

export interface PrintedRule {
  readonly requirement?: string | undefined
  readonly policy?: string | undefined
  readonly citation?: string | undefined
  /** Where the file marks them; else they are read from the text. */
  readonly footnotes?: readonly number[]
}

export function rowRule(printed: PrintedRule): RowRule {
  const requirement = tidy(printed.requirement)
  const policy = tidy(printed.policy)
  const citation = tidy(printed.citation)
  return {
    ...(requirement === '' ? {} : { licenceRequirement: requirement }),
    ...(policy === '' ? {} : { reviewPolicy: policy }),
    ...(citation === '' ? {} : { citation }),
    footnotes: printed.footnotes ?? footnotesIn(requirement),
  }
}

/** One line, single spaces. */
export function tidy(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim()
}
