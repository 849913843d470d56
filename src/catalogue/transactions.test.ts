import { describe, expect, test } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { readItems } from './items.ts'
import { readParties, readPartyQueries } from './parties.ts'
import type { ReadRow, ReadRows } from './read-rows.ts'
import { readTable } from './read-table.ts'
import { rowErrorTable } from './row-errors.ts'
import type { Table } from './table.ts'
import { type OnFile, readShipments } from './transactions.ts'

const table = async (...lines: readonly string[]): Promise<Table> =>
  unwrap(await readTable(Buffer.from(lines.join('\n'))))
const values = <T>(rows: readonly ReadRow<T>[]): readonly T[] =>
  rows.flatMap((row) => ('value' in row ? [row.value] : []))
const wrong = (rows: readonly ReadRow<unknown>[]): readonly unknown[] =>
  rows.flatMap((row) =>
    'problems' in row
      ? row.problems.map(({ code, where }) => [code, where?.line, where?.path])
      : [],
  )
const byId = <T>({ rows }: ReadRows<T>): ReadonlyMap<string, T> =>
  new Map(rows.flatMap((row) => ('value' in row ? [[row.id, row.value] as const] : [])))

async function onFile(): Promise<OnFile> {
  const items = await table(
    'SKU,Name,kind,hs6,origin,codes,code_basis,parameters.tpp,parameters_json',
    'A1,Card,ic.processor,8542.31,us,US:3A090.a|EU:3A001,maker,4800,"{""bits"": 16}"',
    'B2,Bracket,other.part,,DE,US:EAR99,,,',
  )
  const parties = await table(
    'id,name,native_name,aliases,address,city,country,reg_no,schema',
    'S,Seller GmbH,,,,,DE,,',
    'C,Customer Co,고객,Cust|CC Trading,1 Road,Busan,kr,0042,',
    'V,Example Star,,,,,PA,,Vessel',
  )
  return { items: byId(unwrap(readItems(items))), parties: byId(unwrap(readParties(parties))) }
}

describe('an item on file', () => {
  test('is stated as a transaction states it', async () => {
    expect((await onFile()).items.get('A1')).toEqual({
      id: 'A1',
      name: 'Card',
      kind: 'ic.processor',
      hs: '854231',
      origin: 'US',
      characteristics: { bits: 16, tpp: '4800' },
      claimed: {
        US: [{ code: '3A090.a', basis: 'maker' }],
        EU: [{ code: '3A001', basis: 'maker' }],
      },
    })
  })

  test('with a code of nobody’s list, or a number used twice, is refused', async () => {
    const read = readItems(await table('sku,name,codes', 'a,x,3A090', 'b,y,', 'b,z,', ',n,'))
    expect(wrong(unwrap(read).rows)).toEqual([
      ['cell.not-a-code', 2, 'codes'],
      ['table.twice', 4, 'sku'],
      ['cell.empty', 5, 'sku'],
    ])
  })

  test('of which a comma has moved the cells is refused', async () => {
    const read = readItems(await table('sku,name,origin', 'a,card, small,US', 'b,card,US,'))
    expect(wrong(unwrap(read).rows)).toContainEqual(['table.wrong-width', 2, ''])
    expect(values(unwrap(read).rows)).toHaveLength(1)
  })

  test('under a heading almost like one of the template is not passed over; a strange one is told of', async () => {
    expect(readItems(await table('sku,name,orgin', 'a,x,US'))).toMatchObject({
      problems: [{ code: 'table.misspelt-heading', remedy: 'Did you mean origin?' }],
    })
    expect(unwrap(readItems(await table('sku,name,Warehouse bin', 'a,x,7'))).unread).toEqual([
      'Warehouse bin',
    ])
    expect(readItems(await table('number,name', 'a,x'))).toMatchObject({
      problems: [{ code: 'table.no-column' }],
    })
  })
})

test('a party on file is screened by all its names', async () => {
  const read = readPartyQueries(
    await table(
      'id,name,native_name,aliases,type,lei',
      'C,Customer Co,고객,Cust;CC,trader,529900T8BM49AURSDO55',
    ),
  )
  expect(values(unwrap(read).rows)).toEqual([
    {
      id: 'C',
      name: 'Customer Co',
      otherNames: ['고객', 'Cust', 'CC'],
      identifiers: { lei: '529900T8BM49AURSDO55' },
    },
  ])
})

const HEADING =
  'ref,date,from,to,via,exporter_id,end_user_id,forwarder_id,sku,qty,unit,value,currency,purpose,licence_ref,aes_licence_code,doc_codes,technology,transfer_means'

describe('a shipment', () => {
  test('is one transaction of all its rows', async () => {
    const shipments = await table(
      HEADING,
      'O1,2026-06-01,DEHAM,KRPUS,SGSIN|MY,S,C,,A1,10,piece,9000.50,usd,imaging,L-7,C33,Y901,,',
      'O2,1.7.2026,DE,KR,,S,C,V,B2,,,,,,,,,Y,email',
      'O1,,,,,,,,B2,2,,,,,,,,,',
    )
    expect(values(unwrap(readShipments(shipments, await onFile())).rows)).toMatchObject([
      {
        id: 'O1',
        date: '2026-06-01',
        kind: 'export',
        route: { from: 'DE', to: 'KR', via: ['SG', 'MY'] },
        items: [
          {
            id: 'line-1',
            name: 'Card',
            quantity: { amount: '10', unit: 'piece' },
            value: { amount: '9000.50', currency: 'USD' },
          },
          { id: 'line-2', name: 'Bracket', quantity: { amount: '2' } },
        ],
        parties: [
          { role: 'exporter', name: 'Seller GmbH' },
          {
            role: 'end-user',
            name: 'Customer Co',
            nativeName: '고객',
            address: '1 Road, Busan',
            identifiers: { registration: '0042' },
          },
          { role: 'end-user', name: 'Cust', country: 'KR' },
          { role: 'end-user', name: 'CC Trading' },
        ],
        endUse: { description: 'imaging' },
        authorisations: [{ kind: 'licence', id: 'L-7', lines: ['line-1'] }],
        filing: { licenceCode: 'C33', documentCodes: ['Y901'] },
      },
      {
        id: 'O2',
        date: '2026-07-01',
        kind: 'technology',
        technology: { means: 'email' },
        parties: [{}, {}, {}, {}, { role: 'vessel' }],
      },
    ])
  })

  test('of which a row is wrong is refused as a whole, with every row named', async () => {
    const shipments = await table(
      HEADING,
      'O1,2026-06-01,DE,KR,,S,C,,A1,1,,,,,,,,,',
      'O1,06/07/2026,,,,,,,B2,ten,,5,,,,,,,',
      'O2,2026-06-01,DE,KR,,S,nobody,,ZZ,,,,,,,,,,',
      'O3,2026-06-01,DE,KR,,S,C,,A1,,,,,,,,,,',
      'O3,2026-06-02,DE,,,,,,A1,,,,,,,,,,',
    )
    const { rows } = unwrap(readShipments(shipments, await onFile()))
    expect(values(rows)).toEqual([])
    expect(wrong(rows)).toEqual([
      ['cell.not-a-day', 3, 'date'],
      ['cell.not-a-number', 3, 'qty'],
      ['cell.not-a-currency', 3, 'currency'],
      ['shipment.not-on-file', 4, 'sku'],
      ['shipment.not-on-file', 4, 'end_user_id'],
      ['shipment.contradiction', 6, 'date'],
    ])
    const errors = rows.flatMap((row) =>
      'problems' in row ? [{ row: row.row, problems: row.problems }] : [],
    )
    const [heading, first] = rowErrorTable(shipments, errors)
    expect(heading?.slice(-5)).toEqual(['row', 'column', 'code', 'message', 'suggestion'])
    expect(first?.slice(0, 2)).toEqual(['O1', '06/07/2026'])
    expect(first?.at(-5)).toBe('3')
  })
})
