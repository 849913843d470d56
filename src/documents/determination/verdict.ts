import type { Answer, Verdict } from '../../determination/index.ts'
import type { MessageKey } from '../messages.ts'
import type { Tone } from '../paper.ts'

const MEANS: Readonly<Record<Verdict, MessageKey>> = {
  prohibited: 'meansProhibited',
  'licence-required': 'meansLicenceRequired',
  hold: 'meansHold',
  undetermined: 'meansUndetermined',
  'clear-with-conditions': 'meansClearWithConditions',
  clear: 'meansClear',
}

const TONES: Readonly<Record<Verdict, Tone>> = {
  prohibited: 'stop',
  'licence-required': 'stop',
  hold: 'wait',
  undetermined: 'wait',
  'clear-with-conditions': 'go',
  clear: 'go',
}

/** What the verdict means, in a sentence. */
export function meaningOf(verdict: Verdict): MessageKey {
  return MEANS[verdict]
}

export function toneOf(verdict: Verdict): Tone {
  return TONES[verdict]
}

/**
 * Whether a licence is required. Where the answer is open a plain "no" would speak for law that is not
 * encoded.
 */
export function requiredKey(required: Answer, verdict: Verdict): MessageKey {
  return required === false && verdict === 'undetermined' ? 'noneEncodedAsks' : answerKey(required)
}

export function answerKey(answer: Answer): MessageKey {
  if (answer === 'unknown') return 'open'
  return answer ? 'yes' : 'no'
}
