import type { LegalDate } from '../kernel/index.ts'
import {
  type FactTable,
  type ReadFacts,
  STATED_UNKNOWN,
  type Vocabulary,
} from '../rulebook/index.ts'
import { assumptionsOf } from './assumptions.ts'
import type { Decided, Surroundings } from './decided.ts'
import type { CodeSet } from './evaluate.ts'
import type { Assumption, Classification, DerivedValue, Question } from './model.ts'
import { questionsOf } from './questions.ts'

/** The answer for one item; what is read of it seldom is worked out when it is first read. */
export class ItemClassification implements Classification, Surroundings {
  readonly asOf: LegalDate
  readonly content: readonly ItemClassification[]
  readonly isContentStated: boolean
  readonly vocabulary: Vocabulary
  readonly byJurisdiction = new Map<string, Decided>()
  readonly #read: ReadFacts
  #questions: readonly Question[] | undefined
  #assumptions: readonly Assumption[] | undefined
  #derived: readonly DerivedValue[] | undefined

  constructor(
    read: ReadFacts,
    content: readonly ItemClassification[] | undefined,
    vocabulary: Vocabulary,
  ) {
    this.asOf = read.facts.day
    this.#read = read
    this.content = content ?? []
    this.isContentStated = content !== undefined
    this.vocabulary = vocabulary
  }

  get facts(): FactTable {
    return this.#read.facts
  }

  get questions(): readonly Question[] {
    this.#questions ??= questionsOf(this)
    return this.#questions
  }

  get assumptions(): readonly Assumption[] {
    this.#assumptions ??= assumptionsOf(this.#read.presumed, [...this.byJurisdiction.values()])
    return this.#assumptions
  }

  assumptionsIn(jurisdiction: string): readonly Assumption[] {
    const decided = this.byJurisdiction.get(jurisdiction)
    return decided === undefined ? [] : assumptionsOf(this.#read.presumed, [decided])
  }

  get derived(): readonly DerivedValue[] {
    this.#derived ??= this.#read.derived()
    return this.#derived
  }

  /** Codes that the content meets or is claimed to meet, at any depth; undefined where none is stated. */
  containedCodes(jurisdiction: string): CodeSet | undefined {
    if (!this.isContentStated) return undefined
    const [met, undecided] = [new Set<string>(), new Set<string>()]
    this.#collectCodes(jurisdiction, met, undecided)
    return { met, undecided }
  }

  #collectCodes(jurisdiction: string, met: Set<string>, undecided: Set<string>): void {
    for (const member of this.content) {
      member.byJurisdiction.get(jurisdiction)?.addCodes(met, undecided, member.isContentStated)
      member.#collectCodes(jurisdiction, met, undecided)
    }
  }

  missingInContent(jurisdiction: string, asked: readonly string[]): readonly string[] {
    if (!this.isContentStated) return ['content']
    return this.content.flatMap((member, index) =>
      member.#missingUnder(jurisdiction, asked).map((path) => `content[${index}].${path}`),
    )
  }

  #missingUnder(jurisdiction: string, asked: readonly string[]): readonly string[] {
    const own = this.byJurisdiction.get(jurisdiction)?.missingUnder(asked) ?? []
    const inside = this.isContentStated ? this.missingInContent(jurisdiction, asked) : []
    return [...new Set([...own, ...inside])]
  }

  /** Of the item a path leads to: whether somebody said that the value is not known. */
  isStatedUnknown(steps: readonly number[], parameter: string): boolean {
    const [step, ...rest] = steps
    if (step !== undefined) return this.content[step]?.isStatedUnknown(rest, parameter) === true
    const slot = this.vocabulary.slot(parameter)
    return slot !== undefined && this.facts.slots[slot] === STATED_UNKNOWN
  }
}
