import { expect, test } from 'vitest'
import type { HitFinding, PartyFinding } from '../../determination/index.ts'
import { createPaint } from '../output/paint.ts'
import { ANSWER } from './answer.fixture.ts'
import { redFlagLines } from './open-lines.ts'
import type { Page } from './page.ts'
import { partyLines } from './party-lines.ts'

const PAGE: Page = { width: 200, paint: createPaint(false) }
const ROWS = ['Kiku KK', 'Kiku East', 'Kiku: West', 'Kiku North', 'Kiku South']

const HITS = ROWS.map(
  (name, at): HitFinding => ({
    list: 'us-entity-list',
    entry: `${at}`,
    name,
    matchedName: name,
    probability: 0.9 - at / 10,
    nameScore: 0.9,
    because: [`the word of ${name}`],
    consequence: at === 2 ? 'Case by case.' : 'Presumption of denial.',
  }),
)

test('the surest hits of a party are told whole, the others by name; what rows demand alike once', () => {
  const party: PartyFinding = {
    name: 'Kiku',
    role: 'end-user',
    screening: { state: 'hit', because: [], hits: HITS },
  }
  expect(partyLines(PAGE, [party])).toEqual([
    '  LISTED  Kiku (end-user)',
    '    us-entity-list: Kiku KK (0); probability 0.9, names alike 0.9',
    '      · the word of Kiku KK',
    '      Presumption of denial.',
    '    us-entity-list: Kiku East (1); probability 0.8, names alike 0.9',
    '      · the word of Kiku East',
    '      Its row says the same.',
    '    us-entity-list: Kiku: West (2); probability 0.7, names alike 0.9',
    '      · the word of Kiku: West',
    '      Case by case.',
    `    us-entity-list: Kiku North (3); probability ${0.9 - 0.3}`,
    '    us-entity-list: Kiku South (4); probability 0.5',
  ])
})

test('flags of many hits of one party keep their ids, and the first of them their reasons', () => {
  const flagOf = (of: string, name: string, at: number, state: 'open' | 'resolved') => ({
    id: `listed-party/us-entity-list/${at}/end-user`,
    rule: 'possible-listed-party',
    because: `${of} (end-user) may be ${name} on us-entity-list: a word; another.`,
    cite: '88 FR 1',
    state,
  })
  const redFlags = [
    ...ROWS.map((name, at) => flagOf('Kiku', name, at, at === 4 ? 'resolved' : 'open')),
    flagOf('Ume', 'Ume KK', 9, 'open'),
  ]
  expect(redFlagLines(PAGE, { ...ANSWER, redFlags })).toEqual([
    ...ROWS.slice(0, 3).map(
      (name, at) =>
        `  OPEN  Kiku (end-user) may be ${name} on us-entity-list: a word; another. 88 FR 1 (listed-party/us-entity-list/${at}/end-user)`,
    ),
    '  OPEN  Kiku (end-user) may be Kiku North on us-entity-list (listed-party/us-entity-list/3/end-user)',
    '  Resolved by a person  Kiku (end-user) may be Kiku South on us-entity-list: a word; another. 88 FR 1 (listed-party/us-entity-list/4/end-user)',
    '  OPEN  Ume (end-user) may be Ume KK on us-entity-list: a word; another. 88 FR 1 (listed-party/us-entity-list/9/end-user)',
  ])
})
