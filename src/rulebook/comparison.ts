import {
  type Decimal,
  FALSE,
  fail,
  isAtOrBelow,
  type LegalDate,
  negate,
  ok,
  type Problem,
  parseQuantity,
  type Result,
  TRUE,
  type TruthCode,
  UNKNOWN,
} from '../kernel/index.ts'
import { type Amount, amountOf, compareAmounts } from './amount.ts'
import type { FactTable, FactValue } from './criteria-model.ts'
import type { GroupTable, Parameter, Wanted } from './model.ts'
import { isKindWithin, type Vocabulary } from './vocabulary.ts'

/** One comparison, ready to run on values that are stated (neither absent, unknown, none nor presumed absent). */
export interface Comparison {
  readonly test: (value: FactValue, facts: FactTable) => TruthCode
  /** As printed in reasons: `>= 4800`, `one of MO, D:5`. */
  readonly wanted: string
  /** The threshold of a comparison of numbers. */
  readonly threshold?: Amount
}

export interface CompileContext {
  readonly vocabulary: Vocabulary
  readonly groups: GroupTable
}

/** @returns problems without a place; the caller knows where the comparison stands. */
export function compileComparison(
  parameter: Parameter,
  slot: number,
  wanted: Wanted,
  context: CompileContext,
): Result<Comparison> {
  switch (parameter.type) {
    case 'number':
      return compareNumber(parameter, wanted)
    case 'boolean':
      return typeof wanted === 'boolean'
        ? ok({ test: (value) => (value === wanted ? TRUE : FALSE), wanted: String(wanted) })
        : fail(misfit(parameter, wanted, 'true or false'))
    case 'text':
      return compareText(parameter, wanted)
    case 'kind':
      return withList(parameter, wanted, (kinds) => compareKind(kinds, context.vocabulary))
    case 'set':
      return withList(parameter, wanted, (tags) => compareSet(tags, slot))
    case 'codes':
      return withList(parameter, wanted, (codes) => compareCodes(codes, slot))
    case 'place':
    case 'places':
      return withList(parameter, wanted, (groups) => comparePlace(groups, slot, context.groups))
    case 'list':
    case 'range':
      return fail(misfit(parameter, wanted, 'no comparison: compare what is derived from it'))
  }
}

/** An operator and what it compares with. */
const OPERATED = /^(>=|<=|>|<|=|!=)\s*(\S.*)$/
/** What a comparison is below, at and above its threshold. */
const ACCEPTS: ReadonlyMap<string, readonly [TruthCode, TruthCode, TruthCode]> = new Map([
  ['>=', [FALSE, TRUE, TRUE]],
  ['<=', [TRUE, TRUE, FALSE]],
  ['>', [FALSE, FALSE, TRUE]],
  ['<', [TRUE, FALSE, FALSE]],
  ['=', [FALSE, TRUE, FALSE]],
  ['!=', [TRUE, FALSE, TRUE]],
])

function compareNumber(parameter: Parameter, wanted: Wanted): Result<Comparison> {
  const text = typeof wanted === 'number' ? `= ${wanted}` : wanted
  const match = typeof text === 'string' ? OPERATED.exec(text) : null
  const accepts = ACCEPTS.get(match?.[1] ?? '')
  if (match === null || accepts === undefined) {
    return fail(misfit(parameter, wanted, "an operator and a number, as '>= 4800'"))
  }
  const limit: Result<Decimal> = parseQuantity(match[2] ?? '', parameter.unit ?? '1')
  if (!limit.ok) return limit
  const threshold = amountOf(limit.value)
  const [below, at, above] = accepts
  return ok({
    test: (value) => {
      const difference = compareAmounts(value as Amount, threshold)
      return difference < 0 ? below : difference > 0 ? above : at
    },
    wanted: String(text),
    threshold,
  })
}

function compareText(parameter: Parameter, wanted: Wanted): Result<Comparison> {
  if (typeof wanted !== 'string') return withList(parameter, wanted, compareWords)
  const [, operator = '=', word = wanted] = OPERATED.exec(wanted) ?? []
  if (operator !== '=' && operator !== '!=') {
    return fail(misfit(parameter, wanted, "a word, or '!= word'"))
  }
  const match = operator === '=' ? TRUE : FALSE
  return ok({ test: (value) => (value === word ? match : negate(match)), wanted })
}

function compareWords(wanted: readonly string[]): Comparison {
  const words = new Set(wanted)
  return {
    test: (value) => (words.has(value as string) ? TRUE : FALSE),
    wanted: oneOf(wanted),
  }
}

/** True in the subtree of one, unknown where only a prefix of one is stated (`sme` for `sme.dep`), else false. */
function compareKind(wanted: readonly string[], vocabulary: Vocabulary): Comparison {
  const truths = new Map<string, TruthCode>()
  for (const kind of vocabulary.kinds.keys()) {
    const within = wanted.some((ancestor) => isKindWithin(kind, ancestor))
    const above = wanted.some((ancestor) => isKindWithin(ancestor, kind))
    truths.set(kind, within ? TRUE : above ? UNKNOWN : FALSE)
  }
  return { test: (value) => truths.get(value as string) ?? UNKNOWN, wanted: oneOf(wanted) }
}

function compareSet(wanted: readonly string[], slot: number): Comparison {
  return {
    test: (value, facts) => {
      const members = value as ReadonlySet<string>
      if (wanted.some((tag) => members.has(tag))) return TRUE
      const undecided = facts.undecided.get(slot)
      if (undecided === undefined) return FALSE
      return undecided.has('*') || wanted.some((tag) => undecided.has(tag)) ? UNKNOWN : FALSE
    },
    wanted: oneOf(wanted),
  }
}

/** Codes that say "on no entry" are met by no wildcard. */
const UNLISTED = new Set(['EAR99', 'not-listed'])

/** `*` is any entry, `3B*` all that begin so, `3A090.b` the paragraph and all under it. */
export function codeMatches(code: string, wanted: string): boolean {
  if (wanted === '*') return !UNLISTED.has(code)
  if (wanted.endsWith('*')) return code.startsWith(wanted.slice(0, -1))
  return isAtOrBelow(code, wanted)
}

function compareCodes(wanted: readonly string[], slot: number): Comparison {
  const matches = (code: string): boolean => wanted.some((pattern) => codeMatches(code, pattern))
  return {
    test: (value, facts) => {
      for (const code of value as ReadonlySet<string>) if (matches(code)) return TRUE
      for (const code of facts.undecided.get(slot) ?? [])
        if (code === '*' || matches(code)) return UNKNOWN
      return FALSE
    },
    wanted: oneOf(wanted),
  }
}

/** Countries of a day, and days: more than there are, unless somebody feeds it nonsense. */
const MOST_REMEMBERED = 1000

function comparePlace(wanted: readonly string[], slot: number, groups: GroupTable): Comparison {
  // Days within days: joining the two into one key would cost more than the rest of a criterion.
  const days = new Map<LegalDate, Map<string, TruthCode>>()
  const test = (country: string, facts: FactTable): TruthCode => {
    const known = days.get(facts.day)
    const found = known?.get(country)
    if (found !== undefined) return found
    const truths = wanted.map((group) => groups.membership(group, country, facts.day))
    const truth = truths.includes('true') ? TRUE : truths.includes('unknown') ? UNKNOWN : FALSE
    if (known !== undefined && known.size < MOST_REMEMBERED) known.set(country, truth)
    else {
      if (days.size >= MOST_REMEMBERED) days.clear()
      days.set(facts.day, new Map([[country, truth]]))
    }
    return truth
  }
  return {
    test: (value, facts) => {
      if (typeof value === 'string') return test(value, facts)
      let highest: TruthCode = FALSE
      for (const country of value as ReadonlySet<string>) {
        const truth = test(country, facts)
        if (truth > highest) highest = truth
      }
      // Of several places some may not be stated, as the headquarters of one of three parties.
      for (const country of facts.undecided.get(slot) ?? []) {
        if (highest !== FALSE) break
        if (country === '*' || test(country, facts) !== FALSE) highest = UNKNOWN
      }
      return highest
    },
    wanted: oneOf(wanted),
  }
}

function withList(
  parameter: Parameter,
  wanted: Wanted,
  make: (values: readonly string[]) => Comparison,
): Result<Comparison> {
  const values = typeof wanted === 'string' ? [wanted] : wanted
  if (!Array.isArray(values) || values.length === 0) {
    return fail(misfit(parameter, wanted, 'a list with at least one value'))
  }
  if (values.some((value) => OPERATED.test(String(value)))) {
    return fail(misfit(parameter, wanted, 'values without an operator, under `not` for all others'))
  }
  return ok(make(values))
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`
}

function misfit(parameter: Parameter, wanted: Wanted, asked: string): Problem {
  return {
    code: 'criteria.wrong-comparison',
    detail: `${parameter.id} is a ${parameter.type}; ${JSON.stringify(wanted)} does not compare with it.`,
    remedy: `Write ${asked}.`,
  }
}
