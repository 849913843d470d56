import type { Digest } from '../../kernel/index.ts'
import { entryDigest } from '../entry/sign-entry.ts'
import type { LoggedEntry } from './logged-entry.ts'
import type { ExchangeNode } from './node.ts'
import { Repeats } from './repeats.ts'
import { undisputed } from './settled.ts'

/**
 * What must be known of all logs before any entry of them is judged, and no more, so that a mirror of millions takes
 * little: which entries others speak of are there, which are put in the place of, which ids may stand twice in a log.
 */
export class NamedElsewhere {
  readonly #spokenOf = new Set<Digest>()
  readonly #replaced = new Set<Digest>()
  readonly #there = new Set<Digest>()
  readonly #repeats = new Map<string, Repeats>()

  /** Takes in an entry; all entries of all logs, before anything is asked. */
  see(member: string, { header }: Pick<LoggedEntry, 'header'>, ofSize: number): void {
    if (header === undefined) return
    for (const reference of header.refs) this.#spokenOf.add(reference)
    if (header.supersedes !== undefined) this.#replaced.add(header.supersedes)
    const repeats = this.#repeats.get(member) ?? new Repeats(ofSize)
    this.#repeats.set(member, repeats)
    repeats.see(header.id)
  }

  /** When a log was seen whole: what was needed to find its repeated ids goes. */
  closeLog(member: string): void {
    this.#repeats.get(member)?.close()
  }

  /** Looks in the logs for what is spoken of. */
  find(node: ExchangeNode): void {
    if (this.#spokenOf.size === 0) return
    for (const member of node.members) {
      const common = undisputed(node, member)
      for (const bytes of node.log(member).entries(0, common)) {
        const digest = entryDigest(bytes)
        if (this.#spokenOf.has(digest)) this.#there.add(digest)
      }
    }
  }

  /** Whether an entry that others speak of stands in a log, beyond dispute. */
  isThere(digest: Digest): boolean {
    return this.#there.has(digest)
  }

  isReplaced(digest: Digest): boolean {
    return this.#replaced.has(digest)
  }

  /** Whether a log may hold another entry of that id: where it does, it is true. */
  mayRepeat(member: string, id: string): boolean {
    return this.#repeats.get(member)?.mayRepeat(id) ?? false
  }
}
