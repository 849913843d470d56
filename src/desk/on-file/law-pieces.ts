import { kindsSpokenOf, mayBeOfKind } from '../../classification/index.ts'
import { digestOf, type LegalDate } from '../../kernel/index.ts'
import { contentOf, type Expression, type Rulebook } from '../../rulebook/index.ts'

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
  return partsOf(rulebook).map(pieceOf)
}

interface Part extends Omit<LawPiece, 'digest'> {
  readonly content: unknown
}

function pieceOf({ content, ...rest }: Part): LawPiece {
  return { ...rest, digest: shortDigest(content) }
}

function partsOf(rulebook: Rulebook): readonly Part[] {
  const { entries, rules, authorisations, restrictions, redFlags, groupFacts, ...rest } =
    contentOf(rulebook)
  const { groups, moves, held, treated } = groupFacts
  const part = (
    what: LawPiece['what'],
    id: string,
    content: unknown,
    more: Pick<LawPiece, 'jurisdiction' | 'kinds'> = {},
  ): Part => ({ what, id: `${what} ${id}`, content, ...more })
  const of = ({
    jurisdiction,
  }: {
    readonly jurisdiction?: string
  }): Pick<LawPiece, 'jurisdiction'> => (jurisdiction === undefined ? {} : { jurisdiction })
  return [
    ...entries.map((one) =>
      part('entry', `${one.id} (${one.version})`, one, {
        jurisdiction: one.jurisdiction,
        ...kindsOf(one.criteria),
      }),
    ),
    ...rules.map((one) => part('rule', one.id, one, of(one))),
    ...authorisations.map((one) =>
      part('authorisation', `${one.jurisdiction} ${one.id}`, one, of(one)),
    ),
    ...restrictions.map((one) => part('restriction', one.id, one, of(one))),
    ...redFlags.map((one) => part('red-flag', one.id, one, of(one))),
    // Who is in which group is read by every jurisdiction.
    part('group', 'all', { groups, moves, held, treated }),
    part('dictionary', 'all', rest),
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

/**
 * Pieces of one edition in which a day is named, after one day up to another, on which they or a part of them
 * begin, have ended, are suspended or become known.
 */
export function piecesTurning(
  rulebook: Rulebook,
  since: LegalDate,
  until: LegalDate,
): readonly LawPiece[] {
  if (until <= since) return []
  return partsOf(rulebook)
    .filter(({ content }) => turns(content, since, until))
    .map(pieceOf)
}

const FIRST_DAYS: ReadonlySet<string> = new Set(['from', 'published', 'coveredFrom'])

/** Wherever in it the day stands: a coverage, a presumption or a line of a rule has days of its own. */
function turns(content: unknown, since: LegalDate, until: LegalDate): boolean {
  if (typeof content !== 'object' || content === null) return false
  return Object.entries(content).some(([key, value]: readonly [string, unknown]) => {
    if (typeof value !== 'string') return turns(value, since, until)
    if (FIRST_DAYS.has(key)) return value > since && value <= until
    // The last day still counts: what ends on it is gone on the next.
    return key === 'to' && value >= since && value < until
  })
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
