import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from './command.fixture.ts'
import { inFolder } from './surroundings.fixture.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const LIST = `us-csl:${join(ROOT, 'examples/lists/fictional-screening-list.csv')}@2026-06-01`
const GRAPH = join(ROOT, 'examples/ownership/two-quarters.yaml')
const BODS = join(ROOT, 'examples/ownership/chain.bods.json')

function ownership(
  file: string,
  ...options: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return inFolder((folder) =>
    runCommand(['ownership', file, '--list', LIST, '--as-of', '2026-06-01', ...options], {
      workingDirectory: folder,
      columns: 400,
    }),
  )
}

describe('a graph of owners', () => {
  test('two listed owners with a quarter each reach half, by paths that are told', async () => {
    const { code, out } = await ownership(GRAPH, '--of', 'dune')
    expect(code).toBe(2)
    expect(out).toContain('OWNED, NO RULE IN EFFECT  Duneside Photonics Pte. Ltd.')
    expect(out).toContain('50 % held by listed parties together; the rule asks for 50 % or more.')
    expect(out).toContain('In effect: false. It is suspended from 2025-11-10 to 2026-11-09.')
    expect(out).toContain('Path: Halcyon Lattice Semiconductor Co., Ltd. –25 %→ Duneside')
    expect(out).toContain('[15 CFR 744.11(a)(1); 744 Supp. 8; 90 FR 47201')
  })

  test('shows a minority stake and a seat on the board as red flags only', async () => {
    const { code, out } = await ownership(GRAPH, '--of', 'Tealwater Bearings AG')
    expect(out).toContain('CLEAR  Tealwater Bearings AG')
    expect(out).toContain('! Halcyon Lattice Semiconductor Co., Ltd., 20 %: A listed party')
    expect(out).toContain('control without ownership (a seat on the board)')
    expect(code).toBe(0)
  })

  test('a chain under a blocked person is owned, and a share nobody stated is missing', async () => {
    const { code, out } = await ownership(BODS)
    expect(code).toBe(2)
    expect(out).toMatch(/OWNED {2}Saltmarsh Robotics GmbH/)
    expect(out).toContain(
      'Path: Orsolya Tavarin –50 %→ Fenwick Reach Holdings Ltd –50 to 75 %→ Saltmarsh Robotics GmbH',
    )
    expect(out).toMatch(/UNDETERMINED {2}Larkspur Gearworks/)
    expect(out).toContain('Missing: the share of Orsolya Tavarin in Larkspur Gearworks s.r.o.')
  })

  test('answers as JSON with shares as exact decimals', async () => {
    const { out } = await ownership(GRAPH, '--of', 'quarry', '--json')
    const { parties } = JSON.parse(out)
    expect(parties).toHaveLength(1)
    const finding = parties[0].findings.find(
      ({ rule }: { rule: string }) => rule === 'US:744.11(a)(1)-50%',
    )
    expect(finding).toMatchObject({ owned: 'true', share: { least: '0.6', most: '0.75' } })
    expect(parties[0].verdict).toBe('owned, no rule in effect')
  })

  test('without lists nothing is clear', async () => {
    const { code, out } = await inFolder((folder) =>
      runCommand(['ownership', GRAPH, '--of', 'ines'], { workingDirectory: folder }),
    )
    expect(code).toBe(2)
    expect(out).toContain('UNDETERMINED')
  })

  test('a party that is not there is refused with those that are', async () => {
    const { code, err } = await ownership(GRAPH, '--of', 'nobody')
    expect(code).toBe(1)
    expect(err).toContain('[ownership.unknown-party]')
    expect(err).toContain('(halcyon)')
  })

  test('a misspelt key is told at its line', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'g.yaml'), 'parties:\n  - {name: A, contry: DE}\n')
      const { code, err } = await runCommand(['ownership', 'g.yaml'], { workingDirectory: folder })
      expect(code).toBe(1)
      expect(err).toMatch(/g\.yaml:2:\d+.*\n.*contry/)
    })
  })
})
