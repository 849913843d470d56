import type { CommandAdder } from '../session.ts'
import { addConsult } from './consult-status.ts'
import { addDenialsImport } from './denials-import.ts'
import { addDenialsList } from './denials-list.ts'
import { addDenialsMatch } from './denials-match.ts'
import { addInformation } from './information.ts'
import { addNotes } from './interpretation-notes.ts'
import { addProposals } from './proposals.ts'
import { addAlerts, addMeasures } from './warnings.ts'
import { addWorkstreams } from './workstreams.ts'

/** What a regime remembers together: refusals, consultations, alerts, measures, commitments. */
export const addRegimeRecord: CommandAdder = (regime, session, finish) => {
  const denials = regime
    .command('denials')
    .description('What members refused, in which regimes, and what of it a transaction meets.')
  addDenialsList(denials, session, finish)
  addDenialsMatch(denials, session, finish)
  addDenialsImport(denials, session, finish)
  const adders = [
    addProposals,
    addNotes,
    addConsult,
    addAlerts,
    addMeasures,
    addWorkstreams,
    addInformation,
  ]
  for (const add of adders) add(regime, session, finish)
}
