/**
 * A row of RFC 4180. A cell that a spreadsheet would take for a formula is kept a text by an apostrophe:
 * ids and names come from whoever wrote the order (CWE-1236).
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const BYTE_ORDER_MARK = '\ufeff'

/** A whole table as bytes. CSV begins with a byte order mark, by which Excel knows UTF-8; in Excel every cell is a text. */
export async function writeTable(
  rows: readonly (readonly string[])[],
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(BYTE_ORDER_MARK + rows.map(csvLine).join(''), 'utf8')
  const cells = rows.map((row) => row.map((value) => ({ value, type: String })))
  // Few ask for a workbook: nobody else waits for its writer to be read.
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile(cells).toBuffer()
}
