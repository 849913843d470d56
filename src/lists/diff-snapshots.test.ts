import { describe, expect, it } from 'vitest'
import type { Digest } from '../kernel/index.ts'
import type { ListedParty, Snapshot } from '../screening/index.ts'
import { diffSnapshots } from './diff-snapshots.ts'
import { foldText } from './party-substance.ts'
import { day } from './temporary-files.fixture.ts'

function party(changes: Partial<ListedParty> = {}): ListedParty {
  return {
    id: '1',
    source: 'csv',
    list: 'own',
    schema: 'Organization',
    name: 'Greywater Trading Co., Ltd.',
    aliases: ['GWT', 'Grey Water'],
    weakAliases: [],
    addresses: ['1 Quay Road, Dubai, U.A.E.'],
    countries: ['AE'],
    birthDates: [],
    identifiers: {},
    programmes: [],
    rule: { footnotes: [4], licenceRequirement: 'For all items. (See 744.11)' },
    ...changes,
  }
}

function snapshot(parties: readonly ListedParty[], published = '2026-01-01'): Snapshot {
  return {
    source: 'csv',
    name: `csv ${published}`,
    digest: `sha256:${published}` as Digest,
    fileDigest: 'sha256:0' as Digest,
    published: day(published),
    lists: ['own'],
    parties,
  }
}

const diff = (older: readonly ListedParty[], newer: readonly ListedParty[]) =>
  diffSnapshots(snapshot(older), snapshot(newer, '2026-02-01'))

describe('diffSnapshots', () => {
  it('tells what came and what went', () => {
    const gone = party({ id: '2', name: 'Oldstone', aliases: [], addresses: [] })
    const come = party({ id: '3', name: 'Newfield', aliases: [], addresses: [] })
    const delta = diff([party(), gone], [party(), come])
    expect(delta).toMatchObject({
      older: { snapshot: 'csv 2026-01-01' },
      newer: { snapshot: 'csv 2026-02-01' },
      added: [come],
      removed: [gone],
      changed: [],
      reworded: 0,
      same: 1,
    })
  })

  it.each([
    ['spaces and line breaks', { name: 'Greywater  Trading\nCo.,Ltd' }],
    ['capitals', { name: 'GREYWATER TRADING CO LTD' }],
    ['the order of values', { aliases: ['Grey Water', 'GWT'] }],
    ['points in an abbreviation', { addresses: ['1 Quay Road, Dubai, UAE'] }],
    ['a comma that moved', { name: 'Greywater Trading', aliases: ['Co., Ltd. GWT', 'Grey Water'] }],
    [
      'a hint at another row',
      { addresses: ['1 Quay Road, Dubai, UAE (See also addresses under Iran)'] },
    ],
  ] satisfies readonly (readonly [string, Partial<ListedParty>])[])(
    'takes %s for the same words',
    (_, changes) => {
      expect(diff([party()], [party(changes)])).toMatchObject({ changed: [], reworded: 1, same: 0 })
    },
  )

  it.each([
    ['an alias more', { aliases: ['GWT', 'Grey Water', 'GW Lines'] }, 'aliases'],
    ['an address less', { addresses: [] }, 'addresses'],
    ['a number of the house', { addresses: ['2 Quay Road, Dubai, U.A.E.'] }, 'addresses'],
    ['an alias called weak', { aliases: ['Grey Water'], weakAliases: ['GWT'] }, 'weak aliases'],
    ['a birth date', { birthDates: ['1965'] }, 'birth dates'],
    ['a number', { identifiers: { imo: ['9826902'] } }, 'identifiers'],
    ['a last day', { to: day('2026-01-15') }, 'days'],
    ['a footnote', { rule: { ...party().rule, footnotes: [4, 5] } }, 'footnotes'],
    [
      'the requirement',
      { rule: { footnotes: [4], licenceRequirement: 'For 3A001 only' } },
      'licence requirement',
    ],
    ['the country', { countries: ['IR'] }, 'countries'],
  ] satisfies readonly (readonly [string, Partial<ListedParty>, string])[])(
    'sees %s',
    (_, changes, field) => {
      const [changed] = diff([party()], [party(changes)]).changed
      expect(changed?.fields.map((one) => one.field)).toContain(field)
    },
  )

  it('gives what is gone and what has come as printed', () => {
    const { changed } = diff([party()], [party({ aliases: ['GWT', 'GW-Lines'] })])
    expect(changed[0]?.fields).toEqual([
      { field: 'aliases', gone: ['Grey Water'], come: ['GW-Lines'] },
    ])
  })

  it('knows a party again under a corrected name, where its id is made of the name', () => {
    const renamed = party({ id: '9', name: 'Greywater Trading and Shipping Co., Ltd.' })
    const delta = diff([party()], [renamed])
    expect(delta).toMatchObject({ added: [], removed: [] })
    expect(delta.changed[0]?.fields[0]?.field).toBe('name')
  })

  it('pairs no parties of different lists', () => {
    const moved = party({ id: '9', list: 'other' })
    expect(diff([party()], [moved])).toMatchObject({ added: [moved], changed: [] })
  })

  it('pairs each party once, the most alike first', () => {
    const [a, b] = [party({ id: 'a' }), party({ id: 'b', addresses: ['2 Quay Road, Dubai'] })]
    const [c, d] = [party({ id: 'c', addresses: ['2 Quay Road, Dubai'] }), party({ id: 'd' })]
    const delta = diff([a, b], [c, d])
    expect(delta).toMatchObject({ added: [], removed: [], changed: [], reworded: 2 })
  })

  it('keeps apart parties that share an id', () => {
    const delta = diff([party(), party({ name: 'Twin' })], [party(), party({ name: 'Twin' })])
    expect(delta).toMatchObject({ added: [], removed: [], changed: [], same: 2 })
  })

  it('comes to an end where everything is new', { timeout: 30_000 }, () => {
    const many = (prefix: string): readonly ListedParty[] =>
      Array.from({ length: 1500 }, (_, index) =>
        party({ id: `${prefix}${index}`, name: `${prefix} common words ${index}`, aliases: [] }),
      )
    expect(diff(many('old'), many('new'))).toMatchObject({ same: 0 })
  })
})

describe('foldText', () => {
  it('joins the letters of an abbreviation and keeps single letters apart from words', () => {
    expect(foldText('U.A.E.; P.O. Box 7')).toBe('uae po box 7')
    expect(foldText('Plan B, ’Abd al-Rahman')).toBe('plan b abd al rahman')
  })
})
