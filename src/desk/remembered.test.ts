import { expect, test } from 'vitest'
import type { ListScreener, PartyQuery } from '../screening/index.ts'
import { remembered } from './remembered.ts'

test('a party is screened once for the same question, and anew for another', () => {
  const asked: PartyQuery[] = []
  const screener: ListScreener = {
    lists: [],
    covers: () => 'true',
    gaps: () => [],
    screen(query) {
      asked.push(query)
      return { state: 'clear', hits: [], because: [query.name] }
    },
  }
  const once = remembered(screener)
  for (const country of ['KR', 'KR', 'JP']) once.screen({ name: 'Kiku KK', country })
  once.screen({ name: 'Kiku KK', country: 'KR' }, ['US'])
  expect(asked.map(({ country }) => country)).toEqual(['KR', 'JP', 'KR'])
  expect(once.screen({ name: 'Kiku KK', country: 'JP' }).because).toEqual(['Kiku KK'])
  expect(once.covers('us-sdn')).toBe('true')
})
