import { assert, fail, ok, type Result, unwrap } from '../kernel/index.ts'
import { type Amount, compareAmounts } from './amount.ts'
import { type FactValue, STATED_NONE, STATED_UNKNOWN } from './criteria-model.ts'
import { type Formula, parseFormula } from './formula.ts'
import type { Parameter } from './model.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Records of a list parameter, as `ops`: `{precision: 'FP16', bits: …, tera_ops_dense: …}`. */
export type StatedRecord = Readonly<Record<string, Amount | string>>

/**
 * Derived characteristics: total processing performance from operations and bit length, minimum
 * resolvable feature with each list's own K, and so on. A stated value is never overwritten.
 */
export interface Derivation {
  readonly slot: number
  readonly parameter: Parameter
  derive(
    slots: readonly (FactValue | undefined)[],
    records: ReadonlyMap<string, readonly StatedRecord[]>,
  ): FactValue | undefined
}

/** In an order in which each formula comes after those it reads. @throws ProblemError on a formula that cannot be read or a cycle */
export function derivationsOf(vocabulary: Vocabulary): readonly Derivation[] {
  const derivations = new Map<
    string,
    { readonly needs: readonly string[]; readonly it: Derivation }
  >()
  for (const parameter of vocabulary.parameters) {
    if (parameter.formula === undefined) continue
    const formula = unwrap(parseFormula(parameter.formula))
    derivations.set(parameter.id, {
      needs: parameter.maxOver === undefined ? formula.inputs : [],
      it: derivation(parameter, formula, vocabulary),
    })
  }
  const ordered: Derivation[] = []
  const visit = (id: string, above: readonly string[]): void => {
    assert(!above.includes(id), `no formula reads itself (${[...above, id].join(' → ')})`)
    const found = derivations.get(id)
    if (found === undefined || ordered.includes(found.it)) return
    for (const need of found.needs) visit(need, [...above, id])
    ordered.push(found.it)
  }
  for (const id of derivations.keys()) visit(id, [])
  return ordered
}

function derivation(parameter: Parameter, formula: Formula, vocabulary: Vocabulary): Derivation {
  const slot = slotOf(vocabulary, parameter.id)
  const { maxOver } = parameter
  if (maxOver !== undefined) {
    const listSlot = slotOf(vocabulary, maxOver)
    return {
      slot,
      parameter,
      derive: (slots, records) => {
        const list = slots[listSlot]
        if (list === STATED_NONE || list === STATED_UNKNOWN) return list
        return highest(formula, records.get(maxOver) ?? [])
      },
    }
  }
  const inputs = formula.inputs.map((name) => ({ name, slot: slotOf(vocabulary, name) }))
  return {
    slot,
    parameter,
    derive: (slots) => {
      let result: typeof STATED_NONE | typeof STATED_UNKNOWN | undefined
      let absent = false
      for (const input of inputs) {
        const value = slots[input.slot]
        if (value === STATED_NONE) result = STATED_NONE
        else if (value === STATED_UNKNOWN) result ??= STATED_UNKNOWN
        else if (typeof value !== 'object') absent = true
      }
      if (result !== undefined) return result
      if (absent) return undefined
      return formula.evaluate((name) => {
        const input = inputs.find((candidate) => candidate.name === name)
        const value = input === undefined ? undefined : slots[input.slot]
        assert(typeof value === 'object' && 'near' in value, 'formulas read numbers')
        return value
      })
    },
  }
}

function highest(formula: Formula, records: readonly StatedRecord[]): Amount | undefined {
  let best: Amount | undefined
  for (const record of records) {
    const value = formula.evaluate((name) => {
      const field = record[name]
      assert(typeof field === 'object', 'records were checked for the fields of their formula')
      return field
    })
    if (value !== undefined && (best === undefined || compareAmounts(value, best) > 0)) best = value
  }
  return best
}

/** Number fields each record of a list must have: those that formulas over the list read. */
export function recordFields(vocabulary: Vocabulary, list: string): readonly string[] {
  return [
    ...new Set(
      vocabulary.parameters
        .filter((parameter) => parameter.maxOver === list)
        .flatMap((parameter) => unwrap(parseFormula(parameter.formula ?? '0')).inputs),
    ),
  ]
}

function slotOf(vocabulary: Vocabulary, id: string): number {
  const slot = vocabulary.slot(id)
  assert(slot !== undefined, `formulas read parameters of the dictionary, and ${id} is none`)
  return slot
}

/** Whether every formula can be read and speaks of the dictionary; for the loader. */
export function checkFormula(parameter: Parameter, known: (id: string) => boolean): Result<true> {
  const formula = parseFormula(parameter.formula ?? '0')
  if (!formula.ok) return formula
  const read = parameter.maxOver === undefined ? formula.value.inputs : [parameter.maxOver]
  const stranger = read.find((id) => !known(id))
  if (stranger === undefined) return ok(true)
  return fail({
    code: 'formula.unknown-parameter',
    detail: `The formula of ${parameter.id} reads ${JSON.stringify(stranger)}, which is not in the dictionary.`,
    remedy: 'Add it, or correct the name.',
  })
}
