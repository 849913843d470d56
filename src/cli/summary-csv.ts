import { csvLine } from '../catalogue/index.ts'
import type { Determination } from '../determination/index.ts'
import type { Problem } from '../kernel/index.ts'
import { openWholeFile } from './output/whole-file.ts'
import type { Surroundings } from './surroundings.ts'

/** A batch for a spreadsheet: a line a transaction, in order. */
export interface Summary {
  /** Asks for the objects of an answer only where there is a summary. */
  answered(answer: () => Determination): void
  refused(id: unknown, problem: Problem): void
  /** Hands what is gathered to the disk. */
  flush(): Promise<void>
  finish(): Promise<void>
  discard(): void
}

const HEAD = [
  'id',
  'verdict',
  'asOf',
  'because',
  'jurisdictions',
  'openRedFlags',
  'missing',
  'digest',
  'problem',
]

/** Does nothing where no file is named. @throws ProblemError where it cannot be made */
export function openSummary(file: string | undefined, surroundings: Surroundings): Summary {
  if (file === undefined) {
    const nothing = (): Promise<void> => Promise.resolve()
    return {
      answered: () => {},
      refused: () => {},
      flush: nothing,
      finish: nothing,
      discard: () => {},
    }
  }
  const whole = openWholeFile(file, surroundings)
  let piece = csvLine(HEAD)
  const flush = async (): Promise<void> => {
    const text = piece
    piece = ''
    await whole.write(text)
  }
  return {
    answered: (answer) => {
      piece += csvLine(cellsOf(answer()))
    },
    refused: (id, { code, detail, where }) => {
      const line = where?.line === undefined ? '' : `line ${where.line}: `
      piece += csvLine([String(id ?? ''), '', '', '', '', '', '', '', `${line}${detail} [${code}]`])
    },
    flush,
    async finish() {
      await flush()
      await whole.finish()
    },
    discard: () => whole.discard(),
  }
}

function cellsOf(answer: Determination): readonly string[] {
  return [
    answer.id ?? '',
    answer.verdict,
    answer.asOf,
    answer.because[0] ?? '',
    answer.jurisdictions
      .map(({ jurisdiction, verdict }) => `${jurisdiction}: ${verdict}`)
      .join('; '),
    String(answer.redFlags.filter(({ state }) => state === 'open').length),
    answer.missing
      .map(({ fact, of }) => `${fact} of ${of}`)
      .slice(0, 5)
      .join('; '),
    answer.digest,
    '',
  ]
}
