import { randomUUID, timingSafeEqual } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ProblemError, parseShape, readJson, unwrap } from '../../kernel/index.ts'
import { SCOPES } from '../../people/index.ts'
import { type KeptToken, readToken } from './token.ts'

const FILE = z.strictObject({
  tokens: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      digest: z.string(),
      scopes: z.array(z.enum(SCOPES)),
      made: z.string(),
      expires: z.string().exactOptional(),
    }),
  ),
})

/** The tokens of a data folder: `server/tokens.json`, readable by its owner alone, without a secret in it. */
export class TokenFile {
  readonly file: string
  readonly #folder: string
  #tokens: ReadonlyMap<string, KeptToken> = new Map()
  #stamp = ''

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'server')
    this.file = join(this.#folder, 'tokens.json')
  }

  /** As the file stands now: another process may have added or revoked one. @throws ProblemError */
  all(): readonly KeptToken[] {
    return [...this.#read().values()]
  }

  add(token: KeptToken): void {
    this.#write([...this.all(), token])
  }

  /** @returns whether there was one */
  revoke(id: string): boolean {
    const tokens = this.all()
    const left = tokens.filter((token) => token.id !== id)
    if (left.length < tokens.length) this.#write(left)
    return left.length < tokens.length
  }

  /** The token whose secret was shown, unless it has expired; a wrong secret takes as long as a right one. */
  find(text: string, now: Date): KeptToken | undefined {
    const shown = readToken(text)
    const kept = shown === undefined ? undefined : this.#read().get(shown.id)
    if (shown === undefined || kept === undefined) return undefined
    const same = timingSafeEqual(Buffer.from(shown.digest), Buffer.from(kept.digest))
    const isOver = kept.expires !== undefined && kept.expires < now.toISOString()
    return same && !isOver ? kept : undefined
  }

  #read(): ReadonlyMap<string, KeptToken> {
    if (!existsSync(this.file)) return new Map()
    const { mtimeMs, size, mode } = statSync(this.file)
    if ((mode & 0o077) !== 0 && process.platform !== 'win32')
      throw new ProblemError(tooOpen(this.file))
    const stamp = `${mtimeMs} ${size}`
    if (stamp === this.#stamp) return this.#tokens
    const { tokens } = unwrap(parseShape(FILE, unwrap(readJson(readFileSync(this.file, 'utf8')))))
    this.#tokens = new Map(tokens.map((token) => [token.id, token]))
    this.#stamp = stamp
    return this.#tokens
  }

  /** Written aside, then renamed: it is whole whenever it is there. */
  #write(tokens: readonly KeptToken[]): void {
    const aside = `${this.file}.${randomUUID()}`
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    writeFileSync(aside, `${JSON.stringify({ tokens }, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    chmodSync(aside, 0o600)
    renameSync(aside, this.file)
    this.#stamp = ''
  }
}

function tooOpen(file: string) {
  return {
    code: 'token.too-open',
    detail: 'Others may read or change who is let in.',
    where: { file },
    remedy:
      'chmod 600 it, if you are sure of what stands in it; else remove it and make new tokens.',
  }
}
