import type { LegalDate } from '../../kernel/index.ts'
import { monthsBetween } from './days.ts'
import { customers, type DealView } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { described } from './same-name.ts'
import { plain } from './words.ts'

/** How old the youngest customer is, where its business says when it was founded. */
export function checkAge(view: DealView, facts: CrossFacts): void {
  const { phrases } = view.lexicon.tables.words.founding
  const day = view.transaction.date ?? view.day
  let youngest: Founding | undefined
  let youngestTrader: Founding | undefined
  for (const party of customers(view)) {
    const founded =
      party.business === undefined ? undefined : foundedOn(party.business, phrases, day)
    if (founded === undefined || founded > day) continue
    const found = { day: founded, who: `${described(party)}: “${party.business ?? ''}”` }
    youngest = younger(youngest, found)
    if (view.lexicon.functionsOf(party).has('trader')) {
      youngestTrader = younger(youngestTrader, found)
    }
  }
  if (youngestTrader !== undefined) {
    facts.say('trader_age_months', monthsBetween(youngestTrader.day, day), youngestTrader.who)
  }
  if (youngest === undefined) return
  facts.say('customer_age_months', monthsBetween(youngest.day, day), youngest.who)
  facts.say('customer_founded', Number(youngest.day.replaceAll('-', '')), youngest.who)
}

function younger(known: Founding | undefined, found: Founding): Founding {
  return known === undefined || found.day > known.day ? found : known
}

interface Founding {
  readonly day: LegalDate
  readonly who: string
}

/** `founded April 2022`, `formed three months ago`, `established 2022-04-01`, `since 1988`. */
export function foundedOn(
  business: string,
  phrases: readonly string[],
  day: LegalDate,
): LegalDate | undefined {
  const words = plain(business).trim().split(' ')
  const starts = new Set(phrases.map((phrase) => plain(phrase).trim()))
  for (const [index, word] of words.entries()) {
    if (!starts.has(word)) continue
    const found = dayIn(words.slice(index + 1, index + 7), day)
    if (found !== undefined) return found
  }
  return undefined
}

function dayIn(words: readonly string[], day: LegalDate): LegalDate | undefined {
  const ago = words.indexOf('ago')
  if (ago >= 2) return before(day, words[ago - 2] ?? '', words[ago - 1] ?? '')
  const year = words.findIndex((word) => /^(?:1[89]|20)\d\d$/.test(word))
  if (year < 0) return undefined
  const next = words[year + 1]
  const numbered =
    next !== undefined && /^(?:0?[1-9]|1[0-2])$/.test(next) ? Number(next) : undefined
  const month = numbered ?? monthOf(words.slice(0, year))
  // Only a year: its first month, so that a firm is rather read as older than as younger.
  return `${words[year] ?? ''}-${String(month ?? 1).padStart(2, '0')}-01` as LegalDate
}

function before(day: LegalDate, number: string, unit: string): LegalDate | undefined {
  const amount = /^\d+$/.test(number) ? Number(number) : NUMBERS.indexOf(number)
  if (amount < 0 || amount > 1000) return undefined
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const date = unit.startsWith('year')
    ? new Date(Date.UTC(year - amount, month - 1, dayOfMonth))
    : unit.startsWith('month')
      ? new Date(Date.UTC(year, month - 1 - amount, dayOfMonth))
      : unit.startsWith('week')
        ? new Date(Date.UTC(year, month - 1, dayOfMonth - 7 * amount))
        : unit.startsWith('day')
          ? new Date(Date.UTC(year, month - 1, dayOfMonth - amount))
          : undefined
  return date?.toISOString().slice(0, 10) as LegalDate | undefined
}

function monthOf(words: readonly string[]): number | undefined {
  for (const word of words) {
    const index = MONTHS.findIndex((name) => word.length >= 3 && name.startsWith(word))
    if (index >= 0) return index + 1
  }
  return undefined
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
