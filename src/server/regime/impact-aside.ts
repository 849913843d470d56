import type { Worker } from 'node:worker_threads'
import { type Engine, engineVersion } from '../../desk/index.ts'
import type { Digest, Result } from '../../kernel/index.ts'
import { type Impact, type ImpactInput, impactOf } from '../../regime/index.ts'
import { Aside } from '../http/aside.ts'
import { Refusal } from '../http/refusal.ts'

/** What is asked of a proposal; the law is opened anew where it is answered, and must be the same. */
export interface ImpactQuestion
  extends Pick<ImpactInput, 'content' | 'asOf' | 'items' | 'transactions'> {
  readonly lawFolder: string
  readonly digest: Digest
}

/** So few are answered before a thread would have opened the law. */
const FEW = 20

const IMPACTS = new Aside<ImpactQuestion, Result<Impact>>({
  thread: new URL('./impact-thread.js', import.meta.url),
  mostAtOnce: 2,
  mostMegabytes: 1024,
  tooMany,
  tooLarge,
})

/** What a proposal would change; for many items or transactions in a thread of its own. @throws Refusal */
export async function impactAside(
  { rulebook, lawFolder }: Pick<Engine, 'rulebook' | 'lawFolder'>,
  asked: Omit<ImpactQuestion, 'lawFolder' | 'digest'>,
  start?: (question: ImpactQuestion) => Worker,
): Promise<Result<Impact>> {
  const { items, transactions } = asked
  const isHere = start === undefined && !IMPACTS.isThere
  if (items.length + transactions.length <= FEW || isHere)
    return impactOf({ ...asked, rulebook, engineVersion: engineVersion() })
  return await IMPACTS.ask({ ...asked, lawFolder, digest: rulebook.digest }, start)
}

function tooMany(): Refusal {
  return new Refusal(
    503,
    {
      code: 'impact.too-many',
      detail: 'What proposals would change is being worked out for others already.',
      remedy: 'Come again in a few seconds.',
    },
    { 'retry-after': '5' },
  )
}

function tooLarge(): Refusal {
  return new Refusal(413, {
    code: 'impact.too-large',
    detail: 'These are more than can be answered at once.',
    remedy: 'Ask about fewer, or use the command: navicert regime impact.',
  })
}
