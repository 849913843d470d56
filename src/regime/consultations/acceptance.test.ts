import { describe, expect, it } from 'vitest'
import { readSubject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { blockFrom, DENIAL, deal, logs, RULES, refusal } from '../record.fixture.ts'
import { consultationsUnder } from './fold.ts'
import { timingOfUndercut } from './undercut.ts'

const REQUEST = { consultId: 'B-1', denial: DENIAL, caseRef: 'case-1', essence: {} }
const ASKED = { requester: 'B', consultId: 'B-1' }

/** Refused by A, asked by B on Monday 1 March, received the next day: ten working days end on the 16th. */
function asked(say: ReturnType<typeof logs>): readonly LedgerEntry[] {
  return [
    say('A', 'denial.notify', refusal(), '2027-01-20'),
    say('B', 'consult.request', REQUEST, '2027-03-01'),
    say('A', 'consult.receipt', ASKED, '2027-03-02'),
  ]
}

const stateOf = (block: ReturnType<typeof blockFrom>) => [
  block.mayBeApproved,
  ...block.steps.map(({ state }) => state),
]

describe('a case for the same item and end user as a valid refusal of another member', () => {
  it('is approved only after a consultation, which silence closes, and the holders are told why', () => {
    const say = logs()
    const entries = asked(say)
    expect(stateOf(blockFrom(entries.slice(0, 1), '2027-03-01'))).toEqual([false, 'to-consult'])
    expect(stateOf(blockFrom(entries, '2027-03-16'))).toEqual([false, 'consulting'])
    const silent = blockFrom(entries, '2027-03-17')
    expect(stateOf(silent)).toEqual([true, 'consulted'])
    expect(silent.steps[0]?.says).toBe(
      'A was silent until 2027-03-16: recorded as silence, no objection.',
    )
    expect(silent.steps[0]?.undercut).toEqual({ dueDays: 30, latestDays: 60 })
    const grant = {
      ...{ denial: DENIAL, caseRef: 'case-1', consultId: 'B-1', decidedOn: '2027-03-18' },
      reasons: ['The end use was inspected on site.'],
    }
    const all = [...entries, say('B', 'undercut.notify', grant, '2027-03-20')]
    const [told] = readSubject(consultationsUnder(RULES), all).state.undercuts.all()
    expect(told?.reasons).toEqual(['The end use was inspected on site.'])
    expect(told && timingOfUndercut(told, RULES).told).toBe('in-time')
  })

  it('says that no clock runs while nobody has signed for the request, and whom to ask', () => {
    const say = logs()
    const block = blockFrom(asked(say).slice(0, 2), '2028-03-01')
    expect(stateOf(block)).toEqual([false, 'consulting'])
    expect(block.steps[0]?.says).toBe(
      'A has not signed a receipt (consult.receipt): no clock runs, and silence never closes this. Ask for it: Export Control Office of A, +1 555 0100.',
    )
  })

  it('may be approved against an objection: nobody has a veto', () => {
    const say = logs()
    const no = { ...ASKED, identical: 'yes', view: 'objection', reason: 'Same user.' }
    const block = blockFrom(
      [...asked(say), say('A', 'consult.reply', no, '2027-03-03')],
      '2027-03-03',
    )
    expect(stateOf(block)).toEqual([true, 'consulted'])
  })

  it('owes no notice where the member that refused says that it is another transaction', () => {
    const say = logs()
    const other = { ...ASKED, identical: 'no' }
    const block = blockFrom(
      [...asked(say), say('A', 'consult.reply', other, '2027-03-03')],
      '2027-03-03',
    )
    expect(stateOf(block)).toEqual([true, 'consulted'])
    expect(block.steps[0]?.undercut).toBeUndefined()
  })

  it('is blocked again by a consultation that was withdrawn, or was about another case', () => {
    const say = logs()
    const withdrawn = say('B', 'consult.withdraw', { consultId: 'B-1' }, '2027-03-03')
    const entries = asked(say)
    expect(stateOf(blockFrom([...entries, withdrawn], '2027-04-30'))).toEqual([false, 'to-consult'])
    expect(stateOf(blockFrom(entries, '2027-04-30', { caseRef: 'case-2' }))).toEqual([
      false,
      'to-consult',
    ])
  })

  it('is blocked again when it becomes one about another item than was asked about', () => {
    const say = logs()
    const essence = { kind: 'ic.sram', characteristics: { tid_Gy_Si: '5200 Gy(Si)' } }
    const entries = [
      say('A', 'denial.notify', refusal(), '2027-01-20'),
      say('B', 'consult.request', { ...REQUEST, essence }, '2027-03-01'),
      say('A', 'consult.receipt', ASKED, '2027-03-02'),
    ]
    const [item] = deal().items
    const memory = { id: 'memory', kind: 'ic.sram', claimed: { GB: '3A001.a.1.b' } }
    const now = (characteristics: object) =>
      blockFrom(entries, '2027-03-17', {
        transaction: deal({ items: [{ ...memory, characteristics }] }),
      })
    expect(item?.characteristics.tid_Gy_Si).toBe('5200')
    expect(stateOf(now({ tid_Gy_Si: '5200' }))).toEqual([true, 'consulted'])
    expect(stateOf(now({}))).toEqual([true, 'consulted'])
    const changed = now({ tid_Gy_Si: '4600' })
    expect(stateOf(changed)).toEqual([false, 'to-consult'])
    expect(changed.steps[0]?.says).toBe(
      'B-1 asked about another item. Ask A before it is approved: Export Control Office of A, +1 555 0100.',
    )
  })

  it('waits for nobody where the refusal is a catch-all one, which may be consulted on', () => {
    const say = logs()
    const entries = [say('A', 'denial.notify', refusal({ catchAll: true }), '2027-01-20')]
    const block = blockFrom(entries, '2027-03-01')
    expect(stateOf(block)).toEqual([true, 'may-consult'])
  })

  it('is not blocked by a refusal of its own authority, which is shown', () => {
    const say = logs()
    const entries = [say('B', 'denial.notify', refusal(), '2027-01-20')]
    expect(stateOf(blockFrom(entries, '2027-03-01'))).toEqual([true, 'own-refusal'])
  })
})

describe('one refusal notified in two regimes', () => {
  it('still asks for a consultation in the one when it is revoked in the other', () => {
    const say = logs()
    const entries = [
      say('A', 'denial.notify', refusal(), '2027-01-20'),
      say(
        'A',
        'denial.notify',
        refusal({ regime: 'AG', denialId: 'AG-7', contact: 'AG desk' }),
        '2027-01-20',
      ),
    ]
    const { by: _, ...named } = DENIAL
    const revoke = say('A', 'denial.revoke', { ...named, comment: 'Wrong regime.' }, '2027-02-01')
    const block = blockFrom([...entries, revoke], '2027-03-01')
    expect(stateOf(block)).toEqual([false, 'to-consult'])
    expect(block.steps[0]?.match.denial).toMatchObject({
      regime: 'AG',
      denialId: 'AG-7',
      contact: 'AG desk',
      validUntil: '2030-01-04',
    })
  })
})

describe('what may be the same', () => {
  const notified = (say: ReturnType<typeof logs>, changes = {}) =>
    say('A', 'denial.notify', refusal(changes), '2027-01-20')

  it('is assessed by a person, and a dismissal needs a reason and is kept', () => {
    const say = logs()
    const trader = deal({
      parties: [
        {
          role: 'end-user',
          name: 'Danube Components OOD',
          country: 'BG',
          contacts: [{ email: 'orders@balkanchip.example' }],
        },
      ],
    })
    const entries = [notified(say)]
    const open = blockFrom(entries, '2027-03-01', { transaction: trader })
    expect(stateOf(open)).toEqual([false, 'to-assess'])
    const facts = open.steps[0]?.match.facts
    const assess = {
      caseRef: 'case-1',
      denial: DENIAL,
      facts,
      outcome: 'dismissed',
      person: 'N. N.',
    }
    const bare = say('B', 'match.assess', assess, '2027-03-01')
    expect(stateOf(blockFrom([...entries, bare], '2027-03-02', { transaction: trader }))).toEqual([
      false,
      'to-assess',
    ])
    const reason = 'The domain is that of a market place.'
    const kept = say('B', 'match.assess', { ...assess, reason }, '2027-03-01')
    const after = blockFrom([...entries, kept], '2027-03-02', { transaction: trader })
    expect(stateOf(after)).toEqual([true, 'dismissed'])
    expect(after.steps[0]?.assessment?.reason).toBe(reason)
  })

  it('is looked at again when the refusal is amended or the deal changes after it was dismissed', () => {
    const say = logs()
    const entries = [notified(say)]
    const facts = blockFrom(entries, '2027-03-01').steps[0]?.match.facts
    const dismissal = {
      ...{ caseRef: 'case-1', denial: DENIAL, facts, outcome: 'dismissed', person: 'N. N.' },
      reason: 'Another institute of the same name.',
    }
    const dismissed = [...entries, say('B', 'match.assess', dismissal, '2027-03-01')]
    expect(blockFrom(dismissed, '2027-03-02').mayBeApproved).toBe(true)
    const amended = { record: refusal({ endUse: 'Missiles' }), comment: 'End use became known.' }
    const amendment = say('A', 'denial.amend', amended, '2027-03-02')
    expect(blockFrom([...dismissed, amendment], '2027-03-03').mayBeApproved).toBe(false)
    const [item] = deal().items
    const stronger = { ...item, claims: undefined, characteristics: { tid_Gy_Si: '5300' } }
    const { claims: _, ...stated } = stronger
    const other = deal({ items: [{ ...stated, claimed: { GB: '3A001.a.1.b' }, madeWith: [] }] })
    expect(blockFrom(dismissed, '2027-03-03', { transaction: other }).mayBeApproved).toBe(false)
  })
})

describe('a refusal that no longer stands', () => {
  it.each(['denial.revoke', 'denial.lapse'])('blocks nothing after %s', (type) => {
    const say = logs()
    const { by: _, ...named } = DENIAL
    const entries = [
      say('A', 'denial.notify', refusal(), '2027-01-20'),
      say('A', type, { ...named, comment: 'Cleared.' }, '2027-02-01'),
    ]
    expect(blockFrom(entries, '2027-03-01')).toEqual({ mayBeApproved: true, steps: [] })
  })
})
