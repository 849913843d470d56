import type { Tally } from '../../regime/index.ts'
import { type Page, paragraph } from '../answer/page.ts'

type Counted = Pick<
  Tally,
  'tests' | 'yes' | 'no' | 'abstain' | 'silent' | 'reserved' | 'binds' | 'pivotal'
>

/** Each condition of the rule with what it has and needs, then who stands where. */
export function tallyLines(
  page: Page,
  ruleWords: string,
  { tests, ...counted }: Counted,
  late: readonly string[],
): readonly string[] {
  const side = (name: string, codes: readonly string[]): readonly string[] =>
    codes.length === 0
      ? []
      : paragraph(page, `  ${name.padEnd(12)}`, `${codes.length}: ${codes.join(' ')}`)
  return [
    ...paragraph(page, '  ', ruleWords),
    ...tests.flatMap(({ what, have, need, met }) =>
      paragraph(page, `  ${met ? 'met' : 'not met'}  `, `${what}: ${have}; needed ${need}`),
    ),
    ...side('in favour', counted.yes),
    ...side('against', counted.no),
    ...side('abstained', counted.abstain),
    ...side('silent', counted.silent),
    ...side('reserved', counted.reserved),
    ...side('binds', counted.binds),
    ...side('pivotal', counted.pivotal),
    ...side('late', late),
  ]
}
