import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { digestOf, unwrap } from '../kernel/index.ts'
import { readNoUndercut } from './denials/terms.ts'
import type { LedgerEntry } from './ledger-entry.ts'

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
