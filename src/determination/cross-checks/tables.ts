import { z } from 'zod'
import { ProblemError, parseShape } from '../../kernel/index.ts'
import type { Rulebook } from '../../rulebook/index.ts'
import { legalInterval, text } from '../table-format.ts'

/**
 * Tables of `law/tables/` that the comparisons read: words that tell what a firm does, places named in
 * papers, what goods of a kind weigh and are declared as. None of it stands in the program.
 */
const sourced = { cite: text, mark: text, notes: text.exactOptional() }
const texts = z.array(text)
const phrases = z.strictObject({ phrases: texts.min(1), ...sourced })

const wordsTable = z.strictObject({
  /** What a firm does, by the words of its name and business. */
  functions: z.record(
    z.string(),
    z.strictObject({
      name: texts,
      business: texts,
      evenIfStated: z.boolean().default(false).meta({
        description:
          'A name tells it whatever type and business are stated; else only where they say nothing.',
      }),
      ...sourced,
    }),
  ),
  uses: z.record(z.string(), phrases),
  deniesResale: phrases,
  deniesMilitary: phrases,
  notNamed: phrases,
  founding: phrases,
  addressWords: phrases,
  freeMail: phrases,
  onlyMentioned: phrases,
  staysHere: phrases,
  namesEndUser: phrases,
  exceptFor: phrases,
  sample: phrases,
  refused: phrases,
  withoutLeave: phrases,
  vague: phrases,
  nobody: phrases,
  boundTo: phrases,
  conceals: phrases.extend({ unless: texts }),
})

const townsTable = z.strictObject({
  towns: z.record(z.string(), texts),
  /** By place: first digits of telephone numbers after the plus sign; last part of domains. */
  dialling: z.record(z.string(), texts),
  domains: z.record(z.string(), texts),
  ...sourced,
})

const decimal = z.string().regex(/^\d+(?:\.\d+)?$/, { error: 'A decimal number as text' })
const bounds = z.strictObject({ from: decimal.exactOptional(), to: decimal.exactOptional() })

const goodsTable = z.strictObject({
  goods: z.array(
    z.strictObject({
      kinds: texts.min(1),
      hs: texts.exactOptional().meta({ description: 'Headings that fit, as their first digits.' }),
      kgPerPiece: bounds.exactOptional(),
      usdPerPiece: bounds.exactOptional(),
      kwPerPiece: decimal.exactOptional(),
      ...sourced,
    }),
  ),
  unlikelyUsers: z.array(
    z.strictObject({ business: texts.min(1), kinds: texts.min(1), ...sourced }),
  ),
  arms: z.strictObject({ phrases: texts.min(1), unless: texts, hs: texts.min(1), ...sourced }),
})

const highPriorityTable = z.strictObject({
  highPriority: z.array(
    z.strictObject({ hs: texts.min(1), effective: legalInterval, tier: text, ...sourced }),
  ),
})

const limitsTable = z.strictObject({
  limits: z.array(
    z.strictObject({
      what: text,
      amount: decimal,
      currency: text,
      of: z.enum(['piece', 'consignment']),
      from: texts.exactOptional().meta({ description: 'Countries that the goods leave.' }),
      hs: texts.exactOptional(),
      effective: legalInterval.default({}),
      ...sourced,
    }),
  ),
})

const filingTable = z.strictObject({
  systems: z.record(z.string(), z.strictObject({ jurisdiction: text, ...sourced })),
  notListed: phrases,
  documentCodes: z.array(
    z.strictObject({
      code: text,
      jurisdiction: text,
      states: z.enum(['not-listed', 'authorised']),
      ...sourced,
    }),
  ),
  licenceCodes: z.array(
    z.strictObject({
      code: text,
      system: text,
      states: z.enum(['no-licence', 'licence', 'exception']),
      exception: text.exactOptional(),
      effective: legalInterval.default({}),
      ...sourced,
    }),
  ),
})

const boycottTable = z.strictObject({
  requests: z.array(
    z.strictObject({ all: texts.min(1).meta({ description: 'In one sentence.' }), ...sourced }),
  ),
})

const TABLES = {
  words: ['tables/deal-words', wordsTable],
  towns: ['tables/towns', townsTable],
  goods: ['tables/goods', goodsTable],
  highPriority: ['tables/high-priority', highPriorityTable],
  limits: ['tables/value-limits', limitsTable],
  filing: ['tables/filing', filingTable],
  boycott: ['tables/boycott', boycottTable],
} as const satisfies Readonly<Record<string, readonly [string, z.ZodType]>>

export interface CrossCheckTables {
  readonly words: z.output<typeof wordsTable>
  readonly towns: z.output<typeof townsTable>
  readonly goods: z.output<typeof goodsTable>
  readonly highPriority: z.output<typeof highPriorityTable>
  readonly limits: z.output<typeof limitsTable>
  readonly filing: z.output<typeof filingTable>
  readonly boycott: z.output<typeof boycottTable>
}

/**
 * Undefined where the edition has none of the tables: then nothing is compared.
 * @throws ProblemError where a table is missing beside others, or has another shape
 */
export function crossCheckTables(rulebook: Rulebook): CrossCheckTables | undefined {
  const held = Object.values(TABLES).filter(([name]) => rulebook.tables.has(name))
  if (held.length === 0) return undefined
  return {
    words: read(rulebook, ...TABLES.words),
    towns: read(rulebook, ...TABLES.towns),
    goods: read(rulebook, ...TABLES.goods),
    highPriority: read(rulebook, ...TABLES.highPriority),
    limits: read(rulebook, ...TABLES.limits),
    filing: read(rulebook, ...TABLES.filing),
    boycott: read(rulebook, ...TABLES.boycott),
  }
}

function read<T>(rulebook: Rulebook, name: string, shape: z.ZodType<T>): T {
  const parsed = parseShape(shape, rulebook.tables.get(name))
  if (parsed.ok) return parsed.value
  throw new ProblemError(
    ...parsed.problems.map((problem) => ({
      ...problem,
      detail: `In the table ${name}: ${problem.detail}`,
    })),
  )
}
