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
export class WitnessedTimes {
  private readonly node: ExchangeNode
  private readonly member: string
  private readonly bySize = new Map<number, number>()
  private steps: readonly { readonly size: number; readonly at: number }[] | undefined

  constructor(node: ExchangeNode, member: string) {
    this.node = node
    this.member = member
  }

  /** Takes in an entry of the log, where it records what was witnessed. */
  see({ header, sequence, isDisputed }: LoggedEntry): void {
    if (header?.type !== WITNESSED_TYPE || isDisputed) return
    const body = BODY.safeParse(header.body)
    const head = body.success ? readHead(Buffer.from(body.data.checkpoint)) : undefined
    if (head === undefined || head.checkpoint.size > sequence) return
    const { origin, size, root } = head.checkpoint
    if (origin !== this.node.originOf(this.member) || this.bySize.has(size)) return
    if (!rootOf(this.node.log(this.member).hashes(), size).equals(root)) return
    const at = quorumTime(this.node, this.member, head.note)
    if (at !== undefined) this.bySize.set(size, at)
    this.steps = undefined
  }

  of(sequence: number): number | undefined {
    this.steps ??= this.inOrder()
    let [low, high] = [0, this.steps.length]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if ((this.steps[middle]?.size ?? 0) > sequence) high = middle
      else low = middle + 1
    }
    return this.steps[low]?.at
  }

  private inOrder() {
    let latest = 0
    return [...this.bySize]
      .sort(([one], [other]) => one - other)
      .map(([size, at]) => {
        latest = Math.max(latest, at)
        return { size, at: latest }
      })
  }
}
