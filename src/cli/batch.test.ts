import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Problem, ProblemError } from '../kernel/index.ts'
import { type Batch, runBatch } from './batch.ts'
import { inFolder, type TestSurroundings, testSurroundings } from './surroundings.fixture.ts'

const INPUT = [
  '{"id":"a","value":1}',
  'not json',
  '{"id":7,"value":"bad"}',
  '["no id"]',
  '{"id":"z","value":2}',
].join('\n')

function double(value: unknown): string {
  const { id, value: number } = value as { id: string; value: unknown }
  if (typeof number !== 'number')
    throw new ProblemError({ code: 'test.bad', detail: 'No number.', where: { path: 'value' } })
  return JSON.stringify({ id, double: number * 2 })
}

async function batch(
  changes: Partial<Batch>,
  surroundings: TestSurroundings,
): Promise<number | string> {
  const job = { input: 'in.jsonl', output: 'out.jsonl', what: 'values', answer: double, ...changes }
  try {
    return await runBatch(job, surroundings)
  } catch (error) {
    return error instanceof ProblemError ? (error.problems[0]?.code ?? '') : String(error)
  }
}

describe('a batch', () => {
  test('answers every line in order, bad ones with their problem and their line', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'in.jsonl'), INPUT)
      const refused: [unknown, Problem][] = []
      const surroundings = testSurroundings({ workingDirectory: folder })
      const note = (id: unknown, problem: Problem): void => {
        refused.push([id, problem])
      }
      expect(await batch({ refused: note }, surroundings)).toBe(1)
      const lines = readFileSync(join(folder, 'out.jsonl'), 'utf8').trimEnd().split('\n')
      expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
        { id: 'a', double: 2 },
        { id: null, problem: { code: 'input.not-json', where: { line: 2 } } },
        { id: 7, problem: { code: 'test.bad', where: { line: 3, path: 'value' } } },
        { id: null, problem: { code: 'test.bad', where: { line: 4 } } },
        { id: 'z', double: 4 },
      ])
      expect(refused.map(([id]) => id)).toEqual([null, 7, null])
      expect(surroundings.written.err).toMatch(/5 values in/)
    })
  })

  test('exits 0 when every line was answered', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'in.jsonl'), '{"id":"a","value":1}\n')
      expect(await batch({}, testSurroundings({ workingDirectory: folder }))).toBe(0)
    })
  })

  test('goes to standard output when asked', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'in.jsonl'), '{"id":"a","value":1}\n')
      const surroundings = testSurroundings({ workingDirectory: folder })
      await batch({ output: '-' }, surroundings)
      expect(surroundings.written.out).toBe('{"id":"a","double":2}\n')
    })
  })

  test('keeps nothing when its input is missing', async () => {
    await inFolder(async (folder) => {
      expect(await batch({}, testSurroundings({ workingDirectory: folder }))).toBe('file.missing')
      expect(readdirSync(folder)).toEqual([])
    })
  })

  test('computes nothing when its output cannot be written', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'in.jsonl'), INPUT)
      let asked = 0
      const answer = (): string => {
        asked += 1
        return ''
      }
      const surroundings = testSurroundings({ workingDirectory: folder })
      expect(await batch({ output: 'none/out.jsonl', answer }, surroundings)).toBe(
        'file.unwritable',
      )
      expect(asked).toBe(0)
    })
  })

  test('keeps nothing when it is interrupted', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'in.jsonl'), INPUT)
      const interruption = new AbortController()
      const answer = (): string => {
        interruption.abort()
        return '{}'
      }
      const { signal: interrupted } = interruption
      const surroundings = testSurroundings({ workingDirectory: folder, interrupted })
      expect(await batch({ answer }, surroundings)).toBe('batch.interrupted')
      expect(existsSync(join(folder, 'out.jsonl'))).toBe(false)
      expect(readdirSync(folder)).toEqual(['in.jsonl'])
    })
  })

  test('keeps nothing when the program has a bug, and says so', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'in.jsonl'), '{}\n')
      const answer = (): string => {
        throw new Error('a bug')
      }
      const surroundings = testSurroundings({ workingDirectory: folder })
      expect(await batch({ answer }, surroundings)).toBe('Error: a bug')
      expect(readdirSync(folder)).toEqual(['in.jsonl'])
    })
  })

  test('tells every while how far it is, in place on a terminal', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'in.jsonl'), '{"id":"a","value":1}\n'.repeat(3))
      const surroundings = testSurroundings({ workingDirectory: folder, liveProgress: true })
      await batch({}, surroundings)
      expect(surroundings.written.err).toContain('\r3 values in')
    })
  })
})
