import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ProblemError, parseShape, readDocument, unwrap } from '../kernel/index.ts'
import type { ListPolicy } from '../screening/index.ts'

const MARK = z.enum(['text', 'secondary', 'derived', 'unverified'])

const SOURCE = z.strictObject({
  source: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().min(1),
  url: z.string(),
  downloads: z
    .array(z.url({ protocol: /^https?$/ }))
    .min(1)
    .exactOptional(),
  terms: z.string().min(1).exactOptional(),
  holds: z.array(z.string().min(1)),
  maxAgeDays: z.number().int().positive(),
  cite: z.string().min(1),
})

const LIST = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  jurisdiction: z.string().min(2),
  required: z.boolean(),
  addresses: z.boolean().exactOptional(),
  cite: z.string().min(1),
  mark: MARK,
})

const POLICY = z.strictObject({
  always: z.array(z.string().min(2)),
  sources: z.array(SOURCE).min(1),
  lists: z.array(LIST).min(1),
})

/** Reads `lists.yaml` of the law folder. @throws ProblemError with file, line and remedy */
export function loadListPolicy(lawFolder: string): ListPolicy {
  const file = join(lawFolder, 'lists.yaml')
  const document = unwrap(readDocument(readPolicy(file), file))
  const policy = unwrap(parseShape(POLICY, document.value, document))
  refuseLoose(policy, file)
  return policy
}

function readPolicy(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ProblemError({
      code: 'law.no-list-policy',
      detail: 'The law folder has no lists.yaml.',
      where: { file },
      remedy: 'Name a law folder that has one; without it no list can be judged fresh.',
    })
  }
}

/** Every list held is described, and every list described is held by a source. */
function refuseLoose(policy: ListPolicy, file: string): void {
  const described = policy.lists.map(({ id }) => id)
  const held = policy.sources.flatMap(({ holds }) => holds)
  const loose = [
    ...held.filter((list) => !described.includes(list)),
    ...described.filter((list) => !held.includes(list)),
  ]
  if (loose.length === 0) return
  throw new ProblemError({
    code: 'law.loose-list',
    detail: `${loose[0]} is not both described under lists and held by a source.`,
    where: { file },
    remedy: 'Describe every list once, and name it under the holds of a source.',
  })
}
