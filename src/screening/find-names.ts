import { FormTable, type FormView } from './form-table.ts'
import { initialsOf, JoinedNames, joinedTexts } from './joined-names.ts'
import {
  boundOf,
  type NameShape,
  type PairKinds,
  shapeOf,
  type WordsMissing,
} from './name-bound.ts'
import { type NameIndex, tellingWords } from './name-index.ts'
import { type NameForm, NameMatcher } from './name-matcher.ts'
import { type NameQuery, NameSieve } from './name-sieve.ts'
import { NearWords } from './near-words.ts'
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
/** A form opened by words written together, of which nothing can be ruled out; beside the words it shares. */
const BY_JOINED = 1 << 30
/** Opened by words that are not told apart. */
const OPENED = 1 << 29

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
  readonly #marks: Int32Array
  readonly #opened: Uint32Array
  readonly #view: FormView
  readonly #known = new Map<number, readonly number[]>()
  #count = 0

  constructor(index: NameIndex) {
    this.#index = index
    this.matcher = new NameMatcher(new WordTable(index.words))
    this.forms = new FormTable(index.forms)
    const { likeness } = this.matcher.aligner
    this.#near = new NearWords(this.words, likeness, index.near, index.words.marks.length)
    this.#joined = new JoinedNames(index.joined, this.forms, this.words)
    this.#sieve = new NameSieve(this.words, likeness, this.forms, index.words.marks.length)
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
    this.#known.clear()
  }

  /** Of each party the best of its names that reach `query.least`. */
  find(names: readonly PrintedName[], query: NameQuery): ReadonlyMap<number, FoundName> {
    const best = new Map<number, FoundName>()
    for (const asked of names) {
      for (const askedForm of asked.forms) {
        const shape = shapeOf(askedForm, this.words)
        this.#sieve.begin(askedForm, shape, query)
        this.#openWords(askedForm, shape, query)
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
  #openWords(form: NameForm, shape: NameShape, query: NameQuery): void {
    const { words } = this
    const telling = tellingWords(form, words)
    const order = telling.toSorted((a, b) => words.weight(b) - words.weight(a) || a - b)
    const alone = { weight: 0, words: 0, letters: 0 }
    for (const word of order) {
      if (alone.words > 0 && this.#isClosed(form, shape, alone, query)) return
      const near = this.#near.of(word)
      const places = this.#sieve.add(word, near)
      for (const other of near) this.#openWord(other, places | OPENED)
      alone.weight += words.weight(word)
      alone.words += 1
      alone.letters += words.length(word)
    }
  }

  /** Whether no name reaches what is asked for in which words of this weight have no counterpart. */
  #isClosed(form: NameForm, shape: NameShape, alone: WordsMissing, query: NameQuery): boolean {
    for (const isPerson of query.schema === 'Person' ? [true] : [true, false]) {
      for (const kinds of kindsWithAny(form, isPerson)) {
        const any = query.isListed === true ? anyAsked(shape, alone) : ANY_NAME
        if (boundBetween(shape, alone, any, kinds, form.trust, query) >= query.least) return false
      }
    }
    return true
  }

  #openWord(word: number, mark: number): void {
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
    const open = (found: number): void => this.#open(found, BY_JOINED)
    for (let at = form.from; at < form.to; at += 1) {
      const id = form.words[at] ?? 0
      if (words.kind(id) !== WORD) continue
      for (const found of this.#apart(id)) this.#open(found, BY_JOINED)
      if (!isPerson) this.#joined.abbreviated(words.text(id), open)
    }
    for (const { text } of joinedTexts(form, words)) {
      for (const found of this.#joined.near(text)) this.#open(found, BY_JOINED)
      this.#openSingle(text)
    }
    for (const letters of isPerson ? [] : initialsOf(form, words)) {
      const id = words.find(letters, WORD)
      if (this.#near.isListed(id)) this.#openWord(id, BY_JOINED)
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

  /** Names that write a text as one word. */
  #openSingle(text: string): void {
    for (const id of this.#near.ofText(text)) this.#openWord(id, BY_JOINED)
  }

  #compare(
    asked: PrintedName,
    askedForm: NameForm,
    query: NameQuery,
    best: Map<number, FoundName>,
  ): void {
    for (let at = 0; at < this.#count; at += 1) {
      const form = this.#opened[at] ?? 0
      const mark = this.#marks[form] ?? 0
      this.#marks[form] = 0
      if ((mark & BY_JOINED) !== 0 || this.#sieve.canReach(form, mark)) {
        this.#keep(form, asked, askedForm, query, best)
      }
    }
    this.#count = 0
  }

  #keep(
    form: number,
    asked: PrintedName,
    askedForm: NameForm,
    { schema, least, leastOf, isListed = false }: NameQuery,
    best: Map<number, FoundName>,
  ): void {
    this.forms.view(form, this.#view)
    const isPerson = schema === 'Person' || this.forms.isPerson(form)
    const isShip = schema === 'Vessel' || this.forms.isShip(form)
    const [left, right] = isListed ? [this.#view, askedForm] : [askedForm, this.#view]
    const logOdds = this.matcher.compare(left, right, isPerson, isShip)
    if (logOdds < least) return
    const party = this.#index.forms.parties[form] ?? 0
    if (leastOf !== undefined && logOdds < leastOf(party)) return
    const before = best.get(party)
    if (before !== undefined && before.logOdds >= logOdds) return
    best.set(party, { party, form, logOdds, asked, askedForm })
  }
}

/** What may be known of a name and any other: the least that speaks against them. */
function kindsWithAny(form: NameForm, isPerson: boolean): readonly PairKinds[] {
  const { isForeign, isTranslated, isLoose, isWeak, native } = form
  const kinds = { isPerson, isShip: false, isWeak }
  const open = { isTranslated: false, isLoose: false, isEastern: false }
  return [
    { ...kinds, ...open, isForeign: false },
    // All that is printed in Latin letters is as it stands.
    isForeign
      ? { ...kinds, isForeign: true, isTranslated, isLoose, isEastern: native !== '' }
      : { ...kinds, ...open, isForeign: true },
  ]
}

/** Any name of a party that a listed name could still lead to: as many words as that has left. */
function anyAsked(shape: NameShape, alone: WordsMissing): NameShape {
  const words = shape.words - alone.words + shape.wild
  return { ...ANY_NAME, words, weight: words + SMALL_WORDS, telling: words }
}

/** The bound with the name asked about on its own side: words that only one has weigh otherwise on each. */
function boundBetween(
  shape: NameShape,
  alone: WordsMissing,
  other: NameShape,
  kinds: PairKinds,
  trust: number,
  { isListed = false }: NameQuery,
): number {
  return isListed
    ? boundOf(other, NONE, shape, alone, kinds, trust)
    : boundOf(shape, alone, other, NONE, kinds, trust)
}

/** A name of which all has a counterpart, and that is long enough to agree as much as any. */
const ANY_NAME: NameShape = {
  weight: 9,
  telling: 9,
  places: 0,
  figures: 0,
  wild: 0,
  words: 9,
  letters: 90,
}
/** What small words and legal forms beside the telling ones may weigh. */
const SMALL_WORDS = 0.2
const NONE: WordsMissing = { weight: 0, words: 0, letters: 0 }
