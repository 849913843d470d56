import { z } from 'zod'
import { ProblemError, parseShape, unwrap } from '../kernel/index.ts'
import { compareParties, type ListedParty } from '../screening/index.ts'
import { runBatch } from './batch.ts'
import { withExamples } from './options.ts'
import type { CommandAdder } from './session.ts'

interface CompareOptions {
  readonly batch: string
  readonly out?: string
}

/** Labelled pairs of parties in, one score each out: one engine and one threshold for everything. */
export const addScreenCompare: CommandAdder = (screen, session, finish) => {
  const command = screen
    .command('compare')
    .description(
      'Scores pairs of parties: {id, query, candidate} to {id, score, match, nameScore}.',
    )
    .requiredOption('--batch <in>', 'pairs, JSON lines (.gz too)')
    .option('--out <out>', 'where the scores go (default: standard output)')
  withExamples(command, 'screen compare --batch pairs.jsonl.gz --out scores.jsonl')
  command.action(async (_options: CompareOptions, self) => {
    // --batch and --out are also options of the command above, which commander gives them to.
    const options = self.optsWithGlobals() as CompareOptions
    const { batch: input, out: output = '-' } = options
    finish(
      await runBatch({ input, output, what: 'pairs', answer: comparePair }, session.surroundings),
    )
  })
}

const texts = z.array(z.string()).optional()
const party = z.looseObject({
  name: z.string(),
  aliases: texts,
  weakAliases: texts,
  originalScript: texts,
  schema: z.string().optional(),
  birthDate: texts,
  countries: texts,
  addresses: texts,
  ids: z.record(z.string(), z.array(z.string())).optional(),
})
const pair = z.looseObject({
  id: z.union([z.string(), z.number()]),
  query: party,
  candidate: party.nullable(),
})
type PairParty = z.output<typeof party>

function comparePair(value: unknown): string {
  const { id, query, candidate } = unwrap(parseShape(pair, value))
  if (candidate === null) {
    throw new ProblemError({
      code: 'screen.no-candidate',
      detail: 'The candidate is null: there is nothing to compare with.',
      remedy: 'Screen the query against lists instead: navicert screen.',
    })
  }
  const { score, match, nameScore } = compareParties(comparedOf(query), comparedOf(candidate))
  return JSON.stringify({ id, score, match, nameScore })
}

function comparedOf(one: PairParty): Parameters<typeof compareParties>[1] {
  const [name = '', ...aliases] = namesOf(one)
  const { weakAliases = [], birthDate = [], countries = [], addresses = [], ids = {} } = one
  return {
    name,
    aliases,
    weakAliases,
    birthDates: birthDate,
    countries,
    addresses,
    identifiers: ids,
    ...schemaOf(one),
  }
}

/** A case with an identifier only has an empty name. */
function namesOf({ name, aliases = [], originalScript = [] }: PairParty): readonly string[] {
  const names = [name, ...aliases, ...originalScript].filter((one) => one.trim() !== '')
  return [...new Set(names)]
}

const SCHEMAS: Readonly<Record<string, ListedParty['schema']>> = {
  Person: 'Person',
  Organization: 'Organization',
  Company: 'Organization',
  LegalEntity: 'LegalEntity',
  Vessel: 'Vessel',
  Aircraft: 'Aircraft',
  Airplane: 'Aircraft',
}

function schemaOf({ schema }: PairParty): { schema?: ListedParty['schema'] } {
  const known = schema === undefined ? undefined : SCHEMAS[schema]
  return known === undefined ? {} : { schema: known }
}
