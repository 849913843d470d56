import { z } from 'zod'
import { sourced, text, texts } from './law-format-basics.ts'

/** us/tables/eccn-reasons.yaml; and any other table, whose own room knows its shape. */
export const eccnReasonsFile = z.strictObject({
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
        }),
      ),
      exceptions: z.record(text, text).default({}),
      ...sourced,
    }),
  ),
  notCovered: texts,
})

export const tableFile = z.record(z.string(), z.unknown())
