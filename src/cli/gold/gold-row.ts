import { z } from 'zod'
import { type LegalDate, parseLegalDate, parseShape, type Result } from '../../kernel/index.ts'

/** A line of a file of control cases: facts, and the answer expected. */
export interface GoldRow {
  readonly id: string
  readonly asOf: LegalDate
  readonly item: GoldItem
  readonly transaction?: GoldTransaction
  readonly expected: GoldExpectation
}

export interface GoldItem {
  readonly kind?: string | undefined
  readonly name?: string | undefined
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
  readonly claimed?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly GoldItem[] | undefined
}

/** Everything but the places is free text or a number, as its author wrote it. */
export interface GoldTransaction {
  readonly from: string
  readonly to: string
  readonly [key: string]: unknown
}

export interface GoldExpectation {
  readonly byJurisdiction?: Readonly<Record<string, GoldCode>> | undefined
  readonly jurisdiction?: string | undefined
  readonly classification?: GoldCode | undefined
  readonly version?: Readonly<Record<string, string>> | undefined
  readonly icClassification?: GoldCode | undefined
  readonly conflict?: boolean | undefined
  readonly licenceRequired?: boolean | 'unknown' | undefined
  readonly licenceRequiredAsAdministered?: boolean | 'unknown' | undefined
  readonly rules?: readonly string[] | undefined
  readonly authorisation?: string | null | undefined
  readonly exception?: GoldException | undefined
}

export interface GoldException {
  readonly id: string
  readonly usable: boolean | 'unknown'
}

/** `null`: nothing lists it; several codes: all of them. */
export type GoldCode = string | null | readonly string[]

const code = z.union([z.string().min(1), z.null(), z.array(z.string().min(1)).min(1)])
const answer = z.union([z.boolean(), z.literal('unknown')])
const day = z.custom<LegalDate>(
  (value) => typeof value === 'string' && parseLegalDate(value).ok,
  'This is not a day of the calendar',
)

const goldItem: z.ZodType<GoldItem> = z.looseObject({
  kind: z.string().optional(),
  name: z.string().optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
  claimed: z.record(z.string(), z.unknown()).optional(),
  get content() {
    return z.array(goldItem).optional()
  },
})

const goldRow = z.looseObject({
  id: z.string().min(1),
  asOf: day,
  item: goldItem,
  transaction: z.looseObject({ from: z.string(), to: z.string() }).optional(),
  expected: z.looseObject({
    byJurisdiction: z.record(z.string(), code).optional(),
    jurisdiction: z.string().optional(),
    classification: code.optional(),
    version: z.record(z.string(), z.string()).optional(),
    icClassification: code.optional(),
    conflict: z.boolean().optional(),
    licenceRequired: answer.optional(),
    licenceRequiredAsAdministered: answer.optional(),
    rules: z.array(z.string()).optional(),
    authorisation: z.string().nullish(),
    exception: z.looseObject({ id: z.string(), usable: answer }).optional(),
  }),
})

export function parseGoldRow(value: unknown): Result<GoldRow> {
  return parseShape(goldRow as unknown as z.ZodType<GoldRow>, value)
}

/** The letters before the number: `SME-TX` of `SME-TX-002`. */
export function familyOf(id: string): string {
  return id.replace(/-?\d+[a-z]?$/i, '') || id
}
