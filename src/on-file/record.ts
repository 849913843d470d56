import { digestOf, fail, type LegalDate, ok, type Problem, type Result } from '../kernel/index.ts'
import type { Difference } from './difference.ts'
import type {
  RecordAnswered,
  RecordClosed,
  RecordErased,
  RecordEvent,
  RecordFiled,
  Stated,
} from './record-event.ts'

/** What may be on file. */
export const KINDS = ['item', 'party', 'tool', 'order', 'ticket'] as const
export type Kind = (typeof KINDS)[number]

/** Something on file, as its events leave it. `Answer`: what is kept as its answer. */
export interface OnFile<Answer = unknown> {
  readonly ref: string
  readonly stated: Stated
  readonly filedOn: LegalDate
  readonly closed?: { readonly on: LegalDate; readonly reason: string }
  /** The newest. */
  readonly last?: RecordAnswered<Answer>
  readonly answers: number
}

/** All events of one, in order, to what they leave. */
export function recordOf<Answer>(
  events: readonly RecordEvent<Answer>[],
): OnFile<Answer> | undefined {
  return events.reduce<OnFile<Answer> | undefined>(applyToRecord, undefined)
}

export function applyToRecord<Answer>(
  record: OnFile<Answer> | undefined,
  event: RecordEvent<Answer>,
): OnFile<Answer> | undefined {
  if (event.kind === 'filed') {
    const { ref, stated, on } = event
    const { closed: _closed, ...rest } = record ?? { answers: 0 }
    return { ...rest, ref, stated, filedOn: on }
  }
  if (record === undefined || event.kind === 'erased') return undefined
  if (event.kind === 'answered') return { ...record, last: event, answers: record.answers + 1 }
  return { ...record, closed: { on: event.on, reason: event.reason } }
}

/** Files one, or what changed of it; the same again changes nothing. */
export function fileRecord(
  record: OnFile | undefined,
  ref: string,
  stated: Stated,
  on: LegalDate,
): readonly RecordFiled[] {
  const input = digestOf(stated)
  const isSame = record !== undefined && digestOf(record.stated) === input
  if (isSame && record.closed === undefined) return []
  return [{ kind: 'filed', ref, on, stated, input }]
}

/** Keeps an answer where it says anything that the last did not. */
export function answerRecord<Answer>(
  { ref, last }: Pick<OnFile<Answer>, 'ref' | 'last'>,
  answer: Answer,
  on: LegalDate,
  differenceOf: (before: Answer, after: Answer) => Difference | undefined,
): readonly RecordAnswered<Answer>[] {
  if (last === undefined) return [{ kind: 'answered', ref, on, answer }]
  const difference = differenceOf(last.answer, answer)
  return difference === undefined ? [] : [{ kind: 'answered', ref, on, answer, difference }]
}

/** Takes one off the file, with a reason: shipped, cancelled, sold, not made any more. */
export function closeRecord(
  kind: Kind,
  record: OnFile | undefined,
  ref: string,
  reason: string,
  on: LegalDate,
): Result<readonly RecordClosed[]> {
  if (record === undefined || record.closed !== undefined) {
    return fail({
      code: `${kind}.not-open`,
      detail:
        record?.closed === undefined
          ? `No ${kind} ${JSON.stringify(ref)} is on file.`
          : `The ${kind} ${JSON.stringify(ref)} was taken off the file on ${record.closed.on}: ${record.closed.reason}`,
      remedy: `\`navicert ${pluralOf(kind)} list\` shows those that are open.`,
    })
  }
  if (reason.trim() === '') return fail(noReason(kind))
  return ok([{ kind: 'closed', ref, on, reason }])
}

/** Has what one says erased, where law or a person asks for it: a closed one, with a reason. */
export function eraseRecord(
  kind: Kind,
  record: OnFile | undefined,
  ref: string,
  reason: string,
  on: LegalDate,
): Result<readonly RecordErased[]> {
  if (record?.closed === undefined) {
    return fail({
      code: `${kind}.not-closed`,
      detail: `No closed ${kind} ${JSON.stringify(ref)} is on file.`,
      remedy: 'Close it first; an open one is needed whole.',
    })
  }
  if (reason.trim() === '') return fail(noReason(kind))
  return ok([{ kind: 'erased', ref, on, reason }])
}

export function pluralOf(kind: Kind): string {
  return kind === 'party' ? 'parties' : `${kind}s`
}

function noReason(kind: Kind): Problem {
  return {
    code: `${kind}.no-reason`,
    detail: 'What is taken off the file, or erased, is so for a reason.',
    remedy: 'Say why, as "shipped" or "cancelled by the customer".',
  }
}
