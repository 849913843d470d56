import { digestOfBytes } from '../kernel/index.ts'
import type { ReasonFinding } from './model.ts'
import type { Sheet } from './sheet.ts'

/**
 * Ends an answer that was written from a place on, but for its last brace, with its digest. Reasons follow
 * from what is digested, and stand outside of it.
 */
export function sealAnswer(sheet: Sheet, start: number, reasons?: readonly ReasonFinding[]): void {
  sheet.text('}')
  const digest = digestOfBytes(sheet.from(start))
  sheet.backTo(sheet.length - 1)
  if (reasons !== undefined) sheet.text(`,"reasons":${JSON.stringify(reasons)}`)
  sheet.text(`,"digest":"${digest}"}`)
}
