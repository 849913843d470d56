import { lawStatus as statusOfLaw } from '../../desk/index.ts'
import { isAtOrBelow, type LegalDate } from '../../kernel/index.ts'
import {
  changesBetween,
  coverageReport,
  type Entry,
  type JurisdictionReport,
  type LawChange,
  type Rulebook,
  standingOf,
} from '../../rulebook/index.ts'
import {
  lawChanges,
  lawEntries,
  lawEntry,
  lawJurisdictions,
  lawStatus,
} from '../contract/law-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { pageOf } from '../page.ts'
import { type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

export function lawRoutes({ engine: { rulebook }, today }: Services): readonly Route[] {
  const edition = { edition: rulebook.edition, digest: rulebook.digest }
  const byId = rulebook.entries.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return [
    route(lawStatus, () => statusOfLaw(rulebook)),
    route(lawJurisdictions, ({ query: { asOf = today() } }) => ({
      asOf,
      rulebook: edition,
      jurisdictions: jurisdictionsOn(rulebook, asOf),
    })),
    route(lawEntries, ({ query }) => {
      const { asOf = today(), jurisdiction, code, limit, cursor } = query
      const fitting = byId.filter(
        (entry) =>
          (jurisdiction === undefined || entry.jurisdiction === jurisdiction) &&
          (code === undefined || entry.code.startsWith(code)) &&
          standingOf(entry, asOf) !== 'not-in-force',
      )
      const { items, ...rest } = pageOf(fitting, keyOf, { limit, cursor })
      return { asOf, rulebook: edition, entries: items.map((one) => line(one, asOf)), ...rest }
    }),
    route(lawEntry, ({ params, query: { asOf = today() } }) => ({
      asOf,
      rulebook: edition,
      entries: entriesAt(byId, params, asOf),
    })),
    route(lawChanges, ({ query }) => {
      const { since, until = today(), jurisdiction, limit, cursor } = query
      const all = changesBetween(rulebook, since, until).filter((one) =>
        jurisdiction === undefined ? true : isOf(one, jurisdiction, rulebook),
      )
      const { items, ...rest } = pageOf(all, changeKey, { limit, cursor })
      return { since, until, rulebook: edition, changes: items, ...rest }
    }),
  ]
}

function keyOf({ id, version }: Entry): string {
  return `${id} ${version}`
}

function changeKey({ on, what, id }: LawChange): string {
  return `${on} ${what} ${id}`
}

/** Ids begin with their jurisdiction; a group of countries says whose it is. */
function isOf({ what, id }: LawChange, jurisdiction: string, rulebook: Rulebook): boolean {
  if (what !== 'group') return id.startsWith(jurisdiction)
  return rulebook.groupFacts.groups.some(
    (group) => group.name === id && group.jurisdiction === jurisdiction,
  )
}

function jurisdictionsOn(rulebook: Rulebook, asOf: LegalDate): readonly object[] {
  return coverageReport(rulebook, asOf).jurisdictions.flatMap((report) => {
    const one = rulebook.jurisdictions.get(report.jurisdiction)
    if (one === undefined) return []
    const { code, name, authority, binding, territory } = one
    const { inForce } = report.entries
    return [
      {
        code,
        name,
        authority,
        binding,
        territory,
        entriesInForce: inForce,
        coverage: kinds(report),
      },
    ]
  })
}

function kinds({ kinds: all, notes }: JurisdictionReport): object {
  const inState = (state: string): readonly string[] =>
    all.filter((one) => one.state === state).map(({ kind }) => kind)
  return { complete: inState('complete'), partly: inState('partly'), none: inState('none'), notes }
}

function line(entry: Entry, asOf: LegalDate): object {
  const { id, jurisdiction, code, version, title, effective, mark, cite } = entry
  const standing = standingOf(entry, asOf)
  return { id, jurisdiction, code, version, title, standing, effective, mark, cite }
}

/** Every version of the paragraph, and of those under it. */
function entriesAt(
  entries: readonly Entry[],
  { jurisdiction, code }: { readonly jurisdiction: string; readonly code: string },
  asOf: LegalDate,
): readonly object[] {
  const found = entries.filter(
    (one) => one.jurisdiction === jurisdiction && isAtOrBelow(one.code, code),
  )
  if (found.length === 0) {
    throw new Refusal(404, {
      code: 'law.no-entry',
      detail: `The rulebook holds no entry ${jurisdiction}:${code}; that says nothing of whether the law does.`,
      remedy:
        'Look through /api/v1/law/entries, and at what is covered in /api/v1/law/jurisdictions.',
    })
  }
  return found.map((one) => {
    const { fallback: _residual, ...rest } = one
    return { ...line(one, asOf), ...rest }
  })
}
