/** How an answer stands to what was expected, best first. */
export type Outcome = 'agreed' | 'undetermined' | 'differed' | 'false clear'

const WORST_FIRST: readonly Outcome[] = ['false clear', 'differed', 'undetermined', 'agreed']

/** One thing compared. */
export interface Finding {
  readonly outcome: Outcome
  /** `US classification`, `US licence required`. */
  readonly of: string
  readonly expected: string
  readonly answered: string
}

/** A row is as good as its worst finding. */
export function worstOf(findings: readonly Finding[]): Outcome {
  return WORST_FIRST.find((outcome) => findings.some((f) => f.outcome === outcome)) ?? 'agreed'
}
