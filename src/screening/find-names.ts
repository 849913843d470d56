import { hash } from './flat.ts'
import { FormTable, type FormView } from './form-table.ts'
import { KeyTable } from './key-table.ts'
import { joinedTexts, LEAST_SHARE, type NameIndex, tellingWords, weightOf } from './name-index.ts'
import { boundOf, type NameForm, NameMatcher } from './name-matcher.ts'
import { looseKeys, nearKeys } from './near-keys.ts'
import type { PrintedName } from './printed-names.ts'
import { nicknamesOf } from './word-classes.ts'
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

/** Called for each name found that reaches what was asked for. */
export interface NameQuery {
  readonly schema?: string | undefined
  /** The least log-odds of the names that can still matter. */
  readonly least: number
}

const LEAST_LIKENESS = 0.5
const MOST_ADDED = 20_000

/**
 * Finds the listed names that a name may mean. Each telling word gathers, in the forms it or a word like
 * it stands in, its weight; a form that cannot reach the log-odds asked for by what it gathered is not
 * compared. Scratch room is its own, so each thread makes one over the shared index.
 */
export class NameFinder {
  readonly matcher: NameMatcher
  readonly forms: FormTable
  readonly #index: NameIndex
  readonly #near: KeyTable
  readonly #joined: KeyTable
  readonly #gathered: Float32Array
  readonly #touched: Uint32Array
  readonly #view: FormView
  readonly #found: number[] = []
  readonly #seen = new Set<number>()
  #count = 0

  constructor(index: NameIndex) {
    this.#index = index
    this.matcher = new NameMatcher(new WordTable(index.words))
    this.forms = new FormTable(index.forms)
    this.#near = new KeyTable(index.near)
    this.#joined = new KeyTable(index.joined)
    this.#gathered = new Float32Array(this.forms.size)
    this.#touched = new Uint32Array(this.forms.size)
    this.#view = this.forms.newView()
  }

  get words(): WordTable {
    return this.matcher.words
  }

  /** To be called before names are read for a query: drops words of earlier queries now and then. */
  begin(): void {
    if (this.words.added > MOST_ADDED) this.matcher.forget()
  }

  /** Of each party the best of its names that reach `query.least`. */
  find(names: readonly PrintedName[], query: NameQuery): ReadonlyMap<number, FoundName> {
    const best = new Map<number, FoundName>()
    for (const asked of names) {
      for (const askedForm of asked.forms) {
        this.#gather(askedForm)
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

  #compare(
    asked: PrintedName,
    askedForm: NameForm,
    query: NameQuery,
    best: Map<number, FoundName>,
  ): void {
    const whole = weightOf(askedForm, this.words)
    const { weights } = this.#index.forms
    const isPerson = query.schema === 'Person'
    for (let at = 0; at < this.#count; at += 1) {
      const form = this.#touched[at] ?? 0
      const gathered = this.#gathered[form] ?? 0
      this.#gathered[form] = 0
      const weight = weights[form] ?? 0
      if (gathered < LEAST_SHARE * Math.min(whole, weight) - 0.15) continue
      const bound = boundOf(gathered, whole, weight, {
        isPerson: isPerson || this.forms.isPerson(form),
        isForeign: askedForm.isForeign !== this.forms.isForeign(form),
      })
      if (bound >= query.least) this.#keep(form, asked, askedForm, query, best)
    }
    this.#count = 0
  }

  #keep(
    form: number,
    asked: PrintedName,
    askedForm: NameForm,
    { schema, least }: NameQuery,
    best: Map<number, FoundName>,
  ): void {
    this.forms.view(form, this.#view)
    const isPerson = schema === 'Person' || this.forms.isPerson(form)
    const isShip = schema === 'Vessel' || this.forms.isShip(form)
    const logOdds = this.matcher.compare(askedForm, this.#view, isPerson, isShip)
    if (logOdds < least) return
    const party = this.#index.forms.parties[form] ?? 0
    const before = best.get(party)
    if (before !== undefined && before.logOdds >= logOdds) return
    best.set(party, { party, form, logOdds, asked, askedForm })
  }

  #gather(form: NameForm): void {
    const { words } = this
    const telling = tellingWords(form, words)
    const order = telling.toSorted((a, b) => words.weight(b) - words.weight(a) || a - b)
    const total = order.reduce((sum, id) => sum + words.weight(id), 0)
    this.#gatherJoined(form, telling)
    let rest = total
    for (const word of order) {
      const isClosed = rest < total * LEAST_SHARE
      const weight = words.weight(word)
      this.#seen.clear()
      const count = this.#similar(word, form.isLoose)
      for (let at = 0; at < count; at += 1) this.#open(this.#found[at] ?? 0, weight, isClosed)
      rest -= weight
    }
  }

  /** Words of the index that a word may stand for, each once, in `#found`. */
  #similar(word: number, isLoose: boolean): number {
    const raw = this.#words(word, isLoose)
    let count = 0
    for (let at = 0; at < raw; at += 1) {
      const other = this.#found[at] ?? 0
      if (this.#seen.has(other)) continue
      this.#seen.add(other)
      const alike = this.matcher.aligner.likeness
      if (other !== word && alike.of(word, other, false) < LEAST_LIKENESS) {
        if (alike.of(word, other, true) < LEAST_LIKENESS) continue
      }
      this.#found[count++] = other
    }
    return count
  }

  /** Words that share a key with a word, short forms of it, and what it is backwards; some more than once. */
  #words(word: number, isLoose: boolean): number {
    const { words } = this
    let raw = 0
    if (this.#isListed(word)) this.#found[raw++] = word
    if (words.kind(word) !== WORD) return raw
    const text = words.text(word)
    for (const key of nearKeys(text)) raw = this.#near.collect(key, this.#found, raw)
    for (const key of isLoose ? looseKeys(text) : []) {
      raw = this.#near.collect(key, this.#found, raw)
    }
    for (const other of [...nicknamesOf(text), [...text].toReversed().join('')]) {
      const id = words.find(other, WORD)
      if (this.#isListed(id)) this.#found[raw++] = id
    }
    return raw
  }

  #isListed(word: number): boolean {
    return word >= 0 && word < this.#index.postings.starts.length - 1
  }

  /** Adds a weight to the forms of a word; a common word opens only those it is an anchor of. */
  #open(word: number, weight: number, isClosed: boolean): void {
    const { starts, values } = this.#index.postings
    const end = starts[word + 1] ?? 0
    const anchorsEnd = this.#index.anchors[word] ?? 0
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const form = values[at] ?? 0
      const before = this.#gathered[form] ?? 0
      if (before === 0) {
        if (isClosed && at >= anchorsEnd) continue
        this.#touched[this.#count] = form
        this.#count += 1
      }
      this.#gathered[form] = before + weight
    }
  }

  #add(form: number, weight: number): void {
    const before = this.#gathered[form] ?? 0
    if (before === 0) {
      this.#touched[this.#count] = form
      this.#count += 1
    }
    this.#gathered[form] = before + weight
  }

  /** What the one name writes together and the other apart, and abbreviations by first letters. */
  #gatherJoined(form: NameForm, telling: readonly number[]): void {
    const { words } = this
    const whole = weightOf(form, words)
    for (const id of telling) {
      if (words.kind(id) === WORD) this.#openWhole(words.text(id))
    }
    for (const text of joinedTexts(form, words)) {
      this.#openJoined(text)
      const isAbbreviation = text.startsWith('@')
      const word = isAbbreviation ? text.slice(1) : text
      const id = words.find(word, WORD)
      if (this.#isListed(id)) this.#open(id, isAbbreviation ? whole : 2, false)
      else if (word.length >= 8) this.#openNear(word)
    }
  }

  /** Forms that write a word apart, or as what it abbreviates. */
  #openWhole(text: string): void {
    this.#openJoined(text)
    if (text.length >= 8) for (const less of withoutOne(text)) this.#openJoined(less)
    if (text.length >= 3 && text.length <= 8) this.#openJoined(`@${text}`)
  }

  #openJoined(text: string): void {
    const count = this.#joined.collect(hash(text), this.#found, 0)
    for (let at = 0; at < count; at += 1) this.#add(this.#found[at] ?? 0, 2)
  }

  /** Words that differ from two written as one by a letter. */
  #openNear(text: string): void {
    const count = this.#near.collect(hash(text), this.#found, 0)
    const ids = this.#found.slice(0, count)
    for (const less of withoutOne(text)) {
      const more = this.#near.collect(hash(less), this.#found, 0)
      for (let at = 0; at < more; at += 1) ids.push(this.#found[at] ?? 0)
    }
    for (const id of new Set(ids)) {
      if (Math.abs(this.words.text(id).length - text.length) <= 1) this.#open(id, 2, false)
    }
  }
}

function withoutOne(text: string): readonly string[] {
  const texts: string[] = []
  for (let at = 0; at < text.length; at += 1) texts.push(text.slice(0, at) + text.slice(at + 1))
  return texts
}
