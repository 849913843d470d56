import { describe, expect, test } from 'vitest'
import type {
  Classification,
  EntryFinding,
  JurisdictionClassification,
} from '../../classification/index.ts'
import { compareClassification } from './compare-classification.ts'
import type { GoldExpectation } from './gold-row.ts'
import { worstOf } from './outcome.ts'

interface Answered {
  readonly met?: readonly string[]
  readonly open?: readonly string[]
  readonly fallbacks?: readonly string[]
  readonly byClaim?: boolean
  readonly provisional?: boolean
  readonly version?: string
  readonly listed?: JurisdictionClassification['listed']
  readonly contradicted?: boolean
}

/** A classification as the engine gives it, of the codes named. */
function answered(said: Answered, content: readonly Classification[] = []): Classification {
  const { met = [], open = [], fallbacks = [], version = 'current' } = said
  const finding = (code: string, truth: 'true' | 'unknown'): EntryFinding =>
    ({
      entry: { code, version, fallback: fallbacks.includes(code) },
      truth,
      basis: said.byClaim === true ? 'claim' : 'parameters',
      provisional: said.provisional === true,
      missing: [],
    }) as unknown as EntryFinding
  const us = {
    met: met.map((code) => finding(code, 'true')),
    undecided: open.map((code) => finding(code, 'unknown')),
    listed:
      said.listed ?? (met.length > 0 ? 'listed' : open.length > 0 ? 'undecided' : 'not-listed'),
    contradictions: said.contradicted === true ? [{}] : [],
  } as unknown as JurisdictionClassification
  return { byJurisdiction: new Map([['US', us]]), content } as unknown as Classification
}

function outcome(expected: GoldExpectation, said: Answered, content?: readonly Classification[]) {
  return worstOf(compareClassification(expected, answered(said, content)))
}

const US = (code: GoldExpectation['classification']): GoldExpectation => ({
  jurisdiction: 'US',
  classification: code,
})

describe('an expected code', () => {
  test('is met at or below it, and not above', () => {
    expect(outcome(US('3A090.b'), { met: ['3A090.b.1'] })).toBe('agreed')
    expect(outcome(US('3A090.b.1'), { met: ['3A090.b'] })).toBe('differed')
  })

  test('may stand among others', () => {
    expect(outcome(US('3A090.a'), { met: ['3A090.a', '4A003.b'], open: ['5A002'] })).toBe('agreed')
  })

  test('is undetermined where it, or whether the item is covered, is open', () => {
    expect(outcome(US('3A090.a'), { open: ['3A090.a.1'] })).toBe('undetermined')
    expect(outcome(US('3A090.a'), { open: ['5A002'] })).toBe('undetermined')
    expect(outcome(US('3A090.a'), { listed: 'not-covered' })).toBe('undetermined')
  })

  test('differs where another is met', () => {
    expect(outcome(US('3A090.a'), { met: ['4A003.b'] })).toBe('differed')
  })

  test('is a false clear where nothing lists it, or a fallback alone', () => {
    expect(outcome(US('3A090.a'), {})).toBe('false clear')
    expect(outcome(US('3A090.a'), { met: ['3A991.p'], fallbacks: ['3A991.p'] })).toBe('false clear')
  })

  test('in one version is not met by another', () => {
    const expected = { ...US('3B001.f.4'), version: { US: '2024' } }
    expect(outcome(expected, { met: ['3B001.f.4'], version: '2024' })).toBe('agreed')
    expect(outcome(expected, { met: ['3B001.f.4'], version: '2023' })).toBe('differed')
  })

  test('in a jurisdiction that is not answered is undetermined', () => {
    expect(outcome({ byJurisdiction: { KR: '3A001' } }, {})).toBe('undetermined')
  })
})

describe('an expected fallback', () => {
  const fallbacks = ['3A991.p.1']
  test('allows no other entry, true or open', () => {
    expect(outcome(US('3A991.p.1'), { met: ['3A991.p.1'], fallbacks })).toBe('agreed')
    expect(outcome(US('3A991.p.1'), { met: ['3A991.p.1', '3A001.a'], fallbacks })).toBe('differed')
    expect(outcome(US('3A991.p.1'), { met: ['3A991.p.1'], open: ['3A001.a'], fallbacks })).toBe(
      'undetermined',
    )
    expect(outcome(US('3A991.p.1'), { met: ['3A991.p.1'], provisional: true, fallbacks })).toBe(
      'undetermined',
    )
  })

  test('is settled by a claim', () => {
    const said = { met: ['3A991.p.1'], open: ['3A001.a'], fallbacks, byClaim: true }
    expect(outcome(US('3A991.p.1'), said)).toBe('agreed')
  })
})

describe('nothing expected', () => {
  test('means nothing true and nothing open', () => {
    expect(outcome(US(null), {})).toBe('agreed')
    expect(outcome(US(null), { listed: 'not-covered' })).toBe('agreed')
    expect(outcome(US(null), { open: ['3A001.a'] })).toBe('undetermined')
    expect(outcome(US(null), { met: ['3A001.a'] })).toBe('differed')
  })

  test('EAR99 also means that the whole is covered or claimed', () => {
    expect(outcome(US('EAR99'), { listed: 'not-listed' })).toBe('agreed')
    expect(outcome(US('EAR99'), { listed: 'not-covered' })).toBe('undetermined')
    expect(outcome(US('EAR99'), { met: ['3A991'] })).toBe('differed')
  })

  test('of an act means that nothing is compared', () => {
    expect(outcome(US('n/a'), { met: ['3A001'] })).toBe('agreed')
  })
})

describe('expected as open', () => {
  test('names exactly what is open, fallbacks aside', () => {
    const expected = US(['UNKNOWN:3A090.a.1', 'UNKNOWN:3A090.b'])
    const open = ['3A090.a.1', '3A090.b.1', '3A991.p']
    expect(outcome(expected, { open, fallbacks: ['3A991.p'] })).toBe('agreed')
    expect(outcome(expected, { open: [...open, '5A002'], fallbacks: ['3A991.p'] })).toBe('differed')
    expect(outcome(expected, { open: ['3A090.a.1'] })).toBe('differed')
    expect(outcome(expected, { open, met: ['3A001'], fallbacks: ['3A991.p'] })).toBe('differed')
    expect(outcome(expected, {})).toBe('false clear')
    expect(outcome(expected, { listed: 'not-covered' })).toBe('differed')
  })

  test('may stand beside a code that is met', () => {
    const expected = US(['3A001.a', 'UNKNOWN:5A002'])
    expect(outcome(expected, { met: ['3A001.a.7'], open: ['5A002.a'] })).toBe('agreed')
    expect(outcome(expected, { met: ['3A001.a.7'] })).toBe('false clear')
    expect(outcome(expected, { met: ['3A001.a.7', '5A002.a'] })).toBe('differed')
  })
})

test('several codes must all be met', () => {
  expect(outcome(US(['3A001.a', '4A003']), { met: ['3A001.a', '4A003.b'] })).toBe('agreed')
  expect(outcome(US(['3A001.a', '4A003']), { met: ['3A001.a'] })).toBe('differed')
})

test('a contradiction must be told of the item or of what it holds', () => {
  const expected = { ...US('4A090.b'), conflict: true }
  expect(outcome(expected, { met: ['4A090.b'] })).toBe('differed')
  expect(outcome(expected, { met: ['4A090.b'], contradicted: true })).toBe('agreed')
  const content = [answered({ contradicted: true })]
  expect(outcome(expected, { met: ['4A090.b'] }, content)).toBe('agreed')
})

test('the code of the first contained item is compared', () => {
  const expected = { ...US('4A090.a'), icClassification: '3A090.a.1' }
  const said = { met: ['4A090.a'] }
  expect(outcome(expected, said, [answered({ met: ['3A090.a.1'] })])).toBe('agreed')
  expect(outcome(expected, said, [answered({ met: ['3A090.b'] })])).toBe('differed')
  expect(outcome(expected, said)).toBe('undetermined')
})
