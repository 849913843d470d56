import { closest } from 'fastest-levenshtein'
import {
  contains,
  fail,
  type LegalDate,
  ok,
  type Problem,
  parseQuantity,
  type Result,
} from '../kernel/index.ts'
import { type Amount, amountOf, amountOfNumber, printAmount } from './amount.ts'
import {
  type FactTable,
  type FactValue,
  PRESUMED_ABSENT,
  STATED_NONE,
  STATED_UNKNOWN,
} from './criteria-model.ts'
import { type Derivation, derivationsOf, recordFields, type StatedRecord } from './derivation.ts'
import type { Parameter, Presumption } from './model.ts'
import type { Vocabulary } from './vocabulary.ts'

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

/** Reads what is stated, by parameter id. Problems carry the parameter as their path. */
export type FactReader = (
  stated: Readonly<Record<string, unknown>>,
  day: LegalDate,
) => Result<ReadFacts>

export function createFactReader(
  vocabulary: Vocabulary,
  presumptions: readonly Presumption[],
): FactReader {
  const derivations = derivationsOf(vocabulary)
  const families = presumptions.map((presumption) => ({
    presumption,
    slots: presumption.parameters.flatMap((id) => vocabulary.slot(id) ?? []),
  }))
  const fields = new Map(
    vocabulary.parameters
      .filter((parameter) => parameter.type === 'list')
      .map((parameter) => [parameter.id, recordFields(vocabulary, parameter.id)]),
  )
  return (stated, day) => {
    const slots: (FactValue | undefined)[] = new Array(vocabulary.parameters.length).fill(undefined)
    const records = new Map<string, readonly StatedRecord[]>()
    const problems: Problem[] = []
    for (const [id, value] of Object.entries(stated)) {
      if (value === undefined || value === null) continue
      const slot = vocabulary.slot(id)
      const parameter = slot === undefined ? undefined : vocabulary.parameter(slot)
      if (slot === undefined || parameter === undefined || parameter.computed === true) {
        problems.push(unknownParameter(id, vocabulary))
        continue
      }
      const read =
        parameter.type === 'list'
          ? readRecords(value, fields.get(id) ?? [], records, id)
          : readValue(parameter, value, vocabulary)
      if (read.ok) slots[slot] = read.value
      else problems.push(...read.problems.map((problem) => ({ ...problem, where: { path: id } })))
    }
    if (problems.length > 0) return fail(...problems)
    const found = derive(derivations, slots, records)
    const presumed = presume(families, slots, day)
    return ok({
      facts: { day, slots, undecided: new Map() },
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

function presume(
  families: readonly { readonly presumption: Presumption; readonly slots: readonly number[] }[],
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

/** Scales on which zero is a convention, so that a value below it has a meaning. */
const SIGNED_UNITS = new Set(['degC', 'dB', 'dBc', 'dBc/Hz', 'deg'])

export function readValue(
  parameter: Parameter,
  value: unknown,
  vocabulary: Vocabulary,
): Result<FactValue> {
  if (value === 'unknown') return ok(STATED_UNKNOWN)
  if (value === 'none') return ok(STATED_NONE)
  switch (parameter.type) {
    case 'number':
      return readNumber(parameter, value)
    case 'boolean':
      return typeof value === 'boolean'
        ? ok(value)
        : fail(misfit(parameter, value, 'true or false'))
    case 'kind':
      if (typeof value === 'string' && vocabulary.kinds.has(value)) return ok(value)
      return fail(unknownWord(parameter, value, [...vocabulary.kinds.keys()]))
    case 'text':
    case 'place':
      return typeof value === 'string'
        ? readWord(parameter, value)
        : fail(misfit(parameter, value, 'a text'))
    case 'set':
    case 'codes':
    case 'places':
      return readSet(parameter, value)
    case 'range':
      return readRange(parameter, value)
    case 'list':
      return fail(misfit(parameter, value, 'a list of records'))
  }
}

function readNumber(parameter: Parameter, value: unknown): Result<Amount> {
  const unit = parameter.unit ?? '1'
  const amount = plainNumber(value, unit)
  if (!amount.ok) return amount
  if (amount.value.near >= 0 || SIGNED_UNITS.has(unit)) return amount
  return fail({
    code: 'quantity.negative',
    detail: `${parameter.id} is ${JSON.stringify(value)}, and no such quantity is below zero.`,
    remedy: `Correct it; ${parameter.id} is in ${unit}.`,
  })
}

function plainNumber(value: unknown, unit: string): Result<Amount> {
  if (typeof value === 'number' && Number.isFinite(value)) return ok(amountOfNumber(value))
  if (typeof value !== 'string') {
    return fail({
      code: 'quantity.invalid',
      detail: `${JSON.stringify(value)} is not a number with an optional unit.`,
      remedy: `Write a number in ${unit}, or \`unknown\`, or \`none\` where it does not apply.`,
    })
  }
  const parsed = parseQuantity(value, unit)
  return parsed.ok ? ok(amountOf(parsed.value)) : parsed
}

function readRange(parameter: Parameter, value: unknown): Result<FactValue> {
  const [low, high, ...more] = Array.isArray(value) ? (value as unknown[]) : []
  const [from, to] = [readNumber(parameter, low), readNumber(parameter, high)]
  if (!from.ok || !to.ok || more.length > 0) {
    return fail(misfit(parameter, value, 'two numbers, [lowest, highest]'))
  }
  return ok([from.value, to.value])
}

function readWord(parameter: Parameter, value: string): Result<string> {
  const { values } = parameter
  if (values === undefined || value in values) return ok(value)
  return fail(unknownWord(parameter, value, Object.keys(values)))
}

function readSet(parameter: Parameter, value: unknown): Result<FactValue> {
  const words: readonly unknown[] = Array.isArray(value) ? value : [value]
  const members = new Set<string>()
  for (const word of words) {
    if (typeof word !== 'string') return fail(misfit(parameter, value, 'a list of words'))
    const read = readWord(parameter, word)
    if (!read.ok) return read
    members.add(word)
  }
  return ok(members)
}

function readRecords(
  value: unknown,
  fields: readonly string[],
  records: Map<string, readonly StatedRecord[]>,
  id: string,
): Result<FactValue> {
  if (value === 'unknown') return ok(STATED_UNKNOWN)
  if (value === 'none') return ok(STATED_NONE)
  const rows: StatedRecord[] = []
  const shape = `a list of records, each with ${fields.join(' and ')}`
  if (!Array.isArray(value)) return fail(listMisfit(id, value, shape))
  for (const row of value as unknown[]) {
    if (typeof row !== 'object' || row === null) return fail(listMisfit(id, row, shape))
    const stated = row as Readonly<Record<string, unknown>>
    const record: Record<string, Amount | string> = {}
    for (const field of fields) {
      const amount = plainNumber(stated[field], '1')
      if (!amount.ok || amount.value.near < 0)
        return fail(listMisfit(id, stated[field] ?? field, shape))
      record[field] = amount.value
    }
    rows.push(record)
  }
  records.set(id, rows)
  return ok(true)
}

function listMisfit(id: string, value: unknown, shape: string): Problem {
  return {
    code: 'characteristic.wrong-type',
    detail: `${JSON.stringify(value)} does not fit ${id}.`,
    remedy: `Write ${shape}.`,
  }
}

function misfit(parameter: Parameter, value: unknown, asked: string): Problem {
  return {
    code: 'characteristic.wrong-type',
    detail: `${JSON.stringify(value)} does not fit ${parameter.id}, which is a ${parameter.type}.`,
    remedy: `Write ${asked}, or \`unknown\`, or \`none\` where it does not apply.`,
  }
}

function unknownWord(parameter: Parameter, value: unknown, known: readonly string[]): Problem {
  return {
    code: parameter.type === 'kind' ? 'kind.unknown' : 'characteristic.unknown-value',
    detail: `${JSON.stringify(value)} is no value of ${parameter.id}.`,
    remedy: `Did you mean ${JSON.stringify(closest(String(value), [...known]))}?`,
  }
}

function unknownParameter(id: string, vocabulary: Vocabulary): Problem {
  const known = vocabulary.parameters.filter((parameter) => parameter.computed !== true)
  return {
    code: 'characteristic.unknown',
    detail: `There is no characteristic ${JSON.stringify(id)}.`,
    where: { path: id },
    remedy: `Did you mean ${JSON.stringify(
      closest(
        id,
        known.map((parameter) => parameter.id),
      ),
    )}? The dictionary is law/characteristics.yaml.`,
  }
}
