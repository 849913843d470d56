import { isAtOrBelow, type LegalDate, ProblemError } from '../../kernel/index.ts'
import { type Entry, type Rulebook, standingOf } from '../../rulebook/index.ts'
import { type Page, paragraph } from '../answer/page.ts'
import { type SideRow, sideBySide } from '../answer/side-by-side.ts'
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
import { expressionText } from './expression-text.ts'

interface CompareOptions extends LawOption, JsonOption {
  readonly asOf?: LegalDate
}

export const addLawCompare: CommandAdder = (law, session, finish) => {
  const command = law
    .command('compare')
    .description('One topic across members: an entry and those it is related to, side by side.')
    .argument('<entry>', 'as US:3B001.f.1.b, or a code without its jurisdiction')
    .option('--as-of <day>', 'as the texts stand on a day (default: today)', day)
  withExamples(withJson(withLaw(command)), 'law compare US:4A906.a', 'law compare 3B501.f')
  command.action((code: string, options: CompareOptions) => {
    const rulebook = openRulebook(options, session.surroundings)
    const asOf = options.asOf ?? session.surroundings.today
    const entries = relatedTo(code, rulebook, asOf)
    if (entries.length === 0) throw unknownEntry(code, asOf)
    const page = { width: session.surroundings.columns, paint: session.paint }
    if (options.json === true) session.print(JSON.stringify(entries, null, 2))
    else session.print(...comparedLines(page, entries, asOf))
    finish(DONE)
  })
}

/** The entries named, and all that they name as related or that name them. */
export function relatedTo(code: string, rulebook: Rulebook, asOf: LegalDate): readonly Entry[] {
  const standing = rulebook.entries.filter((entry) => standingOf(entry, asOf) !== 'not-in-force')
  const found = new Set(standing.filter((entry) => isNamed(entry, code)))
  const named = [...found]
  for (const entry of standing) {
    const related = named.some(
      (one) =>
        one.related.some((id) => isAtOrBelow(entry.id, id)) ||
        entry.related.some((id) => isAtOrBelow(one.id, id)) ||
        (one.regimeOrigin !== undefined && one.regimeOrigin === entry.regimeOrigin),
    )
    if (related) found.add(entry)
  }
  return [...found].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function isNamed(entry: Entry, code: string): boolean {
  return isAtOrBelow(entry.id, code) || isAtOrBelow(entry.code, code)
}

/** Two lists' words on one thing beside each other; more of them stand one under the other. */
function comparedLines(page: Page, entries: readonly Entry[], asOf: LegalDate): readonly string[] {
  const [one, other, ...more] = entries
  if (one === undefined || other === undefined || more.length > 0)
    return entries.flatMap((entry) => entryLines(page, entry, asOf))
  const row = (name: string, of: (entry: Entry) => string | undefined): readonly SideRow[] => {
    const [left, right] = [of(one), of(other)]
    if (left === undefined && right === undefined) return []
    return [
      {
        name,
        ...(left === undefined ? {} : { left }),
        ...(right === undefined ? {} : { right }),
      },
    ]
  }
  const standing = (entry: Entry): string => standingOf(entry, asOf).replaceAll('-', ' ')
  return [
    ...sideBySide(
      page,
      [one.id, other.id],
      [
        ...row('title', ({ title }) => title),
        ...row('criteria', ({ criteria }) => expressionText(criteria)),
        ...row('except', ({ excluded }) => excluded && expressionText(excluded)),
        ...row('stands', standing),
        ...row('origin', ({ regimeOrigin }) => regimeOrigin),
        ...row('notes', ({ notes }) => notes?.trim()),
        ...row('cite', ({ cite, mark }) => `${cite} · ${mark}`),
      ],
    ),
    '',
  ]
}

function entryLines(page: Page, entry: Entry, asOf: LegalDate): readonly string[] {
  const standing = standingOf(entry, asOf)
  const state = standing === 'in-force' ? '' : ` (${standing})`
  return [
    ...paragraph(
      page,
      `${entry.id}${state}  `,
      entry.title,
      `${page.paint('bold', entry.id)}${state}  `,
    ),
    ...paragraph(page, '  ', expressionText(entry.criteria)),
    ...(entry.excluded === undefined
      ? []
      : paragraph(page, '  except ', expressionText(entry.excluded))),
    ...paragraph(
      page,
      '  ',
      `${entry.cite} · ${entry.mark}${entry.incomplete === undefined ? '' : ' · not fully encoded'}`,
    ),
    '',
  ]
}

function unknownEntry(code: string, asOf: LegalDate): ProblemError {
  return new ProblemError({
    code: 'law.unknown-entry',
    detail: `No entry encoded for ${asOf} is called ${JSON.stringify(code)}.`,
    remedy: 'Look for it by words with: navicert find.',
  })
}
