import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from './command.fixture.ts'
import { inFolder } from './surroundings.fixture.ts'

type Run = (...words: readonly string[]) => ReturnType<typeof runCommand>

/** A folder with the three templates as they are printed, and the command run in it. */
function atTables(work: (folder: string, navicert: Run) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const navicert: Run = (...words) => runCommand(words, { workingDirectory: folder })
    for (const name of ['items', 'parties', 'shipments'])
      expect((await navicert('template', name, '--out', `${name}.xlsx`)).code).toBe(0)
    await work(folder, navicert)
  })
}

const linesOf = (text: string): readonly { readonly id: string; readonly problem?: object }[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string })

const ON_FILE = ['--items', 'items.xlsx', '--parties', 'parties.xlsx', '--no-screening']

describe('tables', () => {
  it('are answered as their templates stand: items, parties and shipments', () =>
    atTables(async (_, navicert) => {
      const classified = await navicert('classify', '--batch', 'items.xlsx')
      expect(linesOf(classified.out)).toMatchObject([{ id: 'AC-100', listed: { US: 'listed' } }])
      const checked = await navicert('check', '--batch', 'shipments.xlsx', ...ON_FILE)
      expect(checked.code).toBe(0)
      expect(linesOf(checked.out)).toMatchObject([
        { id: 'SO-1001', verdict: 'licence-required', parties: expect.any(Array) },
      ])
      const screened = await navicert('screen', '--batch', 'parties.xlsx')
      expect(linesOf(screened.out)).toMatchObject([{ id: 'C-2001', state: 'not-screened' }])
    }))

  it('give refused rows back with what is wrong, and answer the others', () =>
    atTables(async (folder, navicert) => {
      const rows = [
        'ref;date;from;to;end_user_id;sku;qty;Incoterm',
        'SO-1;1.6.2026;NL;KR;C-2001;AC-100;1,5;FOB',
        'SO-2;06/05/2026;NL;KR;C-2001;AC-100;1;FOB',
        'SO-3;1.6.2026;NL;KR;C-9;AC-100;1;FOB',
      ]
      writeFileSync(join(folder, 'orders.csv'), rows.join('\r\n'))
      const { code, out, err } = await navicert(
        ...['check', '--batch', 'orders.csv', ...ON_FILE, '--row-errors', 'wrong.csv'],
      )
      expect(code).toBe(1)
      expect(linesOf(out).map(({ id, problem }) => [id, problem !== undefined])).toEqual([
        ['SO-1', false],
        ['SO-2', true],
        ['SO-3', true],
      ])
      expect(err).toContain('orders.csv: 1 column not read: Incoterm')
      const wrong = readFileSync(join(folder, 'wrong.csv'), 'utf8').split('\r\n')
      expect(wrong[1]).toContain('SO-2,06/05/2026,NL,KR,C-2001,AC-100,1,FOB,3,date,cell.not-a-day')
      expect(wrong[2]).toContain('4,end_user_id,shipment.not-on-file')
    }))

  it('stop before anything is answered where what they name cannot be read', () =>
    atTables(async (folder, navicert) => {
      writeFileSync(join(folder, 'bad.csv'), 'sku,name,origin\nA,Card,Germany\n')
      const { code, err } = await navicert(
        ...['check', '--batch', 'shipments.xlsx', '--items', 'bad.csv', '--out', 'out.jsonl'],
      )
      expect([code, err]).toEqual([1, expect.stringContaining('bad.csv:2 origin')])
      expect(existsSync(join(folder, 'out.jsonl'))).toBe(false)
    }))

  it('have no row errors where the input is lines of JSON', () =>
    atTables(async (folder, navicert) => {
      writeFileSync(join(folder, 'in.jsonl'), '{"name":"card"}\n')
      const { err } = await navicert('classify', '--batch', 'in.jsonl', '--row-errors', 'wrong.csv')
      expect(err).toContain('[options.contradict]')
    }))

  it('tell what their columns mean', async () => {
    const { out } = await runCommand(['template', 'shipments', '--columns'])
    expect(out).toContain('ref *')
    expect(out).toContain('注文番号')
  })
})
