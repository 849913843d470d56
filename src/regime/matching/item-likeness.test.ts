import { describe, expect, it } from 'vitest'
import type { Rulebook } from '../../rulebook/index.ts'
import { denialRecord } from '../denials/record.ts'
import { deal, refusal, TERMS } from '../record.fixture.ts'
import { likenessOf } from './item-likeness.ts'

const parameter = (id: string, type: string) => [id, { id, type, definition: id }] as const
const DICTIONARY = {
  characteristics: new Map([
    parameter('material', 'text'),
    parameter('functions', 'set'),
    parameter('band', 'range'),
  ]),
} as unknown as Pick<Rulebook, 'characteristics'>

/** Whether an item with these characteristics is the one refused with those. */
function like(own: Readonly<Record<string, unknown>>, refused: Readonly<Record<string, unknown>>) {
  const { items } = denialRecord.parse(
    refusal({ items: [{ description: 'Invented', characteristics: refused }] }),
  )
  const [item] = deal().items
  const [denied] = items
  if (item === undefined || denied === undefined) throw new Error('no item')
  const asked = { item: { ...item, characteristics: own }, entries: [] }
  return likenessOf(asked, denied, TERMS.of('NSG').identical, DICTIONARY).truth
}

describe('an item and one that was refused', () => {
  it.each([
    ['the same word', { material: 'SiC' }, { material: 'SiC' }, 'true'],
    ['the same word in other letters', { material: 'sic ' }, { material: 'SiC' }, 'true'],
    ['another word', { material: 'GaN' }, { material: 'SiC' }, 'false'],
    ['the same words', { functions: ['b', 'a'] }, { functions: ['a', 'b'] }, 'true'],
    ['some of the words', { functions: ['a'] }, { functions: ['a', 'b'] }, 'unknown'],
    ['more words', { functions: ['a', 'b'] }, { functions: ['a'] }, 'unknown'],
    ['other words', { functions: ['c'] }, { functions: ['a', 'b'] }, 'false'],
    ['another range', { band: [1, 2] }, { band: ['4', '5'] }, 'unknown'],
    ['what no dictionary knows, said otherwise', { power: '5.0 kW' }, { power: '5 kW' }, 'unknown'],
    ['what no dictionary knows, said alike', { power: '5 kW' }, { power: '5 kW' }, 'true'],
  ])('%s', (_what, own, refused, truth) => {
    expect(like(own, refused)).toBe(truth)
  })
})
