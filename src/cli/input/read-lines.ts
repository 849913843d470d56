import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Line, linesOf } from '../../desk/index.ts'
import { ProblemError } from '../../kernel/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { cannotRead, isGzip } from './read-input.ts'

/** The lines of a file. @throws ProblemError */
export function readLines(
  file: string,
  surroundings: Surroundings,
): AsyncGenerator<readonly Line[]> {
  return linesOf(readChunks(file, surroundings))
}

/** The bytes of a file; `-` is standard input, and what is gzip is unpacked. @throws ProblemError */
export async function* readChunks(
  file: string,
  surroundings: Surroundings,
): AsyncGenerator<Buffer> {
  try {
    yield* unpacked(openBytes(file, surroundings))
  } catch (error) {
    throw new ProblemError(describe(file, error as NodeJS.ErrnoException))
  }
}

function describe(file: string, error: NodeJS.ErrnoException): ReturnType<typeof cannotRead> {
  if (error.code?.startsWith('Z_') !== true) return cannotRead(file, error)
  return {
    code: 'file.not-gzip',
    detail: `The compressed file is damaged (${error.code}).`,
    where: { file },
    remedy: 'Fetch or pack it again.',
  }
}

function openBytes(file: string, surroundings: Surroundings): AsyncIterable<Buffer> {
  return file === '-'
    ? (surroundings.stdin as AsyncIterable<Buffer>)
    : createReadStream(resolve(surroundings.workingDirectory, file), { highWaterMark: 256 * 1024 })
}

/** Looks at the first bytes: the name of a file says nothing certain of what is in it. */
async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done === true) return
  const all = async function* (): AsyncGenerator<Buffer> {
    yield first.value
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
      yield next.value
  }
  yield* isGzip(first.value) ? gunzipped(all()) : all()
}

async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(chunks)
  const gunzip = createGunzip()
  // A pipe does not carry errors on.
  source.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const chunk of source.pipe(gunzip)) yield chunk as Buffer
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}
