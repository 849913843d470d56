import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP file of these parts; `stored` leaves them unpacked. */
export function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  stored = false,
): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    local.push(Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'),
      fields,
      tail,
      Buffer.from(name),
    )
    offset += 4 + fields.length + Buffer.byteLength(name) + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, listing, end])
}

/** A cell: a text, or a number as the workbook keeps it. */
export type CellValue = string | number

/** An Office Open XML workbook of one sheet; texts are shared, as spreadsheets write them. */
export function xlsxOf(rows: readonly (readonly CellValue[])[]): Buffer {
  const shared: string[] = []
  const cell = (value: CellValue, row: number, column: number): string => {
    const reference = `${String.fromCharCode(65 + column)}${row + 1}`
    if (value === '') return ''
    if (typeof value === 'number') return `<c r="${reference}" s="5"><v>${value}</v></c>`
    shared.push(value)
    return `<c r="${reference}" t="s"><v>${shared.length - 1}</v></c>`
  }
  const sheet = rows
    .map((cells, row) => {
      const printed = cells.map((value, column) => cell(value, row, column)).join('')
      return `<row r="${row + 1}">${printed}</row>`
    })
    .join('')
  return zipOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/first.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si>${richText(text)}</si>`).join('')}</sst>`,
    'xl/worksheets/first.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  })
}

/** Half of a long text formatted, and a reading aid that belongs to no value. */
function richText(text: string): string {
  if (text.length < 12) return `<t>${escaped(text)}</t>`
  return `<r><t>${escaped(text.slice(0, 6))}</t></r><r><rPr/><t>${escaped(text.slice(6))}</t></r><rPh><t>よみ</t></rPh>`
}

/** An OpenDocument workbook of one sheet, each row filled to 16,384 columns. */
export function odsOf(rows: readonly (readonly string[])[]): Buffer {
  const printed = rows.map(
    (cells) =>
      `<table:table-row>${cells.map((text) => `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`).join('')}<table:table-cell table:number-columns-repeated="16376"/></table:table-row>`,
  )
  const empty =
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table>${printed.join('')}${empty}</table:table></office:spreadsheet></office:body></office:document-content>`,
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

export const AU_ROWS: readonly (readonly CellValue[])[] = [
  [
    'Reference',
    'Name of Individual or Entity',
    'Type',
    'Name Type',
    'Date of Birth',
    'Place of Birth',
    'Citizenship',
    'Address',
    'Additional Information',
    'Listing Information',
    'Committees',
    'Control Date',
  ],
  [
    '12a',
    'Аркадий Ломен',
    'Individual',
    'Original Script',
    'a) 19/03/1967; b) Approximately 1955- 1958',
    'Moscow',
    'Russian and Ukrainian',
    'NA',
    'Fictional',
    'Listed on 2 September 2014',
    'Autonomous (Russia)',
    41988,
  ],
  [
    12,
    'Arkadi LOMEN',
    'Individual ',
    'Primary Name ',
    24550,
    'Moscow',
    'Russian and Ukrainian',
    'a) 1 Quay Road, Moscow b) 2 Peak Road, Donetsk',
    'Fictional',
    'Listed on 2 Sep. 2014',
    'Autonomous (Russia)',
    41988,
  ],
  [
    13,
    'Greywater Shipping',
    'Entity',
    'Primary Name',
    1954,
    '',
    '',
    '',
    'IMO Number: 5342883.',
    '',
    'DPRK',
  ],
  ['x', 'No Number', 'Entity', 'aka'],
]
