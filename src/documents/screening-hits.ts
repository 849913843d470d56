import type { HitFinding } from '../determination/index.ts'
import { facts } from './blocks.ts'
import { apart, english, type MessageKey, plain, type Scribe } from './messages.ts'
import { nameWords } from './names.ts'
import type { Block, Tone } from './paper.ts'

type State = 'clear' | 'hit' | 'not-screened' | 'stale'

export const SCREENED: Readonly<
  Record<State, { readonly word: MessageKey; readonly means: MessageKey; readonly tone: Tone }>
> = {
  clear: { word: 'screenedClear', means: 'meansScreenedClear', tone: 'go' },
  hit: { word: 'screenedHit', means: 'meansScreenedHit', tone: 'stop' },
  'not-screened': { word: 'screenedNot', means: 'meansScreenedNot', tone: 'wait' },
  stale: { word: 'screenedStale', means: 'meansScreenedStale', tone: 'wait' },
}

/** One hit of a determination with the evidence for and against, and what follows from the row. */
export function hitFacts(hit: HitFinding, scribe: Scribe): Block {
  return facts(
    [scribe.say('listAndEntry'), plain(`${hit.list}: ${hit.entry}`)],
    [scribe.say('name'), nameWords(hit.name, undefined, 'strong')],
    [scribe.say('matchedName'), nameWords(hit.matchedName)],
    [scribe.say('probability'), plain(String(hit.probability))],
    [scribe.say('nameScore'), plain(String(hit.nameScore))],
    [scribe.say('because'), apart(hit.because.map(english), '\n')],
    [scribe.say('consequence'), english(hit.consequence)],
  )
}
