import type { Hit, ScreeningResult } from '../screening/index.ts'

/** The answer to one party: its hits as they are shown, each with the rule of its row. */
export function screeningAnswer({ state, because, hits }: ScreeningResult): object {
  return { state, because, hits: hits.map(hitAnswer) }
}

function hitAnswer({ party, snapshot, ...hit }: Hit): object {
  const { id, source, list, name, countries, programmes, rule, from, to } = party
  return { list, entry: id, name, countries, programmes, rule, from, to, source, snapshot, ...hit }
}
