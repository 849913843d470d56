import { z } from 'zod'
import { type LegalDate, ok, type Result } from '../../kernel/index.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { readBody, refuse } from '../read-body.ts'
import { day, member, text } from '../record-shapes.ts'
import type { Records } from '../records.ts'

const named = { by: member, standardId: text }

const MESSAGES = {
  'standard.publish': z.strictObject({
    standardId: text,
    title: text,
    body: text.meta({ description: 'Who wrote it.' }),
    edition: text,
    stream: text,
  }),
  'standard.recognise': z.strictObject({ ...named, from: day, legalRef: text.exactOptional() }),
  'standard.unrecognise': z.strictObject({ ...named, from: day, reason: text }),
} as const

export const STANDARD_TYPES: readonly string[] = Object.keys(MESSAGES)

interface Recognition {
  readonly from: LegalDate
  /** From this day it is recognised no more. */
  readonly until?: LegalDate
  readonly legalRef?: string
}

/** A technical standard that a member put on the register, and who recognises it. */
export interface TechnicalStandard extends z.output<(typeof MESSAGES)['standard.publish']> {
  readonly by: string
  readonly recognition: ReadonlyMap<string, Recognition>
}

export function applyStandard(
  state: Records<TechnicalStandard>,
  entry: LedgerEntry,
): Result<Records<TechnicalStandard>> {
  switch (entry.type) {
    case 'standard.publish': {
      const read = readBody(MESSAGES['standard.publish'], entry)
      if (!read.ok) return read
      const { standardId } = read.value
      if (state.get(entry.member, standardId) !== undefined)
        return refuse('standard.known', `${entry.member} has published ${standardId} before.`)
      const standard = { ...read.value, by: entry.member, recognition: new Map() }
      return ok(state.with(entry.member, standardId, standard))
    }
    case 'standard.recognise': {
      const read = readBody(MESSAGES['standard.recognise'], entry)
      if (!read.ok) return read
      const { by, standardId, ...recognition } = read.value
      return recognised(state, entry.member, { by, standardId }, () => ok(recognition))
    }
    default: {
      const read = readBody(MESSAGES['standard.unrecognise'], entry)
      if (!read.ok) return read
      const { by, standardId, from } = read.value
      return recognised(state, entry.member, { by, standardId }, (before) =>
        before === undefined || before.until !== undefined
          ? refuse('standard.not-recognised', `${entry.member} does not recognise ${standardId}.`)
          : ok({ ...before, until: from }),
      )
    }
  }
}

function recognised(
  state: Records<TechnicalStandard>,
  author: string,
  { by, standardId }: { readonly by: string; readonly standardId: string },
  change: (before: Recognition | undefined) => Result<Recognition>,
): Result<Records<TechnicalStandard>> {
  const standard = state.get(by, standardId)
  if (standard === undefined)
    return refuse('standard.unknown', `${by} has put no ${standardId} on the register.`)
  const changed = change(standard.recognition.get(author))
  if (!changed.ok) return changed
  const recognition = new Map(standard.recognition).set(author, changed.value)
  return ok(state.with(by, standardId, { ...standard, recognition }))
}

/** Members that recognise a standard on a day. */
export function recognisedBy({ recognition }: TechnicalStandard, on: LegalDate): readonly string[] {
  return [...recognition]
    .filter(([, { from, until }]) => from <= on && (until === undefined || on < until))
    .map(([code]) => code)
    .toSorted()
}

/** A criterion that a tender may score, because every buyer recognises the standard behind it. */
export interface TenderCriterion {
  readonly id: string
  readonly text: string
  readonly stream: string
  readonly recognisedBy: readonly string[]
}

/** Standards that all buyers recognise on the day: what one does not, binds its tender to nothing. */
export function tenderCriteria(
  standards: Records<TechnicalStandard>,
  buyers: readonly string[],
  on: LegalDate,
): readonly TenderCriterion[] {
  return standards.all().flatMap((standard): readonly TenderCriterion[] => {
    const members = recognisedBy(standard, on)
    if (buyers.length === 0 || !buyers.every((buyer) => members.includes(buyer))) return []
    const { standardId, title, body, edition, stream } = standard
    const words = `Conforms to ${standardId}, ${title} (${body}, ${edition}).`
    return [{ id: standardId, text: words, stream, recognisedBy: members }]
  })
}
