import { describe, expect, it } from 'vitest'
import type { LegalDate } from '../kernel/index.ts'
import type { Entry, RequirementRule, Rulebook } from '../rulebook/index.ts'
import { type ComingLaw, comingDuties, comingLaw } from './coming-law.ts'

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
const found = (entries: readonly Entry[], rules: readonly RequirementRule[] = []) =>
  comingLaw({ entries, rules } as unknown as Rulebook, day('2025-10-01'), day('2025-10-01'))

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
    const rulebook = { entries, rules: [] } as unknown as Rulebook
    expect(comingLaw(rulebook, day('2025-10-01'), day('2025-08-31'))).toEqual([])
    expect(comingLaw(rulebook, day('2025-10-01'), day('2025-09-01'))).toHaveLength(1)
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
