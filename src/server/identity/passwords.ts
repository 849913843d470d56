import { hash, parseOptions, verify } from '@node-rs/argon2'

/** What a guess costs whoever stole the hashes. */
export interface PasswordCost {
  /** KiB. */
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. */
export const PASSWORD_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes passwords with Argon2id and holds them against their hashes. */
export class Passwords {
  readonly #cost: PasswordCost
  /** Of nobody: an account that is not there takes as long as one that is. */
  #nobody: Promise<string> | undefined

  constructor(cost: PasswordCost) {
    this.#cost = cost
  }

  async hash(password: string): Promise<string> {
    // Argon2id is this library's own choice where none is named.
    return await hash(password.normalize('NFKC'), { ...this.#cost })
  }

  /** @param kept none: as if there were one, and it did not fit */
  async fits(password: string, kept: string | undefined): Promise<boolean> {
    this.#nobody ??= this.hash('a password of nobody')
    const hashed = kept ?? (await this.#nobody)
    const fits = await verify(hashed, password.normalize('NFKC'))
    return fits && kept !== undefined
  }

  /** Whether a hash was made at another cost than is asked today. */
  isOutdated(kept: string): boolean {
    const { memoryCost, timeCost, parallelism } = parseOptions(kept)
    const cost = this.#cost
    return (
      memoryCost !== cost.memoryCost ||
      timeCost !== cost.timeCost ||
      parallelism !== cost.parallelism
    )
  }
}
