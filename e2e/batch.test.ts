import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inFolder, LIST, navicert } from './navicert.ts'

function order(id: string, to = 'CH'): string {
  return JSON.stringify({
    id,
    date: '2026-06-02',
    kind: 'export',
    route: { from: 'US', to },
    items: [
      {
        id: 'chip',
        kind: 'ic.fpga',
        origin: 'US',
        characteristics: { max_single_ended_io: 832, serdes_one_way_peak_Gbps: 1e2 },
      },
    ],
    parties: [{ role: 'end-user', name: 'Aarebogen AG', country: to, headquarters: to }],
  })
}

interface Line {
  readonly id: string | null
  readonly verdict?: string
  readonly problem?: { readonly code: string; readonly where: { readonly line: number } }
}

function linesOf(text: string): readonly Line[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

test('a batch answers each line in its place; a bad line with its problem', async () => {
  await inFolder(async (folder) => {
    const lines = [
      order('one', 'CN'),
      '{"id":"two"',
      order('three').replace('ic.fpga', 'ic.none'),
      '',
      order('four', 'CN'),
      '{"id":"five","items":[]}',
    ]
    writeFileSync(join(folder, 'in.jsonl'), lines.join('\n'))
    const line = ['check', '--batch', 'in.jsonl', '--out', 'out.jsonl', '--summary', 'sum.csv']
    const { code, out, err } = await navicert(folder, [...line, '--list', LIST])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^5 transactions in/)
    const answers = linesOf(readFileSync(join(folder, 'out.jsonl'), 'utf8'))
    expect(answers.map(({ id }) => id)).toEqual(['one', null, 'three', 'four', 'five'])
    expect(answers.map(({ problem }) => problem?.where.line)).toEqual([
      undefined,
      2,
      3,
      undefined,
      6,
    ])
    expect([answers[0]?.verdict, answers[3]?.verdict]).toEqual([
      'licence-required',
      'licence-required',
    ])
    const summary = readFileSync(join(folder, 'sum.csv'), 'utf8').trimEnd().split('\r\n')
    expect(summary).toHaveLength(6)
    expect(summary[1]).toMatch(/^one,licence-required,2026-06-02/)
    expect(readdirSync(folder).toSorted()).toEqual(['in.jsonl', 'out.jsonl', 'sum.csv'])
  })
})

test('a batch answers as a single check does, packed or not, and exits 0 whatever the verdicts', async () => {
  await inFolder(async (folder) => {
    const ids = Array.from({ length: 300 }, (_, at) => `order-${at}`)
    writeFileSync(
      join(folder, 'in.jsonl.gz'),
      gzipSync(ids.map((id) => order(id, 'CN')).join('\n')),
    )
    writeFileSync(join(folder, 'one.json'), order('order-7', 'CN'))
    const line = ['check', '--batch', 'in.jsonl.gz', '--out', 'out.jsonl.gz', '--list', LIST]
    expect((await navicert(folder, line)).code).toBe(0)
    const text = gunzipSync(readFileSync(join(folder, 'out.jsonl.gz'))).toString()
    expect(linesOf(text).map(({ id }) => id)).toEqual(ids)
    const single = await navicert(folder, ['check', 'one.json', '--json', '--list', LIST])
    expect(linesOf(text)[7]).toEqual(JSON.parse(single.out))
  })
})

test('without screening a batch is quick, and nothing in it is clear', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'in.jsonl'), `${order('one')}\n`)
    const { code, out } = await navicert(folder, ['check', '--batch', 'in.jsonl', '--no-screening'])
    expect(code).toBe(0)
    expect(linesOf(out)[0]?.verdict).toBe('undetermined')
  })
})

test('items are classified line by line', async () => {
  await inFolder(async (folder) => {
    const item = { kind: 'ic.fpga', characteristics: { max_single_ended_io: 832 } }
    const lines = [
      { id: 'a', item, asOf: '2026-06-01' },
      { id: 'b', item: { kind: 'ic.none' } },
      { id: 'c', item: { ...item, characteristics: { max_single_ended_io: 700 } } },
    ]
    writeFileSync(join(folder, 'in.jsonl'), lines.map((one) => JSON.stringify(one)).join('\n'))
    const line = ['classify', '--batch', 'in.jsonl', '--as-of', '2026-06-01']
    const { code, out } = await navicert(folder, line)
    expect(code).toBe(1)
    const answers = linesOf(out) as unknown as readonly {
      readonly id: string
      readonly byJurisdiction?: Readonly<Record<string, readonly { code: string; truth: string }[]>>
      readonly problem?: unknown
    }[]
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(answers[0]?.byJurisdiction?.US?.[0]).toMatchObject({
      code: '3A001.a.7',
      truth: 'true',
      margins: [{ percent: expect.stringContaining('1') as string }],
    })
    expect(answers[1]?.problem).toMatchObject({ where: { line: 2, path: 'kind' } })
  })
})
