import { z } from 'zod'
import { ProblemError, parseShape, type Result } from '../kernel/index.ts'
import type { Expression, Rulebook } from '../rulebook/index.ts'
import { legalInterval, text } from './table-format.ts'

/**
 * Tables of `law/` whose shape this room knows: what gives a jurisdiction a hold on a transaction and
 * what of its law is not decided here (`us/nexus`).
 */
export const gapSchema = z.strictObject({
  area: text,
  when: z
    .custom<Expression>((value) => typeof value === 'object' && value !== null)
    .exactOptional()
    .meta({ description: 'Over the circumstances; absent: always.' }),
  permits: z.boolean().exactOptional().meta({
    description: 'It could only permit what a rule here requires a licence for.',
  }),
  cite: text,
  mark: text,
  notes: text.exactOptional(),
})

const nexusTable = z.strictObject({
  nexus: z.array(
    z.strictObject({
      kind: z.enum([
        'territory',
        'transit',
        'origin',
        'de-minimis',
        'direct-product',
        'person',
        'broker',
        'supplier',
      ]),
      what: text,
      subjectThrough: text
        .exactOptional()
        .meta({ description: 'Value of the circumstance subject_through while it holds.' }),
      kinds: z
        .array(text)
        .min(1)
        .exactOptional()
        .meta({ description: 'Kinds of items that it speaks of; every kind, if absent.' }),
      destinations: z.array(text).min(1).exactOptional().meta({
        description:
          'Of a supplier: the destinations and countries of customers that it speaks of.',
      }),
      unread: text
        .exactOptional()
        .meta({ description: 'What else it asks and nobody here holds: it never surely holds.' }),
      effective: legalInterval.default({}),
      suspended: z.array(legalInterval).default([]),
      cite: text,
      mark: text,
      notes: text.exactOptional(),
    }),
  ),
  gaps: z.array(gapSchema).default([]),
})

export type NexusTable = z.output<typeof nexusTable>
export type NexusRule = NexusTable['nexus'][number]
export type Gap = NexusTable['gaps'][number]

const TERRITORY_ALONE: NexusTable = {
  nexus: [
    {
      kind: 'territory',
      what: 'The item leaves its territory.',
      effective: {},
      suspended: [],
      cite: 'territory of the jurisdiction',
      mark: 'unverified',
    },
  ],
  gaps: [],
}

/** @throws ProblemError where the table has another shape */
export function nexusTableOf(rulebook: Rulebook, jurisdiction: string): NexusTable {
  const name = `${jurisdiction.toLowerCase()}/nexus`
  const table = rulebook.tables.get(name)
  return table === undefined ? TERRITORY_ALONE : read(parseShape(nexusTable, table), name)
}

function read<T>(result: Result<T>, name: string): T {
  if (result.ok) return result.value
  throw new ProblemError(
    ...result.problems.map((problem) => ({
      ...problem,
      detail: `In the table ${name}: ${problem.detail}`,
    })),
  )
}
