import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ENCODINGS, type Encoding } from '../catalogue/index.ts'
import {
  EDITION_NAME,
  LawEditions,
  OWN_LAW,
  ownEdition,
  RELEASE,
  unknownEdition,
} from '../desk/index.ts'
import { type LegalDate, parseLegalDate } from '../kernel/index.ts'
import type { Surroundings } from './surroundings.ts'

export interface LawOption {
  readonly law?: string
}
export interface DataOption {
  readonly data?: string
}
export interface JsonOption {
  readonly json?: true
}
/** Of a batch that may be a table. */
export interface TableOptions {
  readonly encoding?: Encoding
  readonly rowErrors?: string
}
export interface DayOptions {
  readonly asOf?: LegalDate
  readonly knownAt?: LegalDate
}

export function withLaw(command: Command): Command {
  return command.option(
    '--law <name>',
    'law to apply: a folder, an edition on hand, or release (default: the edition in use)',
  )
}

export function withData(command: Command): Command {
  return command.option(
    '--data <dir>',
    'data folder: lists, signing key (default: $NAVICERT_DATA or ./.navicert)',
  )
}

export function withJson(command: Command): Command {
  return command.option('--json', 'print JSON')
}

export function withTables(command: Command): Command {
  return command
    .option('--row-errors <file>', 'of a table: its refused rows with what is wrong (.csv, .xlsx)')
    .addOption(encodingOption())
}

export function encodingOption(): Option {
  return new Option('--encoding <name>', 'of a CSV file that is not UTF-8').choices([...ENCODINGS])
}

export function withDays(command: Command): Command {
  return command
    .option('--as-of <day>', 'apply the law of this day (default: the day of the input)', day)
    .option('--known-at <day>', 'as published by this day (default: the day applied)', day)
}

/** Examples under the help of a command. */
export function withExamples(command: Command, ...examples: readonly string[]): Command {
  const lines = examples.map((example) => `  $ navicert ${example}`)
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}

export function day(text: string): LegalDate {
  const parsed = parseLegalDate(text)
  if (parsed.ok) return parsed.value
  throw new InvalidArgumentError('Write the day as YYYY-MM-DD, for example 2026-06-01.')
}

export function memberCode(text: string): string {
  if (/^[A-Z][A-Z0-9-]{0,15}$/.test(text)) return text
  throw new InvalidArgumentError('Write a member in capital letters, as NL.')
}

export function percent(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0 && value <= 100) return value
  throw new InvalidArgumentError('Write a number from 0 to 100.')
}

/**
 * The law folder asked for; else that of the edition in use, which is the release's own where none was
 * taken in.
 * @throws ProblemError for an edition that is not here
 */
export function lawFolderOf(options: LawOption & DataOption, surroundings: Surroundings): string {
  const { law } = options
  if (law === RELEASE) return OWN_LAW
  if (law !== undefined && !EDITION_NAME.test(law))
    return resolve(surroundings.workingDirectory, law)
  const editions = new LawEditions(dataFolderOf(options, surroundings))
  const edition = law ?? editions.inUse(ownEdition)
  if (edition === undefined) return OWN_LAW
  const folder = editions.folderOf(edition)
  if (folder === undefined) throw unknownEdition(edition, editions.all())
  return folder
}

/** `--data`, else `NAVICERT_DATA`, else `.navicert` in the current folder. */
export function dataFolderOf({ data }: DataOption, surroundings: Surroundings): string {
  const named = data ?? surroundings.environment.NAVICERT_DATA
  return resolve(surroundings.workingDirectory, named ?? '.navicert')
}
