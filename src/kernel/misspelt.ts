import { decimal } from './decimal.ts'

/** No number or day that somebody wrote by hand is longer. */
const LONGEST = 60

/**
 * How to write what somebody meant who wrote a number, a day or an answer in the manner of elsewhere: for
 * remedies, never for reading. Undefined where nobody could say.
 */
export function remedyForNumber(input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined
  const text = input.trim()
  if (text.length > LONGEST) return undefined
  if (/["“”„‘«»]/.test(text))
    return remedyFor(text.replaceAll(/["“”„‘«»]/g, ''), 'in plain quotes or none')
  return remedyFor(text)
}

function remedyFor(text: string, how = ''): string | undefined {
  const write = (number: string, more = ''): string =>
    `Write ${number}${how === '' ? '' : ` ${how}`}${more}.`
  if (PLAIN.test(text)) return how === '' ? undefined : write(text)
  const whole = WITH_EXPONENT.test(text) ? inFull(text) : undefined
  if (whole !== undefined) return write(whole)
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1]
  if (percent !== undefined)
    return write(String(Number(percent) / 100), `, for ${percent} per cent`)
  const [, before = '', digits = '', after = ''] =
    /^([^\d-]*)(\d[\d.,'’ ]*\d|\d)([^\d]*)$/u.exec(text) ?? []
  const read = readings(digits)
  if (read.length === 0) return undefined
  const beside = `${before}${after}`.trim()
  const unit =
    beside === ''
      ? ''
      : ` without ${JSON.stringify(beside)}: a unit or currency stands in its own key or in the name of this one`
  if (read.length > 1) return write(read.join(' or '), `, whichever is meant${unit}`)
  return write(read[0] ?? '', unit)
}

const PLAIN = /^\d+(?:\.\d+)?$/
const WITH_EXPONENT = /^\d+(?:\.\d+)?e[+-]?\d{1,2}$/i

/** `9e3` as 9000; undefined where that takes too many digits to be what was meant. */
function inFull(text: string): string | undefined {
  const full = decimal(text).toFixed()
  return full.length > LONGEST ? undefined : full
}

/** `1.832` and `1,832` may be either; `84,000.50` and `416,5` are one number each. */
function readings(digits: string): readonly string[] {
  const even = digits.replaceAll(/['’ ]/g, '')
  if (PLAIN.test(even)) return [even]
  const [, head = '', tail = ''] = /^(\d+),(\d+)$/.exec(even) ?? []
  if (head !== '') {
    const apart = `${head}.${tail}`
    return tail.length === 3 && head.length <= 3 ? [`${head}${tail}`, apart] : [apart]
  }
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(even)) return [even.replaceAll(',', '')]
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(even)) {
    return [even.replaceAll('.', '').replace(',', '.')]
  }
  return []
}

/** The same for a day: `06/02/2026` is one of two, `1.3.2026` and `2026/03/01` are one. */
export function remedyForDay(input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined
  const text = input.trim()
  if (text.length > LONGEST) return undefined
  const [, year, month, dayOfMonth] =
    /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[T ].*)?$/.exec(text) ?? []
  if (year !== undefined) {
    const [written] = daysOf(year, month, dayOfMonth)
    if (written === undefined) return undefined
    if (written !== text) return `Write ${written}.`
    return isDay(text) ? undefined : `${text.slice(0, 7)} has no such day: correct it.`
  }
  const [, first, separator, second, last] =
    /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})$/.exec(text) ?? []
  const days = [
    ...daysOf(last, second, first),
    ...(separator === '.' ? [] : daysOf(last, first, second)),
  ]
  const different = [...new Set(days)].toSorted()
  if (different.length === 0) return undefined
  return different.length === 1
    ? `Write ${different[0]}.`
    : `Write ${different.join(' or ')}, whichever is meant.`
}

function isDay(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
}

function daysOf(year = '', month = '', day = ''): readonly string[] {
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return isDay ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] : []
}

const ANSWERS: Readonly<Record<string, string>> = {
  yes: 'true',
  y: 'true',
  true: 'true',
  no: 'false',
  n: 'false',
  false: 'false',
  unknown: 'unknown',
  'not known': 'unknown',
  '?': 'unknown',
}

/** For true, false or unknown. */
export function remedyForAnswer(input: unknown): string | undefined {
  const meant = typeof input === 'string' ? ANSWERS[input.trim().toLowerCase()] : undefined
  return meant === undefined ? undefined : `Write ${meant}, without quotes.`
}

/** The sentence of a schema with the remedy behind it, as {@link parseShape} takes them apart again. */
export function withRemedy(detail: string, remedy: string | undefined): string {
  return remedy === undefined ? detail : `${detail}${REMEDY}${remedy}`
}

/** Between a sentence and its remedy. */
export const REMEDY = '\n'
