import { z } from 'zod'
import {
  describeProblem,
  fail,
  ok,
  type Problem,
  parseShape,
  type Result,
} from '../kernel/index.ts'
import { type ComparedParty, compareParties } from './compare-parties.ts'

/**
 * Labelled pairs as they are exchanged to measure screening: two parties with what is known of each.
 * Fields that only describe the case (label, group, source, notes) are let through unread; a pair is
 * judged by its parties alone.
 */
const TEXTS = z.array(z.string()).optional()

const PARTY = z.looseObject({
  name: z.string().optional(),
  schema: z.string().optional(),
  aliases: TEXTS,
  weakAliases: TEXTS,
  originalScript: TEXTS,
  birthDate: TEXTS,
  birthPlace: z.string().optional(),
  countries: TEXTS,
  addresses: TEXTS,
  ids: z.record(z.string(), z.array(z.string())).optional(),
})

const PAIR = z.looseObject({
  id: z.union([z.string(), z.number()]),
  query: PARTY,
  candidate: PARTY.nullable(),
})

export interface ComparedPair {
  readonly id: string | number
  readonly query: ComparedParty
  readonly candidate: ComparedParty
}

export type PairAnswer =
  | {
      readonly id: string | number
      readonly score: number
      readonly match: boolean
      readonly nameScore: number
    }
  | { readonly id: string | number | null; readonly problem: string }

/** Numbers that a list gives its own rows say nothing about who a party is. */
const ROW_NUMBERS = new Set(['sourceId', 'ofsiGroup'])

export function parsePair(value: unknown): Result<ComparedPair> {
  const parsed = parseShape(PAIR, value)
  if (!parsed.ok) return parsed
  const { id, query, candidate } = parsed.value
  if (candidate === null) return fail(NOTHING_TO_COMPARE)
  return ok({ id, query: partyOf(query), candidate: partyOf(candidate) })
}

const NOTHING_TO_COMPARE: Problem = {
  code: 'pair.no-candidate',
  detail: 'The pair has no candidate, so there is nothing to compare.',
  remedy: 'Screen the query against lists instead.',
}

function partyOf(printed: z.infer<typeof PARTY>): ComparedParty {
  const { name = '', aliases = [], originalScript = [], schema, ids = {} } = printed
  return {
    name,
    aliases: [...aliases, ...originalScript],
    weakAliases: printed.weakAliases,
    schema: schema === 'Company' ? 'Organization' : schema,
    countries: printed.countries,
    birthDates: printed.birthDate,
    birthPlaces: printed.birthPlace === undefined ? undefined : [printed.birthPlace],
    addresses: printed.addresses,
    identifiers: Object.fromEntries(Object.entries(ids).filter(([kind]) => !ROW_NUMBERS.has(kind))),
  }
}

/** One line of a batch of pairs, answered; a line that is no pair is answered with its problem. */
export function comparePair(value: unknown): PairAnswer {
  const pair = parsePair(value)
  if (!pair.ok) {
    return { id: idOf(value), problem: pair.problems.map(describeProblem).join(' ') }
  }
  const { score, match, nameScore } = compareParties(pair.value.query, pair.value.candidate)
  return { id: pair.value.id, score, match, nameScore }
}

function idOf(value: unknown): string | number | null {
  const id =
    typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined
  return typeof id === 'string' || typeof id === 'number' ? id : null
}
