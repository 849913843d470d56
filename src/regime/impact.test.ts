import { describe, expect, it } from 'vitest'
import { parseItem } from '../classification/index.ts'
import { createTransactionParser } from '../determination/index.ts'
import { type LegalDate, parseShape, unwrap } from '../kernel/index.ts'
import { projectLaw } from '../rulebook/project-law.fixture.ts'
import { impactOf } from './impact.ts'
import { proposalContent } from './proposals/messages.ts'

const asOf = '2026-06-02' as LegalDate
const rulebook = projectLaw()

const NOTE = {
  ...{ proposal: '2027-sterilise-note', title: 'What "sterilised in situ" means' },
  ...{ matter: 'list-note', rationale: 'Hot air alone does not.' },
  interprets: [
    { entry: 'EU:2B352.h', words: 'sterilised', reading: 'All viable microbes are eliminated.' },
  ],
}
const DRYER = { water_evaporation_kg_h: 3, product_particle_um: 8 }
const read = (content: object) => unwrap(parseShape(proposalContent, content))
const asked = { asOf, engineVersion: '0', items: [], transactions: [] }

describe('the impact of a note on how words are read', () => {
  it('is no other answer, and shows the words, the entry and whose answer may hang on them', () => {
    const dryer = (id: string, more: object = {}) =>
      unwrap(parseItem({ id, kind: 'lab.spray_dryer', characteristics: { ...DRYER, ...more } }))
    const items = [
      dryer('claims-hot-air'),
      dryer('steam', { sterilisable_in_situ: true }),
      dryer('laboratory', { water_evaporation_kg_h: 0.1 }),
    ]
    const impact = unwrap(impactOf({ ...asked, rulebook, content: read(NOTE), items }))
    expect(impact).toMatchObject({ redline: [], items: { asked: 3, changed: [], refused: [] } })
    expect(impact.notes).toMatchObject([
      { entry: 'EU:2B352.h', words: 'sterilised', open: ['claims-hot-air'], met: ['steam'] },
    ])
  })

  it('is refused where no such entry stands on the day', () => {
    const [reading] = NOTE.interprets
    const content = read({ ...NOTE, interprets: [{ ...reading, entry: 'EU:2B352.z' }] })
    const answer = impactOf({ ...asked, rulebook, content })
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'proposal.no-entry' }] })
  })
})

describe('what the transactions changed are worth', () => {
  const entry = (threshold: string, more: object = {}) => ({
    ...{ list: 'Annex I', jurisdiction: 'EU' },
    entries: [
      {
        ...{ code: '3A501.a.16', family: 'adv-compute-ic', title: 'Processors' },
        criteria: {
          all: [{ kind: ['ic'] }, { tpp: `>= ${threshold}` }],
        },
        ...{ cite: 'Invented', mark: 'unverified', ...more },
      },
    ],
  })
  const rules = { reasons: [{ reason: 'dual-use', rule: 'EU:Art.3' }], status: 'proposed' }
  const content = read({
    ...{ proposal: '2027-processors', title: 'Processors', matter: 'list-amend', rationale: 'So.' },
    ...{ old: entry('6000'), new: entry('4800', { version: 'proposed', ...rules }) },
  })
  const transaction = (id: string, tpp: number, value?: object) => ({
    ...{ id, date: '2026-06-02', kind: 'export', route: { from: 'DE', to: 'MY' } },
    items: [
      {
        ...{ id: 'p', kind: 'ic.processor', origin: 'DE' },
        characteristics: { tpp },
        ...(value === undefined ? {} : { value }),
      },
    ],
    parties: [{ role: 'exporter', name: 'Rheinfels Rechner GmbH', country: 'DE' }],
  })

  it('is summed exactly by currency, and says of how many it is not known', () => {
    const parse = createTransactionParser(rulebook)
    const transactions = [
      transaction('a', 4992, { amount: '1000000.10', currency: 'USD' }),
      transaction('b', 4800, { amount: '0.20', currency: 'USD' }),
      transaction('c', 4992, { amount: '7', currency: 'EUR' }),
      transaction('d', 4992),
      // Not changed: below the proposed number, and above the one that stands.
      transaction('e', 4799, { amount: '5', currency: 'USD' }),
      transaction('f', 6000, { amount: '9', currency: 'USD' }),
    ].map((one) => unwrap(parse(one)))
    const impact = unwrap(impactOf({ ...asked, rulebook, content, transactions }))
    expect(impact.transactions.changed.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect(impact.trade).toEqual({
      values: [
        { currency: 'EUR', amount: '7' },
        { currency: 'USD', amount: '1000000.3' },
      ],
      notStated: 1,
    })
  })
})
