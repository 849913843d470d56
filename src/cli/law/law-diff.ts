import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ProblemError, parseLegalDate } from '../../kernel/index.ts'
import {
  diffDays,
  diffRulebooks,
  type Expression,
  type FieldDifference,
  type LawDifference,
  loadLawFolder,
} from '../../rulebook/index.ts'
import { type Page, paragraph } from '../answer/page.ts'
import { openRulebook } from '../engine.ts'
import { DONE } from '../exit-code.ts'
import { type JsonOption, type LawOption, withExamples, withJson, withLaw } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { expressionText } from './expression-text.ts'

interface DiffOptions extends LawOption, JsonOption {
  readonly in?: string
}

export const addLawDiff: CommandAdder = (law, session, finish) => {
  const command = law
    .command('diff')
    .description('What changed: between two days, or between two law folders.')
    .argument('<a>', 'a day or a law folder')
    .argument('<b>', 'the later day or the other folder')
    .option('--in <jurisdiction>', 'only one jurisdiction, as US or EU')
  withExamples(
    withJson(withLaw(command)),
    'law diff 2024-08-01 2024-10-01 --in NL',
    'law diff ./law ../law-with-my-change',
  )
  command.action((a: string, b: string, options: DiffOptions) => {
    const wanted = options.in?.toUpperCase()
    const differences = differencesOf(a, b, options, session).filter(
      ({ what, id }) => wanted === undefined || what === 'group' || id.startsWith(wanted),
    )
    const page = { width: session.surroundings.columns, paint: session.paint }
    if (options.json === true) session.print(JSON.stringify(differences, null, 2))
    else if (differences.length === 0) session.print('Nothing encoded differs.')
    else session.print(...differences.flatMap((one) => differenceLines(page, one)))
    finish(DONE)
  })
}

function differencesOf(
  a: string,
  b: string,
  options: DiffOptions,
  { surroundings }: Session,
): readonly LawDifference[] {
  const [before, after] = [parseLegalDate(a), parseLegalDate(b)]
  if (before.ok && after.ok)
    return diffDays(openRulebook(options, surroundings), before.value, after.value)
  const folders = [a, b].map((folder) => resolve(surroundings.workingDirectory, folder))
  const [first, second] = folders
    .filter((folder) => existsSync(folder))
    .map((f) => loadLawFolder(f))
  if (first !== undefined && second !== undefined) return diffRulebooks(first, second)
  throw new ProblemError({
    code: 'law.nothing-to-compare',
    detail: `${JSON.stringify(a)} and ${JSON.stringify(b)} are neither two days nor two law folders.`,
    remedy: 'Write two days as 2024-08-01 2024-10-01, or the paths of two law folders.',
  })
}

const SIGN = { added: '+', removed: '-', changed: '~' } as const
const COLOUR = { added: 'green', removed: 'red', changed: 'yellow' } as const

function differenceLines(
  page: Page,
  { what, id, change, fields, cite }: LawDifference,
): readonly string[] {
  const head = `${SIGN[change]} ${what} ${id}  `
  return [
    ...paragraph(page, head, cite, page.paint(COLOUR[change], head)),
    ...fields.flatMap((field) => fieldLines(page, field)),
  ]
}

function fieldLines(page: Page, { field, before, after }: FieldDifference): readonly string[] {
  return [
    ...(before === undefined ? [] : paragraph(page, `    - ${field}: `, shown(field, before))),
    ...(after === undefined ? [] : paragraph(page, `    + ${field}: `, shown(field, after))),
  ]
}

const EXPRESSIONS = new Set(['criteria', 'excluded', 'requires', 'available'])

function shown(field: string, value: unknown): string {
  if (EXPRESSIONS.has(field)) return expressionText(value as Expression)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
