import type { Determination } from './model.ts'

/** What to do next, most useful first, in sentences. */
export function nextSteps(_determination: Determination): readonly string[] {
  throw new Error('Not written yet')
}
