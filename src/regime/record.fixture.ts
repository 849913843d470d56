import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Transaction, transactionSchema } from '../determination/index.ts'
import { digestOf, type LegalDate, parseShape, unwrap } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { type CaseBlock, type CaseToApprove, createCaseBlock } from './consultations/case-block.ts'
import type { ConsultationRules } from './consultations/consultation.ts'
import { consultationsUnder } from './consultations/fold.ts'
import { readWorkingDays } from './consultations/working-days.ts'
import { denialsUnder } from './denials/fold.ts'
import { readNoUndercut } from './denials/terms.ts'
import { readSubject } from './ledger.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import { ASSESSMENTS } from './matching/assessments.ts'

/** A table of the law as it ships. */
export function tableOfLaw(name: string): unknown {
  return parse(readFileSync(new URL(`../../law/tables/${name}.yaml`, import.meta.url), 'utf8'))
}

export const TERMS = unwrap(readNoUndercut(tableOfLaw('no-undercut')))

/** Entries of several members, one after the other in each log, witnessed on the day given. */
export function logs(): (
  member: string,
  type: string,
  body: unknown,
  day?: string,
  more?: Partial<LedgerEntry>,
) => LedgerEntry {
  const lengths = new Map<string, number>()
  return (member, type, body, day, more = {}) => {
    const sequence = lengths.get(member) ?? 0
    lengths.set(member, sequence + 1)
    return {
      member,
      sequence,
      digest: digestOf({ member, sequence, type, day: day ?? '' }),
      type,
      createdAt: '2020-01-01T00:00:00Z',
      ...(day === undefined ? {} : { witnessedAt: `${day}T12:00:00Z` }),
      references: [],
      body,
      ...more,
    }
  }
}

/** A refusal of a rad-hard memory to a trader, as a member notifies it. */
export function refusal(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    regime: 'NSG',
    denialId: 'NSG-A-1',
    nationalRef: 'A/2027/17',
    decidedOn: '2027-01-04',
    destination: 'RU',
    items: [
      {
        description: 'Radiation-hardened static memory',
        kind: 'ic.sram',
        entries: ['EU:3A001.a.1'],
        characteristics: { tid_Gy_Si: '5000' },
      },
    ],
    parties: [
      { role: 'end-user', name: 'Severnaya Zvezda Institute', country: 'RU' },
      {
        role: 'purchaser',
        name: 'Balkan Chip Trade EOOD',
        country: 'BG',
        contacts: [{ email: 'sales@balkanchip.example', phone: '+359 2 555 0101' }],
      },
    ],
    contact: 'Export Control Office of A, +1 555 0100',
    ...changes,
  }
}

export const RULES: ConsultationRules = {
  terms: TERMS,
  workingDays: unwrap(readWorkingDays(tableOfLaw('working-days'))),
}

export const DENIAL = { by: 'A', regime: 'NSG', denialId: 'NSG-A-1' } as const

/** The same memory to the same institute, as another member's exporter applies for it. */
export function deal(changes: Readonly<Record<string, unknown>> = {}): Transaction {
  const transaction = {
    id: 'case-1',
    route: { from: 'XB', to: 'RU' },
    items: [
      {
        id: 'memory',
        kind: 'ic.sram',
        characteristics: { tid_Gy_Si: '5200' },
        claimed: { GB: '3A001.a.1.b' },
      },
    ],
    parties: [{ role: 'end-user', name: 'Severnaya Zvezda Institute', country: 'RU' }],
    ...changes,
  }
  return unwrap(parseShape(transactionSchema, transaction))
}

export const DICTIONARY = {
  characteristics: new Map([
    ['tid_Gy_Si', { id: 'tid_Gy_Si', type: 'number', unit: 'Gy(Si)', definition: 'Dose.' }],
  ]),
} as unknown as Pick<Rulebook, 'characteristics'>

/** What is blocked, read out of entries, on a day. */
export function blockFrom(
  entries: readonly LedgerEntry[],
  on: string,
  asked: Partial<CaseToApprove> = {},
): CaseBlock {
  return createCaseBlock({
    ...RULES,
    denials: readSubject(denialsUnder(TERMS), entries).state,
    consultations: readSubject(consultationsUnder(RULES), entries).state,
    assessments: readSubject(ASSESSMENTS, entries).state,
    dictionary: DICTIONARY,
    freeMail: new Set(['freemail.example']),
    on: on as LegalDate,
  })({ member: 'B', caseRef: 'case-1', transaction: deal(), ...asked })
}
