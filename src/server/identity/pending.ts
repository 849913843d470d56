import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

const NONCE = 12
const TAG = 16
/** How long one has to finish signing in, in seconds. */
export const PENDING_SECONDS = 300
const MOST_USED = 10_000

/**
 * What is under way between two requests of one browser, kept by that browser, sealed: any server of the
 * same store can go on with it, nobody can read or make one, and each is good once for a server.
 */
export class Pending {
  readonly #key: KeyObject
  readonly #used = new Set<string>()

  constructor(masterKey: KeyObject) {
    const bytes = hkdfSync('sha256', masterKey, '', 'navicert pending sign-in', 32)
    this.#key = createSecretKey(Buffer.from(bytes))
  }

  /** @param purpose what it may be opened for */
  seal(purpose: string, value: Readonly<Record<string, string>>, now: string): string {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(purpose))
    const until = Date.parse(now) + PENDING_SECONDS * 1000
    const text = JSON.stringify({ until, value })
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  }

  /** What was sealed, once, and not too late. */
  open(
    purpose: string,
    text: string | undefined,
    now: string,
  ): Readonly<Record<string, string>> | undefined {
    if (text === undefined || this.#used.has(text)) return undefined
    const opened = this.#decrypted(purpose, text)
    if (opened === undefined || Date.parse(now) > opened.until) return undefined
    this.#used.add(text)
    const [oldest] = this.#used
    if (this.#used.size > MOST_USED && oldest !== undefined) this.#used.delete(oldest)
    return opened.value
  }

  #decrypted(
    purpose: string,
    text: string,
  ): { readonly until: number; readonly value: Readonly<Record<string, string>> } | undefined {
    const bytes = Buffer.from(text, 'base64url')
    if (bytes.length <= NONCE + TAG) return undefined
    try {
      const [nonce, tag] = [bytes.subarray(0, NONCE), bytes.subarray(NONCE, NONCE + TAG)]
      const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG })
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag)
      const parts = [decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]
      // We sealed it: it holds what we put there.
      return JSON.parse(Buffer.concat(parts).toString('utf8'))
    } catch {
      return undefined
    }
  }
}
