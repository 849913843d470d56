import type { Command } from 'commander'
import type { LegalDate } from '../../kernel/index.ts'
import { unwrap } from '../../kernel/index.ts'
import {
  type ConsultationRules,
  readNoUndercut,
  readWorkingDays,
  type TermsOfRegimes,
} from '../../regime/index.ts'
import type { Rulebook } from '../../rulebook/index.ts'
import { openRulebook } from '../engine.ts'
import { day, type JsonOption, type LawOption, withJson, withLaw } from '../options.ts'
import type { Surroundings } from '../surroundings.ts'

export interface LedgerOptions extends LawOption, JsonOption {
  readonly ledger: readonly string[]
  readonly on?: LegalDate
}

/** What every command has that reads the record of a regime. */
export function withLedger(command: Command): Command {
  return withJson(
    withLaw(
      command
        .requiredOption(
          '--ledger <file>',
          'verified entries of the members’ logs, JSON lines; repeatable',
          (file: string, before: readonly string[] = []) => [...before, file],
        )
        .option('--on <day>', 'as it stands on this day, in UTC (default: today)', day),
    ),
  )
}

/** @throws ProblemError where the law has no terms, or in another shape */
export function termsOf(options: LawOption, surroundings: Surroundings): TermsOfRegimes {
  return rulesOf(openRulebook(options, surroundings)).terms
}

/** By what refusals and consultations are counted. @throws ProblemError as {@link termsOf} */
export function rulesOf({ tables }: Pick<Rulebook, 'tables'>): ConsultationRules {
  return {
    terms: unwrap(readNoUndercut(tables.get('tables/no-undercut'))),
    workingDays: unwrap(readWorkingDays(tables.get('tables/working-days'))),
  }
}
