import { expect, test } from 'vitest'
import type { LegalDate } from '../kernel/index.ts'
import { createScreener, type ListScreener, type PartyQuery } from '../screening/index.ts'
import { remembered } from './remembered.ts'

test('a party is screened once for the same question, and anew for another', () => {
  const asked: PartyQuery[] = []
  const policy = { sources: [], lists: [], always: [] }
  const screener: ListScreener = {
    ...createScreener([], { asOf: '2026-06-01' as LegalDate, policy }),
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
  expect(once.covers('us-sdn')).toBe('false')
})
