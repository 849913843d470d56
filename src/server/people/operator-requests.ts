import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fail, ProblemError, parseShape, type Result, readJson } from '../../kernel/index.ts'
import type { Json } from '../../storage/index.ts'
import { type OperatorCommand, operatorCommand, performForOperator } from './operator.ts'
import type { People } from './people.ts'

/** How often either side looks, in milliseconds. */
const LOOK = 100
/** How long the command waits for the server, in milliseconds. */
const WAIT = 15_000

/**
 * A folder store serves one process. While that is the server, the command lays what it asks for into a
 * folder that only the owner of the data folder may enter, and waits for the answer beside it.
 */
function folderOf(dataFolder: string): string {
  return join(dataFolder, 'server', 'requests')
}

/** Has a running server do it. */
export async function askServer(
  dataFolder: string,
  command: OperatorCommand,
): Promise<Result<Json>> {
  const folder = folderOf(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const id = randomUUID()
  const [asked, answered] = [join(folder, `${id}.ask`), join(folder, `${id}.answer`)]
  writeWhole(asked, JSON.stringify(command))
  try {
    for (let waited = 0; waited < WAIT; waited += LOOK) {
      if (existsSync(answered)) {
        // What the server wrote there is a result.
        return JSON.parse(readFileSync(answered, 'utf8')) as Result<Json>
      }
      await pause(LOOK)
    }
  } finally {
    rmSync(asked, { force: true })
    rmSync(answered, { force: true })
  }
  return fail({
    code: 'server.silent',
    detail: 'Another process has the store, and does not answer.',
    remedy: 'See whether `navicert serve` still runs; else try again when the other has ended.',
  })
}

/** Answers what is asked so, until it is stopped. */
export function answerOperator(
  dataFolder: string,
  people: People,
  tell: (error: unknown) => void,
): { stop(): Promise<void> } {
  const folder = folderOf(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let busy: Promise<void> | undefined
  const look = (): void => {
    busy ??= answerAll(folder, people)
      .catch(tell)
      .finally(() => {
        busy = undefined
      })
  }
  const timer = setInterval(look, LOOK).unref()
  return {
    async stop() {
      clearInterval(timer)
      await busy
    },
  }
}

async function answerAll(folder: string, people: People): Promise<void> {
  const asked = readdirSync(folder).filter((name) => name.endsWith('.ask'))
  if (asked.length === 0) return
  if ((statSync(folder).mode & 0o077) !== 0 && process.platform !== 'win32')
    throw new ProblemError(TOO_OPEN)
  for (const name of asked) {
    const text = readFileSync(join(folder, name), 'utf8')
    // Taken before it is done: whatever happens then, it is not done twice.
    rmSync(join(folder, name))
    const result = await answerOne(text, people)
    writeWhole(join(folder, name.replace(/ask$/, 'answer')), JSON.stringify(result))
  }
}

async function answerOne(text: string, people: People): Promise<Result<Json>> {
  const value = readJson(text)
  if (!value.ok) return value
  const command = parseShape(operatorCommand, value.value)
  return command.ok ? await performForOperator(people, command.value) : command
}

/** Written aside, then renamed: it is whole whenever it is there. */
function writeWhole(file: string, text: string): void {
  const aside = `${file}.${randomUUID()}`
  writeFileSync(aside, text, { flag: 'wx', mode: 0o600 })
  renameSync(aside, file)
}

const TOO_OPEN = {
  code: 'server.requests-too-open',
  detail: 'Others may ask for the operator: the folder of requests is open to them.',
  remedy: 'Find out who wrote there; then chmod 700.',
}
