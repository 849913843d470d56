import type { Answer, Verdict } from '../../determination/index.ts'
import type { Paint } from '../output/paint.ts'

const WORDS: Readonly<Record<Verdict, string>> = {
  prohibited: 'PROHIBITED',
  'licence-required': 'LICENCE REQUIRED',
  hold: 'HOLD',
  undetermined: 'UNDETERMINED',
  'clear-with-conditions': 'CLEAR WITH CONDITIONS',
  clear: 'CLEAR',
}

export function verdictWord(verdict: Verdict): string {
  return WORDS[verdict]
}

/** The last answer of anything on file: a verdict, or how an item is listed. */
export function standingWord(standing: string): string {
  return standing.replaceAll('-', ' ').toUpperCase()
}

/** Red stops, yellow waits, green goes; the word says it without the colour. */
export function paintVerdict(verdict: Verdict, paint: Paint, text = WORDS[verdict]): string {
  switch (verdict) {
    case 'prohibited':
    case 'licence-required':
      return paint(['bold', 'red'], text)
    case 'hold':
    case 'undetermined':
      return paint(['bold', 'yellow'], text)
    case 'clear-with-conditions':
    case 'clear':
      return paint(['bold', 'green'], text)
  }
}

export function isClear(verdict: Verdict): boolean {
  return verdict === 'clear' || verdict === 'clear-with-conditions'
}

export function answerWord(answer: Answer): string {
  return answer === 'unknown' ? 'not decided' : answer ? 'yes' : 'no'
}
