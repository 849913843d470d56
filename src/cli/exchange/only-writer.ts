import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Problem, ProblemError } from '../../kernel/index.ts'

/** One writer at a time: two that append at once would show two histories. @throws ProblemError */
export async function asOnlyWriter<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'lock')
  take(lock)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** A lock appears with its holder's number in it, or not at all: one without a number would look abandoned. */
function take(lock: string): void {
  const name = `${process.pid} ${crypto.randomUUID()}`
  while (!appears(lock, name)) {
    const holder = readHolder(lock)
    if (holder === undefined) continue
    if (!isDead(holder)) throw new ProblemError(busy(lock, holder))
    clear(lock, holder)
  }
}

/** Of several that find a dead holder, one alone removes its lock: it must not be another's new one. */
function clear(lock: string, holder: string): void {
  const claim = `${lock}.of-${holder.replaceAll(/[^\w-]/g, '-')}`
  if (!appears(claim, String(process.pid))) throw new ProblemError(busy(claim, holder))
  try {
    if (readHolder(lock) === holder) rmSync(lock, { force: true })
  } finally {
    rmSync(claim, { force: true })
  }
}

/** Whether the file was made just now, whole: a name that is taken is not given twice. */
function appears(file: string, content: string): boolean {
  const beside = `${file}.${crypto.randomUUID()}.new`
  try {
    const handle = openSync(beside, 'wx')
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    linkSync(beside, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(beside, { force: true })
  }
}

function readHolder(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Only a number that no process has: what cannot be read may be somebody's. */
function isDead(holder: string): boolean {
  const processId = Number(holder.split(' ')[0])
  if (!Number.isInteger(processId) || processId <= 0) return false
  try {
    process.kill(processId, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function busy(lock: string, holder: string): Problem {
  const [number = ''] = holder.split(' ')
  return {
    code: 'exchange.node-busy',
    detail: `${number === '' ? 'A process' : `Process ${number}`} is writing in this node.`,
    where: { file: lock },
    remedy: 'Wait until it has ended; where no such process is navicert, remove this file.',
  }
}
