import type { Transaction } from './transaction.ts'

/** Ways of handing over that need nobody to come: what goes by them leaves where the route does. */
const SENT: ReadonlySet<string> = new Set(['email', 'download', 'cloud', 'media', 'licence-key'])

/**
 * Whether technology leaves the country, so that who there receives it is the recipient's affair (15 CFR
 * 734.13(a)(1) and (2), 734.14(a)(2)); undefined where nobody says where it is released.
 */
export function isSentAbroad({
  technology,
  route,
}: Pick<Transaction, 'technology' | 'route'>): boolean | undefined {
  const { from, to } = route ?? {}
  if (technology === undefined || from === undefined) return undefined
  const { location, means } = technology
  if (location !== undefined) return location !== from
  const isSent = means !== undefined && SENT.has(means)
  return isSent && to !== undefined && to !== from ? true : undefined
}
