import { z } from 'zod'
import { rootOf } from '../merkle/tree.ts'
import { readHead } from '../store/log-store.ts'
import { WITNESSED_TYPE } from './absorb.ts'
import type { LoggedEntry } from './logged-entry.ts'
import type { ExchangeNode } from './node.ts'
import { quorumTime } from './quorum.ts'

const BODY = z.object({ checkpoint: z.string() })

/**
 * When witnesses first saw each entry of a log (milliseconds), read out of the cosigned checkpoints that the
 * log itself records. The first that covers an entry decides; times never run backwards along the log.
 */
export function witnessedTimes(
  node: ExchangeNode,
  member: string,
  entries: readonly LoggedEntry[],
): (sequence: number) => number | undefined {
  const bySize = new Map<number, number>()
  for (const { header, sequence, isDisputed } of entries) {
    if (header?.type !== WITNESSED_TYPE || isDisputed) continue
    const body = BODY.safeParse(header.body)
    const head = body.success ? readHead(Buffer.from(body.data.checkpoint)) : undefined
    if (head === undefined || head.checkpoint.size > sequence) continue
    const { origin, size, root } = head.checkpoint
    if (origin !== node.originOf(member) || bySize.has(size)) continue
    if (!rootOf(node.log(member).hashes(), size).equals(root)) continue
    const at = quorumTime(node, member, head.note)
    if (at !== undefined) bySize.set(size, at)
  }
  const steps = [...bySize].sort(([one], [other]) => one - other)
  let latest = 0
  const times = steps.map(([size, at]) => {
    latest = Math.max(latest, at)
    return { size, at: latest }
  })
  return (sequence) => times.find(({ size }) => size > sequence)?.at
}
