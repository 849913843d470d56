import { once } from 'node:events'
import {
  createWriteStream,
  openSync,
  renameSync,
  rmSync,
  statSync,
  type WriteStream,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { createGzip, type Gzip } from 'node:zlib'
import { type Problem, ProblemError } from '../../kernel/index.ts'
import type { Surroundings } from '../surroundings.ts'

/**
 * A file that appears under its name only when it is whole: what is written goes to a hidden
 * neighbour, which takes the name at the end. On any failure the neighbour goes and the file that
 * was there before stays as it was.
 */
export interface WholeFile {
  write(content: string | Uint8Array): Promise<void>
  /** Puts the file in its place. */
  finish(): Promise<void>
  /** Leaves no trace. */
  discard(): void
}

/** A name that ends in `.gz` is packed. @throws ProblemError where the file cannot be made */
export function openWholeFile(file: string, { workingDirectory }: Surroundings): WholeFile {
  const path = resolve(workingDirectory, file)
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new ProblemError(cannotWrite(file, 'EISDIR'))
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  const stream = openStream(file, neighbour)
  const gzip = path.endsWith('.gz') ? createGzip() : undefined
  gzip?.pipe(stream)
  return writing(file, path, neighbour, stream, gzip)
}

/** Writes a small file as a whole. @throws ProblemError */
export async function writeWholeFile(
  file: string,
  content: string | Uint8Array,
  surroundings: Surroundings,
): Promise<void> {
  const whole = openWholeFile(file, surroundings)
  try {
    await whole.write(content)
    await whole.finish()
  } catch (error) {
    whole.discard()
    throw error
  }
}

function openStream(file: string, neighbour: string): WriteStream {
  try {
    // Opened at once, so that a folder that takes no files is told of before any work is done.
    return createWriteStream(neighbour, { fd: openSync(neighbour, 'w') })
  } catch (error) {
    throw new ProblemError(cannotWrite(file, (error as NodeJS.ErrnoException).code))
  }
}

function writing(
  file: string,
  path: string,
  neighbour: string,
  stream: WriteStream,
  gzip: Gzip | undefined,
): WholeFile {
  let failure: NodeJS.ErrnoException | undefined
  stream.on('error', (error) => {
    failure = error
    gzip?.destroy(error)
  })
  // The same error again; without a listener it would end the process.
  gzip?.on('error', () => undefined)
  const sink = gzip ?? stream
  const checked = (): void => {
    if (failure !== undefined) throw new ProblemError(cannotWrite(file, failure.code))
  }
  return {
    async write(content) {
      checked()
      if (!sink.write(content)) await once(sink, 'drain').catch(() => undefined)
      checked()
    },
    async finish() {
      const closed = once(stream, 'close').catch(() => undefined)
      sink.end()
      await closed
      checked()
      try {
        renameSync(neighbour, path)
      } catch (error) {
        throw new ProblemError(cannotWrite(file, (error as NodeJS.ErrnoException).code))
      }
    },
    discard() {
      stream.destroy()
      rmSync(neighbour, { force: true })
    },
  }
}

/** What a failed system call says of a file to be written. */
export function cannotWrite(file: string, code: string | undefined): Problem {
  const why: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'its folder does not exist',
    EISDIR: 'there is a folder of this name',
    EACCES: 'its folder does not allow it',
    EPERM: 'its folder does not allow it',
    EROFS: 'its disk is read-only',
    ENOSPC: 'its disk is full',
  }
  return {
    code: 'file.unwritable',
    detail: `The file cannot be written: ${why[code ?? ''] ?? code ?? 'unknown'}.`,
    where: { file },
    remedy: 'Name a file in a folder that exists and that you may write to.',
  }
}
