import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { daysAfter, type LegalDate } from '../kernel/index.ts'
import { importList } from '../lists/index.ts'
import { createClient } from './client.ts'
import { recheckStart } from './contract/monitoring-operations.ts'
import * as filing from './contract/on-file-operations.ts'

const LIST = fileURLToPath(
  new URL('../../examples/lists/fictional-screening-list.csv', import.meta.url),
)
/** The day before the examples of 2026. */
const BEFORE_EXAMPLES = '2026-06-01' as LegalDate

/**
 * Fills a data folder with what there is to try: the fictional list, as published before the examples
 * and as published today, so that a deal of either day is screened.
 */
export async function fillDemo(dataFolder: string, today: LegalDate): Promise<void> {
  for (const published of [BEFORE_EXAMPLES, daysAfter(today, -1), today]) {
    await importList({ dataFolder, source: 'us-csl', files: [LIST], published, today })
  }
}

const HOUSE = new URL('../../examples/on-file/fictional-house.json', import.meta.url)
const records = z.array(z.looseObject({}))
const house = z.strictObject({
  ...{ item: records, party: records, tool: records, ticket: records, order: records },
})
/** What names others by their numbers comes after them. */
const IN_TURN = [
  ['item', filing.itemList, filing.itemFile],
  ['party', filing.partyList, filing.partyFile],
  ['tool', filing.toolList, filing.toolFile],
  ['ticket', filing.ticketList, filing.ticketFile],
  ['order', filing.orderList, filing.orderFile],
] as const

/**
 * Puts the records of a fictional house on file as any program would, over HTTP, and has them answered. A kind
 * of which anything is or was on file is left as it is.
 */
export async function fileDemo(url: string, token: string): Promise<void> {
  const client = createClient({ url, token })
  const all = house.parse(JSON.parse(readFileSync(HOUSE, 'utf8')))
  let filed = 0
  for (const [kind, list, file] of IN_TURN) {
    const there = await client.call(list, { query: { all: '', limit: '1' } })
    if (there.records.length > 0) continue
    filed += (await client.call(file, { body: { records: all[kind] } } as never)).filed
  }
  if (filed > 0) await client.call(recheckStart, {})
}
