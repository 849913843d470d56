import { createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Problem, ProblemError } from '../../kernel/index.ts'

const BYTES = 32

/** The key in a file that only its owner may read, made on first use. @throws ProblemError */
export function openMasterKey(file: string): KeyObject {
  return readMasterKey(file) ?? makeMasterKey(file)
}

/** The key in base64, as a secret store hands it over in the environment. @throws ProblemError */
export function masterKeyOf(text: string): KeyObject {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== BYTES) {
    throw new ProblemError({
      code: 'store.key-unreadable',
      detail: `The key of the store is ${BYTES} bytes in base64; this is not.`,
      remedy: 'Make one with: openssl rand -base64 32',
    })
  }
  return createSecretKey(bytes)
}

function readMasterKey(file: string): KeyObject | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32')
    throw new ProblemError(tooOpen(file))
  return masterKeyOf(text)
}

/** Two processes that make a key at once end with the same one: the first to put it in place. */
function makeMasterKey(file: string): KeyObject {
  const draft = `${file}.${randomUUID()}`
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(draft, `${randomBytes(BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return masterKeyOf(readFileSync(file, 'utf8'))
}

function tooOpen(file: string): Problem {
  return {
    code: 'store.key-too-open',
    detail: 'Others may read the key that personal data is sealed under.',
    where: { file },
    remedy: 'Find out who read it; then chmod 600.',
  }
}
