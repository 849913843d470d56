import type { Entry, Rulebook } from '../rulebook/index.ts'
import { paragraph } from './answer/page.ts'
import { openRulebook } from './engine.ts'
import { DONE } from './exit-code.ts'
import { type JsonOption, type LawOption, withExamples, withJson, withLaw } from './options.ts'
import type { CommandAdder } from './session.ts'

const MOST = 25
const MOST_KINDS = 5
/** Of the weight of what was asked: less has too little in common with it. */
const LEAST = 0.34

interface FindOptions extends LawOption, JsonOption {
  readonly in?: string
}

/** A kind of item whose words fit: what may stand under `kind` of an item. */
interface KindHint {
  readonly kind: string
  readonly definition: string
  readonly score: number
}

/** An entry whose words fit. A hint where to look, never a finding. */
interface EntryHint {
  readonly entry: string
  readonly version: string
  readonly title: string
  readonly score: number
  readonly cite: string
}

export const addFind: CommandAdder = (program, session, finish) => {
  const command = program
    .command('find')
    .description(
      'Entries and kinds of item whose words fit a free text: hints where to look, never findings.',
    )
    .argument('<text...>', 'words, a code, a kind of item')
    .option('--in <jurisdiction>', 'only the lists of one jurisdiction, as US or EU')
  withExamples(
    withJson(withLaw(command)),
    'find "immersion lithography scanner"',
    'find 3A090 --in US',
  )
  command.action((words: readonly string[], options: FindOptions) => {
    const rulebook = openRulebook(options, session.surroundings)
    const asked = words.join(' ')
    const entries = findEntries(rulebook, asked, options.in?.toUpperCase())
    const kinds = findKinds(rulebook, asked)
    const page = { width: session.surroundings.columns, paint: session.paint }
    const line = (code: string, text: string): readonly string[] =>
      paragraph(page, `${code}  `, text, `${session.paint('bold', code)}  `)
    if (options.json === true) session.print(JSON.stringify({ kinds, entries }, null, 2))
    else {
      session.print(
        ...kinds.flatMap(({ kind, definition }) => line(`kind: ${kind}`, definition)),
        ...entries.flatMap(({ entry, version, title, cite }) =>
          line(version === 'current' ? entry : `${entry} (${version})`, `${title} · ${cite}`),
        ),
        entries.length === 0
          ? 'No entry has these words. That says nothing about control: try other words.'
          : 'Hints by words only: classify decides.',
      )
    }
    finish(DONE)
  })
}

function findEntries(
  rulebook: Rulebook,
  text: string,
  jurisdiction: string | undefined,
): readonly EntryHint[] {
  const entries = rulebook.entries.filter(
    (entry) => jurisdiction === undefined || entry.jurisdiction === jurisdiction,
  )
  const scores = scoresOf(
    entries.map((entry) => wordsOf(entry, rulebook)),
    text,
  )
  return entries
    .map(({ id, version, title, cite }, at): EntryHint => {
      return { entry: id, version, title, score: scores[at] ?? 0, cite }
    })
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1))
    .slice(0, MOST)
}

function findKinds({ kinds }: Rulebook, text: string): readonly KindHint[] {
  const all = [...kinds.values()]
  const scores = scoresOf(
    all.map(({ id, definition }) => new Set(tokens(`${id} ${definition}`))),
    text,
  )
  return all
    .map(({ id, definition }, at): KindHint => ({ kind: id, definition, score: scores[at] ?? 0 }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || (a.kind < b.kind ? -1 : 1))
    .slice(0, MOST_KINDS)
}

/** How much of a text each set of words holds, from 0 to 1; words that few sets hold weigh more. */
function scoresOf(sets: readonly ReadonlySet<string>[], text: string): readonly number[] {
  const asked = [...new Set(tokens(text))]
  const weights = asked.map((word) => {
    const held = sets.filter((set) => holds(set, word)).length
    return held === 0 ? 0 : Math.log(1 + sets.length / held)
  })
  const most = weights.reduce((sum, weight) => sum + weight, 0)
  return sets.map((set) => {
    if (most === 0) return 0
    const fits = asked.map((word, index) => (holds(set, word) ? (weights[index] ?? 0) : 0))
    return Math.round((fits.reduce((sum, weight) => sum + weight, 0) / most) * 100) / 100
  })
}

/** A word fits where it begins one: `scanner` in `scanners`, `3A090` in `3a090.a.1`. */
function holds(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true
  if (word.length < 4) return false
  for (const other of words) if (other.startsWith(word)) return true
  return false
}

function wordsOf(entry: Entry, { kinds }: Rulebook): ReadonlySet<string> {
  const named = [...new Set(kindsIn(entry.criteria))]
  const definitions = named.map((kind) => kinds.get(kind)?.definition ?? '')
  const texts = [entry.code, entry.title, entry.family, entry.notes ?? '', ...named, ...definitions]
  return new Set(tokens(texts.join(' ')))
}

/** Kinds that the criteria name. */
function kindsIn(criteria: unknown): readonly string[] {
  if (Array.isArray(criteria)) return criteria.flatMap(kindsIn)
  if (typeof criteria !== 'object' || criteria === null) return []
  return Object.entries(criteria).flatMap(([key, value]: [string, unknown]) =>
    key === 'kind' ? [value].flat().filter((kind) => typeof kind === 'string') : kindsIn(value),
  )
}

/** Lower case, without accents; a code stays whole beside its parts. */
function tokens(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu)?.flatMap(withParts) ?? []
}

function withParts(word: string): readonly string[] {
  return word.includes('.') ? [word, ...word.split('.')] : [word]
}
