import type { Document, Problem } from '../kernel/index.ts'

/** Where a piece of law stands: its document and its path there. */
export interface Origin {
  readonly document: Document
  readonly path: readonly PropertyKey[]
}

/** A problem with the way to it from the piece it belongs to. */
export interface PathProblem {
  readonly path: readonly PropertyKey[]
  readonly problem: Problem
}

export const MOST_PROBLEMS = 50

/**
 * Gathers what is wrong with a whole folder, so that an author mends all of it at once. Pieces of law
 * are registered with their origin when they are read and named by identity afterwards.
 */
export class LawProblems {
  readonly #origins = new Map<object, Origin>()
  readonly #problems: Problem[] = []

  register<T extends object>(piece: T, origin: Origin): T {
    this.#origins.set(piece, origin)
    return piece
  }

  get found(): readonly Problem[] {
    return this.#problems
  }

  add(...problems: readonly Problem[]): void {
    this.#problems.push(...problems.slice(0, MOST_PROBLEMS - this.#problems.length))
  }

  /** At a path inside a registered piece. Finding the line is dear, so nothing is located beyond the limit. */
  at(piece: object, path: readonly PropertyKey[], problem: Problem): void {
    if (this.#problems.length >= MOST_PROBLEMS) return
    const origin = this.#origins.get(piece)
    const where = origin?.document.locate([...origin.path, ...path])
    this.add(where === undefined ? problem : { ...problem, where })
  }
}
