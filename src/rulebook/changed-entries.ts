import { canonicalJson, fail, ok, type Problem, type Result } from '../kernel/index.ts'
import { checkLaw } from './check-law.ts'
import { inOrder } from './law-content.ts'
import type { LawFileContent } from './law-format.ts'
import { LawProblems } from './law-problems.ts'
import type { Entry, Rulebook } from './model.ts'
import { contentOf, rulebookOf } from './rulebook-content.ts'

/** A file of entries, as it stands in `law/<jurisdiction>/entries`. */
export type LawEntriesFile = LawFileContent<'entries'>

/** Entries to be taken out of the law, as they stand there, and entries to be put in. */
export interface EntriesChange {
  readonly old?: LawEntriesFile
  readonly new?: LawEntriesFile
}

/**
 * The rulebook as it would be with other entries: held against itself like any law, so that a proposal
 * with an unknown parameter or rule is refused before anybody votes on it. The old text must be the one
 * that stands, lest a change be made to what nobody reads any more.
 */
export function withChangedEntries(rulebook: Rulebook, change: EntriesChange): Result<Rulebook> {
  const old = lawEntriesOf(change.old)
  const strangers = old.flatMap((one) => {
    const standing = rulebook.entries.find(
      ({ id, version }) => id === one.id && version === one.version,
    )
    return standing !== undefined && saysTheSame(standing, one) ? [] : [notStanding(one, standing)]
  })
  if (strangers.length > 0) return fail(...strangers)
  const gone = new Set(old.map(({ id, version }) => `${id} ${version}`))
  const content = contentOf(rulebook)
  const entries = [
    ...content.entries.filter(({ id, version }) => !gone.has(`${id} ${version}`)),
    ...lawEntriesOf(change.new),
  ]
  const problems = new LawProblems()
  const changed = { ...content, entries }
  checkLaw(changed, problems)
  return problems.found.length > 0 ? fail(...problems.found) : ok(rulebookOf(inOrder(changed)))
}

/** The entries of such a file as the rulebook holds them. */
export function lawEntriesOf(file: LawEntriesFile | undefined): readonly Entry[] {
  if (file === undefined) return []
  const { list, jurisdiction, entries } = file
  return entries.map((one) => ({ id: `${jurisdiction}:${one.code}`, jurisdiction, list, ...one }))
}

/** What decides whether an item is on it; titles and notes may be quoted shorter. */
function saysTheSame(standing: Entry, quoted: Entry): boolean {
  const decides = ({ criteria, excluded }: Entry): string =>
    canonicalJson([criteria, excluded ?? null])
  return decides(standing) === decides(quoted)
}

function notStanding(quoted: Entry, standing: Entry | undefined): Problem {
  const name = `${quoted.id} (version ${quoted.version})`
  return {
    code: 'law.old-text',
    detail:
      standing === undefined
        ? `The law has no ${name} to be changed.`
        : `The criteria quoted as old are not those of ${name}.`,
    remedy: 'Copy the entry from the law folder as it stands.',
  }
}
