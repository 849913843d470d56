import { expect, it } from 'vitest'
import type { ListedParty } from '../screening/index.ts'
import { contentOfListed } from './content-of-listed.ts'

const PARTY: ListedParty = {
  id: '1',
  source: 'csv',
  list: 'own',
  schema: 'Organization',
  name: 'Greywater Trading Co., Ltd.',
  aliases: ['GWT', 'Grey Water'],
  weakAliases: [],
  addresses: ['1 Quay Road, Dubai, U.A.E.'],
  countries: ['AE', 'IR'],
  birthDates: [],
  identifiers: { imo: ['9826902'] },
  programmes: [],
  rule: { footnotes: [4], licenceRequirement: 'For all items. (See 744.11)' },
}

it.each([
  ['its number', { id: '2' }],
  ['capitals and spaces', { name: 'GREYWATER  Trading Co Ltd' }],
  ['the order of values', { aliases: ['Grey Water', 'GWT'], countries: ['IR', 'AE'] }],
  ['a comma that moved', { name: 'Greywater Trading', aliases: ['Co., Ltd. GWT', 'Grey Water'] }],
  ['a name printed twice', { aliases: ['GWT', 'Grey Water', 'grey water'] }],
] satisfies readonly (readonly [string, Partial<ListedParty>])[])(
  'what a listed party says does not change with %s',
  (_, changes) => {
    expect(contentOfListed({ ...PARTY, ...changes })).toBe(contentOfListed(PARTY))
  },
)

it.each([
  ['an alias', { aliases: ['GWT'] }],
  ['an alias made of words said already', { aliases: ['GWT', 'Grey Water', 'Water Trading'] }],
  ['an alias called weak', { aliases: ['GWT'], weakAliases: ['Grey Water'] }],
  ['an address', { addresses: ['2 Quay Road, Dubai, U.A.E.'] }],
  ['a country', { countries: ['AE'] }],
  ['a number', { identifiers: { imo: ['9826903'] } }],
  ['the list', { list: 'other' }],
  ['a footnote', { rule: { ...PARTY.rule, footnotes: [] } }],
  ['the requirement', { rule: { footnotes: [4], licenceRequirement: 'For 3A001 only' } }],
] satisfies readonly (readonly [string, Partial<ListedParty>])[])(
  'what a listed party says changes with %s',
  (_, changes) => {
    expect(contentOfListed({ ...PARTY, ...changes })).not.toBe(contentOfListed(PARTY))
  },
)
