import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, unwrap } from '../kernel/index.ts'
import { exportRows } from './export-rows.ts'
import { ITEMS, itemCells, readItems } from './items.ts'
import { orderCells } from './order-cells.ts'
import { PARTIES, partyCells, readParties } from './parties.ts'
import type { ReadRows } from './read-rows.ts'
import { readTable } from './read-table.ts'
import { SHIPMENTS } from './shipments.ts'
import type { Table } from './table.ts'
import type { Template } from './template.ts'
import { readTickets, TICKETS, ticketCells } from './tickets.ts'
import { readTools, TOOLS, toolCells } from './tools.ts'
import { readShipments } from './transactions.ts'
import { writeTable } from './write-table.ts'

type Stated = Readonly<Record<string, unknown>>

const NAMED = { has: () => true, get: (ref: string) => ({ onFile: ref }) }
const KINDS: Readonly<
  Record<string, readonly [Template, Parameters<typeof exportRows>[3], typeof itemCells]>
> = {
  items: [ITEMS, readItems, itemCells],
  parties: [PARTIES, readParties, partyCells],
  tools: [TOOLS, readTools, toolCells],
  tickets: [TICKETS, readTickets, ticketCells],
  orders: [
    SHIPMENTS,
    (table: Table) => readShipments(table, { items: NAMED, parties: NAMED }),
    orderCells,
  ],
}

/** As a file that somebody keeps, and puts on file again. */
async function again(
  kind: string,
  all: readonly Stated[],
  format: 'csv' | 'xlsx',
): Promise<ReadRows<object>> {
  const [template, read, cells] = KINDS[kind] ?? KINDS.items ?? []
  if (template === undefined || read === undefined || cells === undefined) throw new Error(kind)
  const bytes = await writeTable(exportRows(template, all, cells, read), format)
  return unwrap(read(unwrap(await readTable(bytes))))
}

const asText = (all: readonly unknown[]): readonly string[] =>
  all.map((one) => canonicalJson(JSON.parse(JSON.stringify(one)))).toSorted()

/** Numbers as people give them, those that a spreadsheet takes for something else among them. */
const ref = fc
  .oneof(
    fc.constantFrom('3E905', '4E091', '1e5', '00417', '=A1', '-7', '12345678901234000000', 'Nº 7'),
    fc.string({ minLength: 1, maxLength: 8 }).filter((one) => /^[^\s'](?:.*\S)?$/.test(one)),
  )
  .map((one) => one.normalize('NFC'))
const text = fc.oneof(
  fc.constantFrom('Cell, "large"; blue', '=cmd()', "'68", '1,234', 'a|b', '-', '12 Harbour Road'),
  fc.string({ minLength: 1, maxLength: 12 }).filter((one) => one.trim() !== ''),
)
const place = fc.constantFrom('KR', 'NL', 'UA-43')
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined })
const json = fc.dictionary(fc.constantFrom('tpp', 'note', 'x'), fc.oneof(text, fc.boolean()))
const many = {
  quantity: { amount: '2', unit: 'piece' },
  value: { amount: '1200.50', currency: 'EUR' },
}
const named = fc.oneof(
  ref.map((onFile): Stated => ({ onFile })),
  ref.map((onFile): Stated => ({ onFile, ...many })),
  text.map((name): Stated => ({ name })),
)

const STATED: Readonly<Record<string, fc.Arbitrary<Stated>>> = {
  items: fc.record({
    id: ref,
    name: maybe(text),
    kind: maybe(fc.oneof(fc.constant('battery'), text)),
    maker: maybe(text),
    hs: maybe(fc.constantFrom('8542', '854231', '85423', '8542319010', 'x')),
    origin: maybe(fc.oneof(place, text)),
    characteristics: maybe(json),
    claimed: maybe(
      fc.constantFrom(
        { US: [{ code: '3E905', basis: 'maker' }] },
        { US: [{ code: 'EAR99' }], EU: [{ code: '3A001', on: '2026-06-01' }] },
        { US: 'EAR99' },
      ),
    ),
    madeWith: maybe(fc.constant([{ claimed: { US: ['3E001'] } }])),
  }),
  parties: fc.record({
    ...{ id: ref, name: text, otherNames: maybe(fc.array(text, { minLength: 1, maxLength: 3 })) },
    schema: maybe(fc.constantFrom('Person', 'Organization')),
    ...{
      country: maybe(fc.oneof(place, text)),
      birthDate: maybe(fc.constantFrom('1961', '1961-04-02')),
    },
    ...{ address: maybe(text), nativeName: maybe(text) },
    identifiers: maybe(fc.dictionary(fc.constantFrom('lei', 'duns', 'uscc'), ref)),
  }),
  tools: fc.record({
    ...{ serial: ref, item: named, owner: named, origin: maybe(place) },
    site: fc.record({ country: place, name: maybe(text), address: maybe(text) }),
    facility: maybe(fc.constantFrom({ type: 'fab' }, { nodeNm: 28, nonPlanar: false }, {})),
    deliveredUnder: maybe(text),
    endUse: maybe(fc.constantFrom({ uses: ['ic-production'] }, { description: 'chips' })),
  }),
  tickets: fc.record({
    ...{ id: ref, tool: ref, from: maybe(place), work: maybe(text) },
    remote: maybe(fc.constantFrom(true, false, 'unknown')),
    provider: maybe(named),
    persons: maybe(fc.array(fc.record({ name: text, nationalities: fc.constant(['NL', 'KR']) }))),
    ...{ parts: maybe(fc.array(named)), keys: maybe(fc.array(named)) },
    authorisations: maybe(fc.constant([{ kind: 'licence', id: 'L-1', until: '2026-06-01' }])),
  }),
  orders: fc.record({
    ...{
      id: ref,
      kind: fc.constantFrom('export', 'technology'),
      date: maybe(fc.constant('2026-06-01')),
    },
    route: fc.record({ from: place, to: place, via: maybe(fc.constant(['SG', 'HK'])) }),
    items: fc.array(named, { minLength: 1, maxLength: 3 }),
    parties: fc.array(
      fc.oneof(
        ref.map((onFile): Stated => ({ onFile, role: 'end-user' })),
        text.map((name): Stated => ({ name, role: 'exporter', country: 'NL' })),
      ),
    ),
    endUse: maybe(fc.record({ description: text })),
    authorisations: maybe(fc.constant([{ kind: 'licence', id: '3E905', lines: ['line-1'] }])),
    filing: maybe(fc.constant({ licenceCode: 'C33', documentCodes: ['Y901'] })),
  }),
}

const numberOf = (one: Stated): unknown => one.id ?? one.serial
const withoutNothing = (one: Stated): Stated => JSON.parse(JSON.stringify(one))

describe('what is on file', () => {
  it.each(Object.keys(STATED))('%s: goes out as a table and comes back the same', async (kind) => {
    const all = fc
      .uniqueArray(STATED[kind] ?? fc.constant({}), { maxLength: 4, selector: numberOf })
      .map((some) => some.map(withoutNothing))
    await fc.assert(
      fc.asyncProperty(all, async (some) => {
        const { rows } = await again(kind, some, 'csv')
        expect(rows.flatMap((row) => ('problems' in row ? row.problems : []))).toEqual([])
        expect(asText(rows.flatMap((row) => ('value' in row ? [row.value] : [])))).toEqual(
          asText(some),
        )
      }),
      { numRuns: 120 },
    )
  })

  it('comes back the same from a workbook too, an item without a name and codes like numbers among it', async () => {
    const items = [
      { id: '3E905' },
      { id: '00417', name: '=A1', hs: '85423' },
      { id: '1e5', name: '-' },
    ]
    const { rows } = await again('items', items, 'xlsx')
    expect(rows.map((row) => ('value' in row ? row.value : row.problems))).toEqual(items)
  })
})
