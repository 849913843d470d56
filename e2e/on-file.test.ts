import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../src/storage/index.ts'
import { navicert, PROGRAM, ROOT } from './navicert.ts'

const ORDERS = 300
const BYTE_ORDER_MARK = '\ufeff'

/** One store, from the first table to the last check: each test goes on where the one before it ended. */
// Wall time: a dozen runs of the program, which a shared machine makes long.
describe('what is on file, by the built program', { timeout: 300_000 }, () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'navicert-on-file-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (...words: readonly string[]): ReturnType<typeof navicert> => navicert(folder, words)
  /** As a spreadsheet of central Europe saves it. */
  const table = (name: string, ...lines: readonly string[]): void =>
    writeFileSync(join(folder, name), `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`)

  test('a table with one wrong row is refused whole, and the row given back with what is wrong', async () => {
    const heading = 'id;name;country;duns;postal;city'
    const good = ['00417;=Cell & Sons;KR;060704780;01067;Busan', 'S-1;Example Service;NL;;;']
    table('wrong.csv', heading, ...good, 'C-9;Example Trading;Korea;;;')
    const refused = await run('parties', 'add', 'wrong.csv', '--row-errors', 'errors.csv')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('wrong.csv:4 country')])
    const [, ...errors] = readFileSync(join(folder, 'errors.csv'), 'utf8').trimEnd().split('\r\n')
    expect(errors).toEqual([
      expect.stringContaining('C-9,Example Trading,Korea,,,,4,country,cell.not-a-country'),
    ])
    // Of the wrong table nothing came on file: both are new.
    table('parties.csv', heading, ...good)
    expect((await run('parties', 'add', 'parties.csv')).out).toContain('2 parties put on file, 0')
  })

  test('zeros in front and a cell that begins with = come on file as they stand, through a workbook too', async () => {
    expect((await run('parties', 'export', '--out', 'parties.xlsx')).code).toBe(0)
    const again = await run('parties', 'add', 'parties.xlsx', '--json')
    expect([again.code, JSON.parse(again.out)]).toEqual([0, { filed: 0, changed: 0, same: 2 }])
    const { out } = await run('parties', 'show', '00417', '--json')
    expect(JSON.parse(out)).toMatchObject({
      stated: {
        ...{ id: '00417', name: '=Cell & Sons', address: '01067, Busan' },
        identifiers: { duns: '060704780' },
      },
    })
  })

  test('a recheck killed in the middle is gone on with: everything is answered once, and the record is whole', async () => {
    table('items.csv', 'sku;name;kind;origin', '0193;Scanner;sme.litho.scanner;NL', 'LS-40;Stage;;')
    table('tools.csv', 'serial;sku;country;owner_id;facility_type', '0417;0193;KR;00417;fab')
    table(
      'tickets.csv',
      'ref;serial;date;provider_id;from_locode;person;nationalities;part_sku;qty;unit;value;currency',
      '09001;0417;8.6.2026;S-1;NLEIN;A. Example;NL;;;;;',
      '09001;0417;8.6.2026;S-1;NLEIN;;;LS-40;2;piece;1.200,50;EUR',
    )
    const numbers = Array.from({ length: ORDERS }, (_, at) => `SO-${at}`)
    writeFileSync(join(folder, 'orders.jsonl'), numbers.map(orderLine).join(''))
    for (const [kind, file] of [
      ['items', 'items.csv'],
      ['tools', 'tools.csv'],
      ['tickets', 'tickets.csv'],
      ['orders', 'orders.jsonl'],
    ] as const)
      expect([kind, (await run(kind, 'add', file)).err]).toEqual([kind, ''])

    const before = await killedAfter(folder, 60)
    const rest = await run('recheck', '--json')
    expect(rest.code).toBe(0)
    const after = refsIn(rest.out.trimEnd().split('\n'))
    expect(before.filter((ref) => after.includes(ref))).toEqual([])
    expect(after.length).toBeGreaterThan(0)
    expect(after.length).toBeLessThanOrEqual(numbers.length + 3 - before.length)
    const answers = await answersIn(folder)
    expect(answers).toEqual(
      new Map(
        [...numbers.map((ref) => `order:${ref}`), 'ticket:09001', 'item:0193', 'item:LS-40'].map(
          (stream) => [stream, 1],
        ),
      ),
    )
    expect((await run('store', 'verify')).out).toContain('the record is whole')
  })

  test('a ticket was answered with the law of its tool, and the next recheck answers nothing again', async () => {
    const { out } = await run('tickets', 'show', '09001', '--json')
    const [, answered] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Answered)
    expect(answered?.kind).toBe('ticket-answered')
    expect(answered?.answer.jurisdictions.map(({ jurisdiction }) => jurisdiction)).toContain('NL')
    const again = await run('recheck')
    expect([again.code, again.out]).toEqual([
      0,
      expect.stringContaining(`${ORDERS + 3} on file, 0 answered again: ${ORDERS + 3} as before.`),
    ])
  })

  test('a proposal is held against what is on file, and changes nothing there', async () => {
    const order = {
      ...{ id: 'proc', kind: 'export', route: { from: 'DE', to: 'MY' } },
      items: [{ kind: 'ic.processor', characteristics: { tpp: 4992 }, origin: 'DE' }],
      parties: [{ role: 'exporter', name: 'Example Instruments', country: 'DE' }],
    }
    writeFileSync(join(folder, 'proc.jsonl'), JSON.stringify(order))
    await run('orders', 'add', 'proc.jsonl')
    const proposal = join(ROOT, 'examples/regime/proposal-3a501.yaml')
    const { code, out } = await run('regime', 'impact', proposal, '--on-file', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      {
        transactions: {
          changed: [{ id: 'proc', before: 'undetermined', after: 'licence-required' }],
        },
      },
    ])
    await run('orders', 'remove', 'proc')
  })
})

interface Answered {
  readonly kind: string
  readonly answer: { readonly jurisdictions: readonly { readonly jurisdiction: string }[] }
}

function orderLine(id: string): string {
  const parties = [
    { role: 'exporter', name: 'Example Instruments', country: 'NL' },
    { role: 'end-user', onFile: '00417' },
  ]
  const items = [{ onFile: 'LS-40' }]
  return `${JSON.stringify({ id, kind: 'export', route: { from: 'NL', to: 'KR' }, items, parties })}\n`
}

function refsIn(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (JSON.parse(line) as { readonly ref: string }).ref)
}

/** Kills a recheck once it has told of so many. @returns those that it had told of */
async function killedAfter(folder: string, many: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [PROGRAM, 'recheck', '--json'], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  const told: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line)
    if (told.length === many) child.kill('SIGKILL')
  }
  expect(await ended).toEqual([null, 'SIGKILL'])
  return refsIn(told)
}

/** How often each stream of the record was answered. */
async function answersIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const store = await openStore({
    folder: join(folder, '.navicert', 'store'),
    now: () => new Date(),
  })
  const answers = new Map<string, number>()
  try {
    for (const { stream, type } of await store.readRecord({ limit: 5_000 }))
      if (type.endsWith('-answered')) answers.set(stream, (answers.get(stream) ?? 0) + 1)
  } finally {
    await store.close()
  }
  return answers
}
