import type { Determination, Verdict } from '../determination/index.ts'
import { VERDICTS } from '../determination/index.ts'

/** `held` and `released` where clear ends or begins; an answer may also stay for other reasons. */
export type Effect = 'held' | 'released' | 'worse' | 'better' | 'other-reasons'

/** What an answer says otherwise than the one before, and what lies beneath. */
export interface Difference {
  /** Verdicts; of an item how it is listed. */
  readonly from: string
  readonly to: string
  readonly effect: Effect
  /** In words: the order, the law, lists, the day, the program. */
  readonly causes: readonly string[]
  /** Sentences of the answer that stood not in the one before. */
  readonly now: readonly string[]
  /** Sentences of the one before that stand no more. */
  readonly noLonger: readonly string[]
}

/**
 * The difference between two answers for one order, or nothing where they say the same: another day or
 * edition of the law that changes no word of it is none.
 */
export function differenceOf(before: Determination, after: Determination): Difference | undefined {
  const [said, says] = [sentencesOf(before), sentencesOf(after)]
  const now = [...says].filter((sentence) => !said.has(sentence))
  const noLonger = [...said].filter((sentence) => !says.has(sentence))
  const [from, to] = [before.verdict, after.verdict]
  if (from === to && now.length === 0 && noLonger.length === 0) return undefined
  return { from, to, effect: effectOf(from, to), causes: causesOf(before, after), now, noLonger }
}

export function isClearVerdict(verdict: string): boolean {
  return verdict === 'clear' || verdict === 'clear-with-conditions'
}

function effectOf(from: Verdict, to: Verdict): Effect {
  if (isClearVerdict(from) !== isClearVerdict(to)) return isClearVerdict(to) ? 'released' : 'held'
  const [was, is] = [VERDICTS.indexOf(from), VERDICTS.indexOf(to)]
  if (was === is) return 'other-reasons'
  return is < was ? 'worse' : 'better'
}

/** What a reader acts on: why, by whose law; hits; open red flags; what lifts a requirement. */
function sentencesOf(answer: Determination): ReadonlySet<string> {
  const sentences = new Set<string>()
  for (const { jurisdiction, verdict, because, licence } of answer.jurisdictions) {
    sentences.add(`${jurisdiction}: ${verdict}.`)
    for (const one of because) sentences.add(`${jurisdiction}: ${one}`)
    for (const { id, usable, item } of licence.exceptions)
      sentences.add(
        `${jurisdiction}: ${id} for ${item}: ${usable === 'unknown' ? 'undecided' : usable ? 'usable' : 'not usable'}.`,
      )
  }
  for (const { name, screening } of answer.parties) {
    if (screening.state !== 'clear') sentences.add(`${name}: ${screening.state}.`)
    for (const { list, entry, name: listed } of screening.hits)
      sentences.add(`${name}: may be ${listed} (${list}, ${entry}).`)
  }
  for (const { id, because, state } of answer.redFlags)
    if (state === 'open') sentences.add(`Red flag ${id}: ${because}`)
  return sentences
}

/** What an answer was given from. */
export type Rest = Pick<
  Determination,
  'input' | 'rulebook' | 'lists' | 'asOf' | 'knownAt' | 'engine'
>

/** Why two answers may differ, as far as what they rest on shows it. */
export function causesOf(before: Rest, after: Rest): readonly string[] {
  return [
    ...(before.input === after.input ? [] : ['What is asked is stated otherwise.']),
    ...(before.rulebook.digest === after.rulebook.digest
      ? []
      : [`The law: edition ${before.rulebook.edition} became ${after.rulebook.edition}.`]),
    ...listCauses(before, after),
    ...(before.asOf === after.asOf
      ? []
      : [`The day: the law of ${before.asOf} became that of ${after.asOf}.`]),
    ...(before.knownAt === after.knownAt
      ? []
      : [`What is known: as published by ${before.knownAt} became ${after.knownAt}.`]),
    ...(before.engine.version === after.engine.version
      ? []
      : [`The program: version ${before.engine.version} became ${after.engine.version}.`]),
  ]
}

function listCauses(before: Rest, after: Rest): readonly string[] {
  const old = new Map(before.lists.map((list) => [list.source, list]))
  const gone = new Set(old.keys())
  const causes = after.lists.flatMap(({ source, digest, date }) => {
    const was = old.get(source)
    gone.delete(source)
    if (was?.digest === digest) return []
    return [
      `The list ${source}: ${was === undefined ? 'none' : `of ${was.date}`} became that of ${date}.`,
    ]
  })
  return [...causes, ...[...gone].map((source) => `The list ${source} is there no more.`)]
}
