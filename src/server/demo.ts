import { fileURLToPath } from 'node:url'
import { daysAfter, type LegalDate } from '../kernel/index.ts'
import { importList } from '../lists/index.ts'

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
