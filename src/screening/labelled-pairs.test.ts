import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { comparePair } from './pair-format.ts'

/** Labelled pairs, which are not in the repository: NAVICERT_SHARED, else ../shared. */
const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = join(process.env.NAVICERT_SHARED ?? join(PROJECT, '../shared'), 'cases/screening')
const isThere = existsSync(FOLDER)
const NAME = `labelled pairs${isThere ? '' : ` (skipped: there is no ${FOLDER})`}`

interface Counts {
  readonly found: number
  readonly missed: number
  readonly false: number
}

interface Pair {
  readonly match: boolean | null
  readonly candidate: unknown
}

function counted(file: string): Counts {
  const text = gunzipSync(readFileSync(join(FOLDER, `${file}.jsonl.gz`))).toString('utf8')
  const pairs = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair)
    .filter((pair) => pair.match !== null && pair.candidate !== null)
  const counts = { found: 0, missed: 0, false: 0 }
  for (const pair of pairs) {
    const answer = comparePair(pair)
    if (!('match' in answer)) throw new Error(answer.problem)
    if (pair.match === true) counts[answer.match ? 'found' : 'missed'] += 1
    else if (answer.match) counts.false += 1
  }
  return counts
}

function f1({ found, missed, false: wrong }: Counts): number {
  return (2 * found) / (2 * found + missed + wrong)
}

describe.skipIf(!isThere)(NAME, { timeout: 60_000 }, () => {
  it('name-bench: F1 of at least .87 on names alone', () => {
    expect(f1(counted('name-bench'))).toBeGreaterThanOrEqual(0.87)
  })

  it('entity-checks: F1 of at least .88', () => {
    expect(f1(counted('entity-checks'))).toBeGreaterThanOrEqual(0.88)
  })

  it('the same parties on several official lists: F1 of at least .985, at most 3 missed', () => {
    const counts = counted('real-crosslist-judgements')
    expect(f1(counts)).toBeGreaterThanOrEqual(0.985)
    expect(counts.missed).toBeLessThanOrEqual(3)
  })

  it('namesakes on one list: at most 35 of 458 confused', () => {
    expect(counted('real-samelist-hard-negatives').false).toBeLessThanOrEqual(35)
  })

  it('UN names with typing errors: at least 99.5 % found, though a birth year contradicts in some', () => {
    const { found, missed } = counted('yente-un-treated')
    expect(found / (found + missed)).toBeGreaterThanOrEqual(0.995)
  })

  it('names in other scripts: at least 96 % found, at most 5 of 1,924 false', () => {
    const counts = counted('real-crossscript')
    expect(counts.false).toBeLessThanOrEqual(5)
    expect(counts.found / (counts.found + counts.missed)).toBeGreaterThanOrEqual(0.96)
  })
})
