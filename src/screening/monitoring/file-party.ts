import { digestOf, fail, type LegalDate, ok, type Result } from '../../kernel/index.ts'
import type { PartyQuery } from '../model.ts'
import type { HitReopened, MonitoringEvent, MonitoringState } from './model.ts'

export interface FileParty {
  /** The number under which the party stands in the house's own books. */
  readonly party: string
  readonly query: PartyQuery
  readonly on: LegalDate
}

/** Puts a party on file or changes it; the same content again changes nothing. */
export function fileParty(
  state: MonitoringState,
  { party, query, on }: FileParty,
): Result<readonly MonitoringEvent[]> {
  if (party.trim() === '' || query.name.trim() === '') {
    return fail({
      code: 'monitoring.no-name',
      detail: 'A party on file needs a number of its own and a name.',
      remedy: 'Give both, as {"id": "C-1", "name": "Example Trading Co"}.',
    })
  }
  const before = state.parties.get(party)
  if (before === undefined) return ok([{ kind: 'party-filed', on, party, query }])
  const content = digestOf(query)
  if (before.content === content && !before.isRetired) return ok([])
  if (before.isRetired) return ok([{ kind: 'party-filed', on, party, query }])
  const reopened = [...(state.hitsOf.get(party) ?? [])].flatMap((id): HitReopened[] => {
    const hit = state.hits.get(id)
    const isBound = hit?.isPresent === true && hit.decision !== undefined
    return isBound ? [{ kind: 'hit-reopened', on, hit: id, because: ['party changed'] }] : []
  })
  return ok([{ kind: 'party-changed', on, party, query }, ...reopened])
}

/** Takes a party off the file: it is screened no more, and its hits are gone; the record stays. */
export function retireParty(
  state: MonitoringState,
  party: string,
  on: LegalDate,
): Result<readonly MonitoringEvent[]> {
  const before = state.parties.get(party)
  if (before !== undefined && !before.isRetired) return ok([{ kind: 'party-retired', on, party }])
  return fail({
    code: 'monitoring.no-party',
    detail: `There is no party ${JSON.stringify(party)} on file.`,
    remedy: 'Give the number it was put on file with.',
  })
}
