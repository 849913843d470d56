import { PARTY_TYPES } from '../determination/index.ts'
import { ok, type Result } from '../kernel/index.ts'
import { PARTY_SCHEMAS } from '../screening/index.ts'
import {
  readArray,
  readDay,
  readIdentifier,
  readList,
  readObject,
  readOneOf,
  readPlace,
  readText,
} from './cell-reading.ts'
import type { Cells } from './export-rows.ts'
import { type ReadRows, readOnce, stated, withMore } from './read-rows.ts'
import type { Row } from './row.ts'
import type { Table } from './table.ts'
import { column, MORE, type Template } from './template.ts'

export const PARTIES: Template = {
  name: 'parties',
  what: 'Parties on file: customers, consignees, end users, forwarders, banks, vessels.',
  columns: [
    column('id', 'Your number of the party.', 'C-2001', {
      required: true,
      also: ['party_id', 'customer_no', 'Kundennummer', '顧客番号', '고객번호'],
    }),
    column('name', 'Its name, as it writes it in Latin letters.', 'Example Trading Co., Ltd.', {
      required: true,
      also: ['company', 'Firma', '名称', '会社名', '이름', '회사명'],
    }),
    column('native_name', 'Its name in its own script.', '예시무역 주식회사', {
      also: ['name_local', '漢字名'],
    }),
    column('aliases', 'Further names, separated by |.', 'ETC|Example Trade', {
      also: ['otherNames'],
    }),
    column('schema', 'Person, Organization, Vessel, Aircraft or LegalEntity.', 'Organization'),
    column('address_lines', 'Street and number.', '12 Harbour Road', {
      also: ['address', 'street', 'Strasse', 'Straße', '住所', '주소'],
    }),
    column('city', 'Town.', 'Busan', { also: ['Ort', '市区町村', '도시'] }),
    column('postal', 'Postal code, as text.', '48058', {
      also: ['zip', 'plz', '郵便番号', '우편번호'],
    }),
    column('country', 'Country, two letters.', 'KR', { also: ['Land', '国', '국가'] }),
    column('headquarters', 'Country where the ultimate parent has its headquarters.', 'KR'),
    column(
      'type',
      'government, military, academic, commercial, individual, distributor, trader, warehouse or data-centre.',
      'commercial',
    ),
    column('birth_date', 'Of a person.', '', { also: ['birthDate', 'Geburtsdatum'] }),
    column('lei', 'Legal entity identifier, 20 characters.', '529900T8BM49AURSDO55'),
    column('duns', 'D-U-N-S number, as text.', '060704780'),
    column('eori', 'EORI number.', 'DE123456789'),
    column('reg_no', 'Number in the register of its country, as text.', '110111-1234567'),
    column('imo', 'IMO number of a vessel.', ''),
    column('identifiers.', 'Any other number, as identifiers.uscc.', '91310000MA1FL0XX0X', {
      open: true,
    }),
    column(
      'owners_json',
      'Owners as JSON.',
      '[{"name": "Holding Ltd", "country": "KR", "share": "0.6"}]',
    ),
    MORE,
  ],
}

const NUMBERS = ['lei', 'duns', 'eori', 'reg_no', 'imo'] as const

/** What is on file of a party: what a transaction states of one, without its role, and its other names. */
export interface StatedParty {
  readonly id: string
  readonly name: string
  readonly otherNames?: readonly string[]
  readonly schema?: (typeof PARTY_SCHEMAS)[number]
  readonly country?: string
  readonly birthDate?: string
  readonly address?: string
  readonly identifiers?: Readonly<Record<string, string>>
  readonly nativeName?: string
  readonly headquarters?: string
  readonly type?: (typeof PARTY_TYPES)[number]
  readonly owners?: readonly unknown[]
}

/** Parties of a table; a number stands once. */
export function readParties(table: Table): Result<ReadRows<StatedParty>> {
  return readOnce(table, PARTIES, readPartyRow)
}

/** What of a party is screened. */
export type PartyNames = Omit<StatedParty, 'nativeName' | 'headquarters' | 'type' | 'owners'>

/** As {@link readParties}, of each only what is screened. */
export function readPartyQueries(table: Table): Result<ReadRows<PartyNames>> {
  const read = readParties(table)
  if (!read.ok) return read
  const rows = read.value.rows.map((row) =>
    'value' in row ? { ...row, value: namesOf(row.value) } : row,
  )
  return ok({ ...read.value, rows })
}

/** A name in its own script is one of the names. */
export function namesOf({
  nativeName,
  headquarters: _headquarters,
  type: _type,
  owners: _owners,
  otherNames = [],
  ...names
}: StatedParty): PartyNames {
  const others = [...(nativeName === undefined ? [] : [nativeName]), ...otherNames]
  return { ...names, ...(others.length === 0 ? {} : { otherNames: others }) }
}

/** As a transaction states it: once for each name it bears, so that each is screened. */
export function partyInRole(
  { id: _id, otherNames = [], schema, ...rest }: StatedParty,
  role: string,
): readonly object[] {
  const stands = {
    ...rest,
    role: schema === 'Vessel' ? 'vessel' : role,
    ...(schema === 'Person' && rest.type === undefined ? { type: 'individual' } : {}),
  }
  const { nativeName: _native, owners: _owners, ...plain } = stands
  return [stands, ...otherNames.map((name) => ({ ...plain, name }))]
}

function readPartyRow(row: Row): StatedParty {
  const address = ['address_lines', 'postal', 'city']
    .flatMap((column) => row.read(column, readText) ?? [])
    .join(', ')
  const identifiers = {
    ...Object.fromEntries(
      NUMBERS.flatMap((column) => {
        const number = row.read(column, readIdentifier)
        return number === undefined ? [] : [[column === 'reg_no' ? 'registration' : column, number]]
      }),
    ),
    ...row.readOpen('identifiers.', readIdentifier),
  }
  const aliases = row.read('aliases', readList) ?? []
  const own = {
    id: row.read('id', readIdentifier) ?? '',
    name: row.read('name', readText) ?? '',
    ...(aliases.length === 0 ? {} : { otherNames: aliases }),
    ...stated('schema', row.read('schema', readOneOf(PARTY_SCHEMAS))),
    ...stated('country', row.read('country', readPlace)),
    ...stated('birthDate', row.read('birth_date', readDay)),
    ...(address === '' ? {} : { address }),
    ...(Object.keys(identifiers).length === 0 ? {} : { identifiers }),
    ...stated('nativeName', row.read('native_name', readText)),
    ...stated('headquarters', row.read('headquarters', readPlace)),
    ...stated('type', row.read('type', readOneOf(PARTY_TYPES))),
    ...stated('owners', row.read('owners_json', readArray)),
  }
  return withMore(own, row.read(MORE.name, readObject))
}

/** The cells of a party, as far as there are columns for it. */
export function partyCells(party: Readonly<Record<string, unknown>>): readonly Cells[] {
  const { otherNames, identifiers, nativeName, birthDate, owners, address, ...plain } = party
  const numbers = Object(identifiers) as Readonly<Record<string, unknown>>
  return [
    {
      ...plain,
      native_name: nativeName,
      aliases: otherNames,
      address_lines: address,
      birth_date: birthDate,
      ...Object.fromEntries(
        NUMBERS.map((column) => [column, numbers[column === 'reg_no' ? 'registration' : column]]),
      ),
      owners_json: owners,
    },
  ]
}
