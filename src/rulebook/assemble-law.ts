import type { Document, Interval, LegalDate } from '../kernel/index.ts'
import type { JurisdictionContent, LawContent } from './law-content.ts'
import { jurisdictionOfPath, type LawFileContent, type LawFileKind } from './law-format.ts'
import type { LawProblems } from './law-problems.ts'
import type { Authorisation, Entry, RedFlagRule, RequirementRule, Restriction } from './model.ts'
import type { Group, GroupFacts, GroupMove, HeldMembership, Treatment } from './tables-model.ts'

/** A file whose shape is right. */
export type ShapedFile = {
  [K in LawFileKind]: {
    readonly kind: K
    readonly path: string
    readonly document: Document
    readonly content: LawFileContent<K>
  }
}[LawFileKind]

type FileOf<K extends LawFileKind> = Extract<ShapedFile, { readonly kind: K }>

/** Joins the files of a folder into one content and registers where each piece stands. Checks nothing. */
export function assembleLaw(files: readonly ShapedFile[], problems: LawProblems): LawContent {
  const of = <K extends LawFileKind>(kind: K): readonly FileOf<K>[] =>
    files.filter((file): file is FileOf<K> => file.kind === kind)
  const pieces = <K extends LawFileKind, T, P extends object>(
    kind: K,
    key: string,
    list: (content: LawFileContent<K>) => readonly T[],
    make: (item: T, file: FileOf<K>) => P,
  ): readonly P[] =>
    of(kind).flatMap((file) =>
      list(file.content as LawFileContent<K>).map((item, index) =>
        problems.register(make(item, file), { document: file.document, path: [key, index] }),
      ),
    )
  const named = <T extends object>(
    file: ShapedFile,
    key: string,
    entries: readonly [string, T][],
  ) =>
    entries.map(([id, piece]) =>
      problems.register(piece, { document: file.document, path: [key, id] }),
    )
  return {
    characteristics: of('characteristics').flatMap((file) =>
      named(file, 'characteristics', withId(file.content.characteristics)),
    ),
    circumstances: of('circumstances').flatMap((file) =>
      named(file, 'circumstances', withId(file.content.circumstances)),
    ),
    kinds: of('kinds').flatMap((file) => named(file, 'kinds', withId(file.content.kinds))),
    places: of('places').flatMap((file) =>
      named(
        file,
        'places',
        Object.entries(file.content.places).map(([code, place]) => [code, { code, ...place }]),
      ),
    ),
    presumptions: pieces('presumptions', 'presumptions', (file) => file.presumptions, same),
    jurisdictions: of('jurisdiction').map((file) =>
      problems.register(jurisdictionOf(file.content), { document: file.document, path: [] }),
    ),
    entries: pieces('entries', 'entries', (file) => file.entries, entryOf),
    rules: pieces('requirements', 'rules', (file) => file.rules, ruleOf),
    authorisations: pieces(
      'authorisations',
      'authorisations',
      (file) => file.authorisations,
      authorisationOf,
    ),
    redFlags: pieces('red-flags', 'flags', (file) => file.flags, redFlagOf),
    clearances: of('red-flags').flatMap(({ content, document }) =>
      content.clearance === undefined
        ? []
        : [problems.register(content.clearance, { document, path: ['clearance'] })],
    ),
    restrictions: pieces(
      'authorisations',
      'restrictions',
      (file) => file.restrictions,
      (item, file): Restriction => ({ jurisdiction: file.content.jurisdiction, ...item }),
    ),
    groupFacts: groupFactsOf(of('groups'), problems),
    eccnReasons: {
      jurisdictions: of('eccn-reasons').map((file) => file.content.jurisdiction),
      covered: Object.fromEntries(
        of('eccn-reasons').flatMap((file) =>
          Object.entries(file.content.eccns).map(([code, control]) => [
            code,
            problems.register(control, { document: file.document, path: ['eccns', code] }),
          ]),
        ),
      ),
      notCovered: of('eccn-reasons').flatMap((file) => file.content.notCovered),
    },
    tables: Object.fromEntries(of('table').map((file) => [nameOfTable(file.path), file.content])),
  }
}

function same<T>(item: T): T {
  return item
}

function withId<T extends object>(
  record: Readonly<Record<string, T>>,
): readonly [string, T & { readonly id: string }][] {
  return Object.entries(record).map(([id, value]) => [id, { id, ...value }])
}

function entryOf(
  item: LawFileContent<'entries'>['entries'][number],
  file: FileOf<'entries'>,
): Entry {
  const { list, jurisdiction } = file.content
  return { id: `${jurisdiction}:${item.code}`, jurisdiction, list, ...item }
}

function ruleOf(
  item: LawFileContent<'requirements'>['rules'][number],
  file: FileOf<'requirements'>,
): RequirementRule {
  return { jurisdiction: file.content.jurisdiction, ...item }
}

function authorisationOf(
  item: LawFileContent<'authorisations'>['authorisations'][number],
  file: FileOf<'authorisations'>,
): Authorisation {
  return { jurisdiction: file.content.jurisdiction, ...item }
}

/** A rule of a jurisdiction's own folder speaks of the deals that it may hold. */
function redFlagOf(
  item: LawFileContent<'red-flags'>['flags'][number],
  { content, path }: FileOf<'red-flags'>,
): RedFlagRule {
  const jurisdiction = content.jurisdiction ?? jurisdictionOfPath(path)
  return { ...(jurisdiction === undefined ? {} : { jurisdiction }), ...item }
}

function jurisdictionOf(content: LawFileContent<'jurisdiction'>): JurisdictionContent {
  const { jurisdiction: code, coverage, ...rest } = content
  return {
    code,
    ...rest,
    coverage: {
      ...coverage,
      complete: asIntervals(coverage.complete),
      partly: asIntervals(coverage.partly),
    },
  }
}

function asIntervals(
  record: Readonly<Record<string, LegalDate | Interval>>,
): Readonly<Record<string, Interval>> {
  return Object.fromEntries(
    Object.entries(record).map(([kind, since]) => [
      kind,
      typeof since === 'string' ? { from: since } : since,
    ]),
  )
}

interface Dated {
  readonly from?: LegalDate
  readonly to?: LegalDate
}

/** Takes `from` and `to`, which stand beside the rest in a line of a table, into an interval. */
function withInterval<T extends Dated>(line: T): Omit<T, 'from' | 'to'> & { effective: Interval } {
  const { from, to, ...rest } = line
  const effective = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  return { ...rest, effective }
}

function groupFactsOf(files: readonly FileOf<'groups'>[], problems: LawProblems): GroupFacts {
  const groups: Group[] = []
  const moves: GroupMove[] = []
  const held: HeldMembership[] = []
  const treated: Treatment[] = []
  for (const { path, content, document } of files) {
    const jurisdiction = content.jurisdiction ?? jurisdictionOfPath(path) ?? ''
    for (const [name, group] of Object.entries(content.groups)) {
      const piece = { name, jurisdiction, ...group }
      groups.push(problems.register(piece, { document, path: ['groups', name] }))
    }
    const register = <T extends object>(key: string, index: number, piece: T): T =>
      problems.register(piece, { document, path: [key, index] })
    moves.push(...content.moves.map((line, at) => register('moves', at, withInterval(line))))
    held.push(...content.held.map((line, at) => register('held', at, withInterval(line))))
    treated.push(
      ...content.treated.map((line, at) =>
        register('treated', at, { jurisdiction, ...withInterval(line) }),
      ),
    )
  }
  return { groups, moves, held, treated }
}

/** `us/de-minimis` for `us/tables/de-minimis.yaml`, `lists` for `lists.yaml`. */
function nameOfTable(path: string): string {
  return path.replace('/tables/', '/').replace(/\.yaml$/, '')
}
