import type { Result } from '../kernel/index.ts'
import {
  readDay,
  readIdentifier,
  readList,
  readObject,
  readOneOf,
  readPlace,
  readTariff,
  readText,
} from './cell-reading.ts'
import type { Cells } from './export-rows.ts'
import { type ReadRows, readOnce, stated, withMore } from './read-rows.ts'
import type { Row } from './row.ts'
import type { Table } from './table.ts'
import { column, MORE, type Template } from './template.ts'

export const ITEMS: Template = {
  name: 'items',
  what: 'Items on file: what they are, what is measured of them, how they are classified and by whom.',
  columns: [
    column('sku', 'Your number of the item.', 'AC-100', {
      required: true,
      also: ['id', 'item', 'item_no', 'material', 'Artikelnummer', '品番', '품번'],
    }),
    column('name', 'What it is called.', 'Accelerator card', {
      required: true,
      also: ['description', 'Bezeichnung', '品名', '품명'],
    }),
    column('kind', 'A kind of law/kinds.yaml.', 'ic.processor', { also: ['Art', '種類', '종류'] }),
    column('manufacturer', 'Who makes it.', 'Northwind Instruments', {
      also: ['maker', 'Hersteller', 'メーカー', '제조사'],
    }),
    column('mpn', 'The maker’s part number.', 'NW-4800'),
    column('gtin', 'GTIN, as text.', '04012345123456'),
    column('hs6', 'Code of the Harmonized System, as text.', '854231', {
      also: ['hs', 'hs_code', 'HSコード', 'HS코드', 'Warennummer'],
    }),
    column('national_code', 'The longer code of your tariff, as text.', '8542319010', {
      also: ['hts', 'schedule_b', 'hsk', 'cn_code'],
    }),
    column('origin', 'Country of origin, two letters.', 'US', {
      also: ['country_of_origin', 'Ursprungsland', '原産国', '원산지'],
    }),
    column(
      'parameters_json',
      'Characteristics of law/characteristics.yaml as JSON, with units.',
      '{"tpp": 4800}',
    ),
    column('parameters.', 'One characteristic a column, as parameters.tpp.', '4800', {
      open: true,
    }),
    column('codes', 'Classifications, as US:3A090.a|EU:3A001.', 'US:3A090.a', {
      also: ['classification', 'eccn'],
    }),
    column('code_basis', 'Whose: maker, self, authority or customer.', 'maker'),
    column('evidence_url', 'Where that is written.', 'https://example.com/nw-4800'),
    column('reviewed_on', 'Day of the classification.', '2026-06-01'),
    MORE,
  ],
}

const BASES = ['maker', 'self', 'authority', 'customer'] as const

/** An item as a transaction file states it. */
export type StatedItem = Readonly<Record<string, unknown>> & { readonly id: string }

/** Items of a table; a number stands once. */
export function readItems(table: Table): Result<ReadRows<StatedItem>> {
  return readOnce(table, ITEMS, readItemRow)
}

function readItemRow(row: Row): StatedItem {
  const maker = row.read('manufacturer', readText)
  const part = row.read('mpn', readIdentifier)
  row.read('gtin', readIdentifier)
  const tariff = row.read('hs6', readTariff)
  const characteristics = {
    ...row.read('parameters_json', readObject),
    ...row.readOpen('parameters.', readText),
  }
  const serial = part === undefined ? '' : ` ${part}`
  const own = {
    id: row.read('sku', readIdentifier) ?? '',
    name: `${row.read('name', readText) ?? ''}${serial}`,
    ...stated('kind', row.read('kind', readText)),
    ...stated('maker', maker),
    ...stated('hs', row.read('national_code', readTariff) ?? tariff),
    ...stated('origin', row.read('origin', readPlace)),
    ...(Object.keys(characteristics).length === 0 ? {} : { characteristics }),
    ...stated('claimed', claimsOf(row)),
  }
  return withMore(own, row.read(MORE.name, readObject))
}

/** The cells of an item, as far as there are columns for it. */
export function itemCells(item: Readonly<Record<string, unknown>>): readonly Cells[] {
  const { id, name, kind, maker, hs, origin, characteristics, claimed } = item
  const claims = claimsIn(claimed)
  const [first] = claims
  return [
    {
      sku: id,
      name,
      kind,
      manufacturer: maker,
      ...(typeof hs === 'string' && hs.length > 6 ? { national_code: hs } : { hs6: hs }),
      origin,
      parameters_json: characteristics,
      codes: claims.map(({ list, code }) => `${list}:${code}`).join('|'),
      code_basis: first?.basis,
      evidence_url: first?.evidence,
      reviewed_on: first?.on,
    },
  ]
}

type StatedClaim = Readonly<Record<'code' | 'basis' | 'evidence' | 'on', unknown>>

function claimsIn(claimed: unknown): readonly (StatedClaim & { readonly list: string })[] {
  return Object.entries(Object(claimed) as Readonly<Record<string, unknown>>).flatMap(
    ([list, claims]) =>
      (Array.isArray(claims) ? claims : []).flatMap((one: unknown) =>
        typeof one === 'object' && one !== null ? [{ ...(one as StatedClaim), list }] : [],
      ),
  )
}

/** By jurisdiction, as `claimed` of an item. */
function claimsOf(row: Row): Readonly<Record<string, readonly unknown[]>> | undefined {
  const codes = row.read('codes', readList) ?? []
  const how = {
    ...stated('basis', row.read('code_basis', readOneOf(BASES))),
    ...stated('evidence', row.read('evidence_url', readText)),
    ...stated('on', row.read('reviewed_on', readDay)),
  }
  const claims: Record<string, readonly unknown[]> = {}
  for (const one of codes) {
    const [, jurisdiction, code] = /^([A-Za-z]{2}):\s*(\S+)$/.exec(one) ?? []
    if (jurisdiction === undefined || code === undefined) {
      row.refuse('codes', {
        code: 'cell.not-a-code',
        detail: `${JSON.stringify(one)} does not say whose list it is of.`,
        remedy: 'Write US:3A090.a, and US:EAR99 or EU:not-listed where a list does not hold it.',
      })
    } else {
      const list = jurisdiction.toUpperCase()
      claims[list] = [...(claims[list] ?? []), { code, ...how }]
    }
  }
  return codes.length === 0 ? undefined : claims
}
