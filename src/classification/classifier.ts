import { fail, ok, type Problem, type Result, unwrap } from '../kernel/index.ts'
import {
  createFactReader,
  createVocabulary,
  type FactReader,
  type ReadFacts,
  type Rulebook,
  STATED_NONE,
  type Vocabulary,
} from '../rulebook/index.ts'
import { Decided } from './decided.ts'
import { type Candidates, EntryIndex } from './entry-index.ts'
import { type ComputedSlots, computedSlots, evaluate } from './evaluate.ts'
import { ItemClassification } from './item-classification.ts'
import type { Claim, Classification, Classifier, ClassifyOptions, ItemFacts } from './model.ts'
import { settle } from './settle.ts'
import { takenBack } from './taken-back.ts'

/**
 * Classifies items under every list of a rulebook. Criteria are compiled once, when they are first
 * met; entries are found by day and kind; one classifier serves any number of items.
 */
export function createClassifier(rulebook: Rulebook): Classifier {
  return new RulebookClassifier(rulebook)
}

class RulebookClassifier implements Classifier {
  readonly #rulebook: Rulebook
  readonly #vocabulary: Vocabulary
  readonly #index: EntryIndex
  readonly #reader: FactReader
  readonly #slots: ComputedSlots
  readonly #kindSlot: number | undefined

  constructor(rulebook: Rulebook) {
    this.#rulebook = rulebook
    this.#vocabulary = createVocabulary(rulebook.characteristics.values(), rulebook.kinds)
    const context = { vocabulary: this.#vocabulary, groups: rulebook.groups }
    this.#index = new EntryIndex(rulebook, context)
    this.#reader = createFactReader(context, rulebook.presumptions)
    this.#slots = computedSlots(this.#vocabulary)
    this.#kindSlot = this.#vocabulary.slot('kind')
  }

  classify(item: ItemFacts, options: ClassifyOptions): Result<Classification> {
    const problems: Problem[] = []
    const found = this.#classify(item, options, '', problems)
    return found === undefined || problems.length > 0 ? fail(...problems) : ok(found)
  }

  #classify(
    item: ItemFacts,
    options: ClassifyOptions,
    path: string,
    problems: Problem[],
  ): ItemClassification | undefined {
    const content = item.content?.map((member, index) =>
      this.#classify(member, options, `${path}content[${index}].`, problems),
    )
    checkKind(item, path, problems)
    const read = this.#reader(statedOf(item), options.asOf)
    for (const problem of read.ok ? [] : read.problems) problems.push(within(path, problem))
    for (const claim of item.claims) this.#checkClaim(claim, path, problems)
    if (!read.ok || problems.length > 0) return undefined
    const members = content?.filter((member) => member !== undefined)
    const found = this.#decideAll(read.value, members, item.claims, options)
    const taken = takenBack(found.byJurisdiction.values(), read.value.presumed)
    if (taken.length === 0) return found
    const again = this.#decideAll(
      unwrap(this.#reader(statedOf(item), options.asOf, taken)),
      members,
      item.claims,
      options,
    )
    return contradicted(again) < contradicted(found) ? again : found
  }

  #decideAll(
    read: ReadFacts,
    content: readonly ItemClassification[] | undefined,
    claims: readonly Claim[],
    options: ClassifyOptions,
  ): ItemClassification {
    const found = new ItemClassification(read, content, this.#vocabulary)
    for (const candidates of this.#candidatesOf(found, options)) {
      found.byJurisdiction.set(candidates.jurisdiction, this.#decide(candidates, claims, found))
    }
    return found
  }

  #decide(candidates: Candidates, claims: readonly Claim[], item: ItemClassification): Decided {
    const { jurisdiction } = candidates
    const evaluation = evaluate(candidates, item.facts, this.#slots, () =>
      item.containedCodes(jurisdiction),
    )
    const own =
      claims.length === 0 ? claims : claims.filter((it) => it.jurisdiction === jurisdiction)
    const settlement =
      own.length === 0
        ? undefined
        : settle(evaluation, own, {
            rulebook: this.#rulebook,
            index: this.#index,
            slots: this.#slots,
          })
    return new Decided(evaluation, settlement, item)
  }

  #checkClaim(claim: Claim, path: string, problems: Problem[]): void {
    const code = this.#index.readClaim(claim)
    if (code.kind === 'paragraph' && code.steps.length > 0) return
    if (code.kind === 'unlisted') {
      const own = this.#rulebook.jurisdictions.get(claim.jurisdiction)?.unlisted
      if (code.word === 'not-listed' || code.word === own) return
      problems.push({
        code: 'claim.other-jurisdiction',
        detail: `${code.word} is the word of another list, and says nothing about ${claim.jurisdiction}.`,
        where: { path: `${path}claimed.${claim.jurisdiction}` },
        remedy: 'Write not-listed if that is claimed.',
      })
      return
    }
    problems.push({
      code: 'claim.no-code',
      detail: `${JSON.stringify(claim.code)} is no code.`,
      where: { path: `${path}claimed.${claim.jurisdiction}` },
      remedy:
        'Write one paragraph as the list prints it, a claim of its own for each, or not-listed.',
    })
  }

  #candidatesOf(
    { facts }: ItemClassification,
    { asOf, knownAt = asOf, jurisdictions }: ClassifyOptions,
  ): readonly Candidates[] {
    const kind = this.#kindSlot === undefined ? undefined : facts.slots[this.#kindSlot]
    const all = this.#index.candidates(kindKey(kind), asOf, knownAt)
    return jurisdictions === undefined
      ? all
      : all.filter(({ jurisdiction }) => jurisdictions.includes(jurisdiction))
  }
}

function contradicted({ byJurisdiction }: ItemClassification): number {
  return [...byJurisdiction.values()].flatMap(({ contradictions }) => contradictions).length
}

/** A kind that does not apply is a kind of its own, of which no entry speaks. */
function kindKey(kind: unknown): string | undefined {
  if (typeof kind === 'string') return kind
  return kind === STATED_NONE ? 'none' : undefined
}

function statedOf({ kind, characteristics }: ItemFacts): Readonly<Record<string, unknown>> {
  return kind === undefined ? characteristics : { ...characteristics, kind }
}

function checkKind({ kind, characteristics }: ItemFacts, path: string, problems: Problem[]): void {
  const other = characteristics.kind
  if (kind === undefined || other === undefined || other === kind) return
  problems.push({
    code: 'kind.stated-twice',
    detail: `The kind is ${JSON.stringify(kind)} and, among the characteristics, ${JSON.stringify(other)}.`,
    where: { path: `${path}characteristics.kind` },
    remedy: 'State it once, beside the characteristics.',
  })
}

/** Problems of a reader name the parameter; the caller knows the item. */
function within(path: string, problem: Problem): Problem {
  const parameter = problem.where?.path
  const place =
    parameter === undefined || parameter === 'kind' ? 'kind' : `characteristics.${parameter}`
  return { ...problem, where: { path: `${path}${place}` } }
}
