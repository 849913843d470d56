import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXAMPLES, inFolder, LIST, navicert } from './navicert.ts'

interface Answer {
  readonly verdict: string
  readonly parties: readonly { readonly screening: { readonly state: string } }[]
  readonly jurisdictions: readonly {
    readonly jurisdiction: string
    readonly licence: { readonly required: { readonly asWritten: unknown } }
    readonly items: readonly { readonly entries: readonly { code: string; truth: string }[] }[]
  }[]
}

async function answer(name: string, ...options: readonly string[]): Promise<Answer> {
  const file = join(EXAMPLES, `${name}.yaml`)
  const { out } = await inFolder((folder) =>
    navicert(folder, ['check', file, '--json', ...options]),
  )
  return JSON.parse(out) as Answer
}

function codes({ jurisdictions }: Answer, wanted: string): readonly string[] {
  return jurisdictions
    .filter(({ jurisdiction }) => jurisdiction === wanted)
    .flatMap(({ items }) => items)
    .flatMap(({ entries }) => entries.filter(({ truth }) => truth === 'true'))
    .map(({ code }) => code)
}

function required({ jurisdictions }: Answer, wanted: string): unknown {
  return jurisdictions.find(({ jurisdiction }) => jurisdiction === wanted)?.licence.required
    .asWritten
}

const SCREENED: Readonly<Record<string, string>> = {
  'a800-2023-10-01': 'undetermined',
  'a800-2024-01-15': 'licence-required',
  'accelerator-to-singapore': 'licence-required',
  'battery-cell': 'clear-with-conditions',
  'fpga-to-china': 'licence-required',
  'fpga-to-switzerland': 'clear-with-conditions',
  'letter-of-credit': 'licence-required',
  'machine-of-three-countries': 'licence-required',
  'quantum-34-qubits-to-india': 'licence-required',
  'scanner-nl-cn-2024-08': 'undetermined',
  'scanner-nl-cn-2024-10': 'licence-required',
}

describe('the examples', () => {
  test('are all told of here', () => {
    const files = readdirSync(EXAMPLES).filter((name) => name.endsWith('.yaml'))
    expect(files.map((name) => name.replace('.yaml', ''))).toEqual(Object.keys(SCREENED))
  })

  test.each(Object.entries(SCREENED))('%s, screened: %s', async (name, verdict) => {
    expect((await answer(name, '--list', LIST)).verdict).toBe(verdict)
  })

  test('without any list nobody is screened, and nothing is clear', async () => {
    for (const name of ['battery-cell', 'fpga-to-switzerland']) {
      const unscreened = await answer(name)
      expect(unscreened.verdict).toBe('undetermined')
      expect(new Set(unscreened.parties.map(({ screening }) => screening.state))).toEqual(
        new Set(['not-screened']),
      )
    }
  })

  test('an accelerator card is on the list for the chip in it', async () => {
    expect(codes(await answer('accelerator-to-singapore'), 'US')).toContain('4A090.a')
  })

  test('the slowed chip is caught by the text of 2023 and not by that of 2022', async () => {
    expect(codes(await answer('a800-2023-10-01'), 'US')).not.toContain('3A090')
    expect(codes(await answer('a800-2024-01-15'), 'US')).toContain('3A090.a.1')
  })

  test('the scanner is caught by the Dutch measure from September 2024', async () => {
    expect(required(await answer('scanner-nl-cn-2024-08'), 'NL')).toBe(false)
    expect(required(await answer('scanner-nl-cn-2024-10'), 'NL')).toBe(true)
  })

  test('34 qubits at an error of exactly 1e-4 are inside', async () => {
    expect(codes(await answer('quantum-34-qubits-to-india'), 'US')).toEqual(['4A906.a'])
  })

  test('one chip needs a licence to China and none to Switzerland', async () => {
    const [china, switzerland] = [
      await answer('fpga-to-china', '--list', LIST),
      await answer('fpga-to-switzerland', '--list', LIST),
    ]
    expect([codes(china, 'US'), codes(switzerland, 'US')]).toEqual([['3A001.a.7'], ['3A001.a.7']])
    expect([required(china, 'US'), required(switzerland, 'US')]).toEqual([true, false])
  })

  test('a day asked for is the day whose law applies', async () => {
    const later = await answer('a800-2023-10-01', '--as-of', '2024-01-15')
    expect(codes(later, 'US')).toContain('3A090.a.1')
  })
})

describe('the answer for a person', () => {
  test('gives the verdict first, and its own word for every part', async () => {
    await inFolder(async (folder) => {
      const file = join(EXAMPLES, 'accelerator-to-singapore.yaml')
      const { code, out, err } = await navicert(folder, ['check', file])
      expect(code).toBe(2)
      expect(err).toBe('')
      expect(out).toMatch(/^LICENCE REQUIRED {2}accelerator-to-singapore/)
      for (const part of [
        'tpp: 15832 TOPS*bit',
        'US:742.6(a)(6)(iii)(A)',
        'Review policy: presumption of denial',
        'NOT SCREENED',
        'Missing, most decisive first',
        'Assumed',
        'What would change it',
        'What to do next',
        'law of 2026-06-02',
        'not legal advice',
      ])
        expect(out).toContain(part)
    })
  })

  test('keeps to 100 columns, without colour off a terminal', async () => {
    await inFolder(async (folder) => {
      for (const name of Object.keys(SCREENED)) {
        const { out } = await navicert(folder, [
          'check',
          join(EXAMPLES, `${name}.yaml`),
          '--explain',
        ])
        expect(out).not.toContain('\u001b')
        const long = out.split('\n').filter((line) => line.length > 100)
        expect(long).toEqual([])
      }
    })
  })

  test('is the same bytes every time', async () => {
    await inFolder(async (folder) => {
      const file = join(EXAMPLES, 'fpga-to-china.yaml')
      const [once, again] = await Promise.all([
        navicert(folder, ['check', file, '--json', '--list', LIST]),
        navicert(folder, ['check', file, '--json', '--list', LIST]),
      ])
      expect(once.out).toBe(again.out)
    })
  })

  test('shows the reasons down to the facts when asked', async () => {
    await inFolder(async (folder) => {
      const file = join(EXAMPLES, 'fpga-to-china.yaml')
      const { out } = await navicert(folder, ['check', file, '--explain', '--list', LIST])
      expect(out).toMatch(/✓ max_single_ended_io: 832; asked: > 700/)
    })
  })

  test('exits 0 where it is clear with conditions', async () => {
    await inFolder(async (folder) => {
      const file = join(EXAMPLES, 'battery-cell.yaml')
      const { code, out } = await navicert(folder, ['check', file, '--list', LIST])
      expect([code, out.split('  ')[0]]).toEqual([0, 'CLEAR WITH CONDITIONS'])
    })
  })
})
