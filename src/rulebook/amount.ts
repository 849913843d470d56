import { type Decimal, decimal, formatDecimal } from '../kernel/index.ts'

/**
 * A number with two faces: the nearest double for the many comparisons that are not close, and the
 * exact decimal, made only when a comparison comes near its threshold or somebody asks to see it.
 */
export interface Amount {
  readonly near: number
  readonly exact: Decimal
  /** Whether the exact decimal is the shortest that gives this double, as for all that people write in a few digits. */
  readonly isPlain: boolean
}

/** Doubles carry 15 to 17 digits and a formula loses a few; nothing within a billionth is left to them. */
const CLOSE = 1e-9

class LazyAmount implements Amount {
  readonly near: number
  readonly isPlain: boolean
  readonly #make: () => Decimal
  #exact: Decimal | undefined

  constructor(near: number, isPlain: boolean, make: () => Decimal) {
    this.near = near
    this.isPlain = isPlain
    this.#make = make
  }

  get exact(): Decimal {
    this.#exact ??= this.#make()
    return this.#exact
  }
}

export function amountOf(value: Decimal): Amount {
  const near = value.toNumber()
  return new LazyAmount(near, decimal(near).equals(value), () => value)
}

/** For a plain number in the right unit, whose shortest decimal is what was written. */
export function amountOfNumber(value: number): Amount {
  return new LazyAmount(value, true, () => decimal(value))
}

export function lazyAmount(near: number, make: () => Decimal): Amount {
  return new LazyAmount(near, false, make)
}

/**
 * Negative, zero or positive, exactly. Rounding keeps order, so two plain amounts stand to each other as
 * their doubles do, at the threshold itself too.
 */
export function compareAmounts(left: Amount, right: Amount): number {
  const difference = left.near - right.near
  if (Math.abs(difference) > CLOSE * Math.abs(right.near) && Number.isFinite(difference))
    return difference
  if (left.isPlain && right.isPlain) return difference
  return left.exact.comparedTo(right.exact)
}

/** More than anybody may state, so that only what a division leaves is cut. */
const STATED_DIGITS = 60

/** A stated value prints whole, for its last digit may decide; an endless quotient to twelve digits. */
export function printAmount(amount: Amount): string {
  const exact = amount.exact
  return formatDecimal(exact.precision() > STATED_DIGITS ? exact.toSignificantDigits(12) : exact)
}
