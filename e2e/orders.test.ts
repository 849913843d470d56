import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, LIST, navicert } from './navicert.ts'

const HEADING = 'ref;date;from;to;exporter_id;end_user_id;sku;qty;unit;value;currency;purpose'

test('orders of a table are kept, answered, and answered otherwise once a list names a party', async () => {
  await inFolder(async (folder) => {
    const write = (name: string, ...lines: readonly string[]): void =>
      writeFileSync(join(folder, name), `${lines.join('\r\n')}\r\n`)
    write('items.csv', 'sku,name,kind,origin', 'AC-1,Card,ic.processor,US')
    write(
      'parties.csv',
      'id,name,country',
      'S,Northwind Inc,US',
      'C,Halcyon Lattice Semiconductor,CN',
    )
    write('orders.csv', HEADING, 'SO-1;2.6.2026;US;CN;S;C;AC-1;1;piece;9000;USD;images')
    const run = (...words: readonly string[]): ReturnType<typeof navicert> =>
      navicert(folder, words)
    const files = ['--items', 'items.csv', '--parties', 'parties.csv']
    const added = await run('orders', 'add', 'orders.csv', ...files)
    expect([added.code, added.out]).toEqual([0, expect.stringContaining('1 order put on file')])
    const first = await run('orders', 'recheck', '--as-of', '2026-06-02')
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringContaining('1 answered for the first time'),
    ])

    const [source = '', rest = ''] = LIST.split(/:(.*)/s)
    const [file = '', published = ''] = rest.split('@')
    expect((await run('lists', 'import', source, file, '--published', published)).code).toBe(0)
    const second = await run('orders', 'recheck', '--as-of', '2026-06-02')
    expect(second.code).toBe(2)
    expect(second.out).toMatch(/because The list us-csl: none became that of/)
    expect(second.out).toMatch(/\+ Halcyon Lattice Semiconductor: may be/)
    const shown = await run('orders', 'show', 'SO-1')
    expect(shown.out).toContain('put on file')
    expect((await run('orders', 'recheck', '--as-of', '2026-06-02')).out).toContain('1 as before')
    expect((await run('orders', 'close', 'SO-2', '--reason', 'shipped')).err).toContain(
      '[order.not-open]',
    )
  })
})
