import { byPlace, type PlacedLists } from './form-classes.ts'
import { FormTable, type FormView } from './form-table.ts'
import {
  initialsOf,
  JoinedNames,
  type JoinedText,
  joinedTexts,
  outerWords,
} from './joined-names.ts'
import { shapeOf } from './name-bound.ts'
import { type NameIndex, tellingWords } from './name-index.ts'
import { type NameForm, NameMatcher } from './name-matcher.ts'
import { BY_JOINED, NameSieve } from './name-sieve.ts'
import { NearWords } from './near-words.ts'
import type { NameQuery } from './pair-classes.ts'
import type { PrintedName } from './printed-names.ts'
import { WORD } from './word-kinds.ts'
import { WordTable } from './word-table.ts'

/** The best name of a party that was found. */
export interface FoundName {
  readonly party: number
  readonly form: number
  readonly logOdds: number
  readonly asked: PrintedName
  readonly askedForm: NameForm
}

const MOST_ADDED = 20_000
/** To look at a name costs as much as to look at so many words. */
const NAMES_A_WORD = 16
/** So many names are looked at in the order in which they lie in memory: of a million it takes a sixth less time. */
const MANY_OPENED = 256
/** Opened, whatever the words. */
const OPENED = 1 << 29
const MOST_PLACES = 28
/** The first and the third word. */
const OUTER_PLACES = 0b101
const ALL_PLACES = (1 << MOST_PLACES) - 1

/**
 * Finds the listed names that a name may mean. A name is only recognised by a word that is clearly
 * alike or written together (`CLEARLY_ALIKE`), so all names with such a word are opened, rare words
 * first, until what is left could not reach the log-odds asked for. Of the names opened those are
 * compared whose words could reach them ({@link NameSieve}). Scratch room is its own, so each thread
 * makes one over the shared index.
 */
export class NameFinder {
  readonly matcher: NameMatcher
  readonly forms: FormTable
  readonly #index: NameIndex
  readonly #near: NearWords
  readonly #joined: JoinedNames
  readonly #sieve: NameSieve
  /** Names by word, those of one class and number of words beside each other. */
  readonly #postings: PlacedLists
  readonly #marks: Int32Array
  readonly #opened: Uint32Array
  readonly #view: FormView
  readonly #known = new Map<number, readonly number[]>()
  readonly #knownTogether = new Map<string, readonly number[]>()
  #count = 0

  constructor(index: NameIndex) {
    this.#index = index
    this.matcher = new NameMatcher(new WordTable(index.words))
    this.forms = new FormTable(index.forms)
    const { likeness } = this.matcher.aligner
    this.#near = new NearWords(this.words, likeness, index.near, index.words.marks.length)
    this.#joined = new JoinedNames(index.joined, this.forms, this.words)
    this.#sieve = new NameSieve(this.words, likeness, this.forms, index.words)
    this.#postings = byPlace(index.postings, this.#sieve.places)
    this.#marks = new Int32Array(this.forms.size)
    this.#opened = new Uint32Array(this.forms.size)
    this.#view = this.forms.newView()
  }

  get words(): WordTable {
    return this.matcher.words
  }

  /** To be called before names are read for a query: drops words of earlier queries now and then. */
  begin(): void {
    if (this.words.added <= MOST_ADDED) return
    this.matcher.forget()
    this.#near.forget()
    this.#sieve.forget()
    this.#known.clear()
    this.#knownTogether.clear()
  }

  /** Of each party the best of its names that reach `query.least`. */
  find(names: readonly PrintedName[], query: NameQuery): ReadonlyMap<number, FoundName> {
    const best = new Map<number, FoundName>()
    for (const asked of names) {
      for (const askedForm of asked.forms) {
        const shape = shapeOf(askedForm, this.words)
        this.#sieve.begin(askedForm, shape, query)
        this.#openWords(askedForm)
        this.#openJoined(askedForm, query.schema === 'Person')
        this.#compare(asked, askedForm, query, best)
      }
    }
    return best
  }

  /** Compares with every form there is; slow, for tests. */
  findAll(names: readonly PrintedName[], query: NameQuery): ReadonlyMap<number, FoundName> {
    const best = new Map<number, FoundName>()
    for (const asked of names) {
      for (const askedForm of asked.forms) {
        for (let form = 0; form < this.forms.size; form += 1) {
          this.#keep(form, asked, askedForm, query, best)
        }
      }
    }
    return best
  }

  view(form: number): NameForm {
    const view = this.forms.newView()
    this.forms.view(form, view)
    return view
  }

  /** Opens the names with a word clearly like one of these, until those left could not reach what is asked. */
  #openWords(form: NameForm): void {
    const { words } = this
    const telling = tellingWords(form, words)
    const order = telling.toSorted((a, b) => words.weight(b) - words.weight(a) || a - b)
    for (const word of order) {
      if (this.#sieve.gate.isClosed) return
      const near = this.#near.of(word)
      const places = this.#sieve.add(word, near)
      const left = this.#wordsLeft(near)
      if (left === undefined) for (const other of near) this.#openWord(other, places | OPENED)
      else this.#openLeft(left, places)
      this.#sieve.gate.pass(word, places)
    }
  }

  /**
   * Where more names have a common word than there are words: the few words by which any of these names is
   * still to be opened, if they are few.
   */
  #wordsLeft(near: Uint32Array): readonly number[] | undefined {
    if (this.#sieve.gate.passed === 0) return undefined
    const { starts } = this.#index.postings
    const listed = starts.length - 1
    let names = 0
    for (const word of near) names += (starts[word + 1] ?? 0) - (starts[word] ?? 0)
    return names * NAMES_A_WORD < listed ? undefined : this.#sieve.gate.wordsLeft()
  }

  /** Opens the names with a word that is left and one of those near, and those near that have initials. */
  #openLeft(left: readonly number[], places: number): void {
    const { gate } = this.#sieve
    for (const word of left) {
      this.#openWhere(word, places, (form) => this.#sieve.bears(form, places) && gate.isOpen(form))
    }
    for (const form of gate.wildForms) {
      const isOther = (this.#marks[form] ?? 0) === 0
      if (isOther && gate.isOpen(form) && this.#sieve.bears(form, places)) {
        this.#open(form, places | OPENED)
      }
    }
  }

  #openWhere(word: number, places: number, isMeant: (form: number) => boolean): void {
    const { starts, values } = this.#index.postings
    const end = starts[word + 1] ?? 0
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const form = values[at] ?? 0
      if ((this.#marks[form] ?? 0) === 0 && isMeant(form)) this.#open(form, places | OPENED)
    }
  }

  /** Opens the names with a word, but for those that nothing but the words before could have made known. */
  #openWord(word: number, mark: number): void {
    const { gate } = this.#sieve
    const { starts, values, ends } = this.#postings
    const end = starts[word + 1] ?? 0
    for (let at = starts[word] ?? 0; at < end; ) {
      const to = ends[at] ?? 0
      if (gate.isClosedTo(values[at] ?? 0)) at = to
      for (; at < to; at += 1) {
        const form = values[at] ?? 0
        if ((this.#marks[form] ?? 0) !== 0 || gate.isOpen(form)) this.#open(form, mark)
      }
    }
  }

  /** Opens the names with a word that is written together here, or short for other words. */
  #openJoinedWord(word: number, mark: number): void {
    const { starts, values } = this.#index.postings
    const end = starts[word + 1] ?? 0
    for (let at = starts[word] ?? 0; at < end; at += 1) this.#open(values[at] ?? 0, mark)
  }

  #open(form: number, mark: number): void {
    const before = this.#marks[form] ?? 0
    if (before === 0) {
      this.#opened[this.#count] = form
      this.#count += 1
    }
    this.#marks[form] = before | mark
  }

  /** What the one name writes together and the other apart, and abbreviations by first letters. */
  #openJoined(form: NameForm, isPerson: boolean): void {
    const { words } = this
    for (let at = form.from; at < form.to; at += 1) {
      const id = form.words[at] ?? 0
      if (words.kind(id) !== WORD) continue
      const mark = placesFrom(at - form.from, at - form.from + 1) | BY_JOINED
      for (const found of this.#apart(id)) this.#open(found, mark)
      if (!isPerson) this.#joined.abbreviated(words.text(id), (found) => this.#open(found, mark))
    }
    for (const joined of joinedTexts(form, words)) {
      const mark = placesFrom(joined.start, joined.end) | BY_JOINED
      for (const found of this.#together(form, joined)) this.#open(found, mark)
      for (const id of this.#near.ofText(joined.text)) this.#openJoinedWord(id, mark)
    }
    const outer = outerWords(form, words)
    for (const id of outer === undefined ? [] : this.#near.ofText(outer.text)) {
      this.#openJoinedWord(id, OUTER_PLACES | BY_JOINED)
    }
    for (const letters of isPerson ? [] : initialsOf(form, words, false)) {
      const id = words.find(letters, WORD)
      if (this.#near.isListed(id)) this.#openJoinedWord(id, ALL_PLACES | BY_JOINED)
    }
  }

  /** Names that write a word apart, remembered for the words asked last. */
  #apart(word: number): readonly number[] {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    if (this.#known.size >= MOST_ADDED) this.#known.clear()
    const found = this.#joined.near(this.words.text(word))
    this.#known.set(word, found)
    return found
  }

  /** Names that write nearly the same words otherwise, remembered for those asked last. */
  #together(form: NameForm, { text, start, end }: JoinedText): readonly number[] {
    const run = { words: form.words, from: form.from + start, to: form.from + end }
    const key = form.words.subarray(run.from, run.to).join(' ')
    const known = this.#knownTogether.get(key)
    if (known !== undefined) return known
    if (this.#knownTogether.size >= MOST_ADDED) this.#knownTogether.clear()
    const found = this.#joined.near(text, run)
    this.#knownTogether.set(key, found)
    return found
  }

  #compare(
    asked: PrintedName,
    askedForm: NameForm,
    query: NameQuery,
    best: Map<number, FoundName>,
  ): void {
    if (this.#count > MANY_OPENED) this.#opened.subarray(0, this.#count).sort()
    for (let at = 0; at < this.#count; at += 1) {
      const form = this.#opened[at] ?? 0
      const mark = this.#marks[form] ?? 0
      this.#marks[form] = 0
      if (this.#sieve.canReach(form, mark)) this.#keep(form, asked, askedForm, query, best)
    }
    this.#count = 0
  }

  #keep(
    form: number,
    asked: PrintedName,
    askedForm: NameForm,
    { schema, least, leastOf, otherKind = 0, isListed = false }: NameQuery,
    best: Map<number, FoundName>,
  ): void {
    this.forms.view(form, this.#view)
    const isPerson = schema === 'Person' || this.forms.isPerson(form)
    const isShip = schema === 'Vessel' || this.forms.isShip(form)
    const [left, right] = isListed ? [this.#view, askedForm] : [askedForm, this.#view]
    const logOdds = this.matcher.compare(left, right, isPerson, isShip)
    if (logOdds < least) return
    const known = this.forms.contradicts(form, schema) ? logOdds + otherKind : logOdds
    if (known < least) return
    const party = this.#index.forms.parties[form] ?? 0
    if (leastOf !== undefined && known < leastOf(party)) return
    const before = best.get(party)
    if (before !== undefined && isBefore(before, logOdds, form, askedForm)) return
    best.set(party, { party, form, logOdds, asked, askedForm })
  }
}

/** Of names that are equally like, the one that stands first, whichever was opened first. */
function isBefore(best: FoundName, logOdds: number, form: number, askedForm: NameForm): boolean {
  if (best.logOdds !== logOdds) return best.logOdds > logOdds
  return best.askedForm !== askedForm || best.form < form
}

/** The words from one place to another, as bits. */
function placesFrom(start: number, end: number): number {
  return end > MOST_PLACES ? ALL_PLACES : (1 << end) - (1 << start)
}
