import type { Block, Fact, Words } from './paper.ts'

export function heading(level: 1 | 2, words: Words): Block {
  return { kind: 'heading', level, words }
}

export function paragraph(words: Words): Block {
  return { kind: 'paragraph', words }
}

/** Rows whose value says nothing are left out. */
export function facts(...rows: readonly (readonly [Words, Words])[]): Block {
  const stated = rows.filter(([, value]) => value.length > 0)
  return { kind: 'facts', rows: stated.map(([label, value]): Fact => ({ label, value })) }
}

export function list(texts: readonly Words[], numbered = false): readonly Block[] {
  return texts.length === 0 ? [] : [{ kind: 'list', numbered, points: texts }]
}

/** A table with a head, or nothing where it has no row. */
export function table(
  columns: readonly (readonly [head: Words, share: number])[],
  rows: readonly (readonly Words[])[],
): readonly Block[] {
  if (rows.length === 0) return []
  const head = columns.map(([words]) => words)
  return [{ kind: 'table', head, shares: columns.map(([, share]) => share), rows }]
}

/** A heading with what stands under it, or nothing where that is nothing. */
export function section(level: 1 | 2, words: Words, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(level, words), ...blocks]
}

/** Things under what they have in common, in the order in which it first appears. */
export function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): readonly T[][] {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group === undefined) groups.set(keyOf(thing), [thing])
    else group.push(thing)
  }
  return [...groups.values()]
}
