import { inflateSync } from 'node:zlib'
import { assert } from '../kernel/index.ts'

const WOFF = 0x774f4646
const HEADER = 44
const ROW = 20

interface Table {
  readonly tag: string
  readonly checksum: number
  /** Unpacked when asked for: to know what a font covers, one table is enough. */
  readonly bytes: () => Buffer
}

/** A font file as its tables: OpenType as it is, or packed as WOFF 1.0 (W3C, 2012). */
export function fontTables(file: Uint8Array): readonly Table[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  return bytes.readUInt32BE(0) === WOFF ? packedTables(bytes) : plainTables(bytes)
}

function packedTables(file: Buffer): readonly Table[] {
  return Array.from({ length: file.readUInt16BE(12) }, (_, at) => {
    const row = HEADER + ROW * at
    const start = file.readUInt32BE(row + 4)
    const stored = file.subarray(start, start + file.readUInt32BE(row + 8))
    const length = file.readUInt32BE(row + 12)
    return {
      tag: file.toString('latin1', row, row + 4),
      checksum: file.readUInt32BE(row + 16),
      // A table that packing would not make smaller is stored as it is.
      bytes: () => (stored.length < length ? inflateSync(stored) : stored),
    }
  })
}

function plainTables(file: Buffer): readonly Table[] {
  return Array.from({ length: file.readUInt16BE(4) }, (_, at) => {
    const row = 12 + 16 * at
    const start = file.readUInt32BE(row + 8)
    const bytes = file.subarray(start, start + file.readUInt32BE(row + 12))
    return {
      tag: file.toString('latin1', row, row + 4),
      checksum: file.readUInt32BE(row + 4),
      bytes: () => bytes,
    }
  })
}

/** The font as plain OpenType. */
export function openTypeOf(file: Uint8Array): Buffer {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.readUInt32BE(0) !== WOFF) return bytes
  const tables = packedTables(bytes)
  const head = Buffer.alloc(12 + 16 * tables.length)
  head.writeUInt32BE(bytes.readUInt32BE(4), 0)
  writeSearch(head, tables.length)
  const parts: Buffer[] = [head]
  let place = head.length
  for (const [at, table] of tables.entries()) {
    const content = table.bytes()
    const row = 12 + 16 * at
    head.write(table.tag, row, 'latin1')
    head.writeUInt32BE(table.checksum, row + 4)
    head.writeUInt32BE(place, row + 8)
    head.writeUInt32BE(content.length, row + 12)
    const filling = Buffer.alloc((4 - (content.length % 4)) % 4)
    parts.push(content, filling)
    place += content.length + filling.length
  }
  return Buffer.concat(parts)
}

/** The three numbers of the table directory that speed up a search (OpenType, table directory). */
function writeSearch(head: Buffer, count: number): void {
  assert(count > 0, 'a font has tables')
  const power = Math.floor(Math.log2(count))
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(16 << power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(16 * count - (16 << power), 10)
}
