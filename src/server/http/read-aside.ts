import type { Worker } from 'node:worker_threads'
import { type Encoding, readTable, type Table } from '../../catalogue/index.ts'
import type { Result } from '../../kernel/index.ts'
import { Aside } from './aside.ts'
import { Refusal } from './refusal.ts'

export interface TableToRead {
  readonly bytes: Uint8Array
  readonly encoding: Encoding | undefined
  readonly mostUnpacked: number
}

/** A table of fewer bytes is read before a thread for it would have started. */
const FEW = 32 * 1024

const TABLES = new Aside<TableToRead, Result<Table>>({
  thread: new URL('./table-thread.js', import.meta.url),
  mostAtOnce: 4,
  mostMegabytes: 1024,
  tooMany,
  tooLarge,
})

/** Reads a table; a long one in a thread of its own, so that it holds up nobody else. @throws Refusal */
export async function readAside(
  table: TableToRead,
  start?: (table: TableToRead) => Worker,
): Promise<Result<Table>> {
  const { bytes, encoding, mostUnpacked } = table
  const isHere = start === undefined && !TABLES.isThere
  if (bytes.length < FEW || isHere) return await readTable(bytes, encoding, mostUnpacked)
  return await TABLES.ask(table, start)
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
