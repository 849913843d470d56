import { describe, expect, it } from 'vitest'
import type { LegalDate } from '../../kernel/index.ts'
import { readSubject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { logs } from '../record.fixture.ts'
import { askedOf, INFORMATION } from './information.ts'

const HALF = {
  ...{ regime: 'WA', from: '2027-01-01', to: '2027-06-30' },
  transfers: [
    {
      entry: 'WA:3.A.1.a',
      destination: 'IN',
      licences: 3,
      quantity: { amount: 12.5, unit: 'piece' },
    },
  ],
}
const REQUEST = { requestId: 'R-1', to: ['B', 'C'], text: 'Who bought it?', due: '2027-03-10' }
const REPLY = { by: 'A', requestId: 'R-1', answer: 'given', text: 'A trader.' }
const day = (text: string) => text as LegalDate

function codes(...entries: readonly LedgerEntry[]): readonly string[] {
  const { refused } = readSubject(INFORMATION, entries)
  return refused.flatMap(({ problems }) => problems.map(({ code }) => code))
}

describe('a notice of transfers', () => {
  it('sums a period up by entry and destination, of its author and with exact amounts', () => {
    const { state, refused } = readSubject(INFORMATION, [
      logs()('A', 'transfer.notify', HALF, '2027-07-20'),
    ])
    expect(refused).toEqual([])
    expect(state.notices.all()).toMatchObject([
      { by: 'A', on: '2027-07-20', transfers: [{ quantity: { amount: '12.5', unit: 'piece' } }] },
    ])
  })

  it('may say that there were none', () => {
    expect(codes(logs()('A', 'transfer.notify', { ...HALF, transfers: [] }, '2027-07-20'))).toEqual(
      [],
    )
  })

  it('is of a period that is over, from its first day to its last', () => {
    const say = logs()
    const at = (more: object, on: string) =>
      codes(say('A', 'transfer.notify', { ...HALF, ...more }, on))
    expect(at({}, '2027-06-30')).toEqual(['transfer.not-over'])
    expect(at({}, '2027-07-01')).toEqual([])
    expect(at({ from: '2027-07-01' }, '2027-07-20')).toEqual(['transfer.period'])
    expect(at({ to: '2027-02-30' }, '2027-07-20')).toEqual(['input.wrong-shape'])
  })

  it('is said once for each regime and period, and else takes the place of the earlier one', () => {
    const say = logs()
    const first = say('A', 'transfer.notify', HALF, '2027-07-20')
    const again = { ...HALF, from: '2027-06-30', to: '2027-07-02' }
    expect(codes(first, say('A', 'transfer.notify', again, '2027-07-21'))).toEqual([
      'transfer.notified',
    ])
    expect(
      codes(first, say('A', 'transfer.notify', { ...again, regime: 'AG' }, '2027-07-21')),
    ).toEqual([])
    expect(codes(first, say('B', 'transfer.notify', again, '2027-07-21'))).toEqual([])
    const instead = say('A', 'transfer.notify', HALF, '2027-07-22', { supersedes: first.digest })
    expect(codes(first, instead)).toEqual([])
  })
})

describe('a request for information', () => {
  const standing = (on: string, ...entries: readonly LedgerEntry[]) => {
    const [one] = readSubject(INFORMATION, entries).state.requests.all()
    return one && askedOf(one, day(on)).map(({ member, state, isLate }) => [member, state, isLate])
  }

  it('is open until its day, then overdue, for each member that it asks', () => {
    const say = logs()
    const asked = say('A', 'info.request', REQUEST, '2027-03-01')
    const given = say('B', 'info.reply', REPLY, '2027-03-10')
    expect(standing('2027-03-10', asked)).toEqual([
      ['B', 'open', false],
      ['C', 'open', false],
    ])
    expect(standing('2027-03-11', asked, given)).toEqual([
      ['B', 'answered', false],
      ['C', 'overdue', true],
    ])
    const late = say('C', 'info.reply', { ...REPLY, answer: 'declined' }, '2027-03-11')
    expect(standing('2027-04-01', asked, given, late)?.[1]).toEqual(['C', 'declined', true])
  })

  it('is not late by the clock of who answers, and by a second answer not any more', () => {
    const say = logs()
    const asked = say('A', 'info.request', REQUEST, '2027-03-01')
    expect(standing('2027-04-01', asked, say('B', 'info.reply', REPLY))?.[0]).toEqual([
      'B',
      'answered',
      false,
    ])
    const two = [
      say('B', 'info.reply', REPLY, '2027-03-02'),
      say('B', 'info.reply', REPLY, '2027-04-02'),
    ]
    expect(standing('2027-05-01', asked, ...two)?.[0]).toEqual(['B', 'answered', false])
  })

  it('is withdrawn by who asked, and then takes no answer', () => {
    const say = logs()
    const asked = say('A', 'info.request', REQUEST, '2027-03-01')
    const gone = say('A', 'info.withdraw', { requestId: 'R-1', reason: 'Found.' }, '2027-03-02')
    expect(standing('2027-05-01', asked, gone)).toEqual([
      ['B', 'withdrawn', false],
      ['C', 'withdrawn', false],
    ])
    expect(codes(asked, gone, say('B', 'info.reply', REPLY, '2027-03-03'))).toEqual([
      'information.withdrawn',
    ])
  })

  it('is refused of itself, twice, of nobody; and an answer of whom nobody asked', () => {
    const say = logs()
    const asked = say('A', 'info.request', REQUEST, '2027-03-01')
    const ask = (more: object) => say('A', 'info.request', { ...REQUEST, ...more }, '2027-03-02')
    expect(codes(asked, ask({}))).toEqual(['information.known'])
    expect(codes(ask({ to: ['A'] }))).toEqual(['information.of-itself'])
    expect(codes(ask({ to: [] }))).toEqual(['input.wrong-shape'])
    expect(codes(asked, say('D', 'info.reply', REPLY, '2027-03-03'))).toEqual([
      'information.not-asked',
    ])
    expect(codes(say('B', 'info.reply', REPLY, '2027-03-03'))).toEqual(['information.unknown'])
    expect(
      codes(asked, say('B', 'info.withdraw', { requestId: 'R-1', reason: 'x' }, '2027-03-03')),
    ).toEqual(['information.unknown'])
  })
})
