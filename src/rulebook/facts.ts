import {
  contains,
  fail,
  type LegalDate,
  ok,
  type Problem,
  type Result,
  TRUE,
  unwrap,
} from '../kernel/index.ts'
import { printAmount } from './amount.ts'
import type { CompileContext } from './comparison.ts'
import { compileExpression } from './compile.ts'
import {
  type CompiledExpression,
  type FactTable,
  type FactValue,
  PRESUMED_ABSENT,
  STATED_UNKNOWN,
} from './criteria-model.ts'
import { type Derivation, derivationsOf, recordFields, type StatedRecord } from './derivation.ts'
import type { Parameter, Presumption } from './model.ts'
import { type ReadValue, readRecords } from './read-records.ts'
import { readValue } from './read-value.ts'
import { didYouMean, shown } from './stated-problems.ts'
import { isKindWithin, type Vocabulary } from './vocabulary.ts'

/** A value worked out by a formula of the dictionary, for showing. */
export interface Derived {
  readonly parameter: string
  readonly value: string
  readonly unit?: string
  readonly formula: string
}

export interface ReadFacts {
  readonly facts: FactTable
  /** Families nobody spoke of, read as absent. */
  readonly presumed: readonly Presumption[]
  readonly derived: () => readonly Derived[]
}

/**
 * Reads what is stated, by parameter id. Problems carry the parameter as their path. What is taken back
 * is not presumed, as if one of its family were stated.
 */
export type FactReader = (
  stated: Readonly<Record<string, unknown>>,
  day: LegalDate,
  takenBack?: readonly Presumption[],
) => Result<ReadFacts>

export function createFactReader(
  context: CompileContext,
  presumptions: readonly Presumption[],
): FactReader {
  const { vocabulary } = context
  const derivations = derivationsOf(vocabulary)
  const kindSlot = vocabulary.slot('kind') ?? -1
  const families = presumptions.map((presumption) => familyOf(presumption, context))
  const fields = new Map(
    vocabulary.parameters
      .filter((parameter) => parameter.type === 'list')
      .map((parameter) => [parameter.id, recordFields(vocabulary, parameter.id)]),
  )
  const readParameter = (parameter: Parameter, value: unknown): Result<ReadValue> => {
    const listFields = fields.get(parameter.id)
    if (listFields !== undefined) return readRecords(parameter.id, value, listFields)
    const read = readValue(parameter, withoutUnknown(value), vocabulary)
    return read.ok ? ok({ value: read.value, isOpen: isOpen(read.value, value) }) : read
  }
  return (stated, day, takenBack = []) => {
    const slots: (FactValue | undefined)[] = new Array(vocabulary.parameters.length).fill(undefined)
    const records = new Map<string, readonly StatedRecord[]>()
    const undecided = new Map<number, ReadonlySet<string>>()
    const problems: Problem[] = []
    for (const [id, value] of Object.entries(stated)) {
      if (value === undefined || value === null) continue
      const slot = vocabulary.slot(id)
      if (slot === undefined || vocabulary.parameter(slot).computed === true) {
        problems.push(unknownParameter(id, vocabulary))
        continue
      }
      const read = readParameter(vocabulary.parameter(slot), value)
      if (!read.ok) {
        problems.push(...read.problems.map((problem) => ({ ...problem, where: { path: id } })))
        continue
      }
      slots[slot] = read.value.value
      if (read.value.records !== undefined) records.set(id, read.value.records)
      if (read.value.isOpen === true) undecided.set(slot, ANYTHING)
    }
    if (problems.length > 0) return fail(...problems)
    const found = derive(derivations, slots, records)
    const kind = slots[kindSlot]
    const facts = { day, slots, undecided }
    const standing = families.filter(
      ({ presumption, unless }) =>
        !takenBack.includes(presumption) &&
        speaksOf(presumption, kind) &&
        unless?.evaluate(facts) !== TRUE,
    )
    const presumed = presume(standing, slots, day)
    return ok({
      facts,
      presumed,
      derived: () => found.flatMap((it) => describe(it, slots[it.slot])),
    })
  }
}

function derive(
  derivations: readonly Derivation[],
  slots: (FactValue | undefined)[],
  records: ReadonlyMap<string, readonly StatedRecord[]>,
): readonly Derivation[] {
  const found: Derivation[] = []
  for (const derivation of derivations) {
    const stated = slots[derivation.slot]
    if (stated !== undefined && stated !== STATED_UNKNOWN) continue
    const value = derivation.derive(slots, records)
    if (value === undefined) continue
    slots[derivation.slot] = value
    found.push(derivation)
  }
  return found
}

function describe(derivation: Derivation, value: FactValue | undefined): readonly Derived[] {
  if (typeof value !== 'object' || !('near' in value)) return []
  const { id, unit, formula = '', maxOver } = derivation.parameter
  return [
    {
      parameter: id,
      value: printAmount(value),
      ...(unit === undefined || unit === '1' ? {} : { unit }),
      formula: maxOver === undefined ? formula : `highest ${formula} over ${maxOver}`,
    },
  ]
}

interface Family {
  readonly presumption: Presumption
  readonly slots: readonly number[]
  readonly unless?: CompiledExpression
}

function familyOf(presumption: Presumption, context: CompileContext): Family {
  const { parameters, unless } = presumption
  return {
    presumption,
    slots: parameters.flatMap((id) => context.vocabulary.slot(id) ?? []),
    ...(unless === undefined ? {} : { unless: unwrap(compileExpression(unless, context)) }),
  }
}

function speaksOf({ kinds }: Presumption, kind: FactValue | undefined): boolean {
  if (kinds === undefined) return true
  return typeof kind === 'string' && kinds.some((ancestor) => isKindWithin(kind, ancestor))
}

function presume(
  families: readonly Family[],
  slots: (FactValue | undefined)[],
  day: LegalDate,
): readonly Presumption[] {
  const presumed: Presumption[] = []
  for (const family of families) {
    if (!contains(family.presumption.effective, day)) continue
    if (family.slots.some((slot) => slots[slot] !== undefined)) continue
    for (const slot of family.slots) slots[slot] = PRESUMED_ABSENT
    presumed.push(family.presumption)
  }
  return presumed
}

const ANYTHING: ReadonlySet<string> = new Set(['*'])

/** `[CN, unknown]`: these, and perhaps others. */
function withoutUnknown(stated: unknown): unknown {
  if (!Array.isArray(stated)) return stated
  const known = stated.filter((member) => member !== 'unknown')
  return known.length === 0 ? stated : known
}

function isOpen(read: FactValue, stated: unknown): boolean {
  return read instanceof Set && Array.isArray(stated) && stated.includes('unknown')
}

function unknownParameter(id: string, vocabulary: Vocabulary): Problem {
  const known = vocabulary.parameters.filter((parameter) => parameter.computed !== true)
  const ids = known.map((parameter) => parameter.id)
  return {
    code: 'characteristic.unknown',
    detail: `There is no characteristic ${shown(id)}.`,
    where: { path: id },
    remedy: `${didYouMean(id, ids)}The dictionary is law/characteristics.yaml.`,
  }
}
