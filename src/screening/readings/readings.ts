import { armenianLetters, greekLetters } from './alphabet.ts'
import { readArabic } from './arabic.ts'
import { cleanText, MAX_CHARACTERS } from './clean-text.ts'
import { readHan } from './han.ts'
import { readHebrew } from './hebrew.ts'
import { isAscii, latinTokens, speltOutLatin } from './latin.ts'
import { withoutFirstName } from './latin-chinese.ts'
import { asEnglishSpells } from './latin-russian.ts'
import type { Reading, ReadingHint, ReadingSystem } from './model.ts'
import { readCyrillic } from './read-cyrillic.ts'
import { readGeorgian } from './read-georgian.ts'
import { readHangul } from './read-hangul.ts'
import { readOther } from './read-other.ts'
import { type Run, runsOf } from './script.ts'
import { asciiTokens, MAX_TOKENS } from './tokens.ts'

/** No name has more readings than this; the least trusted go. */
const MAX_READINGS = 8
const NO_HINT: ReadingHint = {}

/**
 * Every way a name may be written in Latin letters, the most trusted first: by the romanisations in use
 * for its script, and in English where its words are those of organisations. A name without letters
 * or figures has none.
 */
export function readings(name: string, hint: ReadingHint = NO_HINT): readonly Reading[] {
  if (isAscii(name)) return plainLatin(asciiTokens(name.slice(0, MAX_CHARACTERS)), hint)
  const runs = runsOf(cleanText(name))
  const [first] = runs
  if (first !== undefined && runs.length === 1) return ordered(readRun(first, hint, true))
  return ordered(combined(runs.map((run) => readRun(run, hint, false))))
}

function only(system: ReadingSystem, tokens: readonly string[]): readonly Reading[] {
  return tokens.length === 0 ? [] : [{ tokens, system, weight: 1 }]
}

function readRun(run: Run, hint: ReadingHint, whole: boolean): readonly Reading[] {
  switch (run.script) {
    case 'latin':
      return readLatin(run.text, hint)
    case 'cyrillic':
      return readCyrillic(run.text)
    case 'greek':
      return only('greek', latinTokens(greekLetters(run.text)))
    case 'georgian':
      return readGeorgian(run.text)
    case 'armenian':
      return only('armenian', latinTokens(armenianLetters(run.text)))
    case 'hangul':
      return readHangul(run.text)
    case 'han':
      return readHan(run.text, hint, whole)
    case 'arabic':
      return readArabic(run.text)
    case 'hebrew':
      return readHebrew(run.text)
    case 'other':
      return readOther(run.text)
  }
}

function plainLatin(tokens: readonly string[], hint: ReadingHint): readonly Reading[] {
  const plain = [...only('latin', tokens), ...fromRussian(tokens, hint)]
  if (hint.isPerson !== true) return plain
  const own = withoutFirstName(tokens)
  if (own !== undefined) plain.push({ tokens: own, system: 'latin-chinese', weight: 0.95 })
  return plain
}

/** Letters of Russian with the marks of scholars, and of the Slavic languages that bear them themselves. */
const SCHOLARS = /[čšžŝ]/u

function fromRussian(
  tokens: readonly string[],
  { isPerson = false }: ReadingHint,
  isMarked = false,
): readonly Reading[] {
  const english = asEnglishSpells(tokens, isPerson, isMarked)
  return english === undefined ? [] : [{ tokens: english, system: 'latin-russian', weight: 0.97 }]
}

function readLatin(text: string, hint: ReadingHint): readonly Reading[] {
  const plain = plainLatin(latinTokens(text), hint)
  const spelt = speltOutLatin(text)
  if (spelt === undefined) return plain
  const tokens = asciiTokens(spelt)
  return [
    ...plain,
    { tokens, system: 'latin-spelt-out', weight: 0.98 },
    ...fromRussian(tokens, hint, SCHOLARS.test(text)),
  ]
}

/** Of several scripts, each system reads its own stretches and the rest is read in the first way it has. */
function combined(parts: readonly (readonly Reading[])[]): readonly Reading[] {
  const systems = new Set(
    parts.flatMap((part) => part.slice(0, MAX_READINGS).map(({ system }) => system)),
  )
  if (systems.size > 1) systems.delete('latin')
  // Where only one stretch is translated, the whole is no less a translation.
  const inOrder = [...systems].sort((one, other) => rank(one) - rank(other))
  return inOrder.map((system) => {
    const chosen = parts.flatMap(
      (part) => part.find((reading) => reading.system === system) ?? part[0] ?? [],
    )
    return {
      tokens: chosen.flatMap(({ tokens }) => tokens),
      system,
      weight: Math.min(...chosen.map(({ weight }) => weight)),
    }
  })
}

function rank(system: ReadingSystem): number {
  return system.startsWith('translation') ? 0 : 1
}

const PLAIN_TOKEN = /^[a-z0-9]+$/

/** Best first, none twice, letters and figures only. */
function ordered(all: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>()
  const kept: Reading[] = []
  for (const reading of [...all].sort((one, other) => other.weight - one.weight)) {
    const tokens = plainTokens(reading.tokens)
    const key = tokens.join(' ')
    if (key === '' || seen.has(key)) continue
    seen.add(key)
    kept.push(tokens === reading.tokens ? reading : { ...reading, tokens })
    if (kept.length === MAX_READINGS) break
  }
  return kept
}

/** What a table or dictionary could not read is spelt by the general one, so that nothing but ASCII leaves. */
function plainTokens(tokens: readonly string[]): readonly string[] {
  if (tokens.length <= MAX_TOKENS && tokens.every((token) => PLAIN_TOKEN.test(token))) return tokens
  return tokens
    .flatMap((token) => (PLAIN_TOKEN.test(token) ? [token] : (readOther(token)[0]?.tokens ?? [])))
    .slice(0, MAX_TOKENS)
}
