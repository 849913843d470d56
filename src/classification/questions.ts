import type { Parameter, Vocabulary } from '../rulebook/index.ts'
import type { Classification, EntryFinding, Question } from './model.ts'

/** What an answer to a question about an n.e.s. paragraph, or one without effect or half encoded, weighs. */
const LESSER = 0.25

export interface Questioned extends Pick<Classification, 'byJurisdiction'> {
  readonly vocabulary: Vocabulary
  /** Whether somebody said of the item, or of one in its content, that the value is not known. */
  isStatedUnknown(steps: readonly number[], parameter: string): boolean
}

interface Asked {
  readonly path: string
  weight: number
  /** The more, the fewer other answers the same entries wait for. */
  alone: number
  readonly entries: Set<string>
}

/** What to ask next: first what could decide most entries, then what decides them with fewest others. */
export function questionsOf(item: Questioned): readonly Question[] {
  const asked = new Map<string, Asked>()
  for (const { undecided } of item.byJurisdiction.values()) {
    for (const finding of undecided) {
      for (const path of finding.missing) ask(asked, path, finding)
    }
  }
  return [...asked.values()]
    .filter(({ path }) => !isStatedUnknown(item, path))
    .sort(
      (left, right) =>
        right.weight - left.weight || right.alone - left.alone || (left.path < right.path ? -1 : 1),
    )
    .map((one) => questionOf(item, one))
}

function ask(asked: Map<string, Asked>, path: string, finding: EntryFinding): void {
  const found = asked.get(path) ?? { path, weight: 0, alone: 0, entries: new Set<string>() }
  asked.set(path, found)
  const weight = weightOf(finding)
  found.weight += weight
  found.alone += weight / finding.missing.length
  found.entries.add(finding.entry.id)
}

function weightOf({ entry, suspended }: EntryFinding): number {
  return entry.fallback || suspended || entry.incomplete !== undefined ? LESSER : 1
}

function questionOf(item: Questioned, { path, entries }: Asked): Question {
  const { of, parameter } = splitPath(path)
  const slot = item.vocabulary.slot(parameter)
  return {
    parameter,
    of,
    text: slot === undefined ? WHICH_CONTENT : textOf(item.vocabulary.parameter(slot)),
    wouldDecide: [...entries],
  }
}

const WHICH_CONTENT =
  'Which items are built in that could be controlled themselves (state `content`, `[]` if there are none)?'

function textOf({ id, question, definition, unit }: Parameter): string {
  if (question !== undefined) return question
  const inUnit = unit === undefined || unit === '1' ? '' : ` in ${unit}`
  return `What is \`${id}\`${inUnit}? ${definition}`
}

/** `content[0]` and `tpp` of `content[0].tpp`. */
function splitPath(path: string): { readonly of: string; readonly parameter: string } {
  const at = path.lastIndexOf('.')
  return at < 0
    ? { of: '', parameter: path }
    : { of: path.slice(0, at), parameter: path.slice(at + 1) }
}

function isStatedUnknown(item: Questioned, path: string): boolean {
  const { of, parameter } = splitPath(path)
  const steps = [...of.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  return item.isStatedUnknown(steps, parameter)
}
