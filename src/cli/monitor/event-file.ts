import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Problem, ProblemError } from '../../kernel/index.ts'
import {
  appendedText,
  type EventLog,
  type MonitoringEvent,
  readEventLog,
} from '../../screening/index.ts'

export function eventFileOf(dataFolder: string): string {
  return join(dataFolder, 'monitoring', 'events.jsonl')
}

/** The log as it stands, whatever its state. */
export function readEventFile(file: string): EventLog {
  return readEventLog(existsSync(file) ? readFileSync(file, 'utf8') : '')
}

/** @throws ProblemError where the log cannot be relied on */
export function readSoundEventFile(file: string): EventLog {
  const log = readEventFile(file)
  if (log.broken !== undefined) throw new ProblemError(inFile(log.broken, file))
  return log
}

export function inFile(problem: Problem, file: string): Problem {
  return { ...problem, where: { ...problem.where, file } }
}

/**
 * Reads the log, has the events made, and appends them: one process at a time, for two that append to
 * the same line would fork the chain. Nothing that stands in the file is ever written again.
 *
 * @throws ProblemError
 */
export async function appendEvents<T extends { readonly events: readonly MonitoringEvent[] }>(
  file: string,
  make: (log: EventLog) => T | Promise<T>,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true })
  const lock = `${file}.lock`
  takeLock(lock)
  try {
    const log = readSoundEventFile(file)
    const made = await make(log)
    append(file, appendedText(log, made.events))
    return made
  } finally {
    rmSync(lock, { force: true })
  }
}

function append(file: string, text: string): void {
  if (text === '') return
  const opened = openSync(file, 'a')
  try {
    const bytes = Buffer.from(text, 'utf8')
    for (let at = 0; at < bytes.length; ) at += writeSync(opened, bytes, at)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function takeLock(lock: string): void {
  try {
    const opened = openSync(lock, 'wx')
    writeSync(opened, String(process.pid))
    closeSync(opened)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new ProblemError({
      code: 'monitoring.busy',
      detail: 'Another run is writing to the record, or one was stopped while it did.',
      where: { file: lock },
      remedy: `Wait until it is done; where no process ${holderOf(lock)} runs any more, remove that file.`,
    })
  }
}

function holderOf(lock: string): string {
  try {
    return readFileSync(lock, 'utf8')
  } catch {
    return ''
  }
}
