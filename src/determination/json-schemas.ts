import { z } from 'zod'
import { determinationSchema } from './determination-schema.ts'
import { transactionSchema } from './transaction.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** The JSON Schemas of what goes in and what comes out, made of the validators themselves. */
export function determinationJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    transaction: z.toJSONSchema(transactionSchema, { io: 'input', unrepresentable: 'any' }),
    determination: z.toJSONSchema(determinationSchema, { io: 'output', unrepresentable: 'any' }),
  }
}
