import { fail, type Result } from '../kernel/index.ts'
import { readCsv } from './read-csv.ts'
import { isZip, readWorkbook } from './read-workbook.ts'
import type { Table } from './table.ts'
import { decodeText, type Encoding } from './text-encoding.ts'

/**
 * Reads a table from the bytes of a CSV or Excel file: what it is is told by its content, not its name.
 * @param mostUnpacked what a workbook may unfold to, in bytes
 */
export async function readTable(
  bytes: Uint8Array,
  encoding?: Encoding,
  mostUnpacked?: number,
): Promise<Result<Table>> {
  if (isZip(bytes)) return readWorkbook(bytes, mostUnpacked)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return fail({
      code: 'table.old-workbook',
      detail: 'This is a workbook in the old format of Excel (.xls), or one with a password.',
      remedy: 'Save it as .xlsx without a password, or as "CSV UTF-8".',
    })
  }
  const text = decodeText(bytes, encoding)
  return text.ok ? readCsv(text.value) : text
}
