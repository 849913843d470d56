import { z } from 'zod'
import { jurisdictionCode, sourced, text, texts } from './law-format-basics.ts'

/** us/tables/eccn-reasons.yaml; and any other table, whose own room knows its shape. */
export const eccnReasonsFile = z.strictObject({
  jurisdiction: jurisdictionCode,
  eccns: z.record(
    text,
    z.strictObject({
      reasons: z.array(
        z.strictObject({
          reason: text,
          column: text.exactOptional().meta({ description: 'Country Chart column, as NS2.' }),
          sections: texts.default([]),
          worldwide: z.boolean().exactOptional(),
          except: texts.default([]),
          scope: text,
          paragraphs: texts
            .exactOptional()
            .meta({ description: 'The codes it speaks of, where it speaks of a part.' }),
          rule: text
            .exactOptional()
            .meta({ description: 'Id of the requirement rule it works by.' }),
          when: text.exactOptional(),
        }),
      ),
      exceptions: z.record(text, text).default({}),
      ...sourced,
    }),
  ),
  notCovered: texts,
})

export const tableFile = z.record(z.string(), z.unknown()).superRefine((table, context) => {
  const path = pathToNonNumber(table)
  if (path === undefined) return
  context.addIssue({
    code: 'custom',
    path: [...path],
    input: table,
    message: 'Infinity and not-a-number have no digest; write a text',
  })
})

function pathToNonNumber(value: unknown): readonly PropertyKey[] | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : []
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const path = pathToNonNumber(inner)
    if (path !== undefined) return [Array.isArray(value) ? Number(key) : key, ...path]
  }
  return undefined
}
