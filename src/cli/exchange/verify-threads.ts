import { Worker } from 'node:worker_threads'
import type { SignaturesFound } from '../../exchange/index.ts'

export interface ThreadSetup {
  readonly folder: string
}

/** Entries of a log that one thread looks at in one go. */
export interface ThreadPart {
  readonly member: string
  readonly from: number
  readonly to: number
}

/** A whole number of tiles, so that no two threads read one file. */
const PART = 256 * 16

/** All signatures of these logs, verified by so many threads; each asks for the next part when it has done one. */
export async function verifyInThreads(
  folder: string,
  logs: readonly { readonly member: string; readonly size: number }[],
  threads: number,
): Promise<ReadonlyMap<string, SignaturesFound>> {
  const parts = partsOf(logs)
  const found = new Map<string, SignaturesFound>()
  const work = async () => {
    const worker = new Worker(new URL('./verify-thread.js', import.meta.url), {
      workerData: { folder } satisfies ThreadSetup,
    })
    try {
      for (let next = parts.next(); next.done !== true; next = parts.next()) {
        const part = next.value
        add(found, part.member, await ask(worker, part))
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: threads }, work))
  return found
}

function* partsOf(
  logs: readonly { readonly member: string; readonly size: number }[],
): Generator<ThreadPart> {
  for (const { member, size } of logs) {
    for (let from = 0; from < size; from += PART) {
      yield { member, from, to: Math.min(size, from + PART) }
    }
  }
}

function ask(worker: Worker, part: ThreadPart): Promise<SignaturesFound> {
  return new Promise((done, failed) => {
    worker.once('error', failed)
    worker.once('message', (answer: SignaturesFound) => {
      worker.off('error', failed)
      done(answer)
    })
    worker.postMessage(part)
  })
}

function add(
  found: Map<string, SignaturesFound>,
  member: string,
  { entries, signatures, wrong }: SignaturesFound,
): void {
  const before = found.get(member) ?? { entries: 0, signatures: 0, wrong: [] }
  found.set(member, {
    entries: before.entries + entries,
    signatures: before.signatures + signatures,
    wrong: [...before.wrong, ...wrong].sort((one, other) => one - other).slice(0, 20),
  })
}
