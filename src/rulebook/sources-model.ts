/** How well a fact of law was checked: in the source text, in a secondary source, derived from other facts, or not at all. */
export type Mark = 'text' | 'secondary' | 'derived' | 'unverified'

/** Where a statement of law stands. Everything citable carries these. */
export interface Sourced {
  readonly cite: string
  readonly mark: Mark
  readonly notes?: string
}
