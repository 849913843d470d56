import type { Classification, Classifier, Item } from '../classification/index.ts'
import { fail, type LegalDate, ok, type Problem, type Result } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { type ArrangedItem, arrange } from './arrange.ts'
import { determinationOf } from './assemble.ts'
import { type DealContext, Engine } from './engine.ts'
import type { Determination } from './model.ts'
import type { PartyScreener } from './parties.ts'
import type { Transaction } from './transaction.ts'

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
}

/** Compiles what it needs of the rulebook when it is first asked for; one serves any number of transactions. */
export function createDeterminer(options: DeterminerOptions): Determiner {
  const engine = new Engine(options.rulebook)
  return {
    determine: (transaction, how = {}) => {
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
        ...(how.screener === undefined ? {} : { screener: how.screener }),
      }
      const classified = classifyAll(options.classifier, deal, engine)
      if (!classified.ok) return classified
      return ok(determinationOf(engine, deal, classified.value, options.engineVersion))
    },
  }
}

const NO_DAY: Problem = {
  code: 'transaction.no-day',
  detail: 'Nothing says which day’s law applies.',
  where: { path: 'date' },
  remedy: 'State `date`, or ask for a day.',
}

/** Each item under the lists of the jurisdictions that may hold it, and those for reference. */
function classifyAll(
  classifier: Classifier,
  { arranged, holds, asOf, knownAt }: DealContext,
  engine: Engine,
): Result<ReadonlyMap<string, Classification>> {
  const found = new Map<string, Classification>()
  const problems: Problem[] = []
  const jurisdictions = [
    ...holds.map(({ seat }) => seat.jurisdiction.code),
    ...engine.references.map(({ code }) => code),
  ]
  for (const item of arranged.items) {
    const classified = classifier.classify(workedOn(item.item, engine), {
      asOf,
      knownAt,
      jurisdictions,
    })
    if (classified.ok) found.set(item.id, classified.value)
    else problems.push(...classified.problems.map((problem) => inItem(problem, item)))
  }
  return problems.length > 0 ? fail(...problems) : ok(found)
}

/** A service has no place on a list; what is claimed of it is claimed of the tool it is given on. */
function workedOn(item: Item, { rulebook }: Engine): Item {
  const { kind, ...tool } = item
  const isService = kind !== undefined && rulebook.kinds.get(kind)?.class === 'activity'
  return isService && item.claims.length > 0 ? tool : item
}

function inItem(problem: Problem, { index }: ArrangedItem): Problem {
  const path = problem.where?.path
  return {
    ...problem,
    where: { ...problem.where, path: `items[${index}]${path === undefined ? '' : `.${path}`}` },
  }
}
