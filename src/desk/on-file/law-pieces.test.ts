import { describe, expect, test } from 'vitest'
import type { LegalDate } from '../../kernel/index.ts'
import { exampleRulebook } from '../../rulebook/example-law.fixture.ts'
import { changedPieces, lawPieces, mayAnswerAnew, piecesTurning, reachOf } from './law-pieces.ts'

const day = (text: string): LegalDate => text as LegalDate
const law = exampleRulebook()
const ids = (pieces: readonly { readonly id: string }[]): readonly string[] =>
  pieces.map(({ id }) => id)
const changedBy = (changes: Parameters<typeof exampleRulebook>[0]): readonly string[] =>
  ids(changedPieces(lawPieces(law), lawPieces(exampleRulebook(changes))))

describe('between two editions', () => {
  test('nothing differs where the law is the same', () => {
    expect(changedBy({})).toEqual([])
  })

  test.each([
    ['an entry', 'us/entries/3a.yaml', '>= 4800', '>= 4900', 'entry US:3A090.a (current)'],
    ['a rule', 'us/requirements.yaml', 'by case}', 'by hand}', 'rule US:742.6'],
    ['an authorisation', 'us/authorisations.yaml', '<= 5000', '<= 4000', 'authorisation US NAC'],
    ['a group', 'us/groups.yaml', '[AE, CN]', '[AE]', 'group all'],
    ['what all stands on', 'kinds.yaml', 'Exposes wafers', 'Exposes', 'dictionary all'],
  ])('of %s that is worded otherwise only that piece differs', (_, file, part, by, id) => {
    expect(changedBy({ [file]: [part, by] })).toEqual([id])
  })

  test('a piece that is new differs, and one that is gone', () => {
    const without = exampleRulebook({ 'us/authorisations.yaml': null })
    expect(ids(changedPieces(lawPieces(law), lawPieces(without)))).toEqual(['authorisation US NAC'])
    expect(ids(changedPieces(lawPieces(without), lawPieces(law)))).toEqual(['authorisation US NAC'])
  })

  test('an entry that spoke of other kinds before reaches items of either', () => {
    const was = lawPieces(law)
    const now = exampleRulebook({
      'us/entries/3a.yaml': ['kind: [ic.processor]', 'kind: [sme.litho]'],
    })
    const [piece] = changedPieces(was, lawPieces(now))
    expect(piece?.kinds?.toSorted()).toEqual(['ic.processor', 'sme.litho'])
  })
})

describe('between two days', () => {
  const turning = (since: string, until: string, rulebook = law): readonly string[] =>
    ids(piecesTurning(rulebook, day(since), day(until)))

  test('an entry turns on the day after its last, and a rule on its first', () => {
    expect(turning('2023-11-15', '2023-11-16')).toEqual([])
    expect(turning('2023-11-16', '2023-11-17').toSorted()).toEqual([
      'authorisation US NAC',
      'dictionary all',
      'entry US:3A090.a (before-2023-11-17)',
      'entry US:3A090.a (current)',
      'rule US:742.6',
    ])
    expect(turning('2023-11-17', '2023-11-18')).toEqual([])
  })

  test('a line of a rule turns its rule, and a move the groups', () => {
    expect(turning('2025-05-12', '2025-05-13')).toEqual(['rule US:742.6'])
    expect(turning('2026-07-09', '2026-07-10')).toEqual(['group all'])
  })

  test('what is published turns when it is, for a day ahead is answered by what is known', () => {
    const announced = exampleRulebook({
      'us/authorisations.yaml': [
        'effective: {from: 2023-11-17}',
        'effective: {from: 2027-01-01}\n    published: 2026-10-01',
      ],
    })
    expect(turning('2026-09-30', '2026-10-01', announced)).toEqual(['authorisation US NAC'])
    expect(turning('2026-09-30', '2026-10-01')).toEqual([])
  })

  test('what all stands on turns where a coverage ends', () => {
    expect(turning('2030-12-30', '2030-12-31')).toEqual([])
    expect(turning('2030-12-31', '2031-01-01')).toEqual(['dictionary all'])
  })

  test('nothing turns on the same day, nor backwards', () => {
    expect(turning('2023-11-17', '2023-11-17')).toEqual([])
    expect(turning('2026-01-01', '2020-01-01')).toEqual([])
  })
})

test('an entry reaches items of its kind, of a kind unknown, and those for which its list is claimed', () => {
  const entry = { what: 'entry', id: 'entry US:1', jurisdiction: 'US', digest: '' } as const
  const ofProcessors = { ...entry, kinds: ['ic.processor'] }
  const reaches = (item: object): boolean => mayAnswerAnew(ofProcessors, reachOf([item]), [])
  expect(reaches({ kind: 'ic.processor' })).toBe(true)
  expect(reaches({ kind: 'sme.litho' })).toBe(false)
  expect(reaches({ kind: 'unknown' })).toBe(true)
  expect(reaches({ kind: 'sme.litho', claimed: { US: [{ code: 'EAR99' }] } })).toBe(true)
  expect(reaches({ kind: 'sme.litho', claimed: { EU: [] } })).toBe(false)
  expect(reaches({ kind: 'sme.litho', content: [{ kind: 'ic.processor' }] })).toBe(true)
})

test('a rule reaches deals on which its jurisdiction has a hold, and a red flag of nobody all', () => {
  const rule = { what: 'rule', id: 'rule US:1', jurisdiction: 'US', digest: '' } as const
  const { jurisdiction: _, ...ofAll } = rule
  const reach = reachOf([{ kind: 'ic' }])
  expect(mayAnswerAnew(rule, reach, ['EU', 'US'])).toBe(true)
  expect(mayAnswerAnew(rule, reach, ['EU'])).toBe(false)
  expect(mayAnswerAnew({ ...ofAll, what: 'red-flag' }, reach, ['EU'])).toBe(true)
})
