import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { isBods, MAX_STATEMENTS, readBods } from './read-bods.ts'

function statement(recordType: string, recordId: string, recordDetails: object, more = {}): object {
  return {
    statementId: `s-${recordId}`,
    statementDate: '2026-01-01',
    recordId,
    recordType,
    recordStatus: 'new',
    recordDetails,
    ...more,
  }
}

const entity = (id: string, name?: string): object =>
  statement('entity', id, { entityType: { type: 'registeredEntity' }, ...(name && { name }) })
const person = (id: string): object =>
  statement('person', id, { names: [{ fullName: 'Ann Example' }, { fullName: 'A. Example' }] })

function link(interests: unknown, more: object = {}, ends: object = {}): object {
  const details = { subject: 'co', interestedParty: 'ann', interests, ...ends }
  return statement('relationship', 'r', details, more)
}

function read(...statements: readonly unknown[]) {
  return unwrap(readBods(statements))
}

function shareOf(share: unknown, more: object = {}): string {
  const { stakes } = read(
    entity('co', 'Co'),
    person('ann'),
    link([{ type: 'shareholding', share, ...more }]),
  )
  return stakes.map((one) => `${one.share.least}..${one.share.most}`).join(' ')
}

describe('statements of 0.4', () => {
  it('become parties with all their names, and stakes with their days', () => {
    const days = { startDate: '2020-05-01T00:00:00Z', endDate: '2025-01-31' }
    const interest = { type: 'shareholding', directOrIndirect: 'direct', share: { exact: 25.5 } }
    const { parties, stakes, problems } = read(
      entity('co', 'Co'),
      person('ann'),
      link([{ ...interest, ...days }], { source: { description: 'Register' } }),
    )
    expect(problems).toEqual([])
    expect(parties).toEqual([
      { id: 'co', name: 'Co', kind: 'entity' },
      { id: 'ann', name: 'Ann Example', otherNames: ['A. Example'], kind: 'person' },
    ])
    expect(stakes).toMatchObject([
      {
        owner: 'ann',
        owned: 'co',
        interest: 'ownership',
        directness: 'direct',
        from: '2020-05-01',
        to: '2025-01-31',
        source: 'Register',
      },
    ])
    expect(`${stakes[0]?.share.least}`).toBe('0.255')
  })

  it('read shares in every form, and take none stated as unknown', () => {
    expect(shareOf({ exact: 49.999 })).toBe('0.49999..0.49999')
    expect(shareOf({ minimum: 25, maximum: 50 })).toBe('0.25..0.5')
    expect(shareOf({ exclusiveMinimum: 50 })).toBe('0.5..1')
    expect(shareOf({ minimum: 75, exclusiveMinimum: true })).toBe('0.75..1')
    expect(shareOf({})).toBe('0..1')
    expect(shareOf(null)).toBe('0..1')
  })

  it('tell what is wrong with a row, leave it out and count it', () => {
    for (const share of [
      { exact: 101 },
      { minimum: 60, maximum: 50 },
      { exact: -1 },
      { exact: 'x' },
    ]) {
      expect(shareOf(share)).toBe('')
    }
    expect(shareOf({ exact: 5 }, { startDate: 'yesterday' })).toBe('')
    const { problems, unread } = read(entity('co', 'Co'), link([{}]), 7, { statementId: 'x' })
    expect(unread).toBe(3)
    expect(problems.map(({ where }) => where?.path)).toEqual(['[2]', '[3]', '[1]'])
  })

  it('take an interest of which the kind is not said as perhaps ownership', () => {
    for (const interests of [[{ share: { exact: 60 } }], [{ type: 'unknownInterest' }], [], null]) {
      const { stakes } = read(entity('co', 'Co'), person('ann'), link(interests))
      expect(stakes).toMatchObject([{ interest: 'ownership', directness: 'unknown' }])
      expect(stakes[0]?.share.least.isZero()).toBe(true)
    }
  })

  it('take votes and boards as control', () => {
    const { stakes } = read(entity('co', 'Co'), person('ann'), link([{ type: 'votingRights' }]))
    expect(stakes).toMatchObject([{ interest: 'control', what: 'votingRights' }])
  })

  it('take an owner who is not named as nobody in particular', () => {
    const ends = { interestedParty: { reason: 'subjectUnableToConfirmOrIdentifyBeneficialOwner' } }
    expect(read(entity('co', 'Co'), link([{}], {}, ends))).toMatchObject({ stakes: [], unread: 0 })
  })

  it('mark a party without a name, which nobody could screen', () => {
    expect(read(entity('co')).parties).toMatchObject([{ id: 'co', isUnnamed: true }])
  })

  it('of a record count the newest statement, whatever the order, and end a closed one', () => {
    const old = link([{ type: 'shareholding', share: { exact: 10 } }])
    const young = link([{ type: 'shareholding', share: { exact: 60 } }], {
      statementDate: '2026-03-01',
      recordStatus: 'closed',
    })
    for (const order of [
      [old, young],
      [young, old],
    ]) {
      const { stakes } = read(entity('co', 'Co'), person('ann'), ...order)
      expect(stakes).toMatchObject([{ to: '2026-03-01' }])
      expect(`${stakes[0]?.share.most}`).toBe('0.6')
    }
  })
})

describe('statements of 0.3', () => {
  const co = {
    statementID: 'e1',
    statementType: 'entityStatement',
    name: 'Old Co',
    entityType: 'registeredEntity',
  }
  const renamed = { ...co, statementID: 'e2', name: 'New Co', replacesStatements: ['e1'] }
  const ann = { statementID: 'p1', statementType: 'personStatement', names: [{ fullName: 'Ann' }] }
  const own = {
    statementID: 'o1',
    statementType: 'ownershipOrControlStatement',
    subject: { describedByEntityStatement: 'e1' },
    interestedParty: { describedByPersonStatement: 'p1' },
    interests: [{ type: 'shareholding', interestLevel: 'direct', share: { exact: 50 } }],
  }

  it('are read too, a replaced statement under the one in its place', () => {
    const { parties, stakes, problems } = read(co, ann, own, renamed)
    expect(problems).toEqual([])
    expect(parties.map(({ id, name }) => `${id} ${name}`)).toEqual(['p1 Ann', 'e2 New Co'])
    expect(stakes).toMatchObject([{ owner: 'p1', owned: 'e2', directness: 'direct' }])
  })

  it('end where statements replace each other in a circle', () => {
    const circle = [{ ...co, replacesStatements: ['e2'] }, renamed]
    expect(read(...circle, ann, own).stakes).toMatchObject([{ owner: 'p1', owned: 'e1' }])
  })
})

describe('anything else', () => {
  it('is refused as a whole where it is no list, or too long', () => {
    expect(readBods({})).toMatchObject({ problems: [{ code: 'ownership.not-bods' }] })
    const long = readBods(Array.from({ length: MAX_STATEMENTS + 1 }, () => 0))
    expect(long).toMatchObject({ problems: [{ code: 'ownership.too-large' }] })
    expect([isBods([]), isBods({}), isBods([{ statementId: 'a' }])]).toEqual([false, false, true])
  })

  it('is never a crash, and every row is a party, a stake or a problem', () => {
    const piece = fc.oneof(
      fc.jsonValue(),
      fc.record({
        statementId: fc.string(),
        recordId: fc.constantFrom('a', 'b', '__proto__'),
        recordType: fc.constantFrom('entity', 'person', 'relationship'),
        recordDetails: fc.jsonValue(),
      }),
    )
    fc.assert(
      fc.property(fc.array(piece), (statements) => {
        const { problems, unread } = read(...statements)
        expect(problems.length).toBe(Math.min(100, unread))
      }),
      { numRuns: 300 },
    )
  })
})
