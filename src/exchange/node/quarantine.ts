import { digestOf, type Problem } from '../../kernel/index.ts'
import type { ExchangeNode } from './node.ts'

/** Something that came and was not taken, with the reason. */
export interface Quarantined {
  readonly member: string
  readonly problems: readonly Problem[]
  /** What came, as far as it fits. */
  readonly content: string
}

const MOST_OF_MEMBER = 50
const LONGEST = 20_000

/** The same thing twice is kept once; a flood of rubbish of one member fills no disk, and hides nothing of another. */
export function quarantine(node: ExchangeNode, found: Quarantined): void {
  const kept = { ...found, content: found.content.slice(0, LONGEST) }
  const own = `${found.member}-`
  const held = node.files.list('quarantine').filter((name) => name.startsWith(own))
  if (held.length >= MOST_OF_MEMBER) return
  const name = `quarantine/${own}${digestOf(kept).slice(7, 39)}.json`
  if (node.files.read(name) === undefined) {
    node.files.write(name, Buffer.from(JSON.stringify(kept)))
  }
}

export function quarantined(node: ExchangeNode): readonly Quarantined[] {
  return node.files.list('quarantine').flatMap((name) => {
    const text = node.files.read(`quarantine/${name}`)?.toString()
    return text === undefined ? [] : [JSON.parse(text) as Quarantined]
  })
}
