import { describe, expect, it } from 'vitest'
import type { LegalDate } from '../kernel/index.ts'
import type { Entry, RequirementRule, Rulebook } from '../rulebook/index.ts'
import { type ComingLaw, comingDuties, comingLaw } from './coming-law.ts'
import { fullDeal, smallEngine, smallLaw } from './small-law.fixture.ts'

const day = (text: string): LegalDate => text as LegalDate
const entry = (more: object): Entry =>
  ({
    jurisdiction: 'EU',
    code: '3B501.f',
    version: 'current',
    title: 'Scanner',
    cite: 'Annex I',
    status: 'in force',
    published: '2025-09-08',
    effective: { from: '2025-11-15' },
    suspended: [],
    ...more,
  }) as unknown as Entry
const rule = (more: object): RequirementRule =>
  ({
    jurisdiction: 'EU',
    id: 'EU:Art.99',
    title: 'A duty',
    cite: 'Art. 99',
    status: 'in force',
    published: '2025-09-08',
    effective: { from: '2025-11-15' },
    suspended: [],
    ...more,
  }) as unknown as RequirementRule
const none = { authorisations: [], groupFacts: { groups: [], moves: [] } }
const found = (entries: readonly Entry[], rules: readonly RequirementRule[] = [], more = {}) =>
  comingLaw(
    { entries, rules, ...none, ...more } as unknown as Rulebook,
    day('2025-10-01'),
    day('2025-10-01'),
  )

describe('coming law', () => {
  it('was public before it takes effect, and stands together by its first day', () => {
    expect(found([entry({})], [rule({})])).toMatchObject([
      { day: '2025-11-15', jurisdiction: 'EU', pieces: [{ code: '3B501.f' }, { id: 'EU:Art.99' }] },
    ])
  })
  it('comes in the order of its days', () => {
    const later = entry({ effective: { from: '2026-02-01' } })
    expect(found([later, entry({})]).map((one) => one.day)).toEqual(['2025-11-15', '2026-02-01'])
  })
  it.each([
    ['in effect already', { effective: { from: '2025-10-01' } }],
    ['published later', { published: '2025-10-02' }],
    ['published on a day that nobody states', { published: undefined }],
    ['a mere proposal', { status: 'proposed by the Commission' }],
    ['of no stated first day', { effective: {} }],
  ])('is nothing %s', (_, more) => {
    expect(found([entry(more)])).toEqual([])
  })
})

describe('law that is suspended', () => {
  const lying = (suspension: object, more: object = {}) =>
    found([entry({ effective: { from: '2025-01-01' }, suspended: [suspension], ...more })])
  it('comes again on the day after', () => {
    expect(lying({ from: '2025-09-01', to: '2026-03-31' })).toMatchObject([
      { day: '2026-04-01', pieces: [{ code: '3B501.f' }] },
    ])
  })
  it.each([
    ['is over', { from: '2025-01-01', to: '2025-09-30' }, {}],
    ['comes later', { from: '2025-10-02', to: '2026-03-31' }, {}],
    ['has no stated end', { from: '2025-09-01' }, {}],
    [
      'outlasts the law',
      { from: '2025-09-01', to: '2026-03-31' },
      { effective: { from: '2025-01-01', to: '2026-03-31' } },
    ],
  ])('is nothing to come where the suspension %s', (_what, suspension, more) => {
    expect(lying(suspension, more)).toEqual([])
  })
  it('is nothing to come for who did not know of the suspension', () => {
    const entries = [
      entry({ effective: {}, suspended: [{ from: '2025-09-01', to: '2026-03-31' }] }),
    ]
    const rulebook = { entries, rules: [], ...none } as unknown as Rulebook
    expect(comingLaw(rulebook, day('2025-10-01'), day('2025-08-31'))).toEqual([])
    expect(comingLaw(rulebook, day('2025-10-01'), day('2025-09-01'))).toHaveLength(1)
  })
})

describe('an authorisation or a country that comes', () => {
  const authorisation = (more: object = {}) => ({
    jurisdiction: 'EU',
    id: 'EU009',
    title: 'For partners',
    cite: 'Annex II',
    status: 'in force',
    published: '2025-09-08',
    effective: { from: '2025-11-15' },
    ...more,
  })
  const move = (more: object = {}) => ({
    country: 'AE',
    group: 'A:5',
    effective: { from: '2025-11-15' },
    published: '2025-09-08',
    cite: 'Supp. 1',
    mark: 'text',
    ...more,
  })
  const group = (more: object = {}) => ({
    name: 'A:5',
    jurisdiction: 'US',
    effective: {},
    members: ['AE', 'JP'],
    cite: 'Supp. 1',
    mark: 'text',
    ...more,
  })
  const coming = (
    authorisations: readonly object[],
    moves: readonly object[],
    groups = [group()],
  ) =>
    found([], [], { authorisations, groupFacts: { groups, moves } }).flatMap(
      ({ day: on, jurisdiction, pieces }) =>
        pieces.map((one) => [
          on,
          jurisdiction,
          'comes' in one ? `${one.country} ${one.comes} ${one.group}` : (one as { id: string }).id,
        ]),
    )
  it('is public before its day', () => {
    expect(coming([authorisation()], [move()])).toEqual([
      ['2025-11-15', 'EU', 'EU009'],
      ['2025-11-15', 'US', 'AE into A:5'],
    ])
  })
  it.each([
    ['published later', { published: '2025-10-02' }],
    ['published on a day that nobody states', { published: undefined }],
    ['in effect already', { effective: { from: '2025-10-01' } }],
  ])('is nothing %s', (_, more) => {
    expect(coming([authorisation(more)], [move(more)])).toEqual([])
  })
  it('leaves on the day after its last, which stands in the text that holds', () => {
    const lasting = { effective: { from: '2025-01-01', to: '2026-04-06' }, published: undefined }
    expect(coming([], [move(lasting)])).toEqual([['2026-04-07', 'US', 'AE out of A:5']])
    const ending = group({ effective: lasting.effective, members: ['AE'] })
    expect(coming([], [], [ending])).toEqual([['2026-04-07', 'US', 'AE out of A:5']])
    expect(coming([], [move({ ...lasting, effective: { to: '2026-04-06' } })])).toEqual([])
  })
  it('is told with what may be done then', () => {
    const law = {
      day: day('2025-11-15'),
      jurisdiction: 'US',
      pieces: [authorisation(), { ...move(), comes: 'into' }],
    } as unknown as ComingLaw
    const told = (usable: boolean | 'unknown') =>
      comingDuties(law, day('2025-10-01'), {
        jurisdiction: 'US',
        items: [],
        licence: {
          by: [],
          required: { asWritten: true },
          exceptions: [
            { id: 'EU009', item: 'scanner', usable },
            { id: 'LVS', item: 'scanner', usable: true },
          ],
        },
      } as unknown as Parameters<typeof comingDuties>[2]).map(({ what, by }) => [
        what.slice(0, what.indexOf('.')),
        by,
      ])
    expect(told('unknown')).toEqual([
      ['From 2025-11-15 EU009 may be used for scanner: For partners', '2025-11-14'],
      ['From 2025-11-15 AE is in A:5 of US', '2025-11-14'],
    ])
    expect(told(true)[0]?.[0]).toContain('EU009 can be used for scanner')
    expect(told(false)[0]?.[0]).toContain('EU009 cannot be used for scanner')
  })
})

describe('what is owed before coming law', () => {
  const law: ComingLaw = {
    day: day('2025-11-15'),
    jurisdiction: 'EU',
    pieces: [entry({}), rule({})],
  }
  const then = (more: object, required: boolean | 'unknown' = true) =>
    comingDuties(law, day('2025-10-01'), {
      jurisdiction: 'EU',
      items: [],
      licence: { by: [], required: { asWritten: required, asAdministered: required } },
      ...more,
    } as unknown as Parameters<typeof comingDuties>[2])
  const listed = (more: object = {}) => ({
    items: [
      {
        item: 'scanner',
        entries: [{ code: '3B501.f', version: 'current', truth: 'true', ...more }],
      },
    ],
  })
  it('names the entry, its day and its source, until the day before', () => {
    expect(then(listed())).toEqual([
      {
        by: '2025-11-14',
        cite: 'Annex I',
        to: 'the exporter',
        what: 'From 2025-11-15 EU:3B501.f lists scanner: Scanner. Under the law of EU the deal needs a licence then. Ask again for that day if it has not left by then.',
      },
    ])
  })
  it('says that it is law again after a suspension', () => {
    const suspended = [{ from: day('2025-09-01'), to: day('2025-11-14') }]
    const again = { ...law, pieces: [entry({ suspended }), rule({ suspended })] }
    const duties = comingDuties(again, day('2025-10-01'), {
      jurisdiction: 'EU',
      ...listed(),
      licence: { by: [{ rule: 'EU:Art.99', truth: 'true' }], required: { asWritten: true } },
    } as unknown as Parameters<typeof comingDuties>[2])
    expect(duties.map(({ what }) => what.slice(0, 56))).toEqual([
      'From 2025-11-15 EU:3B501.f lists scanner again: Scanner.',
      'From 2025-11-15 EU:Art.99 applies again: A duty. Under t',
    ])
  })
  it('says what may be, where facts are missing', () => {
    const [duty] = then(listed({ truth: 'unknown' }), 'unknown')
    expect(duty?.what).toContain('may list scanner')
    expect(duty?.what).toContain('is not decided')
  })
  it('is nothing where another text of the paragraph is met, or no licence is said of it', () => {
    expect(then(listed({ version: '2023' }))).toEqual([])
    expect(then(listed(), false)[0]?.what).not.toContain('licence')
  })
  it('names a rule only where it will hold', () => {
    const by = (truth: string) => ({
      licence: { by: [{ rule: 'EU:Art.99', truth }], required: { asWritten: false } },
    })
    expect(then(by('true'))).toMatchObject([{ cite: 'Art. 99', by: '2025-11-14' }])
    expect(then(by('unknown'))).toEqual([])
  })
})

describe('a deal that coming law reaches', () => {
  const chip = { id: 'chip', kind: 'ic.processor', characteristics: { tpp: 9000, hard: false } }
  const toldOf = (law: Rulebook, more: object) =>
    smallEngine(law)
      .determine(fullDeal({ items: [chip], ...more }))
      .duties.map(({ what }) => what)
      .filter((what) => what.startsWith('From '))
  const fromNetherlands = { route: { from: 'NL', to: 'JP', via: [] } }
  it('is told of a general authorisation that will be there', () => {
    const law = smallLaw([
      'eu/authorisations.yaml',
      '    cite: Annex II',
      '    effective: {from: 2024-09-01}\n    published: 2024-07-15\n    cite: Annex II',
    ])
    expect(toldOf(law, fromNetherlands)).toEqual([
      'From 2024-09-01 EU001 may be used for chip: To partners. Under the law of EU the deal needs a licence then. Ask again for that day if it has not left by then.',
    ])
    expect(toldOf(law, { ...fromNetherlands, date: '2024-07-14' })).toEqual([])
    expect(toldOf(law, { ...fromNetherlands, date: '2024-09-01' })).toEqual([])
  })
  it('is told of a country that moves, where that bears on it', () => {
    const law = smallLaw([
      'eu/groups.yaml',
      'groups:',
      'moves: [{country: JP, group: partners, from: 2024-09-01, published: 2024-07-15, cite: annex, mark: text}]\ngroups:',
    ])
    expect(toldOf(law, fromNetherlands)).toEqual([
      'From 2024-09-01 JP is in partners of EU. Under the law of EU the deal needs a licence then. Ask again for that day if it has not left by then.',
    ])
    expect(toldOf(law, { ...fromNetherlands, date: '2024-07-14' })).toEqual([])
    const unlisted = { ...chip, characteristics: { tpp: 50, hard: false } }
    expect(toldOf(law, { ...fromNetherlands, items: [unlisted] })).toEqual([])
    expect(toldOf(law, { route: { from: 'NL', to: 'US', via: [] }, parties: [] })).toEqual([])
  })
})
