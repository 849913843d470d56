import {
  conjoin,
  contains,
  type Decimal,
  decimal,
  FALSE,
  type LegalDate,
  negate,
  TRUE,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from '../../kernel/index.ts'
import type { CompiledExpression, Explanation, Jurisdiction } from '../../rulebook/index.ts'
import type { CircumstanceLanguage } from '../vocabulary.ts'
import { type ContentShare, contentShare } from './content-share.ts'
import { createControlReader } from './controlled-content.ts'
import { isInScope } from './product-scope.ts'
import type { DeMinimisTable, ZeroCase } from './reach-tables.ts'
import { anyOf, isContentOpen, originatesIn, piecesOf, type ReachedItem } from './reached-item.ts'
import type { ReachContext, Way } from './way.ts'

const KIND = 'de-minimis'

/** Reads the levels of content, and the cases that have none, for items made elsewhere. */
export class DeMinimisReader {
  readonly #table: DeMinimisTable
  readonly #home: Jurisdiction
  readonly #levels: readonly Level[]
  readonly #zero: readonly CompiledZero[]
  readonly #controls: (context: ReachContext) => (piece: ReachedItem) => TruthCode

  constructor(table: DeMinimisTable, home: Jurisdiction, language: CircumstanceLanguage) {
    this.#table = table
    this.#home = home
    this.#levels = table.levels.map(({ id, percent, inclusive, when }) => ({
      id,
      inclusive,
      percent: decimal(percent),
      when: when === undefined ? undefined : language.compile(when),
    }))
    this.#zero = table.zero.map((rule) => ({
      rule,
      when: rule.when === undefined ? undefined : language.compile(rule.when),
      releases: rule.releases.map(({ when, effective }) => ({
        when: language.compile(when),
        effective,
      })),
    }))
    this.#controls = createControlReader(home, table.controlledBy)
  }

  read(context: ReachContext): readonly Way[] {
    const isControlled = this.#counting(context)
    const share = contentShare(context.reached, this.#home, isControlled)
    return [
      this.#byLevel(context, share),
      ...this.#zero
        .filter(({ rule }) => contains(rule.effective, context.day))
        .map((zero) => this.#byZero(context, zero, isControlled)),
    ]
  }

  /** What is owed before a level is relied upon: some content from there, and not more than the level. */
  reportOf(context: ReachContext, ways: readonly Way[]): DeMinimisTable['report'] {
    const { report } = this.#table
    if (report === undefined || ways.some(({ truth }) => truth === TRUE)) return undefined
    const { kinds } = context.rulebook
    const kind = kinds.get(context.reached.item.kind ?? '')
    if (kind === undefined || !report.classes.includes(kind.class)) return undefined
    const share = contentShare(context.reached, this.#home, this.#counting(context))
    return share.any === TRUE ? report : undefined
  }

  /** Controlled, and where the table names some content alone, of that. */
  #counting(context: ReachContext): (piece: ReachedItem) => TruthCode {
    const isControlled = this.#controls(context)
    const { counts } = this.#table
    if (counts === undefined) return isControlled
    return (piece) => {
      const named = isInScope(counts, piece, context)
      return named === FALSE ? FALSE : conjoin(named, isControlled(piece))
    }
  }

  #byLevel(context: ReachContext, share: ContentShare): Way {
    const levels = this.#levelsFor(context)
    const [first] = levels
    const truths = levels.map((level) => isAbove(share, level))
    const truth = truths.every((one) => one === truths[0]) ? (truths[0] ?? UNKNOWN) : UNKNOWN
    const wanted = levels.map(printLevel).join(' or ')
    const got = printShare(share)
    const because = `Controlled content from ${this.#home.name}: ${got} (${share.computation}); asked: ${wanted}.`
    const { cite, subjectThrough } = this.#table
    return {
      kind: KIND,
      through: subjectThrough,
      truth,
      because: first === undefined ? 'No level is held for the destination.' : because,
      cite,
      asked: truth === UNKNOWN ? share.asked.map(askAbout) : [],
      missing: truths.length > 1 && truth === UNKNOWN ? DESTINATION : NOTHING,
      ...(context.explain
        ? { explanation: fact('controlled content', got, wanted, truth, share.computation) }
        : {}),
    }
  }

  /** Those that may apply, up to the first that surely does. */
  #levelsFor({ circumstances }: ReachContext): readonly Level[] {
    const found: Level[] = []
    for (const level of this.#levels) {
      const applies = level.when?.evaluate(circumstances.table) ?? TRUE
      if (applies === FALSE) continue
      found.push(level)
      if (applies === TRUE) break
    }
    return found
  }

  #byZero(
    context: ReachContext,
    { rule, when, releases }: CompiledZero,
    isControlled: (piece: ReachedItem) => TruthCode,
  ): Way {
    const { circumstances, day, reached } = context
    const missing = new Set<string>()
    const scope = isInScope(rule.product, reached, context)
    const applies = when?.evaluate(circumstances.table) ?? TRUE
    const released = anyOf(releases, (one) =>
      contains(one.effective, day) ? one.when.evaluate(circumstances.table) : FALSE,
    )
    const suspended = rule.suspended.some((days) => contains(days, day))
    const asks = conjoin(scope, conjoin(applies, negate(released)))
    const open = (rule.coveredFrom ?? day) > day ? UNKNOWN : TRUE
    const held = suspended || asks === FALSE ? FALSE : this.#holds(rule, context, isControlled)
    const truth = conjoin(conjoin(asks, open), held)
    if (truth === UNKNOWN) {
      when?.collectMissing(circumstances.table, missing)
      for (const one of releases) one.when.collectMissing(circumstances.table, missing)
    }
    return {
      kind: KIND,
      through: rule.id,
      truth,
      because: `${rule.what}: any content that counts is enough.`,
      ...(truth === UNKNOWN && context.reached.content === undefined ? { silent: rule.id } : {}),
      cite: rule.cite,
      asked: truth === UNKNOWN && held === UNKNOWN ? CONTENT : [],
      missing,
      ...(context.explain
        ? {
            explanation: {
              kind: 'all',
              truth: truthOf(truth),
              children: [
                fact('item in scope', truthOf(scope), rule.what, scope),
                ...(when === undefined ? [] : [when.explain(circumstances.table)]),
                fact('content that counts', truthOf(held), 'any', held),
              ],
            },
          }
        : {}),
    }
  }

  /** Some piece from there is of the kind that the case speaks of; any controlled one where it names none. */
  #holds(
    { content }: ZeroCase,
    context: ReachContext,
    isControlled: (piece: ReachedItem) => TruthCode,
  ): TruthCode {
    const isNamed = Object.keys(content).length > 0
    const found = anyOf(piecesOf(context.reached), (piece) =>
      conjoin(
        originatesIn(piece.item, this.#home),
        isNamed ? isInScope(content, piece, context) : isControlled(piece),
      ),
    )
    return found === FALSE && isContentOpen(context.reached) ? UNKNOWN : found
  }
}

interface Level {
  readonly id: string
  readonly percent: Decimal
  readonly inclusive: boolean
  readonly when: CompiledExpression | undefined
}

interface CompiledZero {
  readonly rule: ZeroCase
  readonly when: CompiledExpression | undefined
  readonly releases: readonly {
    readonly when: CompiledExpression
    readonly effective: { readonly from?: LegalDate; readonly to?: LegalDate }
  }[]
}

const NOTHING: ReadonlySet<string> = new Set()
const DESTINATION: ReadonlySet<string> = new Set(['destination'])
const CONTENT = [
  {
    fact: 'content',
    why: 'What does it contain, of which origin, and may any of it be controlled?',
  },
]

function isAbove({ least, most }: ContentShare, { percent, inclusive }: Level): TruthCode {
  const isOver = (share: Decimal): boolean => (inclusive ? share.gte(percent) : share.gt(percent))
  if (least !== undefined && isOver(least)) return TRUE
  return most !== undefined && !isOver(most) ? FALSE : UNKNOWN
}

function printLevel({ percent, inclusive }: Level): string {
  return `${inclusive ? '>=' : '>'} ${percent.toString()} %`
}

function printShare({ least, most }: ContentShare): string {
  const print = (share: Decimal): string => `${share.toDecimalPlaces(2).toString()} %`
  if (least === undefined) return 'a share not known'
  if (most === undefined) return `${print(least)} or more`
  return least.eq(most) ? print(least) : `${print(least)} to ${print(most)}`
}

const QUESTIONS: Readonly<Record<string, string>> = {
  content: 'What does it contain, of which origin, and may any of it be controlled?',
  origin: 'In which country does this piece originate?',
  claimed: 'On which entry is this piece, or on none?',
  value: 'What is it worth, in the currency of the whole?',
}

function askAbout(path: string): { readonly fact: string; readonly why: string } {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return { fact: path, why: QUESTIONS[name] ?? name }
}

function fact(
  parameter: string,
  got: string,
  wanted: string,
  truth: TruthCode,
  derivation?: string,
): Explanation {
  return {
    kind: 'fact',
    truth: truthOf(truth),
    parameter,
    got,
    wanted,
    ...(derivation === undefined ? {} : { derivation }),
  }
}
