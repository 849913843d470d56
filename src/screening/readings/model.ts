/** How a reading came about; a caller may trust or name it by this. */
export type ReadingSystem =
  | 'latin'
  | 'latin-spelt-out'
  | 'latin-russian'
  | 'latin-chinese'
  | 'cyrillic'
  | 'cyrillic-bgn'
  | 'cyrillic-icao'
  | 'cyrillic-russian'
  | 'cyrillic-palladius'
  | 'greek'
  | 'georgian'
  | 'armenian'
  | 'hangul'
  | 'hangul-custom'
  | 'hangul-foreign'
  | 'hangul-mccune'
  | 'hangul-joined'
  | 'han-pinyin'
  | 'han-pinyin-split'
  | 'han-wade-giles'
  | 'han-cantonese'
  | 'han-korean'
  | 'han-foreign'
  | 'japanese'
  | 'kana-short'
  | 'kana-long'
  | 'arabic'
  | 'arabic-persian'
  | 'arabic-spoken'
  | 'hebrew'
  | 'hebrew-spoken'
  | 'translation'
  | 'translation-korean'
  | 'translation-korean-mccune'
  | 'translation-korean-revised'
  | 'translation-japanese'
  | 'translation-cantonese'
  | 'translation-split'
  | 'translation-meaning'
  | 'translation-foreign'
  | 'translation-longer'
  | 'other'

/** One way to say a name in Latin letters. */
export interface Reading {
  /** Lower-case ASCII letters and digits, in the order of the name. */
  readonly tokens: readonly string[]
  readonly system: ReadingSystem
  /** 0 to 1: how much this way is to be trusted beside the others of the same name. */
  readonly weight: number
}

/** What the caller knows beside the name. */
export interface ReadingHint {
  /** ISO 3166-1 alpha-2: `JP` asks for Japanese readings of Han, `KP` and `KR` for Korean ones. */
  readonly country?: string | undefined
  /** The name is that of a person: a name, not words to translate. */
  readonly isPerson?: boolean | undefined
}
