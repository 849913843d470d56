import type { ListedParty, PartyQuery } from 'navicert/screening'
import { mulberry } from './random.ts'

/**
 * Invented companies as they stand in customer files and on lists: rare words made of syllables, with
 * the general words that most names share, a country, a legal form. The same seed gives the same.
 */
export function generateParties(count: number, seed = 1): readonly PartyQuery[] {
  const random = mulberry(seed)
  return Array.from({ length: count }, () => ({
    name: nameOf(random),
    country: pick(COUNTRIES, random),
  }))
}

export function generateListed(count: number, seed = 2): readonly ListedParty[] {
  const random = mulberry(seed)
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    source: 'bench',
    list: 'bench-list',
    schema: 'Organization' as const,
    name: nameOf(random),
    aliases: random() < 0.5 ? [nameOf(random)] : [],
    weakAliases: [],
    addresses: [`${Math.ceil(random() * 90)} ${wordOf(random)} Road`],
    countries: [pick(COUNTRIES, random)],
    birthDates: [],
    identifiers: {},
    programmes: [],
    rule: { footnotes: [] },
  }))
}

const COUNTRIES = ['CN', 'HK', 'RU', 'AE', 'DE', 'US', 'TR', 'SG', 'IN', 'GB']
const GENERAL = [
  'Technology',
  'Trading',
  'International',
  'Electronics',
  'Shanghai',
  'Institute of',
  'Logistics',
  'Moscow',
  'Systems',
  'Group',
]
const FORMS = ['Co., Ltd.', 'LLC', 'GmbH', 'JSC', 'Inc.', '', 'FZE', 'Limited']
const SYLLABLES =
  'ba be bo da di du fen gar hal in jo ka lor mi na or pe qui ra sa ti vu wen xi yan zo'
const PARTS = SYLLABLES.split(' ')

function nameOf(random: () => number): string {
  const words = Array.from({ length: random() < 0.6 ? 1 : 2 }, () => wordOf(random))
  const general = Array.from({ length: random() < 0.5 ? 1 : 2 }, () => pick(GENERAL, random))
  return [...words, ...general, pick(FORMS, random)].join(' ').trim()
}

function wordOf(random: () => number): string {
  const length = 2 + Math.floor(random() * 3)
  const word = Array.from({ length }, () => pick(PARTS, random)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? ''
}
