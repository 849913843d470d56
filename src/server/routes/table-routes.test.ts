import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTable, writeTable } from '../../catalogue/index.ts'
import { unwrap } from '../../kernel/index.ts'
import { zipOf } from '../../lists/workbook.fixture.ts'
import { type TestServer, testServer } from '../app.fixture.ts'
import { CSV, XLSX } from '../http/sent-table.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer({ tableBytes: 200_000 })
})
afterAll(() => server.close())

type Headers = Readonly<Record<string, string>>

function send(path: string, payload: string | Uint8Array, type = CSV, headers: Headers = {}) {
  return server.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    payload: Buffer.from(payload),
    headers: {
      authorization: `Bearer ${server.tokens.admin}`,
      'content-type': type,
      ...headers,
    },
  })
}

const get = (path: string) =>
  server.app.inject({
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${server.tokens.admin}` },
  })

/** As Excel in Japan saves `id,名称,国` and two rows. */
const SHIFT_JIS = Buffer.from(
  '69642c96bc8fcc2c8d910a312c938c8b9e8365835883678a948eae89ef8ed02c4a500a322c8368835e8357836583588367838f815b834e83582c4a500a',
  'hex',
)
const ITEMS = [
  ['sku', 'name', 'kind'],
  ['AC-100', 'Accelerator card', 'ic.processor'],
  ['=1+1', '@SUM(A1)', ''],
]
const BOMB = zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(70 * 1024 * 1024) })

describe('a table that is put on file', () => {
  test('is read from a workbook, and comes back as one with no formula in it', async () => {
    const sent = await send('/tables/items', await writeTable(ITEMS, 'xlsx'), XLSX)
    expect([sent.statusCode, sent.json()]).toEqual([
      200,
      { filed: 2, changed: 0, same: 0, unread: [] },
    ])
    const csv = await get('/tables/items')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.headers['content-disposition']).toBe('attachment; filename="items.csv"')
    expect(csv.body).toMatch(/\r\n'=1\+1,'@SUM\(A1\),/)
    expect((await send('/tables/items', csv.rawPayload)).json()).toMatchObject({ same: 2 })
    const xlsx = await get('/tables/items?format=xlsx')
    expect(xlsx.headers['content-type']).toBe(XLSX)
    expect(unwrap(await readTable(xlsx.rawPayload)).rows).toHaveLength(2)
    expect((await send('/tables/items', xlsx.rawPayload, XLSX)).json()).toMatchObject({ same: 2 })
  })

  test('is read in Shift-JIS, found or said, and not as what it is not', async () => {
    expect((await send('/tables/parties', SHIFT_JIS)).json()).toMatchObject({ filed: 2 })
    const said = await send('/tables/parties', SHIFT_JIS, `${CSV}; charset=Shift_JIS`)
    expect(said.json()).toMatchObject({ same: 2 })
    expect((await get('/tables/parties')).body).toContain('東京テスト株式会社')
    const wrong = await send('/tables/parties', SHIFT_JIS, `${CSV}; charset=utf-8`)
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'table.wrong-encoding'])
    const strange = await send('/tables/parties', SHIFT_JIS, `${CSV}; charset=ebcdic`)
    expect([strange.statusCode, strange.json().code]).toEqual([415, 'table.unknown-charset'])
  })

  test('is taken in whole or not at all, and says by row and column what is wrong', async () => {
    const text = 'sku;name;kind;Colour\nB-1;Good;;red\nB-2;;;red\nB-1;Again;;red\n'
    const refused = await send('/tables/items', text)
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({
      code: 'cell.empty',
      errors: [
        { code: 'cell.empty', row: 3, column: 'name', remedy: expect.any(String) },
        { code: 'table.twice', row: 4, column: 'sku' },
      ],
    })
    expect((await get('/items/B-1')).statusCode).toBe(404)
    const mended = text.replace('B-2;', 'B-2;Mended').replace('B-1;Again', 'B-3;Again')
    expect((await send('/tables/items', mended)).json()).toMatchObject({
      filed: 3,
      unread: ['Colour'],
    })
  })

  test('gives the refused rows back as they stood, in the format that is asked for', async () => {
    const text = 'sku;name\n=C-1;\nC-2;Fine\n'
    const csv = await send('/tables/items', text, CSV, { accept: 'text/csv' })
    expect([csv.statusCode, csv.headers['content-type']]).toEqual([422, 'text/csv; charset=utf-8'])
    expect(csv.body.split('\r\n')).toEqual([
      '\ufeffsku,name,row,column,code,message,suggestion',
      expect.stringMatching(/^'=C-1,,2,name,cell\.empty,.+,.+/),
      '',
    ])
    const xlsx = await send('/tables/items', text, CSV, { accept: `${XLSX}, */*;q=0.1` })
    expect(xlsx.statusCode).toBe(422)
    expect(unwrap(await readTable(xlsx.rawPayload)).rows).toHaveLength(1)
    const any = await send('/tables/items', text, CSV, { accept: '*/*' })
    expect(any.headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  test.each<readonly [string, () => readonly [string | Uint8Array, string], number, string]>([
    ['a workbook called CSV', () => [BOMB, CSV], 415, 'table.not-as-declared'],
    ['CSV called a workbook', () => ['sku,name\n1,x\n', XLSX], 415, 'table.not-as-declared'],
    ['a workbook that unfolds too far', () => [BOMB, XLSX], 413, 'table.too-large'],
    [
      'an archive of another sort',
      () => [zipOf({ 'a.txt': 'x' }), XLSX],
      422,
      'table.not-a-workbook',
    ],
    ['more bytes than are taken', () => ['x'.repeat(200_001), CSV], 413, 'input.too-large'],
    ['nothing', () => ['', CSV], 400, 'input.empty'],
    ['a heading alone', () => ['sku,name\n', CSV], 422, 'table.no-rows'],
    ['another table', () => ['colour,size\nred,1\n', CSV], 422, 'table.no-column'],
    ['JSON', () => ['{"records":[]}', 'application/json'], 415, 'request.media-type'],
  ])('is refused where it is %s', async (_, made, status, code) => {
    const [payload, type] = made()
    const response = await send('/tables/items', payload, type)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
  })

  test('may be packed, but not to unfold beyond its bound; and is taken by its own routes alone', async () => {
    const packed = { 'content-encoding': 'gzip' }
    const small = await send('/tables/items', gzipSync('sku,name\nD-1,x\n'), CSV, packed)
    expect(small.json()).toMatchObject({ filed: 1 })
    const bomb = await send('/tables/items', gzipSync(Buffer.alloc(1e6, 44)), CSV, packed)
    expect([bomb.statusCode, bomb.json().code]).toEqual([413, 'input.too-large'])
    expect((await send('/items', 'sku,name\nD-1,x\n')).statusCode).toBe(415)
  })
})

describe('a table of shipments', () => {
  const SHIPMENTS = [
    'ref;date;from;to;end_user_id;sku;qty',
    'SO-1;1.6.2026;NL;KR;F-1;E-1;1,5',
    'SO-1;1.6.2026;NL;KR;F-1;E-1;2',
  ].join('\r\n')

  test('names what is on file, as orders and as a batch that is answered', async () => {
    await send('/tables/items', 'sku,name,kind\nE-1,Accelerator card,ic.processor\n')
    await send('/tables/parties', 'id,name,country\nF-1,Example Fab Co,KR\n')
    const filed = await send('/tables/orders', SHIPMENTS)
    expect([filed.statusCode, filed.json()]).toMatchObject([200, { filed: 1 }])

    const batch = await send('/check/batch', SHIPMENTS)
    expect([batch.statusCode, batch.json().state]).toEqual([202, 'waiting'])
    await get(batch.json().events.replace('/api/v1', ''))
    const result = await get(batch.json().result.replace('/api/v1', ''))
    const lines = result.body.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: 'SO-1', verdict: expect.any(String), parties: [expect.anything()] },
    ])
  })

  test('with a wrong row is answered but for that shipment, whose row is given back', async () => {
    const wrong = `${SHIPMENTS}\r\nSO-2;1.6.2026;NL;KR;F-1;E-1;zwei`
    const batch = await send('/check/batch', wrong)
    expect([batch.statusCode, batch.json().refused]).toEqual([202, 1])
    const { events, result, refusedRows } = batch.json()
    await get(events.replace('/api/v1', ''))
    const answers = (await get(result.replace('/api/v1', ''))).body.trimEnd().split('\n')
    expect(answers.map((line) => JSON.parse(line).id)).toEqual(['SO-1'])
    const back = await get(refusedRows.replace('/api/v1', ''))
    expect(back.body.trimEnd().split('\r\n').slice(1)).toEqual([
      expect.stringMatching(/^SO-2,.*cell\.not-a-number/),
    ])
  })

  test('of which nothing can be read is refused whole, with its rows', async () => {
    const wrong = SHIPMENTS.replace('E-1;2', 'E-9;2')
    const batch = await send('/check/batch', wrong)
    expect([batch.statusCode, batch.json().errors[0]]).toMatchObject([
      422,
      { row: 3, column: 'sku' },
    ])
    const rows = await send('/check/batch', wrong, CSV, { accept: CSV })
    expect([rows.statusCode, rows.body.split('\r\n')[1]]).toEqual([
      422,
      expect.stringContaining('E-9'),
    ])
  })

  test('is nothing for a token that may not read what is on file', async () => {
    const authorization = `Bearer ${server.tokens.check}`
    const response = await send('/check/batch', SHIPMENTS, CSV, { authorization })
    expect([response.statusCode, response.json().code]).toEqual([403, 'access.scope'])
  })
})
