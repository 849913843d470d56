import { describe, expect, test } from 'vitest'
import type { LegalDate } from '../../kernel/index.ts'
import type { GoldRow } from './gold-row.ts'
import { transactionOf } from './gold-transaction.ts'

function read(stated: Record<string, unknown>, item: GoldRow['item'] = {}) {
  const transaction = { from: 'US', to: 'CN', ...stated }
  const row: GoldRow = {
    id: 'T-1',
    asOf: '2026-06-01' as LegalDate,
    item,
    transaction,
    expected: {},
  }
  const { notUnderstood, transaction: file } = transactionOf(row, transaction)
  const [exporter, endUser] = file.parties as readonly Record<string, unknown>[]
  return { file, exporter, endUser, notUnderstood }
}

describe('a gold row read as a transaction', () => {
  test('says who, from where and where to, and closes what it does not say', () => {
    const { file, exporter, endUser, notUnderstood } = read(
      { date: '2026-06-01' },
      { name: 'Chip', parameters: { kind: 'ic.processor', tpp: 1 }, claimed: { US: 'EAR99' } },
    )
    expect(file).toMatchObject({
      id: 'T-1',
      date: '2026-06-01',
      kind: 'export',
      route: { from: 'US', to: 'CN' },
      items: [
        { id: 'item', kind: 'ic.processor', characteristics: { tpp: 1 }, claimed: { US: 'EAR99' } },
      ],
      endUse: { uses: ['civil'], military: false, wmd: false },
    })
    expect(exporter).toMatchObject({ role: 'exporter', country: 'US', headquarters: 'US' })
    expect(endUser).toMatchObject({ role: 'end-user', country: 'CN', headquarters: 'CN' })
    expect(endUser).not.toHaveProperty('facility')
    expect(notUnderstood).toEqual([])
  })

  test('the kind of a contained item may stand beside its parameters', () => {
    const content = [{ kind: 'ic.processor', parameters: { tpp: 1 } }]
    const { file } = read({}, { parameters: { kind: 'assembly' }, content })
    expect(file.items).toMatchObject([
      { kind: 'assembly', content: [{ kind: 'ic.processor', characteristics: { tpp: 1 } }] },
    ])
  })

  test('headquarters are where the row says', () => {
    const { exporter, endUser } = read({ HQ: 'US', exporterHQ: 'KR' })
    expect([exporter?.headquarters, endUser?.headquarters]).toEqual(['KR', 'US'])
  })

  test('a plant that makes advanced nodes, by its node and its use', () => {
    const { file, endUser } = read({ nodeKnown: true, node: 14, end_use: 'advanced-node IC' })
    expect(endUser?.facility).toMatchObject({ type: 'fab', nodeNm: '14', makesAdvancedNode: true })
    expect(file.endUse).toMatchObject({ uses: ['advanced-node', 'ic-production'] })
  })

  test('a node that is stated as not known is stated, not absent', () => {
    const { endUser } = read({ nodeKnown: false })
    expect(endUser?.facility).toEqual({
      type: 'fab',
      nodeNm: 'unknown',
      makesAdvancedNode: 'unknown',
    })
  })

  test('a node alone leaves open whether it is advanced: that is for the law to say', () => {
    expect(read({ node: 28 }).endUser?.facility).toEqual({ type: 'fab', nodeNm: '28' })
  })

  test('a node that is known is that of a planar logic process, as far as the row says', () => {
    expect(read({ nodeKnown: true, node: 28 }).endUser?.facility).toEqual({
      type: 'fab',
      nodeNm: '28',
      product: 'logic',
      nonPlanar: false,
    })
  })

  test.each([{ nodeKnown: false }, { facility: 'legacy' }, { makesAdvancedNode: true }])(
    'who speaks of the plant sends goods to make circuits: %j',
    (stated) => {
      expect(read(stated).file.endUse).toMatchObject({ uses: ['ic-production'] })
      expect(read({ ...stated, end_user: 'military' }).file.endUse).toMatchObject({
        uses: ['military'],
      })
    },
  )

  test.each([{ end_user: 'military intelligence' }, { end_use: 'military-intelligence' }])(
    'military intelligence is told apart from the military: %j',
    (stated) => {
      expect(read(stated).file.endUse).toMatchObject({ military: true, militaryIntelligence: true })
      expect(read({ end_user: 'military' }).file.endUse).not.toHaveProperty('militaryIntelligence')
    },
  )

  test('a service by a US person', () => {
    const stated = { kind: 'service', actor: 'US person', employerHQ: 'NL', facility: 'advanced' }
    const { file, endUser } = read({ ...stated, makesAdvancedNode: true, from: 'NL' })
    expect(file.persons).toEqual([
      { usPerson: true, employerHeadquarters: 'NL', location: 'CN', activity: 'servicing' },
    ])
    expect(endUser?.facility).toEqual({ type: 'fab', makesAdvancedNode: true })
  })

  test('the tool serviced is claimed for the item', () => {
    const { file } = read({ servicedItem: '3B001.f.1.b.2' }, { parameters: { kind: 'service' } })
    expect(file.items).toMatchObject([{ claimed: { US: '3B001.f.1.b.2' } }])
  })

  test('a military end user is one by type and by use', () => {
    const { file, endUser } = read({ end_user: 'military' })
    expect(endUser).toMatchObject({ type: 'military' })
    expect(file.endUse).toMatchObject({ uses: ['military'], military: true })
  })

  test('a share of a listed owner', () => {
    expect(read({ party: 'affiliate 60 %' }).endUser?.owners).toMatchObject([
      { share: '0.6', claimedStatus: [{ list: 'us-entity-list' }] },
    ])
  })

  test.each([
    ['a key that is not known', { colour: 'red' }],
    ['a party', { party: 'a friend' }],
    ['a use', { end_use: 'zzz' }],
    ['an end user', { end_user: 'zzz' }],
    ['a facility', { facility: 'zzz' }],
    ['an actor', { actor: 'zzz' }],
  ])('%s that is not understood is told', (_name, stated) => {
    const [key = ''] = Object.keys(stated)
    expect(read(stated).notUnderstood.join()).toContain(key)
  })

  test.each([
    ['US person', true],
    ['American engineer', true],
    ['non-US person', false],
    ['NL national', false],
    ['Dutch engineer', false],
  ])('reads the actor %j as a US person: %s', (actor, usPerson) => {
    const { file, notUnderstood } = read({ kind: 'service', actor })
    expect(notUnderstood).toEqual([])
    expect(file.persons).toMatchObject([{ usPerson }])
  })
})
