/** A labelled pair with what was answered; one pair may stand there several times. */
export interface JudgedPair {
  readonly file: string
  /** What the label says. */
  readonly isSame: boolean
  /** What the comparison says. */
  readonly isMatch: boolean
  readonly group?: string | undefined
  readonly script?: string | undefined
  readonly quality?: string | undefined
  readonly schema?: string | undefined
  /** What nomenklatura's logic-v2 says at its threshold, where its score is known. */
  readonly peerMatch?: boolean | undefined
}

export interface Measured {
  readonly name: string
  readonly value: number
  /** How many pairs are as they should be, and of how many. */
  readonly right: number
  readonly of: number
  /** `>= 0.87`, or nothing where none is set. */
  readonly target: string
}

interface Counts {
  found: number
  missed: number
  wrong: number
  apart: number
}

type Figure = (counts: Counts) => number

const f1: Figure = ({ found, missed, wrong }) => (2 * found) / (2 * found + missed + wrong)
const right: Figure = (counts) => (counts.found + counts.apart) / total(counts)
const share: Figure = ({ found, missed }) => found / (found + missed)
const confused: Figure = ({ wrong, apart }) => wrong / (wrong + apart)
const errors: Figure = ({ missed, wrong }) => missed + wrong

function total({ found, missed, wrong, apart }: Counts): number {
  return found + missed + wrong + apart
}

const EASTERN = ['HAN', 'CJK', 'KANA', 'HANGUL']
const ofFile = (file: string) => (pair: JudgedPair) => pair.file === file
const inScript = (file: string, scripts: readonly string[]) => (pair: JudgedPair) =>
  pair.file === file && scripts.includes(pair.script ?? '')

/** Same-list pairs with nothing but names left in them. */
export const NAMES_ONLY = 'names-only'

const MEASURES: readonly (readonly [string, (pair: JudgedPair) => boolean, Figure, string])[] = [
  ['name-bench, F1', ofFile('name-bench'), f1, '>= 0.87'],
  ['name-bench, right', ofFile('name-bench'), right, '>= 0.87'],
  [
    'name-bench, strong rows wrong',
    (pair) => pair.file === 'name-bench' && pair.quality === 'STRONG',
    errors,
    '<= 0',
  ],
  ['entity-checks, right', ofFile('entity-checks'), right, '>= 0.93'],
  ['cross-list judgements, F1', ofFile('real-crosslist-judgements'), f1, '>= 0.985'],
  ['same list, names only, confused', ofFile(NAMES_ONLY), confused, '<= 0.1'],
  [
    'same list, persons with births, confused',
    (pair) => pair.file === 'real-samelist-hard-negatives' && pair.schema === 'Person',
    confused,
    '<= 0.01',
  ],
  ['Cyrillic, found', inScript('real-crossscript', ['CYRILLIC']), share, '>= 0.98'],
  ['Arabic and Persian, found', inScript('real-crossscript', ['ARABIC']), share, '>= 0.88'],
  ['Arabic and Persian, hard, found', inScript('native-scripts', ['ARABIC']), share, '>= 0.88'],
  ['Han, Kana, Hangul, found', inScript('real-crossscript', EASTERN), share, '>= 0.8'],
  ['Han, Kana, Hangul, hard, found', inScript('native-scripts', EASTERN), share, '>= 0.8'],
  ['other scripts, strangers confused', ofFile('real-crossscript'), confused, '<= 0.001'],
  ['other scripts, hard, confused', ofFile('native-scripts'), confused, '<= 0.05'],
  ['well-known names in Han, Kana, Hangul, found', ofFile('names-across-scripts'), share, ''],
  ['well-known names in Han, Kana, Hangul, confused', ofFile('names-across-scripts'), confused, ''],
  ['UN names with typing errors, found', ofFile('yente-un-treated'), share, '>= 0.995'],
  ['spellings of one president, found', ofFile('putin-aliases'), share, ''],
  ["logic-v2's own cases, right", ofFile('nomenklatura-logic-v2-cases'), right, ''],
  ["watchman's cases, right", ofFile('watchman-entity-cases'), right, ''],
  ["JavaScript peers' cases, right", ofFile('js-peers-cases'), right, ''],
]

const GROUPS = ['nk_checks', 'nk_unit_tests', 'synth_people', 'synth_companies']

/** All measures of the labelled pairs, those left out that no pair is there for. */
export function measuresOf(pairs: readonly JudgedPair[]): readonly Measured[] {
  const measures = MEASURES.map(([name, test, figure, target]) =>
    measured(name, pairs.filter(test), figure, target),
  )
  const groups = GROUPS.map((group) => {
    const rows = pairs.filter((pair) => pair.file === 'name-bench' && pair.group === group)
    const known = rows.filter(({ peerMatch }) => peerMatch !== undefined)
    const peer = f1(counted(known.map((row) => ({ ...row, isMatch: row.peerMatch === true }))))
    return measured(`name-bench, ${group}, F1`, rows, f1, `>= ${peer.toFixed(3)} (logic-v2)`)
  })
  return [...measures, ...groups].filter(({ of }) => of > 0)
}

function measured(
  name: string,
  rows: readonly JudgedPair[],
  figure: Figure,
  target: string,
): Measured {
  const counts = counted(rows)
  const { found, apart } = counts
  return { name, value: figure(counts), right: found + apart, of: rows.length, target }
}

function counted(rows: readonly JudgedPair[]): Counts {
  const counts: Counts = { found: 0, missed: 0, wrong: 0, apart: 0 }
  for (const { isSame, isMatch } of rows) {
    if (isSame) counts[isMatch ? 'found' : 'missed'] += 1
    else counts[isMatch ? 'wrong' : 'apart'] += 1
  }
  return counts
}

/** Whether a value reaches its target. */
export function reaches(value: number, target: string): boolean {
  const limit = Number(target.slice(3).split(' ')[0])
  return target.startsWith('>=') ? value >= limit : value <= limit
}
