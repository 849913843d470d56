import { fileURLToPath } from 'node:url'
import { createClassifier } from 'navicert/classification'
import { createDeterminer, createTransactionParser, Sheet } from 'navicert/determination'
import { unwrap } from 'navicert/kernel'
import { loadLawFolder, type Rulebook } from 'navicert/rulebook'
import { type Benchmark, round } from './figures.ts'
import { generateFirstTransactions, generateTransactions } from './generate-transactions.ts'

const LAW = fileURLToPath(new URL('../../law', import.meta.url))
const CACHE = fileURLToPath(new URL('../law-cache.json', import.meta.url))
const COUNT = 100_000
const WARM_UP = 2_000

/** So many lines, the same for the same seed. */
type Lines = (count: number, seed: number) => Generator<string>

const trader: Lines = (count, seed) => generateTransactions(count, { catalogue: true }, seed)
const open: Lines = (count, seed) => generateTransactions(count, { catalogue: false }, seed)

/**
 * Generated transactions from JSON line to the bytes of the answer, as a batch runs them, without party screening:
 * 100,000 orders of one trader, a tenth as many without anything in common, and of each a hundredth with
 * explanations; and the lines of the first benchmark. Time is that of the processor, helpers of the collector among it, so that a busy machine
 * gives about the same.
 */
export const benchmark: Benchmark = async (tell) => {
  const started = performance.now()
  const rulebook = loadLawFolder(LAW, { cacheFile: CACHE })
  const loaded = performance.now() - started
  tell(`law loaded in ${Math.round(loaded)} ms`)
  const figures: Record<string, number> = { loadMilliseconds: round(loaded) }
  const measure = (name: string, count: number, drawn: Lines, explain: boolean): void => {
    const microseconds = perTransaction(rulebook, count, drawn, explain)
    figures[`${name}, microseconds each`] = round(microseconds)
    figures[`${name}, a second`] = round(1e6 / microseconds)
    tell(`${name}: ${Math.round(microseconds)} µs each, ${Math.round(1e6 / microseconds)} a second`)
  }
  measure('one trader', COUNT, trader, false)
  measure('nothing in common', COUNT / 10, open, false)
  measure('one trader, with explanations', COUNT / 100, trader, true)
  measure('first benchmark', COUNT, generateFirstTransactions, false)
  return {
    transactions: COUNT,
    ...figures,
    peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

function perTransaction(rulebook: Rulebook, count: number, drawn: Lines, explain: boolean): number {
  const parse = createTransactionParser(rulebook)
  const classifier = createClassifier(rulebook)
  const determiner = createDeterminer({ rulebook, classifier, engineVersion: 'bench' })
  const sheet = new Sheet()
  const answer = (line: string): number => {
    sheet.backTo(0)
    unwrap(determiner.writeTo(sheet, unwrap(parse.line(line)), { explain }))
    return sheet.length
  }
  for (const line of drawn(WARM_UP, 2)) answer(line)
  // Lines are made beforehand, a part at a time, so that neither making nor keeping them is measured.
  const lines = drawn(count, 1)
  let spent = 0
  for (let left = count; left > 0; left -= 1_000) {
    const part = Array.from({ length: Math.min(left, 1_000) }, () => String(lines.next().value))
    const from = process.cpuUsage()
    let length = 0
    for (const line of part) length += answer(line)
    const { user, system } = process.cpuUsage(from)
    if (length === 0) throw new Error('nothing was answered')
    spent += user + system
  }
  return spent / count
}
