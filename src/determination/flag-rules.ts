import { type LegalDate, TRUE } from '../kernel/index.ts'
import {
  type CompiledExpression,
  type Explanation,
  type RedFlagRule,
  type Rulebook,
  standingOf,
} from '../rulebook/index.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import { type Circumstances, knownSet } from './circumstances.ts'
import {
  CrossFacts,
  checkDeal,
  checkItem,
  crossCheckTables,
  type DealView,
  dealView,
  Lexicon,
  OF_ITEMS,
  type Required,
} from './cross-checks/index.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { Duty, RedFlag } from './model.ts'
import type { Transaction } from './transaction.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'

/** What the deal is read from: everything stated, and what was found of it. */
export interface FlaggedDeal {
  readonly arranged: ArrangedTransaction
  readonly asOf: LegalDate
  readonly circumstances: Circumstances
  /** Jurisdictions that may hold it. */
  readonly holds: ReadonlySet<string>
  /** What each of them asks: worked out only where something is compared with it. */
  readonly requirements: () => Required
  readonly resolver: FlagResolver
}

export interface FlagsRaised {
  readonly flags: readonly RedFlag[]
  readonly duties: readonly Duty[]
}

interface CompiledFlag {
  readonly rule: RedFlagRule
  readonly when: CompiledExpression
  readonly ofItems: boolean
}

const NOTHING = { raised: { flags: [], duties: [] }, ofItems: [] }

/** What a deal raises by itself, and what its items are then read with. */
export interface DealFlags {
  readonly raised: FlagsRaised
  readonly table: Circumstances
  readonly facts: CrossFacts
  readonly ofItems: readonly CompiledFlag[]
  /** Kinds of items of which nothing was said and for which nothing was raised. */
  readonly quiet: Set<string>
}

/** The red-flag rules of an edition, read over whole transactions. Only a true criterion raises a flag. */
export class FlagRules {
  readonly #flags: readonly CompiledFlag[]
  readonly #lexicon: Lexicon | undefined

  constructor(rulebook: Rulebook, language: CircumstanceLanguage) {
    const tables = crossCheckTables(rulebook)
    this.#lexicon = tables === undefined ? undefined : new Lexicon(tables, rulebook)
    this.#flags = rulebook.redFlags.map((rule) => {
      const when = language.compile(rule.when)
      return { rule, when, ofItems: when.parameters.some((id) => OF_ITEMS.has(id)) }
    })
  }

  /**
   * Of the deal without its items, where none of its parts is compared with them: the same for all
   * orders that state the same.
   */
  readDeal(flagged: FlaggedDeal): DealFlags {
    const lexicon = this.#lexicon
    if (lexicon === undefined || this.#flags.length === 0)
      return { ...NOTHING, table: flagged.circumstances, facts: new CrossFacts(), quiet: new Set() }
    const { arranged, asOf, holds, requirements, circumstances, resolver } = flagged
    const inForce = this.#flags.filter(
      ({ rule }) =>
        standingOf(rule, asOf) === 'in-force' &&
        (rule.jurisdiction === undefined || holds.has(rule.jurisdiction)),
    )
    const view = dealView(arranged, asOf, lexicon, requirements)
    const facts = checkDeal(view)
    const table = circumstances.copy()
    facts.writeTo(table)
    const raised = new Raised(resolver)
    for (const flag of inForce) {
      if (!flag.ofItems) raised.read(flag, table, [facts])
    }
    const ofItems = inForce.filter((flag) => flag.ofItems)
    return { raised, table, facts, ofItems, quiet: new Set() }
  }

  /** What the items raise, after what the deal does. */
  read(ofDeal: DealFlags, { arranged, asOf, requirements, resolver }: FlaggedDeal): FlagsRaised {
    const { raised, ofItems } = ofDeal
    const lexicon = this.#lexicon
    if (lexicon === undefined || ofItems.length === 0) return raised
    const view = dealView(arranged, asOf, lexicon, requirements)
    const more = new Raised(resolver)
    for (const item of view.items) readItem(view, item, ofDeal, more)
    if (more.flags.length === 0) return raised
    return {
      flags: [...raised.flags, ...more.flags],
      duties: [...raised.duties, ...more.duties],
    }
  }
}

/** Parts of a transaction that are compared with its items. */
export function comparesItems({ filing, statement, history }: Transaction): boolean {
  return filing !== undefined || statement !== undefined || history !== undefined
}

function readItem(view: DealView, item: ArrangedItem, ofDeal: DealFlags, raised: Raised): void {
  const { table, facts, ofItems, quiet } = ofDeal
  const own = checkItem(view, item)
  const kind = item.item.kind ?? ''
  // Nothing is said of it, and nothing was raised for another of its kind.
  if (own.isSilent && quiet.has(kind)) return
  const ownTable = table.copy()
  own.writeTo(ownTable)
  ownTable.set('item_kind', kind === '' || kind === 'unknown' ? undefined : kind)
  const before = raised.flags.length
  for (const flag of ofItems) raised.read(flag, ownTable, [own, facts], item.id)
  if (own.isSilent && raised.flags.length === before) quiet.add(kind)
}

class Raised implements FlagsRaised {
  readonly flags: RedFlag[] = []
  readonly duties: Duty[] = []
  readonly #resolver: FlagResolver

  constructor(resolver: FlagResolver) {
    this.#resolver = resolver
  }

  read(
    { rule, when }: CompiledFlag,
    circumstances: Circumstances,
    facts: readonly CrossFacts[],
    item?: string,
  ): void {
    if (when.evaluate(circumstances.table) !== TRUE) return
    const grounds = groundsOf(when, circumstances, facts)
    this.flags.push(
      this.#resolver.flagOf({
        because: sentence(rule.title, grounds),
        cite: rule.cite,
        id: item === undefined ? rule.id : `${rule.id}/${item}`,
        rule: rule.id,
      }),
    )
    const { duty } = rule
    if (duty === undefined) return
    this.duties.push({ by: duty.by ?? null, cite: rule.cite, to: duty.to, what: duty.what })
  }
}

function sentence(title: string, grounds: readonly string[]): string {
  const text = `${title}: ${grounds.join('; ')}`
  return /[.!?]”?$/.test(text) ? text : `${text}.`
}

/** The comparisons that decide, in words; a circumstance as stated where nothing was compared. */
function groundsOf(
  when: CompiledExpression,
  circumstances: Circumstances,
  facts: readonly CrossFacts[],
): readonly string[] {
  const leaves = leavesOf(when.explain(circumstances.table))
  const compared = leaves.flatMap(({ parameter }) =>
    facts.flatMap((found) => {
      const members = found.membersOf(parameter)
      const deciding = members.filter((one) => isEnough(when, circumstances, parameter, one))
      return found.because(parameter, deciding.length > 0 ? deciding : members)
    }),
  )
  const stated = leaves.map(({ parameter, got }) => `${parameter} is ${got}`)
  return [...new Set(compared.length > 0 ? compared : stated)]
}

/** Whether the flag would rise with this one member of a set alone: the others are no ground for it. */
function isEnough(
  when: CompiledExpression,
  circumstances: Circumstances,
  parameter: string,
  member: string,
): boolean {
  const alone = circumstances.copy()
  alone.setMembers(parameter, knownSet([member]))
  return when.evaluate(alone.table) === TRUE
}

type Leaf = Extract<Explanation, { readonly kind: 'fact' }>

function leavesOf(why: Explanation): readonly Leaf[] {
  if (why.kind === 'fact') return [why]
  if (why.kind === 'not') return leavesOf(why.child)
  return why.kind === 'all' || why.kind === 'any' ? why.children.flatMap(leavesOf) : []
}
