import { type Determination, nextSteps } from '../determination/index.ts'

/**
 * What to do next. Lists that are missing or old concern all parties alike and are one step here,
 * with the commands that mend it: first where nothing is decided, last where a licence is needed anyway.
 */
export function stepsOf(answer: Determination): readonly string[] {
  const steps = nextSteps({
    ...answer,
    missing: answer.missing.filter(({ fact }) => fact !== 'screening'),
  })
  const states = new Set(answer.parties.map(({ screening }) => screening.state))
  if (!states.has('not-screened') && !states.has('stale')) return steps
  const screen =
    'Screen the parties: navicert lists status says which lists are missing or old and where they are published; navicert lists import SOURCE FILE --published DAY takes them in.'
  return answer.verdict === 'undetermined' || answer.verdict === 'hold'
    ? [screen, ...steps]
    : [...steps, screen]
}
