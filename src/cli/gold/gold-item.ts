import type { GoldItem } from './gold-row.ts'

/** A kind of gold rows that is an act, not a thing: nothing is classified. */
const ACT = 'service'

/** The item of a gold row in the spelling of a transaction file. */
export function transactionItemOf(item: GoldItem): Record<string, unknown> {
  // The kind stands among the parameters of an item, and beside those of a contained one.
  const { kind = item.kind, ...characteristics } = item.parameters ?? {}
  return {
    ...(item.name === undefined ? {} : { name: item.name }),
    ...(kind === undefined ? {} : { kind }),
    characteristics,
    ...(item.claimed === undefined ? {} : { claimed: item.claimed }),
    ...(item.content === undefined ? {} : { content: item.content.map(transactionItemOf) }),
  }
}

export function isAct(item: GoldItem): boolean {
  return item.parameters?.kind === ACT
}
