import type { CommandAdder } from '../session.ts'
import { addLawCompare } from './law-compare.ts'
import { addLawCoverage } from './law-coverage.ts'
import { addLawDiff } from './law-diff.ts'
import { addLawEditions } from './law-editions.ts'
import { addLawGaps } from './law-gaps.ts'
import { addLawLint } from './law-lint.ts'
import { addLawStatus } from './law-status.ts'
import { addLawTest } from './law-test.ts'

/** The law as data: its tests, its checks, what it covers, how it changes and differs. */
export const addLaw: CommandAdder = (program, session, finish) => {
  const law = program
    .command('law')
    .description('Tests, checks and compares the law as data; publishes and takes in its editions.')
  for (const add of [
    addLawTest,
    addLawLint,
    addLawCoverage,
    addLawDiff,
    addLawCompare,
    addLawGaps,
    addLawStatus,
    addLawEditions,
  ])
    add(law, session, finish)
}
