import type {
  CoverageFinding,
  Determination,
  MissingFact,
  RedFlag,
} from '../../determination/index.ts'
import { groupBy, list, section, table } from '../blocks.ts'
import { apart, english, plain, type Scribe } from '../messages.ts'
import type { Block } from '../paper.ts'

export function flagBlocks(flags: readonly RedFlag[], scribe: Scribe): readonly Block[] {
  const rows = flags.map(({ because, raises, state, resolvedBy, id, cite }) => [
    state === 'open'
      ? scribe.strong('flagOpen')
      : scribe.say('flagResolved', { by: resolvedBy ?? scribe.text('byAPerson') }),
    apart([
      english(because),
      raises === undefined || state !== 'open' ? [] : scribe.say('findOut', { what: raises }),
    ]),
    plain(id),
    english(cite),
  ])
  return section(
    1,
    scribe.say('redFlags'),
    table(
      [
        [scribe.say('state'), 2],
        [scribe.say('flag'), 6],
        [scribe.say('rule'), 2],
        [scribe.say('citation'), 3],
      ],
      rows,
    ),
  )
}

export function dutyBlocks({ duties }: Determination, scribe: Scribe): readonly Block[] {
  const rows = duties.map(({ what, to, by, cite }) => [
    english(what),
    english(to),
    plain(by ?? ''),
    english(cite),
  ])
  return section(
    1,
    scribe.say('duties'),
    table(
      [
        [scribe.say('what'), 5],
        [scribe.say('to'), 3],
        [scribe.say('by'), 2],
        [scribe.say('citation'), 3],
      ],
      rows,
    ),
  )
}

/** The same question of several items or parties stands once, with all it would decide. */
export function missingBlocks(missing: readonly MissingFact[], scribe: Scribe): readonly Block[] {
  const rows = groupBy(missing, ({ why, wouldDecide }) => JSON.stringify([why, wouldDecide])).map(
    (group) => [
      english(group[0]?.why ?? ''),
      plain([...new Set(group.map(({ fact }) => fact))].join(', ')),
      plain([...new Set(group.map(({ of }) => of))].join(', ')),
      plain((group[0]?.wouldDecide ?? []).join(', ')),
    ],
  )
  return section(
    1,
    scribe.say('missing'),
    table(
      [
        [scribe.say('question'), 5],
        [scribe.say('fact'), 3],
        [scribe.say('concerns'), 2],
        [scribe.say('decides'), 4],
      ],
      rows,
    ),
  )
}

export function assumptionBlocks({ assumptions }: Determination, scribe: Scribe): readonly Block[] {
  const texts = assumptions.map(({ what, cite }) => english(`${what} ${cite}`))
  return section(1, scribe.say('assumptions'), list(texts))
}

export function coverageBlocks(
  coverage: readonly CoverageFinding[],
  scribe: Scribe,
): readonly Block[] {
  const states = { complete: 'complete', partly: 'partly', none: 'notCovered' } as const
  const rows = groupBy(coverage, ({ jurisdiction, state }) => `${jurisdiction} ${state}`).flatMap(
    (group) => {
      const [first] = group
      if (first === undefined) return []
      return [
        [
          plain(first.jurisdiction),
          english(group.map(({ area }) => area).join('; ')),
          scribe.say(states[first.state]),
        ],
      ]
    },
  )
  return section(
    1,
    scribe.say('coverage'),
    table(
      [
        [scribe.say('jurisdiction'), 1],
        [scribe.say('area'), 5],
        [scribe.say('state'), 2],
      ],
      rows,
    ),
  )
}
