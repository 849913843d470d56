import { describe, expect, it } from 'vitest'
import { NOT_SCREENED, partyStatus, type ScreenedStatus } from './party-status.ts'
import type { Party } from './transaction-parties.ts'

const clear = (): ScreenedStatus => ({ holds: new Set(), open: new Set() })
const party = (more: Partial<Party> = {}): Party => ({
  role: 'end-user',
  name: 'P',
  ...more,
})
describe('the status of parties', () => {
  it('says nothing where nobody is named', () => {
    expect(partyStatus([], clear)).toBeUndefined()
  })
  it('is empty where everybody is screened and nobody listed', () => {
    expect(partyStatus([party()], clear)).toEqual({ members: new Set(), undecided: new Set() })
  })
  it('may be anything where one is not screened', () => {
    expect(partyStatus([party()], () => NOT_SCREENED)?.undecided).toEqual(new Set(['*']))
  })
  it('holds what is claimed, with its footnotes, and what screening found', () => {
    const claimed = party({ claimedStatus: [{ list: 'us-entity-list', footnotes: [1, 4] }] })
    const found = partyStatus([claimed], () => ({
      holds: new Set(['us-uvl']),
      open: new Set(['us-dpl']),
    }))
    expect([...(found?.members ?? [])].toSorted()).toEqual([
      'us-entity-list',
      'us-entity-list-fn1',
      'us-entity-list-fn4',
      'us-uvl',
    ])
    expect(found?.undecided).toEqual(new Set(['us-dpl']))
  })
})
