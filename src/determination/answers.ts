import { FALSE, TRUE, type TruthCode } from '../kernel/index.ts'
import { type Answer, VERDICTS, type Verdict } from './model.ts'

export function answerOf(truth: TruthCode): Answer {
  return truth === TRUE ? true : truth === FALSE ? false : 'unknown'
}

/** The worse of two; prohibited is the worst. */
export function worse(left: Verdict, right: Verdict): Verdict {
  return VERDICTS.indexOf(left) <= VERDICTS.indexOf(right) ? left : right
}
