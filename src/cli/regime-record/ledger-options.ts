import type { Command } from 'commander'
import { consultationRules, openCharters } from '../../desk/index.ts'
import type { LegalDate } from '../../kernel/index.ts'
import type { ConsultationRules, TermsOfRegimes } from '../../regime/index.ts'
import type { Rulebook } from '../../rulebook/index.ts'
import { openRulebook } from '../engine.ts'
import { day, type JsonOption, type LawOption, lawFolderOf, withJson, withLaw } from '../options.ts'
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
  return rulesOf(options, openRulebook(options, surroundings), surroundings).terms
}

/** By what refusals and consultations are counted, charters first. @throws ProblemError as {@link termsOf} */
export function rulesOf(
  options: LawOption,
  rulebook: Rulebook,
  surroundings: Surroundings,
): ConsultationRules {
  return consultationRules(rulebook, openCharters(lawFolderOf(options, surroundings), rulebook))
}
