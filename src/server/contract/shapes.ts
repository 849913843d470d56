import { z } from 'zod'
import { type LegalDate, parseLegalDate } from '../../kernel/index.ts'

/** Shapes that several operations share. */
export const day = z
  .string()
  .refine((text) => parseLegalDate(text).ok, {
    error: 'This is not a day of the calendar, as 2026-06-01',
  })
  .transform((text) => text as LegalDate)
  .meta({ format: 'date', description: 'A day, as 2026-06-01.' })

export const asOf = day.meta({
  format: 'date',
  description: 'The day whose law applies.',
})

export const knownAt = day.meta({
  format: 'date',
  description: 'What was published by this day; the day applied where absent.',
})

/** A switch in a query: `?explain`, `?explain=true`. */
export const flag = z
  .enum(['', 'true', 'false'])
  .meta({ description: 'Present or `true`: yes.' })
  .transform((text) => text !== 'false')

export const limit = z.coerce.number().int().min(1).max(500)

export const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,200}$/, { error: 'This is not a cursor of an answer' })
  .meta({ description: 'The `next` of the answer before.' })

export const jurisdiction = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'A jurisdiction is two capital letters, as US or EU' })

/** Where the next page begins; absent on the last. */
export const next = z.string().exactOptional()

export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

/** RFC 9457. */
export const problemShape = z
  .strictObject({
    type: z.string().meta({ description: 'Names the kind of problem.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable machine name, as `input.unknown-key`.' }),
    instance: z.string().meta({ description: 'The request, as in the log.' }),
    remedy: z.string().exactOptional().meta({ description: 'What to do.' }),
    errors: z
      .array(
        z.strictObject({
          code: z.string(),
          detail: z.string(),
          pointer: z
            .string()
            .exactOptional()
            .meta({ description: 'JSON Pointer (RFC 6901) into the body.' }),
          parameter: z.string().exactOptional(),
          row: z.int().exactOptional().meta({ description: 'Of a table; its heading is row 1.' }),
          column: z.string().exactOptional(),
          remedy: z.string().exactOptional(),
        }),
      )
      .exactOptional()
      .meta({ description: 'Each thing that is wrong, with its place.' }),
  })
  .meta({ description: 'What is wrong, where, and what to do (RFC 9457).' })
