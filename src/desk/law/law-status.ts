import { lastRead, type Rulebook } from '../../rulebook/index.ts'
import { engineVersion } from '../engine.ts'

/** The edition in use, its digest and its size. */
export interface LawStatus {
  readonly edition: string
  readonly digest: string
  readonly engine: string
  readonly jurisdictions: string
  readonly entries: number
  readonly rules: number
  readonly authorisations: number
  readonly groups: number
  /** The last day on which a text was read. */
  readonly latestTextRead: string
}

export function lawStatus(rulebook: Rulebook): LawStatus {
  const { edition, digest, jurisdictions, entries, rules, authorisations, groups } = rulebook
  return {
    edition,
    digest,
    engine: engineVersion(),
    jurisdictions: [...jurisdictions.keys()].join(' '),
    entries: entries.length,
    rules: rules.length,
    authorisations: authorisations.length,
    groups: groups.names.length,
    latestTextRead: lastRead(rulebook) ?? 'unknown',
  }
}
