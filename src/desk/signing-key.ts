import { createPrivateKey, type KeyObject, randomUUID } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { generateSigningKey } from '../certificate/index.ts'
import { type Problem, ProblemError } from '../kernel/index.ts'

/** The private key of this data folder: `keys/signing-key.pem`, readable by its owner alone. */
export function signingKeyFile(dataFolder: string): string {
  return join(dataFolder, 'keys', 'signing-key.pem')
}

/** The key of the data folder, or nothing where none was made yet. @throws ProblemError */
export function readSigningKey(dataFolder: string): KeyObject | undefined {
  const file = signingKeyFile(dataFolder)
  try {
    const pem = readFileSync(file, 'utf8')
    if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32')
      throw new ProblemError(tooOpen(file))
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType !== 'ed25519') throw new ProblemError(notAKey(file))
    return key
  } catch (error) {
    if (error instanceof ProblemError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new ProblemError(notAKey(file))
  }
}

/** The key of the data folder, made on first use. @throws ProblemError */
export function openSigningKey(dataFolder: string): KeyObject {
  return readSigningKey(dataFolder) ?? makeSigningKey(dataFolder)
}

/** Two processes that make a key at once end with the same one: the first to put its file in place. */
function makeSigningKey(dataFolder: string): KeyObject {
  const file = signingKeyFile(dataFolder)
  const draft = `${file}.${randomUUID()}`
  const key = generateSigningKey()
  try {
    mkdirSync(join(dataFolder, 'keys'), { recursive: true, mode: 0o700 })
    writeFileSync(draft, key.export({ format: 'pem', type: 'pkcs8' }), { flag: 'wx', mode: 0o600 })
    linkSync(draft, file)
    rmSync(draft)
    return key
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    if (existsSync(draft)) rmSync(draft)
    const other = code === 'EEXIST' ? readSigningKey(dataFolder) : undefined
    if (other !== undefined) return other
    throw new ProblemError({
      code: 'key.not-made',
      detail: `The signing key cannot be made (${code}).`,
      where: { file },
      remedy: 'Name a data folder that you may write to with --data.',
    })
  }
}

function tooOpen(file: string): Problem {
  return {
    code: 'key.too-open',
    detail: 'Others may read the private key, so a signature of it proves nothing.',
    where: { file },
    remedy: 'Remove it and let a new one be made; or, if you are sure of it, chmod 600.',
  }
}

function notAKey(file: string): Problem {
  return {
    code: 'key.unreadable',
    detail: 'This is not a private Ed25519 key that can be read.',
    where: { file },
    remedy: 'Move it away: a new key is made with the next certificate.',
  }
}
