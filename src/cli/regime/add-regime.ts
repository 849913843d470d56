import { addKeys } from '../exchange/keys.ts'
import { addLog } from '../exchange/log.ts'
import { addRegimeRecord } from '../regime-record/add-regime-record.ts'
import type { CommandAdder } from '../session.ts'
import { addCharter } from './charter.ts'
import { addDelegate } from './delegate.ts'
import { addImpact } from './impact.ts'
import { addImplement } from './implement.ts'
import { addRelease } from './release.ts'
import { addTally } from './tally.ts'
import { addWhatIf } from './what-if.ts'

/** The regime: by which rules it decides, what a proposal would change, what was decided. */
export const addRegime: CommandAdder = (program, session, finish) => {
  const regime = program
    .command('regime')
    .description(
      'The regime: its charters, what passes under them, how votes count, what was refused.',
    )
  for (const add of [
    addCharter,
    addWhatIf,
    addTally,
    addImpact,
    addDelegate,
    addRelease,
    addImplement,
    addRegimeRecord,
    addKeys,
    addLog,
  ])
    add(regime, session, finish)
}
