import { type TruthCode, truthOf } from '../kernel/index.ts'
import { type Amount, printAmount } from './amount.ts'
import type { Comparison } from './comparison.ts'
import {
  type FactValue,
  type Margin,
  PRESUMED_ABSENT,
  STATED_NONE,
  STATED_UNKNOWN,
} from './criteria-model.ts'
import type { Parameter } from './model.ts'

/** How near a number stands to its threshold; nothing where either is no number. */
export function marginOf(
  parameter: Parameter,
  comparison: Comparison,
  value: FactValue | undefined,
  truth: TruthCode,
): Margin | undefined {
  const { threshold } = comparison
  if (threshold === undefined || typeof value !== 'object' || !('near' in value)) return undefined
  return {
    parameter: parameter.id,
    value: printAmount(value),
    wanted: comparison.wanted,
    ...(parameter.unit === undefined || parameter.unit === '1' ? {} : { unit: parameter.unit }),
    ...(threshold.near === 0 || !Number.isFinite(value.near)
      ? {}
      : { percent: percentBetween(value, threshold) }),
    truth: truthOf(truth),
  }
}

/** `-4.2`: 4.2 % below the threshold. For reading only; it decides nothing. */
function percentBetween(value: Amount, threshold: Amount): string {
  return String(roundedPercent(value, threshold))
}

function roundedPercent(value: Amount, threshold: Amount): number {
  const percent = ((value.near - threshold.near) / Math.abs(threshold.near)) * 100
  return Number(percent.toPrecision(2))
}

/** The percent of the margin without its sign; infinite where it has none. */
export function distanceBetween(
  { threshold }: Pick<Comparison, 'threshold'>,
  value: FactValue | undefined,
): number {
  if (threshold === undefined || typeof value !== 'object' || !('near' in value)) {
    return Number.POSITIVE_INFINITY
  }
  return threshold.near === 0 || !Number.isFinite(value.near)
    ? Number.POSITIVE_INFINITY
    : Math.abs(roundedPercent(value, threshold))
}

export function printValue(value: FactValue | undefined): string {
  if (value === undefined) return 'absent'
  if (value === STATED_UNKNOWN) return 'unknown'
  if (value === STATED_NONE) return 'none'
  if (value === PRESUMED_ABSENT) return 'presumed absent'
  if (typeof value === 'object' && 'near' in value) return printAmount(value)
  if (typeof value === 'object' && 'size' in value) return [...value].sort().join(', ')
  return String(value)
}
