import type { SourceFile } from './source-file.ts'
import type { XmlElement } from './xml-element.ts'
import { childrenNamed, elementsAt } from './xml-element.ts'
import { readXmlRecords } from './xml-records.ts'
import { openZip, type Zip } from './zip.ts'

/** A row of the workbook (of its first sheet, where it is Office Open XML); cells that are empty at its end are left out. */
export interface SheetRow {
  /** 1-based, as the workbook counts. */
  readonly line: number
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  readonly text: string
  /** Whether the workbook holds a number there: a year, or a day as count of days. */
  readonly isNumber: boolean
}

/** Wider than any official list; what repeats beyond is formatting. */
const MAX_COLUMNS = 512
const EMPTY: SheetCell = { text: '', isNumber: false }
const REMEDY = 'Give the workbook as downloaded.'

/** Rows of an OpenDocument or Office Open XML workbook, told apart by their parts. */
export async function* readSheetRows(file: SourceFile): AsyncGenerator<SheetRow> {
  const zip = openZip(await file.bytes(), file.name)
  yield* zip.names.includes('content.xml') ? odsRows(zip, file.name) : xlsxRows(zip, file.name)
}

/** Days since 1899-12-30, as workbooks count them. */
export function dayOfSerial(serial: number): string | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return undefined
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}

const ODS_ROW = new Set(['table-row'])

async function* odsRows(zip: Zip, file: string): AsyncGenerator<SheetRow> {
  const reading = { records: ODS_ROW, file, remedy: REMEDY }
  let line = 0
  for await (const row of readXmlRecords(zip.text('content.xml'), reading)) {
    if (row.name !== 'table-row') continue
    line += 1
    const cells: SheetCell[] = []
    for (const cell of row.children) {
      const read = odsCell(cell)
      const repeated = Number(cell.attributes['table:number-columns-repeated'] ?? 1)
      const wanted = Math.min(repeated, MAX_COLUMNS - cells.length)
      for (let times = 0; times < wanted; times += 1) cells.push(read)
    }
    yield { line, cells: withoutEmptyEnd(cells) }
    line += Number(row.attributes['table:number-rows-repeated'] ?? 1) - 1
  }
}

function odsCell(cell: XmlElement): SheetCell {
  const text = childrenNamed(cell, 'p').map(wholeText).join('\n').trim()
  return { text, isNumber: cell.attributes['office:value-type'] === 'float' }
}

function wholeText(element: XmlElement): string {
  return element.text + element.children.map(wholeText).join('')
}

const XLSX_ROW = new Set(['row'])
const XLSX_SHARED = new Set(['si'])

async function* xlsxRows(zip: Zip, file: string): AsyncGenerator<SheetRow> {
  const shared = await sharedTexts(zip, file)
  const reading = { records: XLSX_ROW, file, remedy: REMEDY }
  let line = 0
  for await (const row of readXmlRecords(zip.text(await firstSheet(zip, file)), reading)) {
    if (row.name !== 'row') continue
    line = Number(row.attributes.r ?? line + 1)
    const cells: SheetCell[] = []
    for (const cell of childrenNamed(row, 'c')) {
      const column = columnOf(cell.attributes.r) ?? cells.length
      if (column >= MAX_COLUMNS) continue
      while (cells.length < column) cells.push(EMPTY)
      cells[column] = xlsxCell(cell, shared)
    }
    yield { line, cells: withoutEmptyEnd(cells) }
  }
}

function xlsxCell(cell: XmlElement, shared: readonly string[]): SheetCell {
  const value = childrenNamed(cell, 'v')[0]?.text ?? ''
  switch (cell.attributes.t) {
    case 's':
      return { text: shared[Number(value)] ?? '', isNumber: false }
    case 'inlineStr':
      return { text: elementsAt(cell, 'is').map(richText).join(''), isNumber: false }
    case undefined:
    case 'n':
      return { text: value, isNumber: value !== '' }
    default:
      return { text: value, isNumber: false }
  }
}

/** Texts that cells point at by number. */
async function sharedTexts(zip: Zip, file: string): Promise<readonly string[]> {
  if (!zip.names.includes('xl/sharedStrings.xml')) return []
  const texts: string[] = []
  const reading = { records: XLSX_SHARED, file, remedy: REMEDY }
  for await (const item of readXmlRecords(zip.text('xl/sharedStrings.xml'), reading)) {
    if (item.name === 'si') texts.push(richText(item))
  }
  return texts
}

/** Plain text or runs of formatted text; the reading aid of Japanese text (`rPh`) is left out. */
function richText(item: XmlElement): string {
  return item.children
    .map((child) => {
      if (child.name === 't') return child.text
      return child.name === 'r' ? richText(child) : ''
    })
    .join('')
}

async function firstSheet(zip: Zip, file: string): Promise<string> {
  const usual = 'xl/worksheets/sheet1.xml'
  const parts = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']
  if (!parts.every((part) => zip.names.includes(part))) return usual
  const sheets = await all(zip.text('xl/workbook.xml'), new Set(['sheet']), file)
  const id = sheets[0]?.attributes['r:id']
  const links = await all(zip.text('xl/_rels/workbook.xml.rels'), new Set(['Relationship']), file)
  const target = links.find(({ attributes }) => attributes.Id === id)?.attributes.Target
  return target === undefined ? usual : `xl/${target.replace(/^\/?(?:xl\/)?/, '')}`
}

async function all(
  chunks: AsyncIterable<string>,
  records: ReadonlySet<string>,
  file: string,
): Promise<readonly XmlElement[]> {
  const found: XmlElement[] = []
  for await (const element of readXmlRecords(chunks, { records, file, remedy: REMEDY })) {
    if (records.has(element.name)) found.push(element)
  }
  return found
}

/** `A1` is column 0, `AB7` is column 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function withoutEmptyEnd(cells: readonly SheetCell[]): readonly SheetCell[] {
  const last = cells.findLastIndex(({ text }) => text !== '')
  return cells.slice(0, last + 1)
}
