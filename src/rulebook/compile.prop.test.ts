import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FALSE, TRUE, truthOf, UNKNOWN } from '../kernel/index.ts'
import type { Explanation } from './criteria-model.ts'
import { CONTEXT, compiled, factsOf } from './engine.fixture.ts'
import type { Expression } from './model.ts'

/** Comparisons of every type, whose thresholds lie among the facts below. */
const leaf = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('tpp', 'dco_nm', 'count', 'mrf_nm', 'performance_density'),
      fc.constantFrom('>=', '<=', '>', '<', '=', '!='),
      fc.constantFrom('1', '2', '1.5'),
    )
    .map(([id, operator, limit]): Expression => ({ [id]: `${operator} ${limit}` })),
  fc.boolean().map((wanted): Expression => ({ gate_model: wanted })),
  fc.constantFrom('Si', '!= Si').map((wanted): Expression => ({ element: wanted })),
  fc
    .subarray(['sme', 'sme.dep', 'sme.dep.cvd', 'ic'], { minLength: 1 })
    .map((kinds): Expression => ({ kind: kinds })),
  fc
    .subarray(['logic', 'memory'], { minLength: 1 })
    .map((tags): Expression => ({ used_for: tags })),
  fc.subarray(['3A090', '3B*', '*'], { minLength: 1 }).map((codes): Expression => ({ codes })),
  fc
    .subarray(['D:5', 'A:1', 'MO'], { minLength: 1 })
    .map((groups): Expression => ({ headquarters: groups })),
  fc.constantFrom<Expression>({ unread: 'why' }, { never: true }),
)
const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const limbs = fc.array(tie('expression'), { minLength: 1, maxLength: 4 })
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      limbs.map((all): Expression => ({ all })),
      limbs.map((any): Expression => ({ any })),
      tie('expression').map((not): Expression => ({ not })),
    ),
  }
})

const number = fc.constantFrom(0, 1, '1.5', '1.5000000000000000001', 2, 3)
const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  tpp: number,
  dco_nm: number,
  count: number,
  wavelength_nm: number,
  na_max: number,
  applicable_die_area_mm2: number,
  gate_model: fc.boolean(),
  element: fc.constantFrom('Si', 'Ge'),
  kind: fc.constantFrom('sme', 'sme.dep', 'sme.dep.cvd', 'sme.litho', 'ic', 'ic.processor'),
  used_for: fc.subarray(['logic', 'memory', 'power']),
  codes: fc.subarray(['3A090.a', '3B001', 'EAR99']),
  headquarters: fc.subarray(['CN', 'NL', 'US']),
}
const IDS = Object.keys(VALUES)
const facts = fc.record(
  Object.fromEntries(
    Object.entries(VALUES).map(([id, value]) => [id, fc.oneof(value, fc.constantFrom('none'))]),
  ),
)
/** Complete facts, and which of them are kept back or only said to be unknown. */
const knowledge = fc.tuple(facts, fc.subarray(IDS), fc.subarray(IDS))

type Stated = Readonly<Record<string, unknown>>
function less([all, kept, unknown]: readonly [
  Stated,
  readonly string[],
  readonly string[],
]): Stated {
  return Object.fromEntries(
    Object.entries(all).flatMap(([id, value]) =>
      kept.includes(id) ? [[id, value]] : unknown.includes(id) ? [[id, 'unknown']] : [],
    ),
  )
}

describe('any criterion', () => {
  it('never turns from true to false, or back, when a fact is added', () => {
    fc.assert(
      fc.property(expression, knowledge, (written, known) => {
        const { evaluate } = compiled(written)
        const before = evaluate(factsOf(less(known)))
        if (before !== UNKNOWN) expect(evaluate(factsOf(known[0]))).toBe(before)
      }),
      { numRuns: 1500 },
    )
  })

  it('never turns when a kind is stated more narrowly, or an open set is closed', () => {
    const narrower: Readonly<Record<string, string>> = { sme: 'sme.dep', 'sme.dep': 'sme.dep.cvd' }
    fc.assert(
      fc.property(expression, facts, fc.constantFrom('*', 'logic'), (written, stated, open) => {
        const { evaluate } = compiled(written)
        const before = evaluate(factsOf(stated, { used_for: [open], codes: ['*', '3A090.b'] }))
        const kind = narrower[String(stated.kind)] ?? stated.kind
        if (before === UNKNOWN) return
        for (const used of [stated.used_for, 'logic']) {
          const members = Array.isArray(stated.used_for) ? [...stated.used_for, used].flat() : used
          const after = { ...stated, kind, used_for: stated.used_for === 'none' ? 'none' : members }
          expect(evaluate(factsOf(after))).toBe(before)
        }
      }),
      { numRuns: 500 },
    )
  })

  it("keeps De Morgan's laws and double negation", () => {
    const limbs = fc.array(expression, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(limbs, knowledge, (written, known) => {
        const table = factsOf(less(known))
        const not = (it: Expression): Expression => ({ not: it })
        const truth = (it: Expression): string => truthOf(compiled(it).evaluate(table))
        expect(truth(not({ all: written }))).toBe(truth({ any: written.map(not) }))
        expect(truth(not({ any: written }))).toBe(truth({ all: written.map(not) }))
        expect(truth(not(not({ all: written })))).toBe(truth({ all: written }))
      }),
    )
  })

  it('is the lowest of its limbs for all, the highest for any, in whatever order', () => {
    const limbs = fc.array(expression, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(limbs, knowledge, (written, known) => {
        const table = factsOf(less(known))
        const truths = written.map((it) => compiled(it).evaluate(table))
        expect(compiled({ all: written }).evaluate(table)).toBe(Math.min(...truths))
        expect(compiled({ any: written.toReversed() }).evaluate(table)).toBe(Math.max(...truths))
      }),
    )
  })

  it('is explained by reasons that have its truth, and names what is missing only while open', () => {
    fc.assert(
      fc.property(expression, knowledge, (written, known) => {
        const table = factsOf(less(known))
        const { evaluate, explain, collectMissing, parameters } = compiled(written)
        const missing = new Set<string>()
        collectMissing(table, missing)
        if (evaluate(table) !== UNKNOWN) expect(missing.size).toBe(0)
        for (const id of missing) expect(parameters).toContain(id)
        check(explain(table), truthOf(evaluate(table)))
      }),
    )
  })

  it('is decided once what is missing is stated, where all its text was read', () => {
    fc.assert(
      fc.property(expression, knowledge, (written, [all, kept]) => {
        const definite = { ...all, kind: 'ic.processor', na_max: 1, applicable_die_area_mm2: 1 }
        const text = JSON.stringify(written).replaceAll('{"unread":"why"}', '{"never":true}')
        const { evaluate, collectMissing } = compiled(JSON.parse(text))
        let stated = less([definite, kept, []])
        for (let round = 0; round <= IDS.length; round += 1) {
          const missing = new Set<string>()
          collectMissing(factsOf(stated), missing)
          if (missing.size === 0) break
          const inputs = [...missing].flatMap((id) => CONTEXT.vocabulary.inputsOf(id))
          stated = {
            ...stated,
            ...Object.fromEntries(inputs.map((id) => [id, (definite as Stated)[id]])),
          }
        }
        expect([TRUE, FALSE]).toContain(evaluate(factsOf(stated)))
      }),
    )
  })
})

/** Every child of a list has the list's truth, the child of a not has its opposite. */
function check(explanation: Explanation, truth: string): void {
  expect(explanation.truth).toBe(truth)
  if (explanation.kind === 'all' || explanation.kind === 'any') {
    expect(explanation.children.length).toBeGreaterThan(0)
    for (const child of explanation.children) check(child, truth)
  }
  if (explanation.kind === 'not') {
    const opposite = truth === 'true' ? FALSE : truth === 'false' ? TRUE : UNKNOWN
    check(explanation.child, truthOf(opposite))
  }
}
