import { type Circumstances, knownSet } from '../circumstances.ts'

/**
 * The computed circumstances of one deal or one item, each with both sides of the comparison in words.
 * Where one side is not stated nothing is said here, so that a flag never rests on silence.
 */
export class CrossFacts {
  readonly #values = new Map<string, Said>()
  readonly #sets = new Map<string, Map<string, Ground[]>>()

  /** What was said before gives way; the same said again is one more ground for it. */
  say(circumstance: string, value: Said['value'], because: Ground): void {
    const known = this.#values.get(circumstance)
    if (known?.value === value) known.because.push(because)
    else this.#values.set(circumstance, { value, because: [because] })
  }

  /** The highest of several numbers. */
  most(circumstance: string, value: number, because: Ground): void {
    const known = this.#values.get(circumstance)?.value
    if (typeof known !== 'number' || value > known) this.say(circumstance, value, because)
  }

  /** Adds a member to a set, or one more ground for it. */
  add(circumstance: string, member: string, because: Ground): void {
    const members = this.#sets.get(circumstance) ?? new Map<string, Ground[]>()
    this.#sets.set(circumstance, members)
    const grounds = members.get(member)
    if (grounds === undefined) members.set(member, [because])
    else grounds.push(because)
  }

  has(circumstance: string): boolean {
    return this.#values.has(circumstance) || this.#sets.has(circumstance)
  }

  membersOf(circumstance: string): readonly string[] {
    return [...(this.#sets.get(circumstance)?.keys() ?? [])]
  }

  /** @param members of a set, those whose grounds are wanted */
  because(circumstance: string, members: readonly string[] = []): readonly string[] {
    const said = this.#values.get(circumstance)
    const set = this.#sets.get(circumstance)
    const grounds = [
      ...(said?.because ?? []),
      ...members.flatMap((member) => set?.get(member) ?? []),
    ]
    return grounds.map((ground) => (typeof ground === 'string' ? ground : ground()))
  }

  writeTo(circumstances: Circumstances): void {
    for (const [id, { value }] of this.#values) circumstances.setStated(id, value)
    for (const [id, members] of this.#sets) circumstances.setMembers(id, knownSet(members.keys()))
  }
}

/** In words; made when a flag is raised, since most comparisons raise none. */
export type Ground = string | (() => string)

interface Said {
  readonly value: boolean | number | string
  readonly because: Ground[]
}
