import { inflateRawSync } from 'node:zlib'
import { fail, type Problem, type Result } from '../kernel/index.ts'
import { tableOf } from './read-csv.ts'
import type { Table } from './table.ts'

/** What a workbook may unfold to: ten times a long list of items. */
const MAX_UNPACKED = 256 * 1024 * 1024
const LOCAL_HEADER = 0x0403_4b50
const CENTRAL_HEADER = 0x0201_4b50
const END_OF_DIRECTORY = 0x0605_4b50
const STORED = 0
const DEFLATED = 8

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** The first sheet of a workbook of Excel (ECMA-376), its numbers and days as texts. */
export async function readWorkbook(bytes: Uint8Array, most = MAX_UNPACKED): Promise<Result<Table>> {
  const unfit = refusalOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), most)
  if (unfit !== undefined) return fail(unfit)
  try {
    // Few give a workbook: nobody else waits for its reader to be read.
    const { readSheet } = await import('read-excel-file/node')
    // A number is kept as it is stored, for `textOf` to say how it was meant.
    const rows = await readSheet(Buffer.from(bytes), {
      parseNumber: (stored) => new Stored(stored),
    })
    return tableOf(
      (rows as readonly (readonly unknown[])[]).map((cells) => cells.map(textOf)),
      'xlsx',
      false,
    )
  } catch {
    return fail(notAWorkbook())
  }
}

class Stored {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Excel stores 17 digits of a double; what it shows are the fewest that mean the same. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Stored) {
    const number = Number(cell.text)
    return Number.isFinite(number) && Math.abs(number) < 1e15 ? plain(number) : cell.text
  }
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return String(cell)
}

/** Without an exponent. */
function plain(number: number): string {
  const text = String(number)
  return text.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : text
}

/**
 * Unpacks every part once with a bound, for a small file may unfold without end (its own directory may
 * lie about the sizes), and the reader behind this has no bound.
 */
function refusalOf(bytes: Buffer, most: number): Problem | undefined {
  let left = most
  try {
    for (const part of partsOf(bytes)) {
      left -= part.method === STORED ? part.packed.length : unpackedSize(part.packed, left)
      if (left < 0) return tooLarge(most)
    }
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(most)
      : notAWorkbook()
  }
}

function unpackedSize(packed: Buffer, most: number): number {
  return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) }).length
}

interface Part {
  readonly method: number
  readonly packed: Buffer
}

/** The parts that the directory at the end of a ZIP file names (APPNOTE 4.3). @throws RangeError */
function* partsOf(bytes: Buffer): Generator<Part> {
  const end = bytes.lastIndexOf(littleEndian(END_OF_DIRECTORY))
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const method = bytes.readUInt16LE(at + 10)
    const size = bytes.readUInt32LE(at + 20)
    const local = bytes.readUInt32LE(at + 42)
    if (
      bytes.readUInt32LE(at) !== CENTRAL_HEADER ||
      bytes.readUInt32LE(local) !== LOCAL_HEADER ||
      (method !== STORED && method !== DEFLATED)
    )
      throw new RangeError('not the directory of a ZIP file')
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    yield { method, packed: bytes.subarray(start, start + size) }
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

function littleEndian(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

function tooLarge(most: number): Problem {
  return {
    code: 'table.too-large',
    detail: `The workbook unfolds to more than ${most / 1024 / 1024} MB.`,
    remedy: 'Save only the sheet with the table, or save it as CSV.',
  }
}

function notAWorkbook(): Problem {
  return {
    code: 'table.not-a-workbook',
    detail: 'This is no workbook of Excel that can be read.',
    remedy: 'Save it as .xlsx without a password, or as "CSV UTF-8".',
  }
}
