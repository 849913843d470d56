import type { Digest } from '../../kernel/index.ts'
import { type ReadEntry, readEntry } from '../entry/check-entry.ts'
import { type EntryPlace, entryDigest } from '../entry/sign-entry.ts'
import type { ExchangeNode } from './node.ts'
import { undisputed } from './settled.ts'

/** An entry as it stands in a log. */
export interface LoggedEntry extends ReadEntry {
  readonly sequence: number
  readonly digest: Digest
  readonly isDisputed: boolean
}

/** A log entry by entry, none of them held: form and place of each, and whether a fork puts it in dispute. */
export function* readLog(node: ExchangeNode, member: string): Generator<LoggedEntry> {
  const common = undisputed(node, member) ?? Number.POSITIVE_INFINITY
  let sequence = 0
  let prev: Digest | undefined
  for (const bytes of node.log(member).entries(0)) {
    const place: EntryPlace = {
      regime: node.regime,
      issuer: member,
      seq: sequence,
      ...(prev === undefined ? {} : { prev }),
    }
    const digest = entryDigest(bytes)
    yield { ...readEntry(bytes, place), sequence, digest, isDisputed: sequence >= common }
    sequence += 1
    prev = digest
  }
}
