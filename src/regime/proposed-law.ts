import { fail, type LegalDate, ok, type Problem, type Result } from '../kernel/index.ts'
import { type Entry, type Rulebook, standingOf, withChangedEntries } from '../rulebook/index.ts'
import type { Interpretation, ProposalContent } from './proposals/messages.ts'

/**
 * The law as a proposal would have it, held against itself. A note on how words are read leaves the law as it is;
 * the entries whose words it reads must stand on the day.
 */
export function lawWith(
  rulebook: Rulebook,
  { old, new: next, interprets = [] }: ProposalContent,
  asOf: LegalDate,
): Result<Rulebook> {
  const strangers = interprets.flatMap(({ entry }) =>
    entryRead(rulebook, entry, asOf) === undefined ? [notThere(entry, asOf)] : [],
  )
  if (strangers.length > 0) return fail(...strangers)
  if (old === undefined && next === undefined) return ok(rulebook)
  return withChangedEntries(rulebook, {
    ...(old === undefined ? {} : { old }),
    ...(next === undefined ? {} : { new: next }),
  })
}

/** The entry whose words a note reads, as it stands on a day. */
export function entryRead(
  rulebook: Rulebook,
  id: Interpretation['entry'],
  asOf: LegalDate,
): Entry | undefined {
  return rulebook.entries.find(
    (entry) => entry.id === id && standingOf(entry, asOf) !== 'not-in-force',
  )
}

function notThere(entry: string, asOf: LegalDate): Problem {
  return {
    code: 'proposal.no-entry',
    detail: `No entry ${JSON.stringify(entry)} stands on ${asOf}, so that no words of it can be read.`,
    remedy: 'Look for it: navicert law compare ENTRY, or navicert find WORDS.',
  }
}
