import type { ReasonFinding } from '../../determination/index.ts'
import type { Explanation } from '../../rulebook/index.ts'
import { heading, type Page, paragraph } from './page.ts'

/** The trees under the conclusions, down to the facts; only what decides now. */
export function reasonLines(page: Page, reasons: readonly ReasonFinding[]): readonly string[] {
  if (reasons.length === 0) return []
  return [
    ...heading(page, 'Reasons'),
    ...reasons.flatMap(({ item, conclusion, truth, cite, explanation }) => [
      ...paragraph(page, '  ', `${conclusion} of ${item}: ${truth}. ${cite}`),
      ...explanationLines(page, explanation, '    '),
    ]),
  ]
}

function explanationLines(page: Page, why: Explanation, indent: string): readonly string[] {
  switch (why.kind) {
    case 'fact': {
      const { parameter, got, wanted, truth, derivation } = why
      const from = derivation === undefined ? '' : `, from ${derivation}`
      return paragraph(
        page,
        `${indent}${mark(truth)} `,
        `${parameter}: ${got}${from}; asked: ${wanted}`,
      )
    }
    case 'unread':
      return paragraph(page, `${indent}? `, `not read: ${why.why}`)
    case 'never':
      return [`${indent}✗ the paragraph is not used`]
    case 'not':
      return [
        `${indent}${mark(why.truth)} not:`,
        ...explanationLines(page, why.child, `${indent}  `),
      ]
    case 'all':
    case 'any':
      return [
        `${indent}${mark(why.truth)} ${why.kind} of:`,
        ...why.children.flatMap((child) => explanationLines(page, child, `${indent}  `)),
      ]
  }
}

function mark(truth: Explanation['truth']): string {
  return { true: '✓', false: '✗', unknown: '?' }[truth]
}
