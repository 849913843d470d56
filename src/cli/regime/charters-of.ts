import { openCharters } from '../../desk/index.ts'
import type { Charter } from '../../regime/index.ts'
import { openRulebook } from '../engine.ts'
import { type LawOption, lawFolderOf } from '../options.ts'
import type { Surroundings } from '../surroundings.ts'

/** The charters of the law folder asked for. @throws ProblemError with every problem, by file and line */
export function chartersOf(options: LawOption, surroundings: Surroundings): readonly Charter[] {
  return openCharters(lawFolderOf(options, surroundings), openRulebook(options, surroundings))
}
