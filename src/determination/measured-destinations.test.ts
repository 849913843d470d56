import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { projectDeterminer } from './project-determiner.fixture.ts'

const { rulebook, parse, determiner } = projectDeterminer()

const SEATS = ['US', 'DE', 'NL', 'GB', 'JP', 'KR', 'CN']
const MEASURED = ['RU', 'BY', 'KP', 'IR', 'UA-43', 'UA-14', 'UA-09']
const HUB = 'AE'

/** Garden chairs that nobody lists, made where they leave from, of whose deal everything else is stated. */
function chairs(from: string, to: string, of: string) {
  const legalOrder = ['DE', 'NL'].includes(from) ? { EU: 'not-listed' } : {}
  const claimed = { ...legalOrder, US: 'EAR99', ...(from === 'US' ? {} : { [from]: 'not-listed' }) }
  return {
    id: `${from}-${to}-${of}`,
    date: '2026-08-01',
    kind: 'export',
    route: { from, to, via: [] },
    items: [
      {
        id: 'chairs',
        kind: 'other',
        hs: '940179',
        claimed,
        origin: from,
        content: [],
        madeWith: ['technology', 'software', 'plant-equipment'].map((what) => ({
          what,
          origin: from,
        })),
      },
    ],
    parties: [
      {
        role: 'exporter',
        name: 'Lantern Export',
        country: from,
        headquarters: from,
        type: 'commercial',
      },
      {
        role: 'end-user',
        name: 'Harbour Bakery',
        country: of,
        headquarters: of,
        type: 'commercial',
      },
    ],
    persons: [{ usPerson: from === 'US', nationalities: [from], activity: 'shipping' }],
    endUse: { uses: ['civil'], military: false, wmd: false },
    knowledge: { informed: [], redFlags: [] },
  }
}

function licenceOf(from: string, to: string, of: string) {
  const answer = unwrap(determiner.determine(unwrap(parse(chairs(from, to, of))))).jurisdictions
  return answer.map(({ jurisdiction, verdict }) => `${jurisdiction} ${verdict}`)
}

describe('destinations with measures that are not wholly encoded', () => {
  it.each(SEATS.flatMap((from) => MEASURED.map((to) => [from, to] as const)))(
    'clears nothing from %s to %s, nor to a hub for somebody there',
    (from, to) => {
      for (const booked of [to, HUB]) {
        const verdicts = licenceOf(from, booked, to)
        expect(verdicts.length).toBeGreaterThan(0)
        // Somebody's law has to stand in the way, whoever else has none to say.
        expect(verdicts.every((one) => one.includes(' clear'))).toBe(false)
      }
    },
  )

  it('clears the same for a neighbour of the exporter', () => {
    expect(licenceOf('JP', 'KR', 'KR')).toEqual(['JP clear-with-conditions'])
    expect(licenceOf('KR', 'JP', 'JP')).toEqual(['KR clear-with-conditions'])
  })
})

describe('deliveries that no country here lets out', () => {
  const inRussia = (of: string) => {
    const deal = chairs('RU', 'RU', 'RU')
    const [supplier, ...others] = deal.parties
    const parties = [{ ...supplier, country: of, headquarters: of }, ...others]
    const items = deal.items.map((item) => ({ ...item, origin: of }))
    const persons = [{ usPerson: false, nationalities: ['RU'], activity: 'shipping' }]
    return unwrap(determiner.determine(unwrap(parse({ ...deal, parties, items, persons }))))
  }

  it.each([
    ['DE', 'EU'],
    ['GB', 'GB'],
  ])('are held by the sanctions of the home of who supplies, %s', (of, seat) => {
    const { jurisdictions, coverage } = inRussia(of)
    expect(jurisdictions.find(({ jurisdiction }) => jurisdiction === seat)?.verdict).toBe(
      'undetermined',
    )
    expect(coverage.some(({ area }) => area.startsWith('Sanctions regulations'))).toBe(true)
  })

  it('are not clear where no law here has a hold at all', () => {
    const { verdict, because, jurisdictions } = inRussia('RU')
    expect(jurisdictions).toEqual([])
    expect(verdict).toBe('undetermined')
    expect(because).toContainEqual(expect.stringContaining('No law that is encoded here'))
  })
})

describe('the common high priority list', () => {
  const listed = rulebook.tables.get('tables/high-priority') as {
    highPriority: readonly { readonly hs: readonly string[] }[]
  }
  const codes = new Set(listed.highPriority.flatMap(({ hs }) => hs).filter((hs) => hs.length === 6))
  const rules = rulebook.rules.filter(({ title }) => title.includes('common high priority list'))

  it('is the same in every rule that is written by it', () => {
    expect(codes.size).toBe(50)
    expect(new Set(rules.map(({ jurisdiction }) => jurisdiction))).toEqual(
      new Set(['US', 'EU', 'GB', 'JP', 'KR']),
    )
    for (const rule of rules) {
      const named = JSON.stringify(rule.requires).match(/\d{6}(?=\*)/g)
      expect(new Set(named), rule.id).toEqual(codes)
    }
  })
})
