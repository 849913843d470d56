import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { notText } from '../../desk/index.ts'
import {
  type Document,
  type Problem,
  ProblemError,
  readDocument,
  unwrap,
} from '../../kernel/index.ts'
import type { Surroundings } from '../surroundings.ts'

/** More than any document; a compressed file that unfolds further is refused before it fills memory. */
const MAX_BYTES = 64 * 1024 * 1024

/** The bytes of a file, unpacked where it is gzip; `-` is standard input. @throws ProblemError */
export async function readInput(file: string, surroundings: Surroundings): Promise<Uint8Array> {
  const bytes = file === '-' ? await readStandardInput(surroundings) : readFile(file, surroundings)
  const unpacked = isGzip(bytes) ? unpack(bytes, file) : bytes
  if (unpacked.length > MAX_BYTES) throw new ProblemError(tooLarge(file))
  return unpacked
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** A YAML or JSON document of a file. @throws ProblemError with the file, the line and a remedy */
export async function readInputDocument(
  file: string,
  surroundings: Surroundings,
): Promise<Document> {
  const text = textOf(await readInput(file, surroundings), file)
  if (text.trim() === '') {
    throw new ProblemError({
      code: 'input.empty',
      detail: 'The file is empty.',
      where: { file },
      remedy: 'Start from one of the files in examples/.',
    })
  }
  return unwrap(readDocument(text, file))
}

/** UTF-8 text, read strictly, without a byte order mark. @throws ProblemError */
export function textOf(bytes: Uint8Array, file: string): string {
  if (!isUtf8(bytes)) throw new ProblemError({ ...notText(), where: { file } })
  return new TextDecoder('utf-8').decode(bytes)
}

function readFile(file: string, { workingDirectory }: Surroundings): Uint8Array {
  try {
    return readFileSync(resolve(workingDirectory, file))
  } catch (error) {
    throw new ProblemError(cannotRead(file, error as NodeJS.ErrnoException))
  }
}

/** What a failed system call says of a file to be read. */
export function cannotRead(file: string, error: NodeJS.ErrnoException): Problem {
  const where = { file }
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'file.missing',
        detail: 'There is no such file.',
        where,
        remedy: 'Check the path; relative paths start from the current folder.',
      }
    case 'EISDIR':
      return {
        code: 'file.is-folder',
        detail: 'This is a folder, where a file is asked.',
        where,
        remedy: 'Name the files inside it one by one.',
      }
    case 'ERR_FS_FILE_TOO_LARGE':
      return tooLarge(file)
    default:
      return {
        code: 'file.unreadable',
        detail: `The file cannot be read (${error.code ?? error.message}).`,
        where,
        remedy: 'Check its permissions.',
      }
  }
}

async function readStandardInput({ stdin }: Surroundings): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_BYTES) throw new ProblemError(tooLarge('-'))
  }
  return Buffer.concat(chunks)
}

function unpack(bytes: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new ProblemError(tooLarge(file))
    throw new ProblemError({
      code: 'file.not-gzip',
      detail: `The compressed file is damaged (${code ?? 'unknown'}).`,
      where: { file },
      remedy: 'Fetch or pack it again.',
    })
  }
}

function tooLarge(file: string): Problem {
  return {
    code: 'input.too-large',
    detail: `The file holds more than ${MAX_BYTES / 1024 / 1024} MB.`,
    where: { file },
    remedy: 'Split it, or send many records as JSON lines with --batch.',
  }
}
