import { createClassifier } from '../../classification/index.ts'
import { type Engine, engineVersion } from '../../desk/index.ts'
import { createDeterminer, type Determination } from '../../determination/index.ts'
import type { LawCase, Rulebook } from '../../rulebook/index.ts'
import { type LawPiece, lawPieces } from './law-pieces.ts'
import { answerLawCase, runLawCase } from './run-law-case.ts'

/** A piece of law whose absence no case would notice. */
export interface SilentPiece {
  readonly what: string
  readonly id: string
  /** Cases in which it had something to say. */
  readonly heard: number
}

/**
 * Leaves out every piece of law in turn and runs the cases whose answer it may change, until one
 * fails. Classification rests on no such piece but the groups, so one classifier serves them all.
 */
export function silentPieces(
  cases: readonly LawCase[],
  engine: Engine,
  pieces: readonly LawPiece[] = lawPieces(engine.rulebook),
): readonly SilentPiece[] {
  const answered = cases
    .filter(({ transaction }) => transaction !== undefined)
    .flatMap((lawCase) => {
      const answer = answerLawCase(lawCase, engine)
      return answer === undefined ? [] : [{ lawCase, answer }]
    })
  return pieces.flatMap((piece) => {
    const heard = answered.filter(({ answer, lawCase }) => piece.mayMatterTo(answer, lawCase))
    if (heard.length > 0 && isMissed(piece, heard, engine)) return []
    return [{ what: piece.what, id: piece.id, heard: heard.length }]
  })
}

interface Answered {
  readonly lawCase: LawCase
  readonly answer: Determination
}

function isMissed(piece: LawPiece, heard: readonly Answered[], engine: Engine): boolean {
  const without = engineOf(piece.without(), engine)
  return heard.some(({ lawCase }) => runLawCase(lawCase, without).length > 0)
}

function engineOf(rulebook: Rulebook, engine: Engine): Engine {
  const classifier =
    rulebook.groups === engine.rulebook.groups ? engine.classifier : createClassifier(rulebook)
  return {
    ...engine,
    rulebook,
    classifier,
    determiner: createDeterminer({ rulebook, classifier, engineVersion: engineVersion() }),
  }
}
