import { describe, expect, it } from 'vitest'
import { parseLegalDate, unwrap } from '../kernel/index.ts'
import { createFlagResolver } from './flag-resolver.ts'
import { judgeOwners, type OwnersJudged, ownershipRulesOf } from './owners.ts'
import { NOT_SCREENED, type ScreenedStatus } from './party-status.ts'
import { smallLaw } from './small-law.fixture.ts'
import type { Owner, Party } from './transaction-parties.ts'

const rules = ownershipRulesOf(smallLaw())
const listed = (share: string | undefined, list = 'us-entity-list', name = 'Listed'): Owner => ({
  name,
  ...(share === undefined ? {} : { share }),
  claimedStatus: [{ list }],
})
const other = (share: string, name = 'Other'): Owner => ({ name, share })
const party = (owners?: readonly Owner[], more: Partial<Party> = {}): Party => ({
  role: 'end-user',
  name: 'Fab',
  ...(owners === undefined ? {} : { owners: [...owners] }),
  ...more,
})
const CLEAR: ScreenedStatus = { holds: new Set(), open: new Set() }

function judge(
  parties: readonly Party[],
  how: { readonly screened?: (name: string) => ScreenedStatus; readonly readOthers?: boolean } = {},
): OwnersJudged {
  const { screened = () => CLEAR, readOthers = true } = how
  const names = new Set<string>()
  const collect = ({ name, owners = [] }: Party | Owner): void => {
    names.add(name)
    for (const owner of owners) collect(owner)
  }
  for (const one of parties) collect(one)
  return judgeOwners({
    parties,
    screened: new Map([...names].map((name) => [name, screened(name)])),
    rules,
    asOf: unwrap(parseLegalDate('2025-10-15')),
    othersUnlisted: readOthers,
    resolver: createFlagResolver(undefined, []),
  })
}

const statusOf = ({ status }: OwnersJudged) =>
  status === undefined ? undefined : { is: [...status.members], open: [...status.undecided] }

describe('owners of parties', () => {
  it.each<[string, readonly Owner[], readonly string[], readonly string[]]>([
    ['one owner at the threshold', [listed('0.5'), other('0.5')], ['US:affiliates'], []],
    ['one owner below it', [listed('0.49'), other('0.51')], [], []],
    [
      'two listed owners together',
      [listed('0.25', 'us-entity-list', 'A'), listed('0.25', 'us-entity-list', 'B'), other('0.5')],
      ['US:affiliates'],
      [],
    ],
    [
      'owners of two lists that one rule adds up and the other does not',
      [listed('0.3', 'us-entity-list', 'A'), listed('0.3', 'us-meu', 'B'), other('0.4')],
      ['US:affiliates'],
      [],
    ],
    [
      'an unstated rest that could carry it over',
      [listed('0.3'), other('0.4')],
      [],
      ['US:affiliates'],
    ],
    ['an unstated rest that could not', [listed('0.1'), other('0.6')], [], []],
    ['a rest that nobody states, and nobody listed', [other('0.3')], [], []],
    [
      'a listed owner of unstated share, beside whom others may be on any list',
      [listed(undefined), other('0.2')],
      [],
      ['US:affiliates', 'US:military-affiliates'],
    ],
    [
      'a listed owner through another',
      [{ ...other('0.6'), owners: [listed('0.5'), other('0.5', 'Third')] }, other('0.4', 'Fourth')],
      ['US:affiliates'],
      [],
    ],
    [
      'a listed owner below half of an owner',
      [{ ...other('0.6'), owners: [listed('0.4'), other('0.6', 'Third')] }, other('0.4', 'Fourth')],
      [],
      [],
    ],
  ])('with %s', (_name, owners, is, open) => {
    expect(statusOf(judge([party(owners)]))).toEqual({ is, open })
  })

  it('says nothing without parties, and is open where no edition has rules', () => {
    expect(statusOf(judge([]))).toBeUndefined()
    const none = judgeOwners({
      parties: [party()],
      screened: new Map(),
      rules: undefined,
      asOf: unwrap(parseLegalDate('2025-10-15')),
      othersUnlisted: true,
      resolver: createFlagResolver(undefined, []),
    })
    expect(statusOf(none)).toEqual({ is: [], open: ['*'] })
  })

  it('reads unstated owners as unlisted only where the law has that reading, and says so', () => {
    expect(judge([party()])).toMatchObject({ isAssumed: true })
    expect(statusOf(judge([party()]))).toEqual({ is: [], open: [] })
    expect(statusOf(judge([party()], { readOthers: false }))).toEqual({ is: [], open: ['*'] })
    expect(judge([party(undefined, { type: 'individual' })])).toMatchObject({ isAssumed: false })
  })

  it('is open where an owner may be listed or nobody looked', () => {
    const maybe = [{ name: 'Maybe', share: '0.6' }, other('0.4')]
    const hit: ScreenedStatus = { holds: new Set(), open: new Set(['us-meu']) }
    const found = judge([party(maybe)], { screened: (name) => (name === 'Maybe' ? hit : CLEAR) })
    expect(statusOf(found)).toEqual({ is: [], open: ['US:affiliates', 'US:military-affiliates'] })
    expect(statusOf(judge([party(maybe)], { screened: () => NOT_SCREENED }))?.open).toHaveLength(2)
  })

  it('shows the chain and what follows', () => {
    const found = judge([
      party([
        { ...other('0.6'), owners: [listed('0.5'), other('0.5', 'Third')] },
        other('0.4', 'Fourth'),
      ]),
    ])
    expect(found.answers.get('Fab')).toEqual([
      {
        because: 'Listed 50 % > Other 60 % > Fab; It is in effect.',
        cite: '744.11(a)',
        consequence: 'As for the most restricted owner.',
        inEffect: 'true',
        owned: 'true',
        rule: 'US:affiliates',
        share: { least: '0.6', most: '0.6' },
      },
    ])
  })

  it('names the most restricted of several owners by the words of their rows', () => {
    const row = (name: string, licenceRequirement: string): ScreenedStatus => ({
      holds: new Set(['us-entity-list']),
      open: new Set(),
      rows: [{ list: 'us-entity-list', name, rule: { footnotes: [], licenceRequirement } }],
    })
    const rows: Readonly<Record<string, ScreenedStatus>> = {
      Mild: row('Mild', 'For some.'),
      Hard: row('Hard', 'For all items.'),
    }
    const found = judge([party([other('0.5', 'Mild'), other('0.5', 'Hard')])], {
      screened: (name) => rows[name] ?? CLEAR,
    })
    expect(found.answers.get('Fab')?.[0]?.consequence).toBe(
      'As for the most restricted owner. Most restricted owner: Hard (For all items).',
    )
  })

  it('flags a listed owner below the threshold, and takes both statements of one party', () => {
    const [flag] = judge([party([listed('0.3'), other('0.7')])]).flags
    expect(flag).toMatchObject({
      id: 'listed-owner/minority/Fab/Listed',
      rule: 'listed-owner',
      state: 'open',
    })
    const twice = [party([listed('0.3'), other('0.7')]), party([listed('0.6'), other('0.4')])]
    expect(statusOf(judge(twice))).toEqual({ is: [], open: ['US:affiliates'] })
  })

  it('ends in a circle of holdings', () => {
    const circle: Owner = { name: 'Other', share: '1', owners: [{ name: 'Fab', share: '1' }] }
    expect(statusOf(judge([party([circle])]))).toEqual({ is: [], open: [] })
  })
})
