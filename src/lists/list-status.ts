import type { LegalDate } from '../kernel/index.ts'
import type { ListPolicy } from '../screening/index.ts'
import type { ListStatus } from './model.ts'

export function listStatus(
  _dataFolder: string,
  _day: LegalDate,
  _policy: ListPolicy,
): readonly ListStatus[] {
  throw new Error('Not written yet')
}
