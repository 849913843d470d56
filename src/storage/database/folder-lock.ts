import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ProblemError } from '../../kernel/index.ts'

/** Held while a process has a folder to itself. */
export interface FolderLock {
  release(): void
}

const HOLDER = z.strictObject({
  pid: z.int(),
  /** When that process began, as the system counts: process ids are used again. */
  began: z.string(),
  /** Where process ids mean the same: a container sees its own processes only. */
  space: z.string(),
  token: z.string(),
})
type Holder = z.infer<typeof HOLDER>

const TOUCH_EVERY_MS = 5_000
/** A holder that this process cannot look at counts as gone when it was silent for so long. */
const SILENT_AFTER_MS = 30_000

/**
 * Takes a folder for this process alone. What a process that died left behind is recognised.
 * @throws ProblemError where another process has it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'lock')
  const holder: Holder = { ...thisProcess(), token: randomUUID() }
  const draft = `${file}.${holder.token}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    if (!linked(draft, file)) {
      removeStale(file)
      if (!linked(draft, file)) throw inUse(folder, undefined)
    }
  } finally {
    rmSync(draft)
  }
  const heartbeat = setInterval(() => touch(file), TOUCH_EVERY_MS).unref()
  return {
    release() {
      clearInterval(heartbeat)
      if (readHolder(file)?.token === holder.token) rmSync(file)
    },
  }
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Two processes may find the same stale lock: who moves away a fresh one by that puts it back. */
function removeStale(file: string): void {
  const found = readHolder(file)
  if (found !== undefined && isAlive(found, file)) throw inUse(join(file, '..'), found)
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (readHolder(aside)?.token !== found?.token) linked(aside, file)
  rmSync(aside)
}

function isAlive(holder: Holder, file: string): boolean {
  const { space } = thisProcess()
  if (holder.space !== space) return Date.now() - statSync(file).mtimeMs < SILENT_AFTER_MS
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return beginningOf(holder.pid) === holder.began
}

function readHolder(file: string): Holder | undefined {
  try {
    return HOLDER.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function touch(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // Someone removed it by hand; the next who asks is told by the database's own files.
  }
}

function thisProcess(): Omit<Holder, 'token'> {
  return { pid: process.pid, began: beginningOf(process.pid), space: processSpace() }
}

/** Field 22 of proc_pid_stat(5), behind the name in parentheses; nothing where there is no /proc. */
function beginningOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function processSpace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

function inUse(folder: string, holder: Holder | undefined): ProblemError {
  const who = holder === undefined ? 'Another process' : `The process ${holder.pid}`
  return new ProblemError({
    code: 'store.in-use',
    detail: `${who} has the store open, and a folder serves one process at a time.`,
    where: { file: folder },
    remedy:
      'Stop it, ask it over HTTP, or keep the store in PostgreSQL (DATABASE_URL), which serves many.',
  })
}
