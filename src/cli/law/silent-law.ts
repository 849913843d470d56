import { createClassifier } from '../../classification/index.ts'
import { type Engine, engineVersion } from '../../desk/index.ts'
import { createDeterminer, type Determination } from '../../determination/index.ts'
import type { LawCase, Rulebook } from '../../rulebook/index.ts'
import type { LawPiece } from './law-piece.ts'
import { lawPieces } from './law-pieces.ts'
import { answerLawCase, runLawCase } from './run-law-case.ts'

/** A piece of law whose absence no case would notice. */
export interface SilentPiece {
  readonly what: string
  readonly id: string
  /** Cases in which it had something to say. */
  readonly heard: number
}

/** A piece of law that no case nearly meets. */
export interface UnapproachedPiece {
  readonly what: string
  readonly id: string
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
  const answered = answeredCases(cases, engine)
  return pieces.flatMap((piece) => {
    const heard = answered.filter(({ answer, lawCase }) => piece.mayMatterTo(answer, lawCase))
    const near = nearestFirst(piece, heard)
    if (heard.length > 0 && isNoticed(piece.without(), near, engine)) return []
    const asked = answered.filter(({ answer }) => piece.isAskedFor?.(answer) === true)
    if (asked.length > 0 && isNoticed(piece.without(), asked, engine)) return []
    return [{ what: piece.what, id: piece.id, heard: heard.length }]
  })
}

/**
 * Takes one condition of every piece as met, whichever, and names the pieces for which no case fails
 * then: none of them shows a deal that the piece nearly reaches and does not.
 */
export function unapproachedPieces(
  cases: readonly LawCase[],
  engine: Engine,
  pieces: readonly LawPiece[] = lawPieces(engine.rulebook),
): readonly UnapproachedPiece[] {
  const answered = answeredCases(cases, engine)
  return pieces.flatMap((piece) => {
    const ways = piece.nearly()
    if (ways.length === 0) return []
    const near = nearestFirst(piece, answered)
    if (ways.some((rulebook) => isNoticed(rulebook, near, engine))) return []
    return [{ what: piece.what, id: piece.id }]
  })
}

interface Answered {
  readonly lawCase: LawCase
  readonly answer: Determination
}

function answeredCases(cases: readonly LawCase[], engine: Engine): readonly Answered[] {
  return cases
    .filter(({ transaction }) => transaction !== undefined)
    .flatMap((lawCase) => {
      const answer = answerLawCase(lawCase, engine)
      return answer === undefined ? [] : [{ lawCase, answer }]
    })
}

/** Cases that name the piece, then those of the same files, then all others: most are found early. */
function nearestFirst(
  { id, jurisdiction }: LawPiece,
  answered: readonly Answered[],
): readonly Answered[] {
  const [name = id] = id.split(' from ')
  const word = name.slice(name.indexOf(':') + 1)
  const speaking = answered.filter(({ lawCase }) => JSON.stringify(lawCase.expect).includes(word))
  const files = new Set(speaking.map(({ lawCase }) => lawCase.file))
  const distance = (one: Answered): number =>
    speaking.includes(one) ? 0 : files.has(one.lawCase.file) ? 1 : 2
  const held = answered.filter(
    ({ answer }) =>
      jurisdiction === undefined ||
      answer.jurisdictions.some((one) => one.jurisdiction === jurisdiction),
  )
  return held.toSorted((left, right) => distance(left) - distance(right))
}

/** Whether a case fails under another rulebook. */
function isNoticed(rulebook: Rulebook, cases: readonly Answered[], engine: Engine): boolean {
  const other = engineOf(rulebook, engine)
  return cases.some(({ lawCase }) => runLawCase(lawCase, other).length > 0)
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
