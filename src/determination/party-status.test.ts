import { describe, expect, it } from 'vitest'
import { NOT_SCREENED, ownerStatus, partyStatus, type ScreenedStatus } from './party-status.ts'
import type { Owner, Party } from './transaction-parties.ts'

const CLEAR: ScreenedStatus = { holds: new Set(), open: new Set() }
const clear = () => CLEAR
const listed = (share: string | undefined, list = 'us-entity-list', name = 'L'): Owner => ({
  name,
  ...(share === undefined ? {} : { share }),
  claimedStatus: [{ list }],
})
const other = (share: string): Owner => ({ name: 'O', share })
const party = (owners?: readonly Owner[], more: Partial<Party> = {}): Party => ({
  role: 'end-user',
  name: 'P',
  ...(owners === undefined ? {} : { owners: [...owners] }),
  ...more,
})
const owned = (
  parties: readonly Party[],
  screened: (name: string) => ScreenedStatus = clear,
  at: string | undefined = '0.5',
) => {
  const found = ownerStatus(parties, screened, at)
  return found === undefined ? undefined : { is: [...found.members], open: [...found.undecided] }
}

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
    const claimed = party([], { claimedStatus: [{ list: 'us-entity-list', footnotes: [1, 4] }] })
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

describe('the status of owners', () => {
  it.each([
    ['one owner at the threshold', [listed('0.5'), other('0.5')], ['us-entity-list'], []],
    ['one owner below it', [listed('0.49'), other('0.51')], [], []],
    [
      'two listed owners together',
      [listed('0.25', 'us-entity-list', 'A'), listed('0.25', 'us-entity-list', 'B'), other('0.5')],
      ['us-entity-list'],
      [],
    ],
    [
      'tenths that no double adds up',
      [listed('0.1', 'us-entity-list', 'A'), listed('0.4', 'us-entity-list', 'B'), other('0.5')],
      ['us-entity-list'],
      [],
    ],
    [
      'owners of two lists together',
      [listed('0.3', 'us-entity-list', 'A'), listed('0.3', 'us-meu', 'B'), other('0.4')],
      [],
      ['us-entity-list', 'us-meu'],
    ],
    [
      'an unstated rest that could carry it over',
      [listed('0.3'), other('0.4')],
      [],
      ['us-entity-list'],
    ],
    ['an unstated rest that could not', [listed('0.1'), other('0.6')], [], []],
    ['a rest of half or more', [other('0.5')], [], ['*']],
    [
      'a listed owner of unstated share',
      [listed(undefined), other('0.2')],
      [],
      ['*', 'us-entity-list'],
    ],
  ])('with %s', (_name, owners, is, open) => {
    expect(owned([party(owners)])).toEqual({ is, open })
  })
  it('is open where ownership is not stated, but for natural persons', () => {
    expect(owned([party()])).toEqual({ is: [], open: ['*'] })
    expect(owned([party(undefined, { type: 'individual' })])).toEqual({ is: [], open: [] })
  })
  it('is open where a hit on an owner is', () => {
    const found = owned([party([{ name: 'Maybe', share: '0.6' }, other('0.4')])], (name) =>
      name === 'Maybe' ? { holds: new Set(), open: new Set(['us-entity-list']) } : CLEAR,
    )
    expect(found).toEqual({ is: [], open: ['us-entity-list'] })
  })
  it('is open where no edition says from which share owners count', () => {
    expect(owned([party([other('1')])], clear, '')).toEqual({ is: [], open: ['*'] })
    expect(ownerStatus([party([other('1')])], clear, undefined)?.undecided).toEqual(new Set(['*']))
  })
  it('takes the worst of several parties', () => {
    const found = owned([party([other('1')]), party([listed('1')], { name: 'Q' })])
    expect(found).toEqual({ is: ['us-entity-list'], open: [] })
  })
})
