import { crc32, createInflateRaw } from 'node:zlib'
import { ProblemError } from '../kernel/index.ts'

/**
 * The part of the ZIP format (PKWARE APPNOTE) that workbooks use: entries stored or deflated, found
 * by the directory at the end of the file. What an entry unpacks to is bounded whatever its header
 * claims, and its checksum is held.
 */
export interface Zip {
  readonly names: readonly string[]
  /** Text of an entry, unpacked as it is read. @throws ProblemError where it is missing or damaged */
  text(name: string): AsyncGenerator<string>
}

interface Entry {
  readonly method: number
  readonly isEncrypted: boolean
  readonly checksum: number
  readonly packed: number
  readonly offset: number
}

/** The largest sheet of an official workbook is a fiftieth of it. */
const MAX_UNPACKED = 256 * 1024 * 1024
const MAX_ENTRIES = 10_000
const STORED = 0
const DEFLATED = 8

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

export function openZip(bytes: Uint8Array, file: string, maxUnpacked = MAX_UNPACKED): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(view, file)
  return {
    names: [...entries.keys()],
    async *text(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw damaged(file, `it has no part ${name}`)
      if (entry.isEncrypted) throw damaged(file, `its part ${name} is encrypted`)
      const decoder = new TextDecoder('utf-8', { fatal: true })
      let sum = 0
      let size = 0
      try {
        for await (const chunk of unpacked(packedBytes(view, entry, file), entry.method)) {
          size += chunk.length
          if (size > maxUnpacked) {
            throw damaged(file, `its part ${name} unpacks to more than ${maxUnpacked} bytes`)
          }
          sum = crc32(chunk, sum)
          yield decoder.decode(chunk, { stream: true })
        }
        yield decoder.decode()
      } catch (error) {
        if (error instanceof ProblemError) throw error
        throw damaged(file, `its part ${name} cannot be unpacked to text`)
      }
      if (sum !== entry.checksum) throw damaged(file, `the checksum of its part ${name} is wrong`)
    },
  }
}

/** The directory: its end is within the last 64 KiB, behind a comment of free length. */
function entriesOf(view: DataView, file: string): ReadonlyMap<string, Entry> {
  const end = endOfDirectory(view)
  if (end === undefined) throw damaged(file, 'the directory at its end is missing')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MAX_ENTRIES) throw damaged(file, `it has more than ${MAX_ENTRIES} parts`)
  const entries = new Map<string, Entry>()
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) {
      throw damaged(file, 'its directory is broken')
    }
    const [nameLength, extra, comment] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    ) as [number, number, number]
    if (at + 46 + nameLength > view.byteLength) throw damaged(file, 'its directory is broken')
    const name = Buffer.from(view.buffer, view.byteOffset + at + 46, nameLength).toString('utf8')
    entries.set(name, {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return undefined
}

/** The entry's own header repeats the lengths of its name and extra field, and they may differ. */
function packedBytes(view: DataView, { offset, packed }: Entry, file: string): Buffer {
  const isHeader = offset + 30 <= view.byteLength && view.getUint32(offset, true) === 0x04034b50
  if (!isHeader) throw damaged(file, 'a part of it is missing')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > view.byteLength) throw damaged(file, 'a part of it is cut off')
  return Buffer.from(view.buffer, view.byteOffset + start, packed)
}

async function* unpacked(bytes: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === STORED) {
    yield bytes
    return
  }
  if (method !== DEFLATED) throw new Error('a method of packing that is not known')
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  inflate.end(bytes)
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } finally {
    inflate.destroy()
  }
}

function damaged(file: string, what: string): ProblemError {
  return new ProblemError({
    code: 'list.unreadable',
    detail: `The workbook cannot be read: ${what}.`,
    where: { file },
    remedy: 'Download it again; a file that breaks off is not complete.',
  })
}
