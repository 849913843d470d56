import type { CommandAdder } from '../session.ts'
import { addRegimeRecord } from './add-regime-record.ts'

/** The regime: what its members decide, remember and owe each other. */
export const addRegime: CommandAdder = (program, session, finish) => {
  const regime = program
    .command('regime')
    .description('The regime: what its members decide, remember and owe each other.')
  addRegimeRecord(regime, session, finish)
}
