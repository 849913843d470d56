import type { Digest } from '../../kernel/index.ts'
import { type ReadEntry, readEntry } from '../entry/check-entry.ts'
import { type EntryPlace, entryDigest } from '../entry/sign-entry.ts'
import type { ExchangeNode } from './node.ts'
import { undisputed } from './settled.ts'

/** An entry as it stands in a log. */
export interface LoggedEntry extends ReadEntry {
  readonly sequence: number
  readonly bytes: Buffer
  readonly digest: Digest
  readonly isDisputed: boolean
}

/** A log entry by entry: form and place of each, and whether a fork puts it in dispute. */
export function readLog(node: ExchangeNode, member: string): readonly LoggedEntry[] {
  const common = undisputed(node, member) ?? Number.POSITIVE_INFINITY
  const read: LoggedEntry[] = []
  for (const bytes of node.log(member).entries(0)) {
    const sequence = read.length
    const prev = read.at(-1)?.digest
    const place: EntryPlace = {
      regime: node.regime,
      issuer: member,
      seq: sequence,
      ...(prev === undefined ? {} : { prev }),
    }
    const isDisputed = sequence >= common
    read.push({
      ...readEntry(bytes, place),
      sequence,
      bytes,
      digest: entryDigest(bytes),
      isDisputed,
    })
  }
  return read
}
