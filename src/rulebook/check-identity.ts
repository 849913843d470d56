import { overlap, printInterval } from './intervals.ts'
import type { LawContent } from './law-content.ts'
import type { LawProblems } from './law-problems.ts'
import type { Entry } from './model.ts'

/** What is named stands once: an answer that cites a name must have one text to show for it. */
export function checkUnique(content: LawContent, problems: LawProblems): void {
  once(content.entries, (one) => `${one.id} (version ${one.version})`, 'version', problems)
  once(content.rules, (one) => one.id, 'id', problems)
  once(content.authorisations, (one) => `${one.jurisdiction} ${one.id}`, 'id', problems)
  once(content.redFlags, (one) => one.id, 'id', problems)
  once(content.restrictions, (one) => one.id, 'id', problems)
  once(content.presumptions, (one) => one.id, 'id', problems)
  once(content.jurisdictions, (one) => one.code, 'jurisdiction', problems)
  once(content.groupFacts.groups, (one) => one.name, undefined, problems)
  const codes = new Set(content.places.map((place) => place.code))
  const aliases = new Set<string>()
  for (const place of content.places) {
    place.aliases.forEach((alias, index) => {
      if (codes.has(alias) || aliases.has(alias)) {
        problems.at(place, ['aliases', index], twice(alias))
      }
      aliases.add(alias)
    })
  }
}

function once<T extends object>(
  pieces: readonly T[],
  name: (piece: T) => string,
  key: string | undefined,
  problems: LawProblems,
): void {
  const seen = new Set<string>()
  for (const piece of pieces) {
    const own = name(piece)
    if (seen.has(own)) problems.at(piece, key === undefined ? [] : [key], twice(own))
    seen.add(own)
  }
}

function twice(name: string): { code: string; detail: string; remedy: string } {
  return {
    code: 'law.duplicate',
    detail: `${name} stands in the law files twice.`,
    remedy: 'Remove one, or give it a name or version of its own.',
  }
}

/** Versions of one entry follow each other: on no day may two of them hold. */
export function checkVersions(entries: readonly Entry[], problems: LawProblems): void {
  const byId = new Map<string, Entry[]>()
  for (const entry of entries) byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry])
  for (const versions of byId.values()) {
    versions.forEach((later, index) => {
      const earlier = versions
        .slice(0, index)
        .find((one) => overlap(one.effective, later.effective))
      if (earlier === undefined || earlier.version === later.version) return
      problems.at(later, ['effective'], {
        code: 'law.overlapping-versions',
        detail: `Versions ${earlier.version} and ${later.version} of ${later.id} hold on the same days.`,
        remedy: `End one before the other begins: ${printInterval(earlier.effective)}; ${printInterval(later.effective)}.`,
      })
    })
  }
}
