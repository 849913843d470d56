import type { Classifier } from '../classification/index.ts'
import { fail, type LegalDate, ok, type Problem, type Result } from '../kernel/index.ts'
import type { Entry, RequirementRule, Rulebook } from '../rulebook/index.ts'
import { type ArrangedItem, arrange } from './arrange.ts'
import { writeAnswer } from './assemble.ts'
import { comingDuties, comingLaw, isSuspended } from './coming-law.ts'
import { type DealContext, Engine } from './engine.ts'
import type { ItemView } from './item-view.ts'
import { findingOf } from './jurisdiction-answer.ts'
import type { Determination, Duty, ReasonFinding } from './model.ts'
import type { PartyScreener } from './parties.ts'
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
  const answer = (
    transaction: Transaction,
    how: DetermineOptions,
    sheet: Sheet,
  ): Result<readonly ReasonFinding[] | undefined> => {
    const asOf = how.asOf ?? transaction.date
    if (asOf === undefined) return fail(NO_DAY)
    const arranged = arrange(transaction)
    const deal: DealContext = {
      arranged,
      holds: engine.holdsOn(arranged, asOf),
      asOf,
      knownAt: how.knownAt ?? asOf,
      closed: how.unstated === 'not-given',
      metAlone: (how.entries ?? (how.unstated === 'not-given' ? 'met' : 'all')) === 'met',
      explain: how.explain === true,
      mark: markFor(arranged.text),
      ...(how.screener === undefined ? {} : { screener: how.screener }),
    }
    const items = viewItems(deal, engine)
    if (!items.ok) return items
    const coming = comingFor(deal, engine, items.value)
    return ok(writeAnswer(engine, deal, items.value, coming, options.engineVersion, sheet))
  }
  const own = new Sheet()
  const write = (transaction: Transaction, how: DetermineOptions): Result<Written> => {
    own.backTo(0)
    const answered = answer(transaction, how, own)
    if (!answered.ok) return answered
    const text = own.from(0).toString()
    return ok({ text, reasons: answered.value })
  }
  return {
    determine: (transaction, how = {}) => {
      const written = write(transaction, how)
      return written.ok ? ok(readAnswer(written.value)) : written
    },
    write: (transaction, how = {}) => {
      const written = write(transaction, how)
      if (!written.ok) return written
      const { text, reasons } = written.value
      return ok(reasons === undefined ? text : JSON.stringify(readAnswer(written.value)))
    },
    writeTo: (sheet, transaction, how = {}) => {
      if (how.explain !== true) {
        const written = answer(transaction, how, sheet)
        return written.ok ? ok(undefined) : written
      }
      const written = write(transaction, how)
      if (!written.ok) return written
      sheet.text(JSON.stringify(readAnswer(written.value)))
      return ok(undefined)
    },
  }
}

interface Written {
  readonly text: string
  readonly reasons: readonly ReasonFinding[] | undefined
}

/** Law already public that will reach the deal: the same deal, asked about for the first day of that law. */
function comingFor(deal: DealContext, engine: Engine, seen: readonly ItemView[]): readonly Duty[] {
  const held = new Set(deal.holds.map(({ seat }) => seat.jurisdiction.code))
  return comingLaw(engine.rulebook, deal.asOf, deal.knownAt)
    .filter(({ jurisdiction }) => held.has(jurisdiction))
    .map((law) => ({ ...law, pieces: law.pieces.filter((one) => mayTouch(one, deal, seen)) }))
    .filter(({ pieces }) => pieces.length > 0)
    .flatMap((law) => {
      const { screener: _screener, ...unscreened } = deal
      const then = { ...unscreened, asOf: law.day, holds: engine.holdsOn(deal.arranged, law.day) }
      const hold = then.holds.find(({ seat }) => seat.jurisdiction.code === law.jurisdiction)
      const items = viewItems(then, engine)
      if (hold === undefined || !items.ok) return []
      const found = findingOf(engine, then, hold, items.value)
      return comingDuties(law, deal.asOf, found)
    })
}

/**
 * New law may reach any deal. What is only suspended reaches those that it would reach today: an item
 * that is listed without effect, and of rules on owners a deal that states any.
 */
function mayTouch(
  piece: Entry | RequirementRule,
  { asOf, arranged }: DealContext,
  seen: readonly ItemView[],
): boolean {
  if (!isSuspended(piece, asOf)) return true
  if ('code' in piece) return seen.some((item) => isSuspendedOn(item, piece))
  const readsOwners = JSON.stringify(piece.requires).includes('"owner_status"')
  return !readsOwners || arranged.parties.some(({ owners = [] }) => owners.length > 0)
}

function isSuspendedOn(item: ItemView, { jurisdiction, id, version }: Entry): boolean {
  const found = item.classification(jurisdiction).byJurisdiction.get(jurisdiction)
  return [...(found?.met ?? []), ...(found?.undecided ?? [])].some(
    ({ entry, suspended }) => suspended && entry.id === id && entry.version === version,
  )
}

/** The text is the answer; its objects are read from it, so that both say the same. */
function readAnswer({ text, reasons }: Written): Determination {
  const { digest, ...answer } = JSON.parse(text) as Determination
  return { ...answer, ...(reasons === undefined ? {} : { reasons }), digest }
}

const NO_DAY: Problem = {
  code: 'transaction.no-day',
  detail: 'Nothing says which day’s law applies.',
  where: { path: 'date' },
  remedy: 'State `date`, or ask for a day.',
}

/** Each item under the lists of the jurisdictions that may hold the deal, and those for reference. */
function viewItems(
  { arranged, holds, asOf, knownAt, mark }: DealContext,
  engine: Engine,
): Result<readonly ItemView[]> {
  const found: ItemView[] = []
  const problems: Problem[] = []
  const jurisdictions = [
    ...holds.map(({ seat }) => seat.jurisdiction.code),
    ...engine.references.map(({ code }) => code),
  ]
  for (const item of arranged.items) {
    const seen = engine.view(workedOn(item, engine), { asOf, knownAt, jurisdictions, mark })
    if (seen.ok) found.push(seen.value)
    else problems.push(...seen.problems.map((problem) => inItem(problem, item)))
  }
  return problems.length > 0 ? fail(...problems) : ok(found)
}

/** A service has no place on a list; what is claimed of it is claimed of the tool it is given on. */
function workedOn(item: ArrangedItem, { rulebook }: Engine): ArrangedItem {
  const { kind, ...tool } = item.item
  const isService = kind !== undefined && rulebook.kinds.get(kind)?.class === 'activity'
  return isService && tool.claims.length > 0 ? { ...item, item: tool } : item
}

function inItem(problem: Problem, { index }: ArrangedItem): Problem {
  const path = problem.where?.path
  return {
    ...problem,
    where: { ...problem.where, path: `items[${index}]${path === undefined ? '' : `.${path}`}` },
  }
}
