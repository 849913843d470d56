import { type Coverage, coverageOf, covers } from './coverage.ts'

/** Gives the bytes of a font file of the folder `fonts`; a composition root reads it. */
export type FontReader = (file: string) => Uint8Array

/** The scripts of nearly every document; small. */
const COMMON = [
  'noto-sans-400.ttf',
  'noto-sans-700.ttf',
  'noto-sans-math-400.woff',
  'noto-sans-armenian-400.woff',
  'noto-sans-georgian-400.woff',
  'noto-sans-hebrew-400.woff',
  'noto-sans-thai-400.woff',
  'vazirmatn-400.woff',
]

/** Han, kana and Hangul: unpacked only where a document needs them. */
const EAST_ASIAN = [
  'noto-sans-jp-400.woff',
  'noto-sans-kr-400.woff',
  'noto-sans-sc-400.woff',
  'noto-sans-tc-400.woff',
]

export type FontSet = 'common' | 'all'

export interface Fonts {
  /** Whether any font has a glyph for it. */
  readonly has: (code: number) => boolean
  /** The smallest set that has every character that any font has. */
  readonly setFor: (codes: Iterable<number>) => FontSet
  /** Files of a set. */
  readonly files: (set: FontSet) => readonly Uint8Array[]
}

export function openFonts(read: FontReader): Fonts {
  const opened = (names: readonly string[]): readonly [Uint8Array, Coverage][] =>
    names.map((name) => {
      const file = read(name)
      return [file, coverageOf(file)]
    })
  const common = opened(COMMON)
  const eastAsian = opened(EAST_ASIAN)
  const isIn = (set: typeof common, code: number): boolean =>
    set.some(([, coverage]) => covers(coverage, code))
  return {
    has: (code) => isIn(common, code) || isIn(eastAsian, code),
    setFor(codes) {
      for (const code of codes) {
        if (!isIn(common, code) && isIn(eastAsian, code)) return 'all'
      }
      return 'common'
    },
    files: (set) => [...common, ...(set === 'all' ? eastAsian : [])].map(([file]) => file),
  }
}
