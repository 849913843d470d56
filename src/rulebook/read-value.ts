import { fail, ok, type Problem, parseQuantity, type Result } from '../kernel/index.ts'
import { type Amount, amountOf, amountOfNumber, compareAmounts } from './amount.ts'
import { type FactValue, STATED_NONE, STATED_UNKNOWN } from './criteria-model.ts'
import type { Parameter } from './model.ts'
import { didYouMean, shown } from './stated-problems.ts'
import type { Vocabulary } from './vocabulary.ts'

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
  const amount = readPlainNumber(value, unit)
  if (!amount.ok) return amount
  if (amount.value.near >= 0 || SIGNED_UNITS.has(unit)) return amount
  return fail({
    code: 'quantity.negative',
    detail: `${parameter.id} is ${shown(value)}, and no such quantity is below zero.`,
    remedy: `Correct it; ${parameter.id} is in ${unit}.`,
  })
}

export function readPlainNumber(value: unknown, unit: string): Result<Amount> {
  if (typeof value === 'number' && Number.isFinite(value)) return ok(amountOfNumber(value))
  if (typeof value !== 'string') {
    return fail({
      code: 'quantity.invalid',
      detail: `${shown(value)} is not a number with an optional unit.`,
      remedy: `Write a number in ${unit}, or \`unknown\`, or \`none\` where it does not apply.`,
    })
  }
  const parsed = parseQuantity(value, unit)
  return parsed.ok ? ok(amountOf(parsed.value)) : parsed
}

function readRange(parameter: Parameter, value: unknown): Result<FactValue> {
  const [low, high, ...more] = Array.isArray(value) ? (value as unknown[]) : []
  const [from, to] = [readNumber(parameter, low), readNumber(parameter, high)]
  const fits = from.ok && to.ok && more.length === 0 && compareAmounts(from.value, to.value) <= 0
  return fits
    ? ok([from.value, to.value])
    : fail(misfit(parameter, value, 'two numbers, [lowest, highest]'))
}

function readWord(parameter: Parameter, value: string): Result<string> {
  const { values } = parameter
  if (values === undefined || Object.hasOwn(values, value)) return ok(value)
  return fail(unknownWord(parameter, value, Object.keys(values)))
}

function readSet(parameter: Parameter, value: unknown): Result<FactValue> {
  const words: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (words.includes('unknown')) return ok(STATED_UNKNOWN)
  if (words.length === 1 && words[0] === 'none') return ok(STATED_NONE)
  const members = new Set<string>()
  for (const word of words) {
    if (typeof word !== 'string' || word === 'none') {
      return fail(misfit(parameter, value, 'a list of words'))
    }
    const read = readWord(parameter, word)
    if (!read.ok) return read
    members.add(word)
  }
  return ok(members)
}

function misfit(parameter: Parameter, value: unknown, asked: string): Problem {
  return {
    code: 'characteristic.wrong-type',
    detail: `${shown(value)} does not fit ${parameter.id}, which is a ${parameter.type}.`,
    remedy: `Write ${asked}, or \`unknown\`, or \`none\` where it does not apply.`,
  }
}

function unknownWord(parameter: Parameter, value: unknown, known: readonly string[]): Problem {
  const isKind = parameter.type === 'kind'
  const values = isKind
    ? 'a kind of the rulebook (`navicert find` shows those that fit a word)'
    : `one of ${known.join(', ')}`
  return {
    code: isKind ? 'kind.unknown' : 'characteristic.unknown-value',
    detail: `${shown(value)} is no value of ${parameter.id}.`,
    remedy: `${didYouMean(value, known)}Write ${values}, or \`unknown\`.`,
  }
}
