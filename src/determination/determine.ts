import type { Classifier } from '../classification/index.ts'
import { fail, type LegalDate, ok, type Problem, type Result } from '../kernel/index.ts'
import type { Entry, Rulebook } from '../rulebook/index.ts'
import { type ArrangedItem, type ArrangedTransaction, arrange } from './arrange.ts'
import { writeAnswer } from './assemble.ts'
import {
  type ComingLaw,
  type ComingPiece,
  comingDuties,
  comingLaw,
  isLimit,
  isSuspended,
  readsOwners,
} from './coming-law.ts'
import { type DealContext, dealContext } from './deal-context.ts'
import { Engine } from './engine.ts'
import type { ItemLook } from './item-look.ts'
import type { ItemView } from './item-view.ts'
import { findingOf } from './jurisdiction-answer.ts'
import { lineKeyOf } from './line-key.ts'
import type { Determination, Duty, JurisdictionFinding } from './model.ts'
import type { PartyScreener } from './parties.ts'
import { type FilledText, PreparedAnswers } from './prepared-answers.ts'
import { Sheet } from './sheet.ts'
import type { Transaction } from './transaction.ts'
import { markFor } from './wording.ts'

export interface DeterminerOptions {
  readonly rulebook: Rulebook
  readonly classifier: Classifier
  readonly engineVersion: string
}

export interface DetermineOptions {
  /** Default: the date of the transaction; a problem where there is neither. */
  readonly asOf?: LegalDate
  /** Default: `asOf`. */
  readonly knownAt?: LegalDate
  /** Without one no party is screened, and nothing is clear. */
  readonly screener?: PartyScreener
  /** Adds `reasons`. */
  readonly explain?: boolean
  /**
   * For worked cases alone, whose authors state all that matters: `not-given` reads circumstances of the
   * deal that nobody stated as not given. Such an answer names it under `assumptions` and is never better
   * than `undetermined`. Default `unknown`.
   */
  readonly unstated?: 'unknown' | 'not-given'
  /**
   * For worked cases alone: `met` reads, of an item that is surely on one entry, only the entries that it
   * is surely on. Named and capped like `unstated`. Default `all`, and `met` where `unstated` is
   * `not-given`.
   */
  readonly entries?: 'all' | 'met'
}

export interface Determiner {
  /** Problems are of the items' characteristics, with their path in the transaction, or of the day. */
  determine(transaction: Transaction, options?: DetermineOptions): Result<Determination>
  /** The same as JSON on one line, without making its objects. */
  write(transaction: Transaction, options?: DetermineOptions): Result<string>
  /** The same onto a sheet with others, for batches; nothing where there are problems. */
  writeTo(sheet: Sheet, transaction: Transaction, options?: DetermineOptions): Result<void>
}

/** Compiles what it needs of the rulebook when it is first asked for; one serves any number of transactions. */
export function createDeterminer(options: DeterminerOptions): Determiner {
  const engine = new Engine(options.rulebook, options.classifier)
  const prepared = new PreparedAnswers()
  /** Onto the sheet, or from it where the like was answered before. */
  const answer = (transaction: Transaction, how: DetermineOptions, sheet: Sheet): Result<void> => {
    const key = keyOf(transaction, how)
    if (key !== undefined && prepared.write(key, transaction, sheet)) return ok(undefined)
    const arranged = arrange(transaction)
    const isKept = (): boolean => key !== undefined && prepared.isMet(key)
    const written = answerArranged(arranged, how, sheet, isKept)
    if (!written.ok) return written
    if (key !== undefined && written.value !== undefined)
      prepared.keep(key, arranged, written.value)
    return ok(undefined)
  }
  const answerArranged = (
    arranged: ArrangedTransaction,
    how: DetermineOptions,
    sheet: Sheet,
    isKept: () => boolean,
  ): Result<FilledText | undefined> => {
    const asOf = how.asOf ?? arranged.transaction.date
    if (asOf === undefined) return fail(NO_DAY)
    const looks = arranged.items.map(({ item }) => engine.look(item))
    const deal = dealContext({
      arranged,
      looks,
      holds: engine.holdsOn(arranged, looks, asOf),
      asOf,
      knownAt: how.knownAt ?? asOf,
      closed: how.unstated === 'not-given',
      metAlone: (how.entries ?? (how.unstated === 'not-given' ? 'met' : 'all')) === 'met',
      explain: how.explain === true,
      mark: markFor(arranged.text),
      screener: how.screener,
    })
    const items = viewItems(deal, engine)
    if (!items.ok) return items
    const coming = comingFor(deal, engine, items.value)
    const version = options.engineVersion
    return ok(writeAnswer(engine, deal, items.value, coming, version, sheet, isKept))
  }
  const own = new Sheet()
  const write = (transaction: Transaction, how: DetermineOptions): Result<string> => {
    own.backTo(0)
    const answered = answer(transaction, how, own)
    return answered.ok ? ok(own.from(0).toString()) : answered
  }
  return {
    /** The text is the answer; its objects are read from it, so that both say the same. */
    determine: (transaction, how = {}) => {
      const written = write(transaction, how)
      return written.ok ? ok(JSON.parse(written.value) as Determination) : written
    },
    write: (transaction, how = {}) => write(transaction, how),
    writeTo: (sheet, transaction, how = {}) => answer(transaction, how, sheet),
  }
}

/** What lines are answered alike by; nothing where names are screened or reasons are asked for. */
function keyOf(transaction: Transaction, how: DetermineOptions): string | undefined {
  const stated = lineKeyOf(transaction)
  if (stated === undefined || how.screener !== undefined || how.explain === true) return undefined
  return `${how.asOf ?? ''} ${how.knownAt ?? ''} ${how.unstated ?? ''} ${how.entries ?? ''} ${stated}`
}

/** Law already public that will reach the deal: the same deal, asked about for the first day of that law. */
function comingFor(deal: DealContext, engine: Engine, seen: readonly ItemView[]): readonly Duty[] {
  const coming = comingLaw(engine.rulebook, deal.asOf, deal.knownAt)
  return coming.length === 0 ? [] : coming.flatMap((law) => comingOf(law, deal, engine, seen))
}

function comingOf(
  law: ComingLaw,
  deal: DealContext,
  engine: Engine,
  seen: readonly ItemView[],
): readonly Duty[] {
  if (!deal.holds.some(({ seat }) => seat.jurisdiction.code === law.jurisdiction)) return []
  const pieces = law.pieces.filter((one) => mayTouch(one, deal, seen))
  if (pieces.length === 0) return []
  const unscreened = dealContext({ ...deal, screener: undefined })
  const holds = engine.holdsOn(deal.arranged, deal.looks, law.day)
  const then = dealContext({ ...unscreened, asOf: law.day, holds })
  const hold = holds.find(({ seat }) => seat.jurisdiction.code === law.jurisdiction)
  const items = viewItems(then, engine)
  if (hold === undefined || !items.ok) return []
  const found = findingOf(engine, then, hold, items.value)
  const isOtherwise = (): boolean => {
    const own = deal.holds.find(({ seat }) => seat.jurisdiction.code === law.jurisdiction)
    if (own === undefined) return true
    return (
      decidedIn(findingOf(engine, dealContext({ ...unscreened, explain: false }), own, seen)) !==
      decidedIn(found)
    )
  }
  // A country that moves without bearing on the deal is nothing to tell.
  const told =
    pieces.some((piece) => 'comes' in piece) && !isOtherwise() ? pieces.filter(isOfLaw) : pieces
  return comingDuties({ ...law, pieces: told }, deal.asOf, found)
}

function isOfLaw(piece: ComingPiece): boolean {
  return !('comes' in piece)
}

/** What is required, by what, and what may overcome it. */
function decidedIn({ licence }: JurisdictionFinding): string {
  const { required, by, exceptions } = licence
  return JSON.stringify([
    required,
    by.map(({ rule, item, truth, policy }) => [rule, item, truth, policy]),
    exceptions.map(({ id, item, usable }) => [id, item, usable]),
  ])
}

/**
 * New law may reach any deal, a move of a country those that name it. What is only suspended reaches those that it would reach today: an item
 * that is listed without effect, and of rules on owners a deal that states any.
 */
function mayTouch(
  piece: ComingPiece,
  { arranged, asOf }: DealContext,
  seen: readonly ItemView[],
): boolean {
  if ('comes' in piece) return isNamedIn(arranged, piece.country)
  if (!isLimit(piece)) return true
  if (!isSuspended(piece, asOf)) return true
  if ('code' in piece) return seen.some((item) => isSuspendedOn(item, piece))
  return !readsOwners(piece) || arranged.parties.some(({ owners = [] }) => owners.length > 0)
}

/** As the country of departure, passage or arrival, or as that of somebody who takes part. */
function isNamedIn({ transaction, parties }: ArrangedTransaction, place: string): boolean {
  const { from, to, via = [] } = transaction.route ?? {}
  if ([from, to, ...via].includes(place)) return true
  return parties.some(({ country, headquarters }) => country === place || headquarters === place)
}

function isSuspendedOn(item: ItemView, { jurisdiction, id, version }: Entry): boolean {
  return item
    .seenBy(jurisdiction)
    .suspended.some((entry) => entry.id === id && entry.version === version)
}

const NO_DAY: Problem = {
  code: 'transaction.no-day',
  detail: 'Nothing says which day’s law applies.',
  where: { path: 'date' },
  remedy: 'State `date`, or ask for a day.',
}

/** Each item under the lists of the jurisdictions that may hold the deal, and those for reference. */
function viewItems(
  { arranged, looks, holds, asOf, knownAt, mark }: DealContext,
  engine: Engine,
): Result<readonly ItemView[]> {
  const found: ItemView[] = []
  const problems: Problem[] = []
  const jurisdictions = [
    ...holds.map(({ seat }) => seat.jurisdiction.code),
    ...engine.references.map(({ code }) => code),
  ]
  const options = { asOf, knownAt, jurisdictions, mark }
  for (const [at, item] of arranged.items.entries()) {
    const worked = workedOn(item, looks[at])
    const known = worked === item ? looks[at] : undefined
    const seen = engine.view(worked, known ?? engine.look(worked.item), options)
    if (seen.ok) found.push(seen.value)
    else problems.push(...seen.problems.map((problem) => inItem(problem, item)))
  }
  return problems.length > 0 ? fail(...problems) : ok(found)
}

/** A service has no place on a list; what is claimed of it is claimed of the tool it is given on. */
function workedOn(item: ArrangedItem, look: ItemLook | undefined): ArrangedItem {
  if (look?.isActivity !== true || item.item.claims.length === 0) return item
  const { kind: _kind, ...tool } = item.item
  return { ...item, item: tool }
}

function inItem(problem: Problem, { index }: ArrangedItem): Problem {
  const path = problem.where?.path
  return {
    ...problem,
    where: { ...problem.where, path: `items[${index}]${path === undefined ? '' : `.${path}`}` },
  }
}
