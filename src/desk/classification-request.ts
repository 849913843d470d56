import { z } from 'zod'
import { type Item, itemSchema } from '../classification/index.ts'
import { type LegalDate, parseLegalDate, parseShape, type Result } from '../kernel/index.ts'

/** What is classified: an item, or items of a transaction file. */
export interface ClassificationRequest {
  readonly id: string | null
  readonly item: Item
  readonly asOf?: LegalDate
}

const day = z
  .string()
  .refine((value) => parseLegalDate(value).ok, { error: 'This is not a day of the calendar' })
  .transform((value) => value as LegalDate)
const wrapped = z.strictObject({
  id: z.union([z.string(), z.number().transform(String)]).exactOptional(),
  item: itemSchema,
  asOf: day.exactOptional(),
})
/** Of a transaction file only the items and the day are read here. */
const transactionItems = z.looseObject({ date: day.exactOptional(), items: z.array(itemSchema) })

/** One item, `{id, item}`, or the items of a transaction. */
export function readClassificationRequests(
  value: unknown,
  document?: Parameters<typeof parseShape>[2],
): Result<readonly ClassificationRequest[]> {
  const isObject = typeof value === 'object' && value !== null
  if (isObject && 'items' in value) {
    const read = parseShape(transactionItems, value, document)
    if (!read.ok) return read
    const { date, items } = read.value
    const asOf = date === undefined ? {} : { asOf: date }
    return { ok: true, value: items.map((item) => ({ id: item.id ?? null, item, ...asOf })) }
  }
  if (isObject && 'item' in value) {
    const read = parseShape(wrapped, value, document)
    return read.ok ? { ok: true, value: [{ ...read.value, id: read.value.id ?? null }] } : read
  }
  const read = parseShape(itemSchema, value, document)
  return read.ok ? { ok: true, value: [{ id: read.value.id ?? null, item: read.value }] } : read
}
