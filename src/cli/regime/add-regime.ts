import { addRegimeRecord } from '../regime-record/add-regime-record.ts'
import type { CommandAdder } from '../session.ts'
import { addCharter } from './charter.ts'

/** The regime: by which rules it decides, what a proposal would change, what was decided. */
export const addRegime: CommandAdder = (program, session, finish) => {
  const regime = program
    .command('regime')
    .description('The regime: its charters and their voting rules.')
  for (const add of [addCharter, addRegimeRecord]) add(regime, session, finish)
}
