import { type Decimal, MAX_LENGTH, parseDecimal } from './decimal.ts'
import { remedyForNumber } from './misspelt.ts'
import { fail, type Result } from './problem.ts'
import { convert } from './unit.ts'

const FORM = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)/s

/**
 * A quantity as stated, in the unit asked for: a number is taken to be in that unit, a text may carry
 * a unit of its own (`"814 mm²"`, `"1.4e-7"`, `"500 krad(Si)"`).
 */
export function parseQuantity(stated: number | string, unit: string): Result<Decimal> {
  const text = String(stated)
  const match = text.length > 2 * MAX_LENGTH ? null : FORM.exec(text.trim())
  if (match === null) {
    return fail({
      code: 'quantity.invalid',
      detail: `${JSON.stringify(text.slice(0, 60))} is not a number with an optional unit.`,
      remedy: `Write it in ${unit}, for example ${JSON.stringify(unit === '1' ? '1.35' : `1.5 ${unit}`)}.`,
    })
  }
  const [, digits = '', statedUnit = ''] = match
  const value = parseDecimal(digits)
  if (!value.ok || statedUnit === '') return value
  const read = convert(value.value, statedUnit, unit)
  if (read.ok || !/^[,'’.]/.test(statedUnit)) return read
  // Marks within digits are taken for a unit, and are none.
  const remedy = remedyForNumber(/^[\d.,'’]+/.exec(text.trim())?.[0])
  if (remedy === undefined) return read
  return fail(...read.problems.map((problem) => ({ ...problem, remedy })))
}
