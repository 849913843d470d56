import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXAMPLES, inFolder, navicert, navicertAlone, ROOT } from './navicert.ts'

const SHARED = process.env.NAVICERT_SHARED ?? resolve(ROOT, '../shared')
const LISTS = join(EXAMPLES, 'lists/fictional-screening-list.csv')

describe('help', () => {
  const commands = [
    'check',
    'classify',
    'find',
    'screen',
    'screen compare',
    'lists import',
    'lists status',
    'law test',
    'law lint',
    'law coverage',
    'law diff',
    'law compare',
    'law gaps',
    'law status',
    'gold',
    'verify',
    'bench',
  ]
  test.each(commands)('navicert %s --help shows how it is used, with examples', async (command) => {
    await inFolder(async (folder) => {
      const { code, out } = await navicert(folder, [...command.split(' '), '--help'])
      expect(code).toBe(0)
      expect(out).toMatch(new RegExp(`^Usage: navicert ${command}`))
      expect(out).toMatch(new RegExp(`\\$ navicert ${command}`))
    })
  })

  test('tells the exit codes, and the version alone when asked; started by a shell as within a test', async () => {
    await inFolder(async (folder) => {
      for (const line of [['--help'], ['--version'], ['check', 'nothing.yaml'], ['screen', 'A']])
        expect(await navicertAlone(folder, line)).toEqual(await navicert(folder, line))
      expect((await navicert(folder, ['--help'])).out).toContain('Exit codes: 0 done')
      expect((await navicert(folder, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    })
  })
})

describe('party lists', () => {
  test('are imported once, told of, and screened against', async () => {
    await inFolder(async (folder) => {
      const line = ['lists', 'import', 'us-csl', LISTS, '--published', '2026-06-01', '--json']
      const report = JSON.parse((await navicert(folder, line)).out) as { already: boolean }
      expect(report).toMatchObject({ snapshot: 'us-csl 2026-06-01', rejected: 0, already: false })
      const again = JSON.parse((await navicert(folder, line)).out) as { already: boolean }
      expect(again.already).toBe(true)
      const status = await navicert(folder, ['lists', 'status', '--as-of', '2026-06-03'])
      expect(status.out).toMatch(/us-csl +fresh/)

      const hit = await navicert(folder, [
        'screen',
        'lattice HALCYON semiconductor',
        '--as-of',
        '2026-06-03',
      ])
      expect(hit.code).toBe(2)
      expect(hit.out).toMatch(/^HIT/)
      expect(hit.out).toContain('Presumption of denial')
      const clear = await navicert(folder, ['screen', 'Fjordsykkel AS', '--as-of', '2026-06-03'])
      expect([clear.code, clear.out.slice(0, 6)]).toEqual([0, 'NO HIT'])
      const stale = await navicert(folder, ['screen', 'Fjordsykkel AS', '--as-of', '2026-09-03'])
      expect(stale.code).toBe(2)
      expect(existsSync(join(folder, '.navicert/lists'))).toBe(true)
    })
  })

  test('missing are no clearance', async () => {
    await inFolder(async (folder) => {
      const { code, out } = await navicert(folder, ['screen', 'Fjordsykkel AS'])
      expect(code).toBe(2)
      expect(out).toMatch(/^NOT SCREENED/)
    })
  })

  test('are screened against in a batch', async () => {
    await inFolder(async (folder) => {
      const lines = [
        '{"id":1,"name":"Halcyon Lattice"}',
        '{"id":2}',
        '{"id":3,"name":"Fjordsykkel"}',
      ]
      writeFileSync(join(folder, 'in.jsonl'), lines.join('\n'))
      const list = `us-csl:${LISTS}@2026-06-01`
      const line = ['screen', '--batch', 'in.jsonl', '--list', list, '--as-of', '2026-06-02']
      const { code, out } = await navicert(folder, line)
      expect(code).toBe(1)
      const answers = out
        .trimEnd()
        .split('\n')
        .map((text) => JSON.parse(text) as object)
      expect(answers).toMatchObject([
        { id: 1, state: 'hit' },
        { id: 2, problem: { where: { line: 2 } } },
        { id: 3, state: 'clear', hits: [] },
      ])
    })
  })

  test('give the same answers in the same order from several threads as from one', async () => {
    await inFolder(async (folder) => {
      const names = ['Halcyon Lattice', 'Fjordsykkel', 'Tavarin', 'Nimbus Etch']
      const lines = Array.from({ length: 900 }, (_, at) =>
        at % 100 === 50 ? '{"id":0}' : JSON.stringify({ id: at, name: names[at % 4] ?? '' }),
      )
      writeFileSync(join(folder, 'in.jsonl'), lines.join('\n'))
      const list = `us-csl:${LISTS}@2026-06-01`
      const line = ['screen', '--batch', 'in.jsonl', '--list', list, '--as-of', '2026-06-02']
      const [one, three] = [
        await navicert(folder, [...line, '--threads', '1']),
        await navicert(folder, [...line, '--threads', '3']),
      ]
      expect([one.code, three.code]).toEqual([1, 1])
      expect(three.out).toBe(one.out)
      expect(three.out.trimEnd().split('\n')).toHaveLength(900)
      expect(three.err).toMatch(/900 parties in/)
    })
  })

  test('pairs are scored in order, and a pair without a candidate is answered with a problem', async () => {
    await inFolder(async (folder) => {
      const pairs = [
        { id: 'a', query: { name: 'Nimbus Etch' }, candidate: { name: 'NIMBUS ETCH' } },
        { id: 'b', query: { name: 'Nimbus Etch' }, candidate: null },
        { id: 'c', query: { name: 'Nimbus Etch' }, candidate: { name: 'Fjordsykkel' } },
      ]
      writeFileSync(join(folder, 'in.jsonl'), pairs.map((pair) => JSON.stringify(pair)).join('\n'))
      const line = ['screen', 'compare', '--batch', 'in.jsonl', '--out', 'out.jsonl']
      expect((await navicert(folder, line)).code).toBe(1)
      const answers = readFileSync(join(folder, 'out.jsonl'), 'utf8').trimEnd().split('\n')
      expect(answers.map((text) => JSON.parse(text) as object)).toMatchObject([
        { id: 'a', match: true, score: expect.any(Number) as number },
        { id: 'b', problem: { code: 'pair.no-candidate' } },
        { id: 'c', match: false, nameScore: expect.any(Number) as number },
      ])
    })
  })
})

describe('an item', () => {
  test('is classified from a transaction, a wrapped item, or alone from standard input', async () => {
    await inFolder(async (folder) => {
      const item =
        '{kind: quantum.computer, characteristics: {gate_model: true, qubits_physical: 34}}'
      const alone = await navicert(folder, ['classify', '-', '--as-of', '2026-06-01'], item)
      expect(alone.code).toBe(0)
      expect(alone.out).toMatch(/US: not decided/)
      expect(alone.out).toMatch(/Questions, most decisive first[\s\S]*cnot_error/)
      const wrapped = await navicert(
        folder,
        ['classify', '-', '--json'],
        `{id: q, item: ${item}, asOf: 2026-06-01}`,
      )
      expect(JSON.parse(wrapped.out)).toMatchObject({ id: 'q', asOf: '2026-06-01' })
      const file = join(EXAMPLES, 'accelerator-to-singapore.yaml')
      const deal = await navicert(folder, ['classify', file])
      expect(deal.out).toContain('Contained in accelerator-card')
      expect(deal.out).toMatch(/tpp 15832.*3\.2983|criterion >= 4800/)
    })
  })

  test('is found by words, as a hint', async () => {
    await inFolder(async (folder) => {
      const words = await navicert(folder, ['find', 'quantum', 'computer', 'qubits'])
      expect(words.out).toMatch(/US:4A906/)
      expect(words.out).toContain('Hints by words only')
      const code = await navicert(folder, ['find', '3A090', '--in', 'us', '--json'])
      const { entries } = JSON.parse(code.out) as { readonly entries: readonly { entry: string }[] }
      expect(entries.length).toBeGreaterThan(1)
      expect(entries.every(({ entry }) => entry.startsWith('US:'))).toBe(true)
      const kinds = await navicert(folder, ['find', 'milling', 'machine'])
      expect(kinds.out).toMatch(/^kind: mt\.milling {2}Milling machine or machining centre\.$/m)
      const nothing = await navicert(folder, ['find', 'zzzqqq'])
      expect(nothing.out).toContain('says nothing about control')
    })
  })
})

describe('the law', () => {
  test('holds its own cases, of which the check runs all', async () => {
    await inFolder(async (folder) => {
      const cases = await navicert(folder, ['law', 'test', '--only', 'quantum'])
      expect(cases.out).toMatch(/^([1-9]\d*) of \1 cases hold\.\n$/)
      expect(cases.code).toBe(0)
    })
  })

  test('tells what fails in a folder of one’s own, by file and case', async () => {
    await inFolder(async (folder) => {
      const { cpSync } = await import('node:fs')
      cpSync(join(ROOT, 'law'), join(folder, 'law'), { recursive: true })
      writeFileSync(
        join(folder, 'law/us/cases/mine.yaml'),
        `cases:
  - id: mine-one
    what: A case that does not hold
    asOf: 2026-03-01
    item: {kind: ic.fpga, characteristics: {max_single_ended_io: 832}}
    expect: {entries: {US: [5A002]}}
    source: invented
`,
      )
      const { code, out } = await navicert(folder, [
        'law',
        'test',
        '--law',
        'law',
        '--only',
        'mine',
      ])
      expect(code).toBe(2)
      expect(out).toContain('us/cases/mine.yaml: mine-one')
      expect(out).toContain('US:5A002 should be met, and is not met')
      expect(out).toContain('US:3A001.a.7 is met, and the case does not name it')
      expect(out).toMatch(/0 of 1 cases hold/)
    })
  })

  test('says what it covers, in which edition', async () => {
    await inFolder(async (folder) => {
      const coverage = await navicert(folder, ['law', 'coverage', 'us', '--as-of', '2026-06-01'])
      expect(coverage.out).toMatch(/US United States/)
      expect(coverage.out).toMatch(/quantum\.computer since/)
      expect(coverage.out).not.toMatch(/^EU /m)
      const status = await navicert(folder, ['law', 'status', '--json'])
      expect(JSON.parse(status.out)).toMatchObject({ digest: expect.stringMatching(/^sha256:/) })
    })
  })

  test('shows what changed between two days, who else lists a thing, and who does not', async () => {
    await inFolder(async (folder) => {
      const diff = await navicert(folder, ['law', 'diff', '2024-08-01', '2024-10-01', '--in', 'NL'])
      expect(diff.out).toMatch(/entry NL:3B001/)
      const same = await navicert(folder, ['law', 'diff', join(ROOT, 'law'), join(ROOT, 'law')])
      expect(same.out).toBe('Nothing encoded differs.\n')
      const compare = await navicert(folder, [
        'law',
        'compare',
        'US:4A906.a',
        '--as-of',
        '2026-06-01',
      ])
      expect(compare.out).toMatch(/^US:4A906\.a/m)
      expect(compare.out).toMatch(/qubits_physical/)
      const gaps = await navicert(folder, ['law', 'gaps', '--as-of', '2026-06-01', '--json'])
      expect((JSON.parse(gaps.out) as readonly unknown[]).length).toBeGreaterThan(0)
    })
  })
})

describe('labelled cases', () => {
  const row = (id: string, io: number, classification: string | null): string =>
    JSON.stringify({
      id,
      asOf: '2026-01-15',
      item: { parameters: { kind: 'ic.fpga', max_single_ended_io: io } },
      expected: { jurisdiction: 'US', classification },
      source: 'invented',
    })

  test('that agree exit 0, and the last line is the summary', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'gold.jsonl'), row('X-1', 832, '3A001.a.7'))
      const { code, out } = await navicert(folder, ['gold', 'gold.jsonl', '--min-agreed', '100'])
      expect(code).toBe(0)
      expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
        rows: 1,
        agreed: 1,
        falseClear: 0,
        families: { X: { agreed: 1 } },
      })
    })
  })

  test('that do not agree are told of line by line; too few of them exit 2', async () => {
    await inFolder(async (folder) => {
      writeFileSync(
        join(folder, 'gold.jsonl'),
        `${row('X-1', 832, '5A002.a')}\n${row('X-2', 832, '3A001.a.7')}`,
      )
      const line = ['gold', 'gold.jsonl']
      const told = await navicert(folder, line)
      expect(told.code).toBe(0)
      expect(told.out).toMatch(
        /^X-1 {2}differed {2}US classification: expected 5A002\.a, answered 3A001\.a\.7/m,
      )
      expect((await navicert(folder, [...line, '--min-agreed', '60'])).code).toBe(2)
    })
  })

  test('that cannot be read exit 1', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'gold.jsonl'), '{"id":"X-1"}\nnot json\n')
      const { code, err } = await navicert(folder, ['gold', 'gold.jsonl'])
      expect(code).toBe(1)
      expect(err).toMatch(/gold\.jsonl:1/)
      expect(err).toMatch(/gold\.jsonl:2/)
    })
  })

  const gold = join(SHARED, 'cases/controls/gold.jsonl')
  test.skipIf(!existsSync(gold))('at hand agree to 95 percent, without a false clear', async () => {
    await inFolder(async (folder) => {
      const { code, out } = await navicert(folder, ['gold', gold, '--min-agreed', '95'])
      expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
        falseClear: 0,
        problems: 0,
      })
      expect(code).toBe(0)
    })
  })
})
