import type { EntryAnswer, ItemFinding } from '../determination/index.ts'
import { causesOf, type Difference, type Effect, type Rest } from './difference.ts'

/** How an item on file is classified, kept until it is classified otherwise. */
export interface ItemAnswer extends Rest {
  /** The worst of all jurisdictions. */
  readonly standing: Listed
  readonly jurisdictions: readonly {
    readonly jurisdiction: string
    readonly listed: Listed
    readonly entries: readonly Pick<
      EntryAnswer,
      'code' | 'version' | 'title' | 'truth' | 'basis' | 'cite'
    >[]
    /** Where a claim says otherwise than the characteristics. */
    readonly contradictions: readonly string[]
  }[]
  /** What would decide what is not decided. */
  readonly questions: readonly string[]
}

export type Listed = ItemFinding['listed']

/** Worst first: what is listed is known to be controlled, what is undecided may be. */
const STANDINGS: readonly Listed[] = ['listed', 'undecided', 'not-covered', 'not-listed']

export function worstStanding(all: readonly Listed[]): Listed {
  return STANDINGS.find((one) => all.includes(one)) ?? 'not-covered'
}

/** As `differenceOf` of two determinations, of two classifications of one item. */
export function itemDifferenceOf(before: ItemAnswer, after: ItemAnswer): Difference | undefined {
  const [said, says] = [sentencesOf(before), sentencesOf(after)]
  const now = [...says].filter((sentence) => !said.has(sentence))
  const noLonger = [...said].filter((sentence) => !says.has(sentence))
  const [from, to] = [before.standing, after.standing]
  if (from === to && now.length === 0 && noLonger.length === 0) return undefined
  return { from, to, effect: effectOf(from, to), causes: causesOf(before, after), now, noLonger }
}

function effectOf(from: Listed, to: Listed): Effect {
  if (from === to) return 'other-reasons'
  return STANDINGS.indexOf(to) < STANDINGS.indexOf(from) ? 'worse' : 'better'
}

function sentencesOf({ jurisdictions }: ItemAnswer): ReadonlySet<string> {
  return new Set(
    jurisdictions.flatMap(({ jurisdiction, listed, entries, contradictions }) => [
      `${jurisdiction}: ${listed}.`,
      ...entries.map(
        ({ code, version, truth, title }) =>
          `${jurisdiction}:${code} (${version}) ${truth === 'true' ? 'lists' : 'may list'} it: ${title}.`,
      ),
      ...contradictions.map((one) => `${jurisdiction}: ${one}`),
    ]),
  )
}
