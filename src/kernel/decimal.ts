import { Decimal as DecimalJs } from 'decimal.js'
import { fail, ok, type Problem, type Result } from './problem.ts'

/**
 * Exact decimals. A threshold in law is never compared through a binary float.
 *
 * Inputs are held to {@link MAX_DIGITS} significant digits, and all arithmetic keeps 160: sums and
 * products of a few inputs are exact, and a quotient equals a threshold exactly when the law's
 * arithmetic says so.
 */
const Precise = DecimalJs.clone({
  precision: 160,
  toExpNeg: -40,
  toExpPos: 40,
  maxE: 100_000,
  minE: -100_000,
})
export type Decimal = InstanceType<typeof Precise>

export const MAX_DIGITS = 60
const MAX_EXPONENT = 400
const FORM = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
/** Zeros may pad a number; a text longer than this is not looked at. */
export const MAX_LENGTH = 500

export function parseDecimal(text: string): Result<Decimal> {
  const trimmed = text.trim()
  if (trimmed.length > MAX_LENGTH) return fail(tooLong())
  if (!FORM.test(trimmed)) {
    return fail({
      code: 'decimal.invalid',
      detail: `${JSON.stringify(text.slice(0, 60))} is not a number.`,
      remedy: 'Write digits with a decimal point, for example 1.35 or 1.4e-7.',
    })
  }
  const value = new Precise(trimmed)
  const fits = value.precision() <= MAX_DIGITS && Math.abs(value.e) <= MAX_EXPONENT
  return fits ? ok(value) : fail(tooLong())
}

function tooLong(): Problem {
  return {
    code: 'decimal.too-long',
    detail: `A number has more than ${MAX_DIGITS} significant digits or an exponent beyond ${MAX_EXPONENT}.`,
    remedy: 'Round it; no threshold in law needs so many digits.',
  }
}

/** For constants of the program and for numbers that arithmetic already made. */
export function decimal(value: number | string | Decimal): Decimal {
  return new Precise(value)
}

/** Shortest plain form, the same for equal values: `1.5`, `4800`, `1.4e-41`. */
export function formatDecimal(value: Decimal): string {
  return value.isZero() ? '0' : value.toString()
}
