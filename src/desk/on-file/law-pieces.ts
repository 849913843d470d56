import { kindsSpokenOf, mayBeOfKind } from '../../classification/index.ts'
import { digestOf, type LegalDate } from '../../kernel/index.ts'
import { changesBetween, contentOf, type Expression, type Rulebook } from '../../rulebook/index.ts'

/** A piece of law, as far as it must be known to tell what a change of it can affect. */
export interface LawPiece {
  /** `entry US:3A090.a (version)`, `rule US:744.23`; `dictionary` for what all of the law stands on. */
  readonly id: string
  readonly what:
    | 'entry'
    | 'rule'
    | 'authorisation'
    | 'restriction'
    | 'red-flag'
    | 'group'
    | 'dictionary'
  /** Absent: it may matter to everybody. */
  readonly jurisdiction?: string
  /** Of an entry: kinds of items that it speaks of; absent: any. */
  readonly kinds?: readonly string[]
  readonly digest: string
}

const DIGEST_LENGTH = 24

/** All pieces of an edition: two editions are compared by them long after one of them is gone. */
export function lawPieces(rulebook: Rulebook): readonly LawPiece[] {
  const { entries, rules, authorisations, restrictions, redFlags, groupFacts, ...rest } =
    contentOf(rulebook)
  const { groups, moves, held, treated } = groupFacts
  const piece = (
    what: LawPiece['what'],
    id: string,
    content: unknown,
    more: Pick<LawPiece, 'jurisdiction' | 'kinds'> = {},
  ): LawPiece => ({ what, id: `${what} ${id}`, digest: shortDigest(content), ...more })
  const of = ({
    jurisdiction,
  }: {
    readonly jurisdiction?: string
  }): Pick<LawPiece, 'jurisdiction'> => (jurisdiction === undefined ? {} : { jurisdiction })
  return [
    ...entries.map((one) =>
      piece('entry', `${one.id} (${one.version})`, one, {
        jurisdiction: one.jurisdiction,
        ...kindsOf(one.criteria),
      }),
    ),
    ...rules.map((one) => piece('rule', one.id, one, of(one))),
    ...authorisations.map((one) =>
      piece('authorisation', `${one.jurisdiction} ${one.id}`, one, of(one)),
    ),
    ...restrictions.map((one) => piece('restriction', one.id, one, of(one))),
    ...redFlags.map((one) => piece('red-flag', one.id, one, of(one))),
    // Who is in which group is read by every jurisdiction.
    piece('group', 'all', { groups, moves, held, treated }),
    piece('dictionary', 'all', rest),
  ]
}

/** Pieces that are not the same in both, the later where there are two. */
export function changedPieces(
  before: readonly LawPiece[],
  after: readonly LawPiece[],
): readonly LawPiece[] {
  const old = new Map(before.map((piece) => [piece.id, piece]))
  const changed = after.flatMap((piece): readonly LawPiece[] => {
    const was = old.get(piece.id)
    old.delete(piece.id)
    if (was?.digest === piece.digest) return []
    const kinds = was === undefined ? piece.kinds : both(was.kinds, piece.kinds)
    const { kinds: _, ...rest } = piece
    return [{ ...rest, ...(kinds === undefined ? {} : { kinds }) }]
  })
  return [...changed, ...old.values()]
}

/** Pieces of one edition that begin, end, are suspended or become known after one day up to another. */
export function piecesTurning(
  rulebook: Rulebook,
  since: LegalDate,
  until: LegalDate,
): readonly LawPiece[] {
  if (until <= since) return []
  const ids = new Set(
    changesBetween(rulebook, since, until).map(({ what, id }) =>
      what === 'group' ? 'group all' : `${what} ${id}`,
    ),
  )
  const published = [...rulebook.entries, ...rulebook.rules].filter(
    ({ published: on }) => on !== undefined && on > since && on <= until,
  )
  for (const one of published) ids.add(`${'code' in one ? 'entry' : 'rule'} ${one.id}`)
  return lawPieces(rulebook).filter(({ what, id }) =>
    // Days name an entry without its version.
    ids.has(what === 'entry' ? id.replace(/ \([^()]*\)$/, '') : id),
  )
}

function kindsOf(criteria: Expression): Pick<LawPiece, 'kinds'> {
  const kinds = kindsSpokenOf(criteria)
  return kinds === undefined ? {} : { kinds }
}

function both(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  return one === undefined || other === undefined ? undefined : [...new Set([...one, ...other])]
}

function shortDigest(content: unknown): string {
  // As JSON: what is not said has no place in a digest.
  return digestOf(JSON.parse(JSON.stringify(content))).slice(
    'sha256:'.length,
    'sha256:'.length + DIGEST_LENGTH,
  )
}

/** What of an item decides which entries may speak of it, its content with it. */
export interface ItemReach {
  /** Absent in one: any. */
  readonly kinds: readonly (string | undefined)[]
  /** Jurisdictions in whose lists somebody claims a place for it. */
  readonly claims: readonly string[]
}

/** Whether a change of the piece may classify the item otherwise. */
export function mayClassifyAnew(
  { what, jurisdiction, kinds }: LawPiece,
  reach: ItemReach,
): boolean {
  if (what === 'dictionary') return true
  if (what !== 'entry') return false
  if (kinds === undefined || (jurisdiction !== undefined && reach.claims.includes(jurisdiction)))
    return true
  return reach.kinds.some((kind) => kind === undefined || mayBeOfKind(kind, kinds))
}

/** Whether a change of the piece may answer a deal otherwise, of which these jurisdictions have a hold. */
export function mayAnswerAnew(
  piece: LawPiece,
  reach: ItemReach,
  holds: readonly string[],
): boolean {
  if (piece.what === 'entry') return mayClassifyAnew(piece, reach)
  return piece.jurisdiction === undefined || holds.includes(piece.jurisdiction)
}

/** Of what is stated, before it is read: a kind that is not a text may be any. */
export function reachOf(items: readonly unknown[]): ItemReach {
  const kinds: (string | undefined)[] = []
  const claims = new Set<string>()
  const visit = (one: unknown): void => {
    const { kind, claimed, content, madeWith } = (one ?? {}) as Readonly<Record<string, unknown>>
    kinds.push(typeof kind === 'string' && kind !== 'unknown' ? kind : undefined)
    for (const code of Object.keys(Object(claimed) as object)) claims.add(code)
    for (const inner of Array.isArray(content) ? content : []) visit(inner)
    for (const input of Array.isArray(madeWith) ? madeWith : [])
      for (const code of Object.keys(Object((input as { claimed?: unknown }).claimed)))
        claims.add(code)
  }
  for (const item of items) visit(item)
  return { kinds, claims: [...claims] }
}
