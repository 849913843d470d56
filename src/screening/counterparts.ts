import type { NameForm } from './name-matcher.ts'
import type { WordLikeness } from './word-likeness.ts'

/** Words less alike are no counterparts at all. */
const LEAST_ALIKE = 0.5

/**
 * Which words of the name asked for a listed word may be the counterpart of. Names opened by one word share
 * most of the others (`Muhammad`, `Trading`), so each listed word is compared once for a name, not once for
 * every form it stands in.
 */
export class Counterparts {
  readonly #likeness: WordLikeness
  /** For the forms read as the asked one is, and for those of which just one is read without vowels. */
  readonly #plain: Known
  readonly #loose: Known
  #asked: NameForm | undefined
  #round = 0

  /** Words up to `listed` are those of the index. */
  constructor(likeness: WordLikeness, listed: number) {
    this.#likeness = likeness
    this.#plain = { rounds: new Uint32Array(listed), mates: new Uint32Array(listed) }
    this.#loose = { rounds: new Uint32Array(listed), mates: new Uint32Array(listed) }
  }

  begin(asked: NameForm): void {
    this.#asked = asked
    this.#round += 1
  }

  /** The words asked for, as bits. */
  of(listed: number, loose: boolean): number {
    const known = loose ? this.#loose : this.#plain
    if (known.rounds[listed] === this.#round) return known.mates[listed] ?? 0
    const mates = this.#compare(listed, loose)
    known.rounds[listed] = this.#round
    known.mates[listed] = mates
    return mates
  }

  #compare(listed: number, loose: boolean): number {
    const asked = this.#asked
    if (asked === undefined) return 0
    let mates = 0
    for (let at = asked.from; at < asked.to; at += 1) {
      if (this.#likeness.of(asked.words[at] ?? 0, listed, loose) >= LEAST_ALIKE) {
        mates |= 1 << (at - asked.from)
      }
    }
    return mates
  }
}

/** Answers of the round they are marked with. */
interface Known {
  readonly rounds: Uint32Array
  readonly mates: Uint32Array
}
