import { canonicalJson, type LegalDate, type Truth } from '../kernel/index.ts'
import type {
  Authorisation,
  Entry,
  RedFlagRule,
  RequirementRule,
  Restriction,
  Rulebook,
} from './model.ts'
import { standingOf } from './standing.ts'
import type { Group } from './tables-model.ts'

/** One piece of law that is not the same before and after. */
export interface LawDifference {
  readonly what: 'entry' | 'rule' | 'authorisation' | 'restriction' | 'red-flag' | 'group'
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly fields: readonly FieldDifference[]
  /** Of the later text; of the earlier where there is none. */
  readonly cite: string
}

export interface FieldDifference {
  /** `criteria`, `standing`, or the country whose membership changed. */
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** What differs between two editions, whatever the day. Versions of an entry are compared one by one. */
export function diffRulebooks(before: Rulebook, after: Rulebook): readonly LawDifference[] {
  return [
    ...diffPieces('entry', before.entries, after.entries, (one) => `${one.id} (${one.version})`),
    ...diffPieces('rule', before.rules, after.rules, (one) => one.id),
    ...diffPieces('authorisation', before.authorisations, after.authorisations, idOf),
    ...diffPieces('red-flag', before.redFlags, after.redFlags, (one) => one.id),
    ...diffPieces('restriction', before.restrictions, after.restrictions, (one) => one.id),
    ...diffPieces('group', before.groupFacts.groups, after.groupFacts.groups, (one) => one.name),
  ]
}

/** What differs between the law of two days in one edition: the redline of a day. */
export function diffDays(
  rulebook: Rulebook,
  before: LegalDate,
  after: LegalDate,
): readonly LawDifference[] {
  const { entries, rules, authorisations, restrictions, redFlags } = rulebook
  return [
    ...diffPieces('entry', onDay(entries, before), onDay(entries, after), (one) => one.id),
    ...diffPieces('rule', onDay(rules, before), onDay(rules, after), (one) => one.id),
    ...diffPieces(
      'authorisation',
      onDay(authorisations, before),
      onDay(authorisations, after),
      idOf,
    ),
    ...diffPieces('red-flag', flagsOn(redFlags, before), flagsOn(redFlags, after), ({ id }) => id),
    ...diffPieces(
      'restriction',
      onDay(restrictions, before),
      onDay(restrictions, after),
      (one) => one.id,
    ),
    ...rulebook.groupFacts.groups.flatMap((group) => diffGroup(rulebook, group, before, after)),
  ]
}

function idOf(one: { readonly jurisdiction: string; readonly id: string }): string {
  return `${one.jurisdiction} ${one.id}`
}

interface Cited {
  readonly cite: string
}

function diffPieces<T extends Cited>(
  what: LawDifference['what'],
  before: readonly T[],
  after: readonly T[],
  id: (piece: T) => string,
): readonly LawDifference[] {
  const earlier = new Map(before.map((piece) => [id(piece), piece]))
  const later = new Map(after.map((piece) => [id(piece), piece]))
  const ids = [...new Set([...earlier.keys(), ...later.keys()])].toSorted()
  return ids.flatMap((key): readonly LawDifference[] => {
    const [old, now] = [earlier.get(key), later.get(key)]
    const cite = (now ?? old)?.cite ?? ''
    if (old === undefined) return [{ what, id: key, change: 'added', fields: [], cite }]
    if (now === undefined) return [{ what, id: key, change: 'removed', fields: [], cite }]
    const fields = diffFields(old, now)
    return fields.length === 0 ? [] : [{ what, id: key, change: 'changed', fields, cite }]
  })
}

function diffFields(before: object, after: object): readonly FieldDifference[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const fields = [...new Set([...old.keys(), ...now.keys()])].toSorted()
  return fields.flatMap((field) => {
    const [was, is]: readonly unknown[] = [old.get(field), now.get(field)]
    if (was !== undefined && is !== undefined && canonicalJson(was) === canonicalJson(is)) return []
    return [
      {
        field,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ]
  })
}

type Dated = Entry | RequirementRule | Authorisation | Restriction

/** What says something on the day, without its own days, which differ between versions anyway. */
function onDay(
  pieces: readonly Dated[],
  day: LegalDate,
): readonly (Cited & { id: string; jurisdiction: string })[] {
  return pieces.flatMap((piece) => {
    const standing = standingOf(piece, day)
    if (standing === 'not-in-force') return []
    const { effective: _days, coveredFrom: _known, status: _status, ...rest } = piece
    const shown = 'administered' in rest ? { ...rest, administered: appliedOn(rest, day) } : rest
    return [{ ...shown, standing }]
  })
}

function flagsOn(flags: readonly RedFlagRule[], day: LegalDate): readonly RedFlagRule[] {
  return flags.flatMap((flag) => {
    const standing = standingOf(flag, day)
    if (standing === 'not-in-force') return []
    const { coveredFrom: _known, ...rest } = flag
    return [{ ...rest, effective: {}, standing }]
  })
}

function appliedOn(
  rule: Pick<RequirementRule, 'administered'>,
  day: LegalDate,
): readonly unknown[] {
  return rule.administered.filter((line) => standingOf(line, day) === 'in-force')
}

function diffGroup(
  rulebook: Rulebook,
  group: Group,
  before: LegalDate,
  after: LegalDate,
): readonly LawDifference[] {
  const fields: FieldDifference[] = []
  let knownOnOneDay: FieldDifference | undefined
  for (const country of rulebook.places.keys()) {
    const was = rulebook.groups.membership(group.name, country, before)
    const is = rulebook.groups.membership(group.name, country, after)
    if (was === is) continue
    if (was !== 'unknown' && is !== 'unknown')
      fields.push({ field: country, before: was, after: is })
    else knownOnOneDay = { field: 'members', before: known(was), after: known(is) }
  }
  if (knownOnOneDay !== undefined) fields.push(knownOnOneDay)
  if (fields.length === 0) return []
  return [{ what: 'group', id: group.name, change: 'changed', fields, cite: group.cite }]
}

/** Before a table is covered all its members are unknown: one difference, not one for each country. */
function known(membership: Truth): string {
  return membership === 'unknown' ? 'not known' : 'known'
}
