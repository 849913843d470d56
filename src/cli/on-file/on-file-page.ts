import type { FiledRow, Rechecked, RecheckState } from '../../desk/index.ts'
import type { Determination } from '../../determination/index.ts'
import type { Difference, Effect, ItemAnswer, RecordEvent } from '../../on-file/index.ts'
import { type Page, paragraph } from '../answer/page.ts'
import { standingWord } from '../answer/verdict-words.ts'
import type { Session } from '../session.ts'

const EFFECTS: Readonly<Record<Effect, string>> = {
  held: 'now held',
  released: 'released',
  worse: 'worse than before',
  better: 'better than before',
  'other-reasons': 'with other reasons',
}

/** `1,200 on file, 4 of them answered again: 3 now held, 1 released.` */
export function summaryLine({ onFile, affected, first, failed, effects }: RecheckState): string {
  const parts = [
    ...(Object.keys(EFFECTS) as Effect[]).flatMap((effect) =>
      effects[effect] === 0 ? [] : [`${effects[effect]} ${EFFECTS[effect]}`],
    ),
    ...(first === 0 ? [] : [`${first} answered for the first time`]),
    ...(failed === 0 ? [] : [`${failed} that could not be answered`]),
  ]
  const changed = Object.values(effects).reduce((sum, number) => sum + number, 0)
  const before = onFile - changed - first - failed
  return `${onFile.toLocaleString('en')} on file, ${affected.toLocaleString('en')} answered again: ${[...parts, `${before.toLocaleString('en')} as before`].join(', ')}.`
}

/** Of one of a run: nothing where it is as before. */
export function recheckedLines(
  session: Session,
  { kind, ref, answer, because, difference, isFirst }: Rechecked,
): readonly string[] {
  const name = kind === 'order' ? ref : `${kind} ${ref}`
  if (difference !== undefined) return differenceLines(session, name, difference, because)
  if (!isFirst || answer === undefined) return []
  return paragraph(pageOf(session), `${name}  `, answerText(answer))
}

/** For programs. */
export function recheckedAnswer({
  kind,
  ref,
  answer,
  because,
  difference,
  isFirst,
  problems,
}: Rechecked): object {
  return {
    kind,
    ref,
    because,
    ...(answer === undefined
      ? {}
      : 'verdict' in answer
        ? { verdict: answer.verdict, digest: answer.digest }
        : { listed: answer.standing }),
    isFirst,
    ...(difference === undefined ? {} : { difference }),
    ...(problems.length === 0 ? {} : { problems }),
  }
}

function answerText(answer: Determination | ItemAnswer): string {
  if ('verdict' in answer) return `${standingWord(answer.verdict)}. ${answer.because[0] ?? ''}`
  const entries = answer.jurisdictions.flatMap(({ jurisdiction, entries: all }) =>
    all.flatMap(({ code, truth }) => (truth === 'true' ? [`${jurisdiction}:${code}`] : [])),
  )
  return `${standingWord(answer.standing)}${entries.length === 0 ? '' : `: ${entries.join(', ')}`}.`
}

function differenceLines(
  session: Session,
  name: string,
  { from, to, effect, causes, now, noLonger }: Difference,
  because: readonly string[] = [],
): readonly string[] {
  const page = pageOf(session)
  const standing = from === to ? standingWord(to) : `${standingWord(from)} → ${standingWord(to)}`
  const head = `${name}  ${standing} (${EFFECTS[effect]})`
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.flatMap((line) => paragraph(page, `  ${title} `, line))
  return [
    ...paragraph(page, '', head).map((line) => session.paint('bold', line)),
    ...block('because', [...new Set([...because, ...causes])]),
    ...block('+', now),
    ...block('−', noLonger),
  ]
}

export function rowLine(row: FiledRow, asJson: boolean): string {
  const { ref, filed_on, answered_on, standing, is_open, is_erased } = row
  if (asJson) {
    return JSON.stringify({
      ref,
      filedOn: filed_on,
      ...(standing === null ? {} : { standing, answeredOn: answered_on }),
      isOpen: is_open,
      ...(is_erased ? { isErased: true } : {}),
    })
  }
  if (!is_open) return `${ref}  ${is_erased ? 'erased' : 'off the file'}`
  return `${ref}  ${standing === null ? `since ${filed_on}` : `${standingWord(standing)} since ${answered_on ?? ''}`}`
}

/** One event in the history of one on file. */
export function eventLinesOf(session: Session, event: RecordEvent): readonly string[] {
  switch (event.kind) {
    case 'filed':
      return [`${event.on}  put on file (${event.input.slice(0, 19)}…)`]
    case 'closed':
      return [`${event.on}  off the file: ${event.reason}`]
    case 'erased':
      return [`${event.on}  erased: ${event.reason}`]
    case 'answered':
      return event.difference === undefined
        ? paragraph(
            pageOf(session),
            `${event.on}  `,
            answerText(event.answer as Determination | ItemAnswer),
          )
        : differenceLines(session, event.on, event.difference)
  }
}

function pageOf({ surroundings, paint }: Session): Page {
  return { width: surroundings.columns, paint }
}
