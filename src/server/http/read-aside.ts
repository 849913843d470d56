import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Encoding, readTable, type Table } from '../../catalogue/index.ts'
import type { Result } from '../../kernel/index.ts'
import { Refusal } from './refusal.ts'

export interface TableToRead {
  readonly bytes: Uint8Array
  readonly encoding: Encoding | undefined
  readonly mostUnpacked: number
}

/** A table of fewer bytes is read before a thread for it would have started. */
const FEW = 32 * 1024
/** Each takes a core and some hundred MB: who comes while so many are read is told to come later. */
const MOST_AT_ONCE = 4
const MOST_MEGABYTES = 1024
/** There is none where the program runs from its source. */
const THREAD = new URL('./table-thread.js', import.meta.url)

let reading = 0

/** Reads a table; a long one in a thread of its own, so that it holds up nobody else. @throws Refusal */
export async function readAside(
  table: TableToRead,
  start: (table: TableToRead) => Worker = startThread,
): Promise<Result<Table>> {
  const { bytes, encoding, mostUnpacked } = table
  const isHere = start === startThread && !existsSync(fileURLToPath(THREAD))
  if (bytes.length < FEW || isHere) return await readTable(bytes, encoding, mostUnpacked)
  if (reading >= MOST_AT_ONCE) throw tooMany()
  reading += 1
  try {
    return await answerOf(start(table))
  } finally {
    reading -= 1
  }
}

function answerOf(worker: Worker): Promise<Result<Table>> {
  return new Promise((done, failed) => {
    worker.once('message', done)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error),
    )
    worker.once('exit', () => failed(new Error('the table was not read')))
  })
}

function startThread(table: TableToRead): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES }
  return new Worker(THREAD, { workerData: table, resourceLimits })
}

function tooMany(): Refusal {
  return new Refusal(
    503,
    {
      code: 'table.too-many',
      detail: 'Many tables are being read already.',
      remedy: 'Come again in a few seconds.',
    },
    { 'retry-after': '5' },
  )
}

function tooLarge(): Refusal {
  return new Refusal(413, {
    code: 'table.too-large',
    detail: 'The table holds more than can be read at once.',
    remedy: 'Split it into several files.',
  })
}
