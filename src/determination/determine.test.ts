import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf } from '../kernel/index.ts'
import { determinationSchema } from './index.ts'
import {
  day,
  fullDeal,
  NOBODY_LISTED,
  of,
  ruleOf,
  smallEngine,
  smallLaw,
} from './small-law.fixture.ts'

const engine = smallEngine()
const processor = (tpp: number | string) => ({
  id: 'chip',
  kind: 'ic.processor',
  characteristics: { tpp, hard: false },
})

describe('an answer', () => {
  it('is clear where everything is stated and nothing speaks against it', () => {
    const answer = engine.determine(fullDeal())
    expect(answer.because).toEqual([])
    expect(answer.verdict).toBe('clear')
    expect(answer.missing).toEqual([])
    expect(of(answer, 'US').licence.required).toEqual({ asWritten: false, asAdministered: false })
    expect(of(answer, 'US').items[0]?.listed).toBe('not-listed')
  })
  it('keeps the shape that is published', () => {
    for (const deal of [fullDeal(), fullDeal({ items: [processor(9000)] })]) {
      const answer = engine.determine(deal, { explain: true })
      expect(determinationSchema.safeParse(answer).error).toBeUndefined()
    }
  })
  it('digests everything but itself and the reasons, as canonical JSON', () => {
    const { digest, reasons, ...answer } = engine.determine(
      fullDeal({ items: [processor(9000)], route: { from: 'NL', to: 'US' } }),
      { explain: true },
    )
    expect(reasons).not.toEqual([])
    expect(JSON.stringify(answer)).toBe(canonicalJson(answer))
    expect(digest).toBe(digestOf(answer))
  })
  it('is written as it was digested', () => {
    for (const explain of [false, true]) {
      const deal = fullDeal({ items: [processor(9000)] })
      expect(JSON.parse(engine.write(deal, { explain }))).toEqual(
        engine.determine(deal, { explain }),
      )
    }
  })
  it('is the same with and without reasons', () => {
    const deal = fullDeal({ items: [processor(9000)] })
    expect(engine.determine(deal, { explain: true }).digest).toBe(engine.determine(deal).digest)
  })
  it('changes its digest with the day of knowledge, the engine and the edition', () => {
    const { digest } = engine.determine(fullDeal())
    const later = engine.determine(fullDeal(), { knownAt: day('2024-08-02') })
    expect(later.digest).not.toBe(digest)
    const other = smallEngine(smallLaw(['us/jurisdiction.yaml', 'Uland', 'The other Uland']))
    expect(other.determine(fullDeal()).digest).not.toBe(digest)
  })
  it('applies the law of the day asked for, before that of the date stated', () => {
    const deal = fullDeal({ items: [processor(9000)] })
    expect(of(engine.determine(deal), 'US').licence.required.asWritten).toBe(true)
    const before = engine.determine(deal, { asOf: day('2022-12-31') })
    expect(before.asOf).toBe('2022-12-31')
    expect(of(before, 'US').licence.required.asWritten).toBe(false)
  })
  it('lists what the regime says without binding anybody', () => {
    const answer = engine.determine(fullDeal())
    expect(answer.references.map(({ jurisdiction }) => jurisdiction)).toEqual(['WA'])
    expect(answer.jurisdictions.map(({ jurisdiction }) => jurisdiction)).toEqual(['US'])
  })
  it('names its day, edition and engine', () => {
    const answer = engine.determine(fullDeal())
    expect(answer).toMatchObject({
      id: 'deal',
      asOf: '2024-08-01',
      knownAt: '2024-08-01',
      engine: { version: '1.0.0' },
      rulebook: { digest: engine.rulebook.digest },
    })
  })
})

describe('the verdict', () => {
  it('is licence-required where a licence is required, and says by what', () => {
    const answer = engine.determine(fullDeal({ items: [processor(9000)] }))
    expect(answer.verdict).toBe('licence-required')
    expect(answer.because.join()).toContain('Fast processors everywhere')
    expect(ruleOf(answer, 'US:RS')).toMatchObject({ truth: 'true', policy: 'approval' })
  })
  it('is undetermined where a characteristic that would decide is not stated', () => {
    const answer = engine.determine(
      fullDeal({ items: [{ id: 'chip', kind: 'ic.processor', characteristics: { hard: false } }] }),
    )
    expect(answer.verdict).toBe('undetermined')
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
    expect(answer.missing).toContainEqual(
      expect.objectContaining({ fact: 'tpp', of: 'chip', why: 'How fast is it?' }),
    )
  })
  it('is undetermined where nothing is met and the list is not wholly encoded', () => {
    const answer = engine.determine(fullDeal({ items: [{ id: 'thing', kind: 'odd' }] }))
    expect(answer.verdict).toBe('undetermined')
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
    expect(answer.missing.map(({ fact }) => fact)).toContain('claimed.US')
    expect(answer.coverage).toContainEqual({
      area: 'entries for odd',
      jurisdiction: 'US',
      state: 'none',
    })
  })
  it('is clear with conditions where a claim stands for the list', () => {
    const items = [{ id: 'thing', kind: 'odd', claimed: { US: 'EAR99' } }]
    const answer = engine.determine(fullDeal({ items }))
    expect(answer.verdict).toBe('clear-with-conditions')
    expect(answer.because.join()).toContain('rests on a claim')
    expect(of(answer, 'US').licence.required.asWritten).toBe(false)
  })
  it('is clear with conditions where a rare rating is presumed absent', () => {
    const items = [{ id: 'chip', kind: 'ic.processor', characteristics: { tpp: 50 } }]
    const answer = engine.determine(fullDeal({ items }))
    expect(answer.verdict).toBe('clear-with-conditions')
    expect(answer.assumptions.map(({ what }) => what)).toContain('not radiation hardened')
  })
  it.each([
    ['kind', fullDeal({ kind: undefined })],
    ['route.via', fullDeal({ route: { from: 'US', to: 'JP' } })],
    ['payment', fullDeal({ payment: undefined })],
    ['redFlags', fullDeal({ knowledge: { informed: [] } })],
  ])('is never clear on what nobody says of %s', (said, deal) => {
    const answer = engine.determine(deal)
    expect(answer.verdict).toBe('clear-with-conditions')
    expect(answer.assumptions.map(({ what }) => what).join()).toContain(said)
  })
  it.each(['technology', 'service', 'brokering', 'transit', 'finance', 'transfer', 'domestic'])(
    'leaves %s undetermined and says so',
    (kind) => {
      const answer = engine.determine(fullDeal({ kind }))
      expect(answer.verdict).toBe('undetermined')
      expect(answer.coverage.map(({ area }) => area)).toContain(`transactions of kind ${kind}`)
    },
  )
  it('is undetermined where the country of departure has no law here', () => {
    const items = [{ ...processor(50), origin: 'US' }]
    const answer = engine.determine(fullDeal({ items, route: { from: 'SG', to: 'JP', via: [] } }))
    expect(answer.verdict).toBe('undetermined')
    expect(answer.coverage).toContainEqual({
      area: 'export law of the country of departure',
      jurisdiction: 'SG',
      state: 'none',
    })
  })
  it('is undetermined where law that no rule decides may matter', () => {
    const answer = engine.determine(fullDeal({ route: { from: 'US', to: 'MO', via: [] } }))
    expect(answer.because.join()).toContain('Sanctions beyond the lists')
    expect(answer.verdict).toBe('undetermined')
  })
  it('is undetermined where nobody says who gets it', () => {
    const answer = engine.determine(fullDeal({ parties: [] }))
    expect(answer.verdict).toBe('undetermined')
    expect(answer.missing[0]?.fact).toBe('parties[end-user]')
  })
  it('is prohibited before all else', () => {
    const [party] = fullDeal().parties
    const parties = [{ ...party, claimedStatus: [{ list: 'us-dpl' }] }]
    const answer = engine.determine(fullDeal({ items: [processor(9000)], parties }))
    expect(answer.verdict).toBe('prohibited')
    expect(answer.because.join()).toContain('Denied persons')
  })
})

describe('a transaction without a day', () => {
  it('is a problem and not a guess', () => {
    const deal = fullDeal({ date: undefined })
    expect(engine.determine(deal, { asOf: day('2024-08-01') }).asOf).toBe('2024-08-01')
    expect(() => engine.determine(deal)).toThrow('Nothing says which day’s law applies')
  })
})

describe('a characteristic that cannot be read', () => {
  it('is named with its place in the transaction as given', () => {
    const items = [
      { id: 'b', kind: 'ic.processor', characteristics: { tpp: 'very fast' } },
      { id: 'a', kind: 'cell' },
    ]
    expect(() => engine.determine(fullDeal({ items }))).toThrow('items[0].characteristics.tpp')
  })
})

describe('a worked case', () => {
  const bare = { date: '2024-08-01', route: { from: 'US', to: 'JP' }, items: [processor(50)] }
  it('reads what nobody states as not given, and says so', () => {
    expect(of(engine.determine(bare), 'US').licence.required.asWritten).toBe('unknown')
    const answer = engine.determine(bare, { unstated: 'not-given' })
    expect(of(answer, 'US').licence.required.asWritten).toBe(false)
    expect(answer.assumptions.map(({ what }) => what).join()).toContain('a worked case')
    expect(answer.verdict).toBe('undetermined')
  })
  it('is never better than undetermined, even where everything is stated', () => {
    const answer = engine.determine(fullDeal(), { unstated: 'not-given' })
    expect(answer.verdict).toBe('undetermined')
  })
  it('keeps the destination open where it is not stated', () => {
    const nowhere = { ...bare, route: { from: 'US' } }
    const answer = engine.determine(nowhere, { unstated: 'not-given' })
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
  })
  it('keeps a node open of which something is said', () => {
    const parties = [{ role: 'end-user', name: 'Fab', facility: { nodeNm: 14 } }]
    const deal = { ...bare, route: { from: 'US', to: 'CN' }, parties }
    const answer = engine.determine(deal, { unstated: 'not-given' })
    expect(ruleOf(answer, 'US:fab')?.truth).toBe('unknown')
  })
  it('reads only the entries surely met where asked to', () => {
    const items = [{ id: 'chip', kind: 'ic.processor', characteristics: { tpp: 200 } }]
    const deal = fullDeal({
      items: [{ ...items[0], characteristics: { tpp: 200, hard: 'unknown' } }],
    })
    const to = { ...deal, route: { from: 'US', to: 'SG', via: [] } }
    expect(of(engine.determine(to), 'US').licence.required.asWritten).toBe('unknown')
    const met = engine.determine(to, { entries: 'met', screener: NOBODY_LISTED })
    expect(of(met, 'US').licence.required.asWritten).toBe(false)
    expect(met.verdict).toBe('undetermined')
  })
})
