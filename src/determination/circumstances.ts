import type { LegalDate } from '../kernel/index.ts'
import {
  type Amount,
  type FactTable,
  type FactValue,
  type Parameter,
  type Rulebook,
  readValue,
  STATED_NONE,
  STATED_UNKNOWN,
  type Vocabulary,
} from '../rulebook/index.ts'

/** `*`: anything may be in the set. */
export const ANYTHING: ReadonlySet<string> = new Set(['*'])
const NOTHING: ReadonlySet<string> = new Set()

/** A set whose members are known, with those that may hold but are not decided. */
export interface KnownSet {
  readonly members: ReadonlySet<string>
  readonly undecided: ReadonlySet<string>
}

export function knownSet(
  members: Iterable<string>,
  undecided: ReadonlySet<string> = NOTHING,
): KnownSet {
  return { members: new Set(members), undecided }
}

/**
 * The circumstances of one deal as the slots that requirement rules read. What nobody stated stays
 * absent, which every comparison reads as unknown; `unknown` as stated is a value of its own.
 * One table is written for each item and read for each destination and entry in turn.
 */
export class Circumstances {
  readonly table: FactTable
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary, day: LegalDate) {
    this.#vocabulary = vocabulary
    this.table = {
      day,
      slots: new Array<FactValue | undefined>(vocabulary.parameters.length).fill(undefined),
      undecided: new Map(),
    }
  }

  copy(): Circumstances {
    const copy = new Circumstances(this.#vocabulary, this.table.day)
    const { slots } = this.table
    for (let slot = 0; slot < slots.length; slot += 1) copy.table.slots[slot] = slots[slot]
    for (const [slot, members] of this.table.undecided) copy.table.undecided.set(slot, members)
    return copy
  }

  /** `undefined` says nothing. A circumstance that no rule of the edition speaks of has no slot. */
  set(id: string, value: FactValue | 'unknown' | undefined): void {
    const slot = this.#vocabulary.slot(id)
    if (slot === undefined) return
    this.table.slots[slot] = value === 'unknown' ? STATED_UNKNOWN : value
    this.table.undecided.delete(slot)
  }

  setMembers(id: string, value: KnownSet | undefined): void {
    const slot = this.#vocabulary.slot(id)
    if (slot === undefined) return
    this.table.slots[slot] = value?.members
    if (value === undefined || value.undecided.size === 0) this.table.undecided.delete(slot)
    else this.table.undecided.set(slot, value.undecided)
  }

  /** A word of a closed vocabulary; any other says nothing that a rule could compare. */
  setWord(id: string, value: string | null | undefined): void {
    const values = this.#parameter(id)?.values
    const known = value ?? undefined
    this.set(
      id,
      values === undefined || (known !== undefined && Object.hasOwn(values, known))
        ? known
        : undefined,
    )
  }

  /** As stated in the transaction: an amount in the parameter's unit, `unknown`, `none`, or not at all. */
  setStated(id: string, value: unknown): void {
    const parameter = this.#parameter(id)
    if (parameter === undefined || value === undefined || value === null) return
    const read = readValue(parameter, value, this.#vocabulary)
    if (read.ok) this.set(id, read.value)
  }

  get(id: string): FactValue | undefined {
    const slot = this.#vocabulary.slot(id)
    return slot === undefined ? undefined : this.table.slots[slot]
  }

  isStated(id: string): boolean {
    return this.get(id) !== undefined
  }

  /** Reads every circumstance that is absent or open as not given, but for those named. */
  closeExcept(open: ReadonlySet<string>): void {
    this.#vocabulary.parameters.forEach((parameter, slot) => {
      if (open.has(parameter.id) || parameter.computed === true) return
      if (this.table.slots[slot] === undefined) this.table.slots[slot] = STATED_NONE
      this.table.undecided.delete(slot)
    })
  }

  #parameter(id: string): Parameter | undefined {
    const slot = this.#vocabulary.slot(id)
    return slot === undefined ? undefined : this.#vocabulary.parameter(slot)
  }
}

/** Copies what rules ask of an item from the facts that classification read. */
export interface ItemFactCopier {
  copy(from: FactTable, content: readonly FactTable[], to: Circumstances): void
}

/** Numbers of an item that rules read, under the same id as in the dictionary of characteristics. */
export function createItemFactCopier(
  rulebook: Rulebook,
  characteristics: Vocabulary,
): ItemFactCopier {
  const shared = [...rulebook.circumstances.values()].flatMap((parameter) => {
    const slot = characteristics.slot(parameter.id)
    return parameter.type === 'number' && slot !== undefined ? [{ id: parameter.id, slot }] : []
  })
  const marketed = characteristics.slot('designed_or_marketed_for_datacenter')
  return {
    copy: (from, content, to) => {
      for (const { id, slot } of shared) to.set(id, from.slots[slot] ?? highest(content, slot))
      if (marketed === undefined) return
      const tables = [from, ...content]
      const stated = tables.map((table) => table.slots[marketed])
      to.set(
        'datacentre_marketed',
        stated.includes(true) ? true : stated.find((it) => it !== undefined),
      )
    },
  }
}

/** The rules look at the highest circuit that an item holds; nothing is summed. */
function highest(content: readonly FactTable[], slot: number): FactValue | undefined {
  let most: Amount | undefined
  for (const table of content) {
    const value = table.slots[slot]
    if (typeof value !== 'object' || !('near' in value)) continue
    if (most === undefined || value.near > most.near) most = value
  }
  return most
}
