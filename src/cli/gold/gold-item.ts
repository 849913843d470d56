import type { Parameter } from '../../rulebook/index.ts'
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

type Dictionary = ReadonlyMap<string, Parameter>

/**
 * The item with words that the dictionary does not hold read as `other`: the vocabularies of gold rows
 * are open, and a tag that no criterion names is a tag of something else. Of users such a word is
 * refused, since it may be a slip.
 */
export function withKnownWords(item: GoldItem, dictionary: Dictionary): GoldItem {
  const parameters = Object.entries(item.parameters ?? {}).map(([id, value]) => [
    id,
    knownWords(value, dictionary.get(id)?.values),
  ])
  return {
    ...item,
    ...(item.parameters === undefined ? {} : { parameters: Object.fromEntries(parameters) }),
    ...(item.content === undefined
      ? {}
      : { content: item.content.map((member) => withKnownWords(member, dictionary)) }),
  }
}

const OTHER = 'other'

function knownWords(value: unknown, values: Parameter['values']): unknown {
  if (values === undefined || !(OTHER in values)) return value
  if (Array.isArray(value)) return [...new Set(value.map((word) => knownWords(word, values)))]
  const isWord = typeof value === 'string' && value !== 'unknown' && value !== 'none'
  return isWord && !(value in values) ? OTHER : value
}
