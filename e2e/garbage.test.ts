import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXAMPLES, inFolder, navicert, type Ran } from './navicert.ts'

const GOOD = readFileSync(join(EXAMPLES, 'fpga-to-china.yaml'), 'utf8')

/** Checks the bytes as a file in a folder of its own; nothing may be written there. */
async function checked(bytes: Uint8Array | string): Promise<Ran> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'order.yaml'), bytes)
    const line = ['check', 'order.yaml', '--certificate', 'order.cert']
    const ran = await navicert(folder, line)
    expect(readdirSync(folder)).toEqual(['order.yaml'])
    return ran
  })
}

function laughs(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  for (let at = 1; at < 12; at += 1)
    lines.push(
      `a${at}: &a${at} [${Array(9)
        .fill(`*a${at - 1}`)
        .join(', ')}]`,
    )
  return lines.join('\n')
}

describe('garbage is refused with its place and a remedy, and nothing is written', () => {
  test.each([
    [
      'a unit of another dimension',
      GOOD.replace('serdes_one_way_peak_Gbps: 416', 'serdes_one_way_peak_Gbps: 416 nm'),
      /order\.yaml:\d+:\d+ .*serdes_one_way_peak_Gbps/,
    ],
    [
      'a unit nobody knows',
      GOOD.replace('serdes_one_way_peak_Gbps: 416', 'serdes_one_way_peak_Gbps: 416 furlongs'),
      /order\.yaml.*serdes_one_way_peak_Gbps/,
    ],
    [
      'a negative amount',
      GOOD.replace('amount: "200"', 'amount: "-200"'),
      /order\.yaml:\d+:\d+ .*quantity/,
    ],
    ['a country that is none', GOOD.replace('to: CN', 'to: XX'), /order\.yaml.*route\.to/],
    ['a country spelt out', GOOD.replace('to: CN', 'to: China'), /order\.yaml:\d+:\d+ .*route\.to/],
    [
      'a characteristic nobody knows',
      GOOD.replace('max_single_ended_io', 'max_single_io'),
      /order\.yaml.*max_single_io/,
    ],
    ['a kind nobody knows', GOOD.replace('ic.fpga', 'ic.fgpa'), /order\.yaml.*kind/],
    [
      'a misspelt key',
      GOOD.replace('parties:', 'partys:'),
      /order\.yaml:\d+:\d+ partys\n.*\n.*"parties"/,
    ],
    ['a day that is none', GOOD.replace('2026-06-02', '2026-02-30'), /order\.yaml:\d+:\d+ date/],
    ['no item', GOOD.replace(/items:[\s\S]*?\n\n/, 'items: []\n\n'), /order\.yaml:\d+:\d+ items/],
    ['no day at all', GOOD.replace('date: 2026-06-02\n', ''), /order\.yaml/],
    ['a list where a transaction is asked', '[1, 2, 3]', /order\.yaml/],
    ['nesting of 10 MB', '['.repeat(10 * 1024 * 1024), /order\.yaml/],
    ['a YAML bomb', laughs(), /order\.yaml/],
    ['bytes that are not UTF-8', Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xc3, 0x28]), /order\.yaml/],
    ['nothing', '', /order\.yaml/],
    ['broken YAML', 'items: [\n  - {', /order\.yaml:\d+:\d+/],
  ])('%s', async (_name, bytes, place) => {
    expect(bytes).not.toBe(GOOD)
    const { code, out, err } = await checked(bytes)
    expect(err).toMatch(place)
    expect(err).toMatch(/\n {2}\S.*[.?] \[[a-z.-]+\]\n$/)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).not.toMatch(/\bat .*\.js:\d+/)
  })

  test('a folder, and a file that is not there', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'orders'))
      const { code, err } = await navicert(folder, ['check', 'orders', 'none.yaml'])
      expect(code).toBe(1)
      expect(err).toMatch(/^orders\n/m)
      expect(err).toMatch(/^none\.yaml\n/m)
    })
  })

  test('a certificate that cannot be written: no answer is printed as if it were kept', async () => {
    await inFolder(async (folder) => {
      const file = join(EXAMPLES, 'fpga-to-china.yaml')
      const line = ['check', file, '--certificate', 'none/order.cert', '--data', 'data']
      const { code, out, err } = await navicert(folder, line)
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/none\/order\.cert\n.*cannot be written/)
    })
  })

  test('a batch whose output cannot be written', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'in.jsonl'), '{}\n')
      for (const out of ['none/out.jsonl', '.']) {
        const { code, err } = await navicert(folder, ['check', '--batch', 'in.jsonl', '--out', out])
        expect(code).toBe(1)
        expect(err).toMatch(/cannot be written/)
      }
      expect(readdirSync(folder)).toEqual(['in.jsonl'])
    })
  })

  test.skipIf(process.getuid?.() === 0)('a data folder that may not be written to', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'closed'))
      chmodSync(join(folder, 'closed'), 0o500)
      const file = join(EXAMPLES, 'fpga-to-china.yaml')
      const line = ['check', file, '--certificate', 'order.cert', '--data', 'closed/data']
      const { code, err } = await navicert(folder, line)
      expect(code).toBe(1)
      expect(err).toMatch(/key\.not-made/)
    })
  })
})

describe('a command line that is wrong', () => {
  test.each([
    [['chek', 'order.yaml'], /Did you mean check/],
    [['check'], /Usage: navicert check/],
    [['check', 'a.yaml', '--as-of', 'yesterday'], /YYYY-MM-DD/],
    [['check', 'a.yaml', '--explian'], /Did you mean --explain/],
    [['check', 'a.yaml', '--batch', 'b.jsonl'], /options\.contradict/],
    [['check', 'a.yaml', 'b.yaml', '--certificate', 'c'], /options\.contradict/],
    [['check', 'a.yaml', '--out', 'c'], /options\.contradict/],
    [['check', 'a.yaml', '--list', 'nothing'], /us-csl:/],
    [['gold', 'a', '--min-agreed', '101'], /0 to 100/],
    [['screen', ''], /screen\.no-name/],
    [['screen', 'A', '--id', 'x'], /kind=value/],
    [['lists', 'import', 'nowhere', 'a.csv'], /list\.unknown-source/],
    [['law', 'diff', '1', '2'], /law\.nothing-to-compare/],
    [['law', 'compare', '9Z999'], /law\.unknown-entry/],
    [['law', 'lint', '--law', 'none'], /law\.no-folder/],
    [['bench', 'nothing'], /bench\.unknown/],
    [['verify', 'none.cert'], /file\.missing/],
  ] as const)('%j', async (line, message) => {
    await inFolder(async (folder) => {
      const { code, out, err } = await navicert(folder, line)
      expect(err).toMatch(message)
      expect([code, out]).toEqual([1, ''])
      expect(readdirSync(folder)).toEqual([])
    })
  })
})
