import { z } from 'zod'

/** A share as law writes it, `55/100`: an exact ratio, so that 65 % is never missed by a rounding. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

const FORM = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/

export const fraction = z
  .string()
  .regex(FORM, {
    error: (issue) =>
      `${JSON.stringify(issue.input)} is not a share of two whole numbers, as 55/100`,
  })
  .transform((text): Fraction => {
    const [, numerator, denominator] = FORM.exec(text) ?? []
    return { numerator: Number(numerator), denominator: Number(denominator) }
  })
  .refine(({ numerator, denominator }) => numerator <= denominator, {
    error: 'A share is no more than the whole',
  })

/** Whether a part of the whole is at least the share. */
export function reaches(
  part: number,
  whole: number,
  { numerator, denominator }: Fraction,
): boolean {
  return BigInt(part) * BigInt(denominator) >= BigInt(numerator) * BigInt(whole)
}

/** Whether a part of the whole is more than the share. */
export function exceeds(
  part: number,
  whole: number,
  { numerator, denominator }: Fraction,
): boolean {
  return BigInt(part) * BigInt(denominator) > BigInt(numerator) * BigInt(whole)
}

/** The least whole number that is at least, or more than, the share of the whole. */
export function leastReaching(whole: number, share: Fraction, beyond = false): number {
  const product = BigInt(share.numerator) * BigInt(whole)
  const divisor = BigInt(share.denominator)
  const floor = product / divisor
  const exact = floor * divisor === product
  return Number(exact && !beyond ? floor : floor + 1n)
}

export function printFraction({ numerator, denominator }: Fraction): string {
  return denominator === 100 ? `${numerator} %` : `${numerator}/${denominator}`
}
