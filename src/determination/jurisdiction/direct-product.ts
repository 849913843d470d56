import {
  conjoin,
  contains,
  FALSE,
  TRUE,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from '../../kernel/index.ts'
import type {
  CompiledExpression,
  Explanation,
  Jurisdiction,
  Rulebook,
} from '../../rulebook/index.ts'
import type { CircumstanceLanguage } from '../vocabulary.ts'
import { isInScope } from './product-scope.ts'
import { type Asked, type Made, ProductionReader } from './production.ts'
import type { DirectProductRule, Limb } from './reach-tables.ts'
import { called, isContentOpen, originatesIn, piecesOf, type ReachedItem } from './reached-item.ts'
import type { AskedFact, ReachContext, Way } from './way.ts'

const KIND = 'direct-product'

interface CompiledRule {
  readonly rule: DirectProductRule
  readonly when: CompiledExpression | undefined
  /** Of items asked about before: what made an item is the same for every deal. */
  readonly made: WeakMap<ReachedItem, Map<string, LimbReading>>
  /** Of all of which nobody states what made them or what is in them. */
  readonly unsaid: Map<string, LimbReading>
}

/** Reads the rules by which what made an item carries a seat's law to it. */
export class DirectProductReader {
  readonly #rules: readonly CompiledRule[]
  readonly #home: Jurisdiction
  readonly #production: ProductionReader

  constructor(
    rules: readonly DirectProductRule[],
    home: Jurisdiction,
    rulebook: Rulebook,
    language: CircumstanceLanguage,
  ) {
    this.#rules = rules.map((rule) => ({
      rule,
      when: rule.when === undefined ? undefined : language.compile(rule.when),
      made: new WeakMap(),
      unsaid: new Map(),
    }))
    this.#home = home
    this.#production = new ProductionReader(rulebook, home)
  }

  read(context: ReachContext): readonly Way[] {
    const { day } = context
    return this.#rules.flatMap((compiled) => {
      const { effective, suspended } = compiled.rule
      if (!contains(effective, day) || suspended.some((days) => contains(days, day))) return []
      return [this.#readRule(compiled, context)]
    })
  }

  #readRule(compiled: CompiledRule, context: ReachContext): Way {
    const { rule, when } = compiled
    const facts = context.circumstances.table
    // In force in words that nobody holds for the day: only what made it can exclude it.
    const covered = (rule.coveredFrom ?? context.day) <= context.day
    const scope = covered ? isInScope(rule.product, context.reached, context) : UNKNOWN
    const reaches = covered ? (when?.evaluate(facts) ?? TRUE) : UNKNOWN
    const asks = conjoin(scope, reaches)
    const made = asks === FALSE ? OUT_OF_SCOPE : this.#madeOnce(compiled, context)
    const truth = conjoin(asks, made.truth)
    const missing = new Set<string>()
    if (truth === UNKNOWN && covered) when?.collectMissing(facts, missing)
    return {
      kind: KIND,
      through: rule.id,
      truth,
      because: sentence(rule, truth, made),
      ...(truth === UNKNOWN && isUnsaid(context.reached)
        ? { silent: `${rule.name} (${rule.id})` }
        : {}),
      cite: rule.cite,
      asked: truth === UNKNOWN ? made.asked : [],
      missing,
      ...(truth !== FALSE && made.presumed !== undefined ? { presumed: made.presumed } : {}),
      ...(context.explain ? { explanation: explain(rule, truth, scope, when, made, context) } : {}),
    }
  }

  #madeOnce({ rule, made, unsaid }: CompiledRule, context: ReachContext): LimbReading {
    const { reached, closed, metAlone } = context
    const isSilent = reached.content === undefined && isUnsaid(reached)
    let readings = isSilent ? unsaid : made.get(reached)
    if (readings === undefined) {
      readings = new Map()
      made.set(reached, readings)
    }
    const key = `${closed} ${metAlone}`
    const known = readings.get(key)
    if (known !== undefined) return known
    const found = this.#made(rule, context)
    readings.set(key, found)
    return found
  }

  /** One limb is enough; a presumption of the law decides only where nothing stated does. */
  #made(rule: DirectProductRule, context: ReachContext): LimbReading {
    const readings = rule.made.map((limb) => this.#readLimb(limb, context))
    const met = readings.find(({ truth }) => truth === TRUE)
    if (met !== undefined) return met
    const open = readings.filter(({ truth }) => truth === UNKNOWN)
    const presumed = open.find((reading) => reading.presumed !== undefined)
    if (presumed !== undefined && context.closed) return { ...presumed, truth: TRUE }
    return {
      truth: open.length > 0 ? UNKNOWN : FALSE,
      because: [...new Set((open.length > 0 ? open : readings).map(({ because }) => because))].join(
        '; ',
      ),
      asked: open.flatMap(({ asked }) => asked),
      ...(presumed?.presumed === undefined ? {} : { presumed: presumed.presumed }),
    }
  }

  #readLimb(limb: Limb, context: ReachContext): LimbReading {
    if (limb.contained !== undefined) return this.#readContained(limb, context)
    const { reached } = context
    return ofMade(this.#production.read(reached.item, limb), limb, reached)
  }

  /** Pieces from the territory itself are content, of which the levels and their zero cases speak. */
  #readContained(limb: Limb, context: ReachContext): LimbReading {
    const { contained = {}, presumed } = limb
    const found: LimbReading[] = []
    for (const piece of piecesOf(context.reached)) {
      if (originatesIn(piece.item, this.#home) === TRUE) continue
      const isOne = isInScope(contained, piece, context)
      if (isOne === FALSE) continue
      const made = ofMade(this.#production.read(piece.item, limb), limb, piece)
      const truth = conjoin(isOne, made.truth)
      if (truth === TRUE) return made
      if (truth === UNKNOWN) found.push({ ...made, truth })
    }
    const isOpen = isContentOpen(context.reached)
    if (found.length === 0 && !isOpen) {
      return { truth: FALSE, because: 'nothing contained is one', asked: [] }
    }
    return {
      truth: UNKNOWN,
      because: found[0]?.because ?? `${limb.what}: content not stated`,
      asked: found.length > 0 ? found.flatMap(({ asked }) => asked) : [askContent(limb)],
      ...(presumed === undefined ? {} : { presumed }),
    }
  }
}

interface LimbReading {
  readonly truth: TruthCode
  readonly because: string
  readonly asked: readonly AskedFact[]
  readonly presumed?: { readonly what: string; readonly cite: string }
}

const OUT_OF_SCOPE: LimbReading = { truth: FALSE, because: 'not asked', asked: [] }

const QUESTIONS: Readonly<Record<Asked, string>> = {
  madeWith: 'With technology, software and equipment of which origin is it made?',
  'madeWith.origin': 'Of which origin is what it is made with?',
  'madeWith.claimed': 'On which entry is the technology, software or equipment it is made with?',
}

/** Neither the item nor, as far as it is stated, what is in it has a word on how it was made. */
function isUnsaid({ item, content = [] }: ReachedItem): boolean {
  return item.madeWith.length === 0 && content.every(isUnsaid)
}

function ofMade({ truth, because, asked }: Made, limb: Limb, piece: ReachedItem): LimbReading {
  const { path } = piece
  const of = path === '' ? '' : `${called(piece)}: `
  return {
    truth,
    because: `${limb.what}: ${of}${because}`,
    asked:
      asked === undefined
        ? []
        : [{ fact: path === '' ? asked : `${path}.${asked}`, why: QUESTIONS[asked] }],
  }
}

function askContent({ what }: Limb): AskedFact {
  return { fact: 'content', why: `What does it contain, and how was it made? (${what})` }
}

function sentence({ id, name }: DirectProductRule, truth: TruthCode, made: LimbReading): string {
  const by = `${name} (${id})`
  if (truth === FALSE) return `${by} does not reach it.`
  const { presumed } = made
  const why = truth === TRUE && presumed !== undefined ? `presumed: ${presumed.what}` : made.because
  return truth === TRUE ? `${by}: ${why}.` : `${by} is open: ${why}.`
}

function explain(
  rule: DirectProductRule,
  truth: TruthCode,
  scope: TruthCode,
  when: CompiledExpression | undefined,
  made: LimbReading,
  { circumstances, reached }: ReachContext,
): Explanation {
  const fact = (parameter: string, got: string, wanted: string, of: TruthCode): Explanation => ({
    kind: 'fact',
    truth: truthOf(of),
    parameter,
    got,
    wanted,
  })
  return {
    kind: 'all',
    truth: truthOf(truth),
    children: [
      fact('item in scope', called(reached), rule.name, scope),
      ...(when === undefined ? [] : [when.explain(circumstances.table)]),
      fact('production', made.because, rule.made.map(({ what }) => what).join('; or '), made.truth),
    ],
  }
}
