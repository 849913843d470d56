import type { LegalDate } from '../../kernel/index.ts'
import {
  coverageOf,
  type Entry,
  isKindWithin,
  type Rulebook,
  standingOf,
} from '../../rulebook/index.ts'
import { listing, paragraph } from '../answer/page.ts'
import { openRulebook } from '../engine.ts'
import { DONE } from '../exit-code.ts'
import {
  day,
  type JsonOption,
  type LawOption,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import type { CommandAdder } from '../session.ts'

interface GapsOptions extends LawOption, JsonOption {
  readonly asOf?: LegalDate
}

/** A kind of item that some members list and others, whose lists are encoded for it, do not. */
export interface Gap {
  readonly kind: string
  /** Codes in effect by jurisdiction. */
  readonly listedBy: Readonly<Record<string, readonly string[]>>
  readonly notListedBy: readonly string[]
}

export const addLawGaps: CommandAdder = (law, session, finish) => {
  const command = law
    .command('gaps')
    .description('Kinds of item that some members list and others do not, where both are encoded.')
    .option('--as-of <day>', 'as the texts stand on a day (default: today)', day)
  withExamples(withJson(withLaw(command)), 'law gaps', 'law gaps --as-of 2024-08-01 --json')
  command.action((options: GapsOptions) => {
    const rulebook = openRulebook(options, session.surroundings)
    const gaps = findGaps(rulebook, options.asOf ?? session.surroundings.today)
    const page = { width: session.surroundings.columns, paint: session.paint }
    if (options.json === true) session.print(JSON.stringify(gaps, null, 2))
    else {
      session.print(
        ...gaps.flatMap(({ kind, listedBy, notListedBy }) => [
          session.paint('bold', kind),
          ...Object.entries(listedBy).flatMap(([code, codes]) =>
            paragraph(page, `  ${code}  `, listing(codes, 8)),
          ),
          ...paragraph(page, '  no entry: ', notListedBy.join(', ')),
        ]),
        `${gaps.length} kinds differ. Where a list is not encoded for a kind, nothing is said of it.`,
      )
    }
    finish(DONE)
  })
}

/** Fallback entries are no control of a kind, and a list that covers a kind in part may list it still. */
export function findGaps(rulebook: Rulebook, asOf: LegalDate): readonly Gap[] {
  const entries = rulebook.entries
    .filter((entry) => standingOf(entry, asOf) === 'in-force' && !entry.fallback)
    .map((entry) => ({ entry, kinds: kindsOf(entry) }))
  return [...rulebook.kinds.keys()].flatMap((kind): readonly Gap[] => {
    const listedBy: Record<string, readonly string[]> = {}
    const notListedBy: string[] = []
    for (const code of rulebook.jurisdictions.keys()) {
      const codes = entries
        .filter(
          ({ entry, kinds }) =>
            entry.jurisdiction === code && kinds.some((one) => isKindWithin(kind, one)),
        )
        .map(({ entry }) => entry.code)
      if (codes.length > 0) listedBy[code] = codes
      else if (coverageOf(rulebook, code, kind, asOf) === 'complete') notListedBy.push(code)
    }
    const differs = Object.keys(listedBy).length > 0 && notListedBy.length > 0
    return differs ? [{ kind, listedBy, notListedBy }] : []
  })
}

function kindsOf({ criteria }: Entry): readonly string[] {
  return kindsIn(criteria)
}

function kindsIn(criteria: unknown): readonly string[] {
  if (Array.isArray(criteria)) return criteria.flatMap(kindsIn)
  if (typeof criteria !== 'object' || criteria === null) return []
  return Object.entries(criteria).flatMap(([key, value]: [string, unknown]) =>
    key === 'kind' ? [value].flat().filter((kind) => typeof kind === 'string') : kindsIn(value),
  )
}
