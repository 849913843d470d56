import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ProblemError, parseShape, readJson, unwrap } from '../../kernel/index.ts'
import { SCOPES, type Token } from '../../people/index.ts'

/** A token as the file holds it: never the secret, only its digest. */
export type KeptToken = Omit<Token, 'lastUsed'>

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

/** `server/tokens.json`, where tokens were kept before people were: taken in once, then set aside. */
export class TokenFile {
  readonly file: string

  constructor(dataFolder: string) {
    this.file = join(dataFolder, 'server', 'tokens.json')
  }

  /** @throws ProblemError */
  read(): readonly KeptToken[] {
    if (!existsSync(this.file)) return []
    if ((statSync(this.file).mode & 0o077) !== 0 && process.platform !== 'win32')
      throw new ProblemError(tooOpen(this.file))
    return unwrap(parseShape(FILE, unwrap(readJson(readFileSync(this.file, 'utf8'))))).tokens
  }

  setAside(): void {
    if (existsSync(this.file)) renameSync(this.file, `${this.file}.taken-in`)
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
