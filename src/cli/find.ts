import type { Entry, Rulebook } from '../rulebook/index.ts'
import { paragraph } from './answer/page.ts'
import { openRulebook } from './engine.ts'
import { DONE } from './exit-code.ts'
import { type JsonOption, type LawOption, withExamples, withJson, withLaw } from './options.ts'
import type { CommandAdder } from './session.ts'

const MOST = 25

interface FindOptions extends LawOption, JsonOption {
  readonly in?: string
}

/** An entry whose words fit. A hint where to look, never a finding. */
export interface Hint {
  readonly entry: string
  readonly version: string
  readonly title: string
  readonly score: number
  readonly cite: string
}

export const addFind: CommandAdder = (program, session, finish) => {
  const command = program
    .command('find')
    .description('Entries whose words fit a free text: hints where to look, never findings.')
    .argument('<text...>', 'words, a code, a kind of item')
    .option('--in <jurisdiction>', 'only the lists of one jurisdiction, as US or EU')
  withExamples(
    withJson(withLaw(command)),
    'find "immersion lithography scanner"',
    'find 3A090 --in US',
  )
  command.action((words: readonly string[], options: FindOptions) => {
    const rulebook = openRulebook(options, session.surroundings)
    const hints = findEntries(rulebook, words.join(' '), options.in?.toUpperCase())
    const page = { width: session.surroundings.columns, paint: session.paint }
    if (options.json === true) session.print(JSON.stringify(hints, null, 2))
    else {
      session.print(
        ...hints.flatMap(({ entry, version, title, cite }) => {
          const code = version === 'current' ? entry : `${entry} (${version})`
          return paragraph(
            page,
            `${code}  `,
            `${title} · ${cite}`,
            `${session.paint('bold', code)}  `,
          )
        }),
        hints.length === 0
          ? 'No entry has these words. That says nothing about control: try other words.'
          : 'Hints by words only: classify decides.',
      )
    }
    finish(DONE)
  })
}

/** Entries by how much of the text their words hold; rare words weigh more. */
export function findEntries(
  rulebook: Rulebook,
  text: string,
  jurisdiction?: string,
): readonly Hint[] {
  const entries = rulebook.entries.filter(
    (entry) => jurisdiction === undefined || entry.jurisdiction === jurisdiction,
  )
  const words = entries.map((entry) => wordsOf(entry, rulebook))
  const asked = [...new Set(tokens(text))]
  const weights = asked.map((word) => {
    const held = words.filter((set) => holds(set, word)).length
    return held === 0 ? 0 : Math.log(1 + entries.length / held)
  })
  const most = weights.reduce((sum, weight) => sum + weight, 0)
  if (most === 0) return []
  return entries
    .map((entry, at): Hint => {
      const set = words[at] ?? new Set<string>()
      const fits = asked.map((word, index) => (holds(set, word) ? (weights[index] ?? 0) : 0))
      const score = fits.reduce((sum, weight) => sum + weight, 0) / most
      const { id, version, title, cite } = entry
      return { entry: id, version, title, score: Math.round(score * 100) / 100, cite }
    })
    .filter(({ score }) => score >= 0.34)
    .toSorted((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1))
    .slice(0, MOST)
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
