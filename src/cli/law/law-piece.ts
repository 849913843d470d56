import type { Determination } from '../../determination/index.ts'
import type { LawCase, Rulebook } from '../../rulebook/index.ts'

/** One piece of law that cases can decide on, and the rulebook as it would be without its effect. */
export interface LawPiece {
  readonly what: string
  readonly id: string
  /** Of whose law it is, where it speaks only of deals which that jurisdiction may hold. */
  readonly jurisdiction?: string
  /** Whether leaving it out may change the answer to a case: where it did not hold, it cannot. */
  mayMatterTo(answer: Determination, lawCase: LawCase): boolean
  /** Whether a missing fact would decide it: where it is open it is told of by that alone. */
  isAskedFor?(answer: Determination): boolean
  without(): Rulebook
  /**
   * The rulebook with the piece holding where one condition alone keeps it from it: one rulebook for
   * each part of the piece that has conditions. None where it has no condition of its own.
   */
  nearly(): readonly Rulebook[]
}
