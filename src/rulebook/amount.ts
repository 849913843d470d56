import { type Decimal, decimal, formatDecimal } from '../kernel/index.ts'

/**
 * A number with two faces: the nearest double for the many comparisons that are not close, and the
 * exact decimal, made only when a comparison comes near its threshold or somebody asks to see it.
 */
export interface Amount {
  readonly near: number
  readonly exact: Decimal
}

/** Doubles carry 15 to 17 digits and a formula loses a few; nothing within a billionth is left to them. */
const CLOSE = 1e-9

class LazyAmount implements Amount {
  readonly near: number
  readonly #make: () => Decimal
  #exact: Decimal | undefined

  constructor(near: number, make: () => Decimal) {
    this.near = near
    this.#make = make
  }

  get exact(): Decimal {
    this.#exact ??= this.#make()
    return this.#exact
  }
}

export function amountOf(value: Decimal): Amount {
  return { near: value.toNumber(), exact: value }
}

/** For a plain number in the right unit, whose shortest decimal is what was written. */
export function amountOfNumber(value: number): Amount {
  return new LazyAmount(value, () => decimal(value))
}

export function lazyAmount(near: number, make: () => Decimal): Amount {
  return new LazyAmount(near, make)
}

/** Negative, zero or positive, exactly. */
export function compareAmounts(left: Amount, right: Amount): number {
  const difference = left.near - right.near
  if (Math.abs(difference) > CLOSE * Math.abs(right.near) && Number.isFinite(difference))
    return difference
  return left.exact.comparedTo(right.exact)
}

/** More than anybody may state, so that only what a division leaves is cut. */
const STATED_DIGITS = 60

/** A stated value prints whole, for its last digit may decide; an endless quotient to twelve digits. */
export function printAmount(amount: Amount): string {
  const exact = amount.exact
  return formatDecimal(exact.precision() > STATED_DIGITS ? exact.toSignificantDigits(12) : exact)
}
