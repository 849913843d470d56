import { type Line, unreadableLine } from '../desk/index.ts'
import { ProblemError, readJson, unwrap } from '../kernel/index.ts'
import { openEngine } from './engine.ts'
import { DONE, type ExitCode, FAILED, NOT_CLEAR } from './exit-code.ts'
import { evaluateRow, type GoldEngine, type RowResult } from './gold/evaluate-row.ts'
import { parseGoldRow } from './gold/gold-row.ts'
import { printTable, summarise } from './gold/summary.ts'
import { readLines } from './input/read-lines.ts'
import { type JsonOption, type LawOption, percent, withExamples, withLaw } from './options.ts'
import { printProblems } from './output/print-problems.ts'
import { printable } from './output/printable.ts'
import type { CommandAdder, Session } from './session.ts'

interface GoldOptions extends LawOption, JsonOption {
  readonly minAgreed?: number
}

export const addGold: CommandAdder = (program, session, finish) => {
  const command = program
    .command('gold')
    .description('Holds the answers against labelled cases (JSON lines); counts every difference.')
    .argument('<file...>', 'files of cases, a case a line')
    .option('--min-agreed <percent>', 'fail below this share of agreed rows', percent)
  withExamples(withLaw(command), 'gold cases.jsonl', 'gold cases.jsonl --min-agreed 95')
  command.action(async (files: readonly string[], options: GoldOptions) => {
    finish(await gold(files, options, session))
  })
}

async function gold(
  files: readonly string[],
  options: GoldOptions,
  session: Session,
): Promise<ExitCode> {
  const engine = openEngine(options, session.surroundings)
  const results: RowResult[] = []
  let problems = 0
  for (const file of files) {
    for await (const lines of readLines(file, session.surroundings)) {
      for (const line of lines) {
        const result = evaluateLine(line, file, engine, session)
        if (result === undefined) problems += 1
        else results.push(result)
      }
    }
  }
  const summary = summarise(results, problems)
  session.print(...results.flatMap(differenceLines), '', ...printTable(summary), '')
  session.print(JSON.stringify(summary))
  if (problems > 0) return FAILED
  return summary.falseClear > 0 || summary.agreedPercent < (options.minAgreed ?? 0)
    ? NOT_CLEAR
    : DONE
}

function evaluateLine(
  line: Line,
  file: string,
  engine: GoldEngine,
  { surroundings }: Session,
): RowResult | undefined {
  try {
    if (!('text' in line)) throw unreadableLine(line)
    return evaluateRow(unwrap(parseGoldRow(unwrap(readJson(line.text)))), engine)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    surroundings.stderr.write(
      printProblems(
        error.problems.map((one) => ({ ...one, where: { ...one.where, file, line: line.number } })),
      ),
    )
    return undefined
  }
}

/** A line for everything that is not as expected. */
function differenceLines({ id, findings, notUnderstood }: RowResult): readonly string[] {
  const doubt = notUnderstood.length === 0 ? '' : ` (not understood: ${notUnderstood.join('; ')})`
  return findings
    .filter(({ outcome }) => outcome !== 'agreed')
    .map(({ outcome, of, expected, answered }) =>
      printable(`${id}  ${outcome}  ${of}: expected ${expected}, answered ${answered}${doubt}`),
    )
}
