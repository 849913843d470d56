import { fileURLToPath } from 'node:url'
import { createClassifier } from 'navicert/classification'
import { createDeterminer, createTransactionParser } from 'navicert/determination'
import { readJson, unwrap } from 'navicert/kernel'
import { loadLawFolder } from 'navicert/rulebook'
import { type Benchmark, round } from './figures.ts'
import { generateTransactions } from './generate-transactions.ts'

const LAW = fileURLToPath(new URL('../../law', import.meta.url))
const CACHE = fileURLToPath(new URL('../law-cache.json', import.meta.url))
const COUNT = 100_000

/**
 * 100,000 generated transactions on one core, from JSON line to JSON answer, without party screening;
 * with explanations on a tenth of them.
 */
export const benchmark: Benchmark = async (tell) => {
  const started = performance.now()
  const rulebook = loadLawFolder(LAW, { cacheFile: CACHE })
  const parse = createTransactionParser(rulebook)
  const determiner = createDeterminer({
    rulebook,
    classifier: createClassifier(rulebook),
    engineVersion: 'bench',
  })
  const loaded = performance.now() - started
  const lines = [...generateTransactions(COUNT)]
  tell(`law loaded in ${Math.round(loaded)} ms; ${COUNT} transactions generated`)
  const verdicts = new Map<string, number>()
  const run = (explain: boolean, upTo: number): number => {
    const from = performance.now()
    for (let index = 0; index < upTo; index += 1) {
      const transaction = unwrap(parse(unwrap(readJson(lines[index] ?? ''))))
      const answer = unwrap(determiner.determine(transaction, { explain }))
      verdicts.set(
        answer.verdict,
        (verdicts.get(answer.verdict) ?? 0) + JSON.stringify(answer).length,
      )
    }
    return (upTo / (performance.now() - from)) * 1000
  }
  run(false, 2_000)
  const plain = run(false, COUNT)
  tell(`without explanations: ${Math.round(plain)} transactions/s`)
  const explained = run(true, COUNT / 10)
  tell(`with explanations: ${Math.round(explained)} transactions/s`)
  tell(`verdicts seen: ${[...verdicts.keys()].join(', ')}`)
  return {
    transactions: COUNT,
    loadMilliseconds: round(loaded),
    transactionsPerSecond: round(plain),
    explainedPerSecond: round(explained),
    peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}
