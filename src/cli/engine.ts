import { type Engine, openEngine as openAt, openRulebook as readAt } from '../desk/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { type DataOption, type LawOption, lawFolderOf } from './options.ts'
import type { Surroundings } from './surroundings.ts'

/** The law of the folder asked for. @throws ProblemError with every problem, by file and line */
export function openRulebook(
  options: LawOption & DataOption,
  surroundings: Surroundings,
): Rulebook {
  return readAt(lawFolderOf(options, surroundings))
}

/** What answers by it. @throws ProblemError as {@link openRulebook} */
export function openEngine(options: LawOption & DataOption, surroundings: Surroundings): Engine {
  return openAt(lawFolderOf(options, surroundings))
}
