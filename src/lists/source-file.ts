import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Digest, ProblemError } from '../kernel/index.ts'

/** Bounds on what a file may unpack to; the largest official list is a fifth of it. */
const MAX_BYTES = 512 * 1024 * 1024
/** The same for a workbook, which is held in memory while packed; the largest is a fiftieth of it. */
const MAX_WHOLE_BYTES = 64 * 1024 * 1024

/**
 * A file as its publisher gives it, read once from front to back as UTF-8 text, unpacked where it is
 * gzip (told by its first bytes, not its name).
 */
export interface SourceFile {
  readonly path: string
  /** The name alone, for messages. */
  readonly name: string
  chunks(): AsyncGenerator<string>
  /** The first unpacked bytes, by which formats of one list are told apart; read beside the rest. */
  beginning(length: number): Promise<Uint8Array>
  /** The whole file, for formats that are read from their end. */
  bytes(): Promise<Uint8Array>
  /** Digest of the unpacked bytes; known once all was read. */
  digest(): Digest
}

export function openSourceFile(path: string): SourceFile {
  const hash = createHash('sha256')
  const name = basename(path)
  return {
    path,
    name,
    async *chunks() {
      const decoder = new TextDecoder('utf-8', { fatal: true })
      let size = 0
      try {
        for await (const chunk of unpacked(path)) {
          size += chunk.length
          if (size > MAX_BYTES) throw tooLarge(name, MAX_BYTES)
          hash.update(chunk)
          yield decoder.decode(chunk, { stream: true })
        }
        yield decoder.decode()
      } catch (error) {
        throw refusal(error, name)
      }
    },
    beginning: (length) => beginningOf(path, name, length),
    async bytes() {
      const chunks: Buffer[] = []
      let size = 0
      try {
        for await (const chunk of unpacked(path)) {
          size += chunk.length
          if (size > MAX_WHOLE_BYTES) throw tooLarge(name, MAX_WHOLE_BYTES)
          hash.update(chunk)
          chunks.push(chunk)
        }
      } catch (error) {
        throw refusal(error, name)
      }
      return Buffer.concat(chunks)
    },
    digest: () => `sha256:${hash.digest('hex')}` as Digest,
  }
}

async function beginningOf(path: string, name: string, length: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of unpacked(path)) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= length) break
    }
  } catch (error) {
    throw refusal(error, name)
  }
  return Buffer.concat(chunks).subarray(0, length)
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(path)
  try {
    const bytes = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    const first = await bytes.next()
    if (first.done === true) return
    const all = (async function* rest() {
      yield first.value
      for (let next = await bytes.next(); next.done !== true; next = await bytes.next()) {
        yield next.value
      }
    })()
    const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b
    yield* isGzip ? unzip(all) : all
  } finally {
    stream.destroy()
  }
}

async function* unzip(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(bytes)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const chunk of source.pipe(gunzip)) yield chunk as Buffer
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

function tooLarge(file: string, bound: number): ProblemError {
  return new ProblemError({
    code: 'list.too-large',
    detail: `The file unpacks to more than ${bound / 1024 / 1024} MiB.`,
    where: { file },
    remedy: 'No official list is that large; check that it is the right file.',
  })
}

/** What the operating system, zlib and the decoder say, in our words. */
function refusal(error: unknown, file: string): unknown {
  const code = (error as { readonly code?: unknown }).code
  if (code === 'ENOENT') {
    return new ProblemError({
      code: 'list.no-file',
      detail: 'There is no such file.',
      where: { file },
      remedy: 'Check the path.',
    })
  }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new ProblemError({
      code: 'list.not-text',
      detail: 'The file is not UTF-8 text.',
      where: { file },
      remedy: 'Give the official file as downloaded, or save it as UTF-8.',
    })
  }
  if (
    typeof code === 'string' &&
    (code.startsWith('Z_') || code === 'EACCES' || code === 'EISDIR')
  ) {
    return new ProblemError({
      code: 'list.unreadable',
      detail: `The file cannot be read (${code}).`,
      where: { file },
      remedy: 'Download it again; a packed file that breaks off is not complete.',
    })
  }
  return error
}
