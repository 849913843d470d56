import { describe, expect, it } from 'vitest'
import { comparePair, parsePair } from './pair-format.ts'

const PARTY = {
  name: 'Orsolya Tavarin',
  schema: 'Company',
  aliases: ['O. Tavarin'],
  weakAliases: ['Orsi'],
  originalScript: ['Орсоля Таварин'],
  birthDate: ['1971'],
  countries: ['CY'],
  addresses: ['1 Road'],
  ids: { passport: ['X1'], sourceId: ['un-7'] },
  gender: 'female',
}

describe('pairs', () => {
  it('are read with names in their script and without the numbers lists give their rows', () => {
    const parsed = parsePair({
      id: 'p1',
      query: PARTY,
      candidate: { name: 'B' },
      match: true,
      notes: 'n',
    })
    expect(parsed).toEqual({
      ok: true,
      value: {
        id: 'p1',
        query: {
          name: 'Orsolya Tavarin',
          aliases: ['O. Tavarin', 'Орсоля Таварин'],
          weakAliases: ['Orsi'],
          schema: 'Organization',
          countries: ['CY'],
          birthDates: ['1971'],
          addresses: ['1 Road'],
          identifiers: { passport: ['X1'] },
        },
        candidate: { name: 'B', aliases: [], identifiers: {} },
      },
    })
  })

  it('are answered by their parties alone, not by the label', () => {
    const pair = { id: 'p1', query: { name: 'Halcyon Ltd' }, candidate: { name: 'HALCYON' } }
    const answer = comparePair({ ...pair, match: false })
    expect(answer).toMatchObject({ id: 'p1', match: true })
    expect(comparePair({ ...pair, match: true })).toEqual(answer)
  })

  it.each([
    ['no candidate', { id: 'p1', query: PARTY, candidate: null }, 'p1', 'pair.no-candidate'],
    ['a candidate that was left out', { id: 7, query: PARTY }, 7, 'input.wrong-shape'],
    [
      'names that are no text',
      { id: 'p', query: { name: 5 }, candidate: PARTY },
      'p',
      'input.wrong-shape',
    ],
    ['no pair at all', 'text', null, 'input.wrong-shape'],
    ['nothing', null, null, 'input.wrong-shape'],
  ])('with %s are answered with the problem', (_, value, id, code) => {
    expect(comparePair(value)).toEqual({ id, problem: expect.stringContaining(code) })
  })
})
