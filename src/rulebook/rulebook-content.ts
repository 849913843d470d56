import { type Edition, editionOf } from './edition.ts'
import { createGroupTable } from './groups.ts'
import type { JurisdictionContent, LawContent } from './law-content.ts'
import type { Jurisdiction, Rulebook } from './model.ts'

/** The rulebook of content in order; its edition where that is known already. */
export function rulebookOf(content: LawContent, edition: Edition = editionOf(content)): Rulebook {
  const places = byKey(content.places, (one) => one.code)
  return {
    ...edition,
    jurisdictions: byKey(content.jurisdictions.map(withMaps), (one) => one.code),
    characteristics: byKey(content.characteristics, (one) => one.id),
    circumstances: byKey(content.circumstances, (one) => one.id),
    kinds: byKey(content.kinds, (one) => one.id),
    places,
    presumptions: content.presumptions,
    entries: content.entries,
    rules: content.rules,
    authorisations: content.authorisations,
    redFlags: content.redFlags,
    ...(content.clearances[0] === undefined ? {} : { clearance: content.clearances[0] }),
    restrictions: content.restrictions,
    groups: createGroupTable(content.groupFacts, places),
    groupFacts: content.groupFacts,
    eccnReasons: {
      jurisdictions: content.eccnReasons.jurisdictions,
      covered: new Map(Object.entries(content.eccnReasons.covered)),
      notCovered: new Set(content.eccnReasons.notCovered),
    },
    tables: new Map(Object.entries(content.tables)),
  }
}

/** The content a rulebook was made of. */
export function contentOf(rulebook: Rulebook): LawContent {
  return {
    characteristics: [...rulebook.characteristics.values()],
    circumstances: [...rulebook.circumstances.values()],
    kinds: [...rulebook.kinds.values()],
    places: [...rulebook.places.values()],
    presumptions: rulebook.presumptions,
    jurisdictions: [...rulebook.jurisdictions.values()].map(withRecords),
    entries: rulebook.entries,
    rules: rulebook.rules,
    authorisations: rulebook.authorisations,
    redFlags: rulebook.redFlags,
    clearances: rulebook.clearance === undefined ? [] : [rulebook.clearance],
    restrictions: rulebook.restrictions,
    groupFacts: rulebook.groupFacts,
    eccnReasons: {
      jurisdictions: rulebook.eccnReasons.jurisdictions,
      covered: Object.fromEntries(rulebook.eccnReasons.covered),
      notCovered: [...rulebook.eccnReasons.notCovered],
    },
    tables: Object.fromEntries(rulebook.tables),
  }
}

function withMaps(one: JurisdictionContent): Jurisdiction {
  const { setAside, notes, complete, partly, none, undecidable } = one.coverage
  return {
    ...one,
    coverage: {
      jurisdiction: one.code,
      setAside,
      notes,
      complete: new Map(Object.entries(complete)),
      partly: new Map(Object.entries(partly)),
      none: new Set(none),
      undecidable: new Set(undecidable),
    },
  }
}

function withRecords(one: Jurisdiction): JurisdictionContent {
  const { setAside, notes, complete, partly, none, undecidable } = one.coverage
  return {
    ...one,
    coverage: {
      setAside,
      notes,
      complete: Object.fromEntries(complete),
      partly: Object.fromEntries(partly),
      none: [...none],
      undecidable: [...undecidable],
    },
  }
}

function byKey<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [key(item), item]))
}
