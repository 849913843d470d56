import { unwrap } from '../kernel/index.ts'
import { compareParties, parsePair } from '../screening/index.ts'
import { runBatch } from './batch.ts'
import { withExamples } from './options.ts'
import type { CommandAdder } from './session.ts'

interface CompareOptions {
  readonly batch: string
  readonly out?: string
}

/** Labelled pairs of parties in, one score each out: one engine and one threshold for everything. */
export const addScreenCompare: CommandAdder = (screen, session, finish) => {
  const command = screen
    .command('compare')
    .description(
      'Scores pairs of parties: {id, query, candidate} to {id, score, match, nameScore}.',
    )
    .requiredOption('--batch <in>', 'pairs, JSON lines (.gz too)')
    .option('--out <out>', 'where the scores go (default: standard output)')
  withExamples(command, 'screen compare --batch pairs.jsonl.gz --out scores.jsonl')
  command.action(async ({ batch: input, out: output = '-' }: CompareOptions) => {
    finish(
      await runBatch({ input, output, what: 'pairs', answer: scorePair }, session.surroundings),
    )
  })
}

function scorePair(value: unknown): string {
  const { id, query, candidate } = unwrap(parsePair(value))
  const { score, match, nameScore } = compareParties(query, candidate)
  return JSON.stringify({ id, score, match, nameScore })
}
