import { ok, type Problem, parseLegalDate, type Result, readJson } from '../kernel/index.ts'

/** One cell as what its column means. A problem says what is wrong with the text, and what may be meant. */
export type CellReader<T> = (text: string, decimalComma: boolean) => Result<T>

/** What is wrong, and what may be meant. */
function wrong(code: string, detail: string, remedy: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ code, detail, remedy }] }
}

/** Days as they are written without doubt: year first, or day.month.year with dots. */
export const readDay: CellReader<string> = (text) => {
  const yearFirst = /^(\d{4})(?:[-/.年\s]+)(\d{1,2})(?:[-/.月\s]+)(\d{1,2})[.日]?$/.exec(
    text.replaceAll(/\s+/g, ' ').trim(),
  )
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const korean = /^(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일$/.exec(text)
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)
  const found = yearFirst ?? packed ?? korean
  const day =
    found !== null
      ? iso(found[1], found[2], found[3])
      : dotted === null
        ? undefined
        : iso(dotted[3], dotted[2], dotted[1])
  if (day !== undefined && parseLegalDate(day).ok) return ok(day)
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  const either = slashed === null ? [] : bothDays(slashed)
  return wrong(
    'cell.not-a-day',
    either.length === 0
      ? `${quoted(text)} is no day.`
      : `${quoted(text)} may be one of two days: it is not said whether the month or the day comes first.`,
    either.length === 0 ? 'Write it as 2026-06-01.' : `Write ${either.join(' or ')}.`,
  )
}

function bothDays([, one, other, year]: RegExpExecArray): readonly string[] {
  const days = [iso(year, one, other), iso(year, other, one)]
  return days.filter((day) => parseLegalDate(day).ok)
}

function iso(year: string | undefined, month: string | undefined, day: string | undefined): string {
  return `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
}

/** A decimal number as text, `1,234.50` and (where the decimal comma is used) `1.234,50` too. */
export const readDecimal: CellReader<string> = (text, decimalComma) => {
  const [mark, grouping] = decimalComma ? [',', '.'] : ['.', ',']
  const bare = text.replaceAll(/[\s\u00a0\u202f'’]/g, '')
  const [whole = '', fraction, ...more] = bare.split(mark)
  const groups = whole.split(grouping)
  const isGrouped = groups.slice(1).every((group) => group.length === 3) && groups[0] !== '0'
  const digits = groups.join('')
  const isPlain = groups.length === 1 || (isGrouped && (groups[0] ?? '').length <= 3)
  // 1.234 in a file with decimal commas, 1,234 in one with points: a thousand, or one and a bit?
  const isDoubtful = groups.length === 2 && fraction === undefined
  const value = fraction === undefined ? digits : `${digits}.${fraction}`
  if (isPlain && !isDoubtful && more.length === 0 && /^-?\d+(?:\.\d+)?$/.test(value))
    return ok(value)
  if (isDoubtful && isPlain && /^\d+$/.test(digits)) {
    return wrong(
      'cell.doubtful-number',
      `${quoted(text)} may be ${digits} or ${groups.join('.')}.`,
      `Write ${digits}, or ${groups.join(mark)}${mark === ',' ? ' with the comma' : ''}.`,
    )
  }
  return wrong('cell.not-a-number', `${quoted(text)} is no number.`, 'Write it as 1234.5.')
}

const YES: ReadonlySet<string> = new Set(['y', 'yes', 'true', '1', 'x', 'ja', 'はい', '예', '○'])
const NO: ReadonlySet<string> = new Set(['n', 'no', 'false', '0', 'nein', 'いいえ', '아니오', '×'])

export const readAnswer: CellReader<boolean> = (text) => {
  const word = text.toLowerCase()
  if (YES.has(word)) return ok(true)
  if (NO.has(word)) return ok(false)
  return wrong('cell.not-an-answer', `${quoted(text)} is neither yes nor no.`, 'Write Y or N.')
}

/** Two letters of ISO 3166-1, or a region such as UA-43. */
export const readPlace: CellReader<string> = (text) => {
  const code = text.toUpperCase()
  if (/^[A-Z]{2}(?:-[A-Z0-9]{1,6})?$/.test(code)) return ok(code)
  return wrong(
    'cell.not-a-country',
    `${quoted(text)} is no code of a country.`,
    'Write two letters (ISO 3166-1), as DE, or a region, as UA-43.',
  )
}

/** UN/LOCODE, of which the country counts: `NLRTM` is in NL. */
export const readLocation: CellReader<string> = (text) => {
  const code = text.toUpperCase().replaceAll(/\s/g, '')
  if (/^[A-Z]{2}(?:[A-Z2-9]{3})?$/.test(code)) return ok(code.slice(0, 2))
  return wrong(
    'cell.not-a-place',
    `${quoted(text)} is neither a UN/LOCODE nor a country.`,
    'Write five letters, as NLRTM, or two, as NL.',
  )
}

/** Four to ten digits, an even number of them: a spreadsheet cuts the zero in front. */
export const readTariff: CellReader<string> = (text) => {
  const digits = text.replaceAll(/[.\s]/g, '')
  if (/^\d{4}(?:\d{2}){0,3}$/.test(digits)) return ok(digits)
  if (/^\d{5}$|^\d{7}$|^\d{9}$/.test(digits)) {
    return wrong(
      'cell.cut-zero',
      `${quoted(text)} has ${digits.length} digits; a code of goods has an even number of them. A spreadsheet may have cut a zero in front.`,
      `Write ${`0${digits}`}, if that is meant, in a column formatted as text.`,
    )
  }
  return wrong(
    'cell.not-a-tariff-number',
    `${quoted(text)} is no code of the Harmonized System.`,
    'Write four to ten digits, as 8542.31.',
  )
}

/** What a spreadsheet makes of a long number, and what it would make one of: `3E905`. */
function looksCut(text: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(text) || /^\d{13,}0{6}$/.test(text)
}

/** A number that must not have lost digits: Excel keeps fifteen. An apostrophe before it says that it is whole. */
export const readIdentifier: CellReader<string> = (text) =>
  looksCut(text)
    ? wrong(
        LOST_DIGITS,
        `${quoted(text)} looks like a number of which a spreadsheet has lost digits.`,
        `Enter it again in a column formatted as text; if it is meant as it stands, write '${text}.`,
      )
    : ok(bareIdentifier(text))

export const LOST_DIGITS = 'cell.lost-digits'

/** Without the apostrophe by which it is kept a text. */
export function bareIdentifier(text: string): string {
  return text.startsWith("'") && looksCut(text.slice(1)) ? text.slice(1) : text
}

export const readText: CellReader<string> = (text) => ok(text)

/** `a|b` or `a; b`. */
export const readList: CellReader<readonly string[]> = (text) =>
  ok(
    text
      .split(/[|;]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )

/** A JSON object, or a JSON list. */
export const readObject = jsonReader(
  (value): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
  'object',
)
export const readArray = jsonReader(
  (value): value is readonly unknown[] => Array.isArray(value),
  'list',
)

function jsonReader<T>(isFit: (value: unknown) => value is T, what: string): CellReader<T> {
  return (text) => {
    const value = readJson(text)
    if (value.ok && isFit(value.value)) return ok(value.value)
    return wrong(
      'cell.not-json',
      `${quoted(text)} is no JSON ${what}.`,
      what === 'list'
        ? 'Write it as [{"name": "Holding Ltd", "share": "0.6"}].'
        : 'Write it as {"tpp": 4800}.',
    )
  }
}

export function readOneOf<T extends string>(words: readonly T[]): CellReader<T> {
  return (text) => {
    const word = words.find((one) => bareWord(one) === bareWord(text))
    if (word !== undefined) return ok(word)
    return wrong(
      'cell.unknown-word',
      `${quoted(text)} is not known here.`,
      `Words: ${words.join(', ')}.`,
    )
  }
}

function bareWord(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]/g, '')
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}
