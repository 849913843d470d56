import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import type { Expression, Rulebook } from '../rulebook/index.ts'
import { createClassifier } from './classifier.ts'
import type { Classification } from './model.ts'
import { parseItem } from './parse-item.ts'
import { DAY, of, type SmallEntry, smallRulebook } from './small-law.fixture.ts'

const KINDS = ['ic', 'ic.processor', 'ic.memory', 'computer', 'sme', 'other']
const CODES = ['3A001.a', '3A001.b.1', '3A090.a', '4A003.z', '3A991.p', '5A002']

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({ tpp: fc.constantFrom('>= 5', '< 5', '= 3', '!= 3', '<= 7') }),
  fc.record({ density: fc.constantFrom('>= 1', '< 2') }),
  fc.record({ dco_nm: fc.constantFrom('<= 1.5', '> 1.5') }),
  fc.record({ euv: fc.boolean() }),
  fc.record({ kind: fc.subarray(KINDS, { minLength: 1 }) }),
  fc.record({ dose: fc.constantFrom('>= 5', '< 5') }),
  fc.record({ contains_code: fc.subarray(CODES, { minLength: 1, maxLength: 2 }) }),
  fc.constant({ unread: 'why' }),
)

const expression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('any') }),
  ),
})).any

const meeting: fc.Arbitrary<Expression> = fc.oneof(
  expression,
  fc.record({ meets: fc.subarray(CODES, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    all: fc.tuple(fc.record({ also_meets: fc.constantFrom(['3A001'], ['3A090']) }), expression),
  }),
)

const list = (fallbacks: boolean): fc.Arbitrary<readonly SmallEntry[]> =>
  fc
    .array(
      fc.record({
        criteria: meeting,
        fallback: fallbacks ? fc.boolean() : fc.constant(false),
        incomplete: fc.option(fc.constant('a limb'), { freq: 5 }),
      }),
      { minLength: 1, maxLength: CODES.length },
    )
    .map((entries) =>
      entries.map(({ criteria, fallback, incomplete }, index) => ({
        code: CODES[index] ?? '9A999',
        criteria,
        fallback,
        ...(incomplete === null ? {} : { incomplete }),
      })),
    )

type Stated = Readonly<Record<string, unknown>>

/** Each is stated or not, so that a fact can be added. */
const facts: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  kind: fc.constantFrom(...KINDS),
  tpp: fc.integer({ min: 1, max: 9 }),
  area_mm2: fc.integer({ min: 1, max: 5 }),
  dco_nm: fc.constantFrom(1.4, 1.5, 1.6),
  euv: fc.boolean(),
  dose: fc.integer({ min: 1, max: 9 }),
}

const allStated: fc.Arbitrary<Stated> = fc.record(facts)
const someNames = fc.subarray(Object.keys(facts))

function without(stated: Stated, names: readonly string[]): Stated {
  return Object.fromEntries(Object.entries(stated).filter(([name]) => !names.includes(name)))
}

function classify(rulebook: Rulebook, stated: Stated, content?: readonly Stated[]): Classification {
  const item = {
    characteristics: stated,
    ...(content === undefined
      ? {}
      : { content: content.map((characteristics) => ({ characteristics })) }),
  }
  return unwrap(createClassifier(rulebook).classify(unwrap(parseItem(item)), { asOf: DAY }))
}

type Truths = ReadonlyMap<string, string>

/** Final truths; a provisional fallback is yet open. */
function truths(found: Classification): Truths {
  return new Map(
    of(found)
      .entries.filter(({ entry }) => entry.status === 'in force')
      .map(({ entry, truth, provisional }) => [entry.id, provisional ? 'unknown' : truth]),
  )
}

function flips(less: Truths, more: Truths): readonly string[] {
  return CODES.map((code) => `US:${code}`).filter((id) => {
    const [before, after] = [less.get(id) ?? 'false', more.get(id) ?? 'false']
    return before !== 'unknown' && before !== after
  })
}

const NO_PRESUMPTIONS = { complete: KINDS, presumptions: [] }

describe('knowing more', () => {
  it('settles what was open and never turns true into false or back', () => {
    fc.assert(
      fc.property(list(true), allStated, someNames, allStated, (entries, stated, hidden, part) => {
        const rulebook = smallRulebook({ US: entries }, NO_PRESUMPTIONS)
        const content = [part]
        const more = truths(classify(rulebook, stated, content))
        expect(flips(truths(classify(rulebook, without(stated, hidden), content)), more)).toEqual(
          [],
        )
      }),
      { numRuns: 150 },
    )
  })

  it('of a contained item does neither', () => {
    fc.assert(
      fc.property(list(true), allStated, allStated, someNames, (entries, stated, part, hidden) => {
        const rulebook = smallRulebook({ US: entries }, NO_PRESUMPTIONS)
        const more = truths(classify(rulebook, stated, [part]))
        const less = truths(classify(rulebook, stated, [without(part, hidden)]))
        expect(flips(less, more)).toEqual([])
        expect(flips(truths(classify(rulebook, stated)), more)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('never makes room for not-listed where it is taken back', () => {
    fc.assert(
      fc.property(list(true), allStated, someNames, (entries, stated, hidden) => {
        const rulebook = smallRulebook({ US: entries }, NO_PRESUMPTIONS)
        const known = of(classify(rulebook, stated, []))
        const less = of(classify(rulebook, without(stated, hidden), []))
        if (less.listed === 'not-listed') expect(known.listed).toBe('not-listed')
      }),
      { numRuns: 150 },
    )
  })

  it('is replaced by a presumption only where the presumption is listed', () => {
    fc.assert(
      fc.property(list(false), allStated, (entries, stated) => {
        const rulebook = smallRulebook({ US: entries }, { complete: KINDS })
        const known = of(classify(rulebook, stated, []))
        const less = classify(rulebook, without(stated, ['dose']), [])
        if (of(less).listed === 'not-listed' && known.listed !== 'not-listed') {
          expect(less.assumptions.map(({ what }) => what)).toContain('Not hardened')
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('an answer', () => {
  it('accounts for every entry once', () => {
    fc.assert(
      fc.property(list(true), allStated, someNames, (entries, stated, hidden) => {
        const rulebook = smallRulebook({ US: entries })
        const { met, undecided, eliminated } = of(classify(rulebook, without(stated, hidden)))
        expect(met.length + undecided.length + eliminated).toBe(entries.length)
        expect(met.every(({ truth }) => truth === 'true')).toBe(true)
        expect(undecided.every(({ truth }) => truth === 'unknown')).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('does not depend on the order of keys, of entries or of files', () => {
    fc.assert(
      fc.property(list(true), allStated, someNames, (entries, stated, hidden) => {
        const some = without(stated, hidden)
        const turned = Object.fromEntries(Object.entries(some).toReversed())
        const one = classify(smallRulebook({ US: entries }), some)
        const other = classify(smallRulebook({ US: entries.toReversed() }), turned)
        const shown = (found: Classification) =>
          JSON.stringify([
            of(found).entries.map(({ entry, truth, provisional, basis, missing, margins }) => [
              ...[entry.id, truth, provisional, basis, missing, margins],
            ]),
            of(found).nearMisses.map(({ entry }) => entry.id),
            of(found).listed,
            found.questions,
            found.assumptions,
          ])
        expect(shown(other)).toBe(shown(one))
      }),
      { numRuns: 100 },
    )
  })

  it('names for what the user could decide something to state', () => {
    fc.assert(
      fc.property(list(false), allStated, someNames, (entries, stated, hidden) => {
        const found = classify(
          smallRulebook({ US: entries }, NO_PRESUMPTIONS),
          without(stated, hidden),
          [],
        )
        for (const { missing, basis } of of(found).undecided) {
          expect(missing.length === 0).toBe(basis === 'text')
          for (const name of missing.filter((it) => it !== 'kind')) {
            expect(hidden).toContain(name === 'ops' ? 'tpp' : name)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('under a claim leaves alone what the parameters decide', () => {
    fc.assert(
      fc.property(
        list(true),
        allStated,
        someNames,
        fc.subarray([...CODES, '3A001', '9A999', 'EAR99'], { minLength: 1, maxLength: 2 }),
        (entries, stated, hidden, claimed) => {
          const classifier = createClassifier(smallRulebook({ US: entries }))
          // A rating that nobody states is presumed, not decided: a claim may take that back.
          const characteristics = without(
            stated,
            hidden.filter((name) => name !== 'dose'),
          )
          const ask = (item: object) =>
            unwrap(classifier.classify(unwrap(parseItem(item)), { asOf: DAY }))
          const bare = truths(ask({ characteristics }))
          const found = ask({ characteristics, claimed: { US: claimed } })
          expect(flips(bare, truths(found))).toEqual([])
          if (of(found).listed === 'not-listed') expect(of(found).contradictions).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })
})
