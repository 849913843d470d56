import { type Circumstances, knownSet } from '../circumstances.ts'

/**
 * The computed circumstances of one deal or one item, each with both sides of the comparison in words.
 * Where one side is not stated nothing is said here, so that a flag never rests on silence.
 */
export class CrossFacts {
  readonly #values = new Map<string, Said>()
  readonly #sets = new Map<string, Map<string, Set<string>>>()

  say(circumstance: string, value: Said['value'], because: string): void {
    this.#values.set(circumstance, { value, because })
  }

  /** The highest of several numbers. */
  most(circumstance: string, value: number, because: string): void {
    const known = this.#values.get(circumstance)?.value
    if (typeof known !== 'number' || value > known) this.say(circumstance, value, because)
  }

  /** Adds a member to a set, or one more ground for it. */
  add(circumstance: string, member: string, because: string): void {
    const members = this.#sets.get(circumstance) ?? new Map<string, Set<string>>()
    this.#sets.set(circumstance, members.set(member, members.get(member) ?? new Set()))
    members.get(member)?.add(because)
  }

  /** Nothing was compared. */
  get isSilent(): boolean {
    return this.#values.size === 0 && this.#sets.size === 0
  }

  membersOf(circumstance: string): readonly string[] {
    return [...(this.#sets.get(circumstance)?.keys() ?? [])]
  }

  /** @param members of a set, those whose grounds are wanted */
  because(circumstance: string, members: readonly string[] = []): readonly string[] {
    const said = this.#values.get(circumstance)
    const set = this.#sets.get(circumstance)
    return [
      ...(said === undefined ? [] : [said.because]),
      ...members.flatMap((member) => [...(set?.get(member) ?? [])]),
    ]
  }

  writeTo(circumstances: Circumstances): void {
    for (const [id, { value }] of this.#values) circumstances.setStated(id, value)
    for (const [id, members] of this.#sets) circumstances.setMembers(id, knownSet(members.keys()))
  }
}

interface Said {
  readonly value: boolean | number | string
  readonly because: string
}
