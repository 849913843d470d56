import { z } from 'zod'
import { type Encoding, readPartyQueries } from '../../catalogue/index.ts'
import { type Problem, ProblemError, parseShape, unwrap } from '../../kernel/index.ts'
import { PARTY_SCHEMAS, type PartyQuery } from '../../screening/index.ts'
import { type Entry, openEntries } from '../input/read-entries.ts'
import type { Surroundings } from '../surroundings.ts'

export interface ReadParty {
  readonly party: string
  readonly query: PartyQuery
}

const shape = z.strictObject({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  name: z.string().trim().min(1),
  otherNames: z.array(z.string()).exactOptional(),
  schema: z.enum(PARTY_SCHEMAS).exactOptional(),
  country: z.string().exactOptional(),
  birthDate: z.string().exactOptional(),
  address: z.string().exactOptional(),
  identifiers: z.record(z.string(), z.string()).exactOptional(),
})

const MOST_PROBLEMS = 20

/**
 * Parties of a file of JSON lines, or of a table (CSV, Excel). All or none: a line passed over is a party
 * that nobody screens. @throws ProblemError with the lines
 */
export async function readParties(
  file: string,
  encoding: Encoding | undefined,
  surroundings: Surroundings,
): Promise<readonly ReadParty[]> {
  const parties = new Map<string, ReadParty>()
  const problems: Problem[] = []
  const { pieces } = await openEntries(file, readPartyQueries, encoding, surroundings)
  for await (const entries of pieces) {
    for (const entry of entries) {
      try {
        const party = partyOf(entry)
        if (parties.has(party.party)) throw new ProblemError(twice(party.party))
        parties.set(party.party, party)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        problems.push(...placed(error.problems, file, entry.line))
      }
    }
    if (problems.length >= MOST_PROBLEMS) break
  }
  if (problems.length > 0) throw new ProblemError(...problems.slice(0, MOST_PROBLEMS))
  return [...parties.values()]
}

function partyOf(entry: Entry): ReadParty {
  const { id, ...query } = unwrap(parseShape(shape, entry.read()))
  return { party: id, query }
}

function placed(problems: readonly Problem[], file: string, line: number): readonly Problem[] {
  return problems.map((one) => ({ ...one, where: { line, ...one.where, file } }))
}

function twice(id: string): Problem {
  return {
    code: 'monitoring.twice',
    detail: `The number ${JSON.stringify(id)} stands twice in the file.`,
    remedy: 'Give each party a number of its own.',
  }
}
