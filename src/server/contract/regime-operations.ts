import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { itemSchema } from '../../classification/index.ts'
import { transactionSchema } from '../../determination/index.ts'
import { readDocument, unwrap } from '../../kernel/index.ts'
import { ballotLine, MATTERS, proposalContent, whatIfSet } from '../../regime/index.ts'
import { operation } from './operation.ts'
import { asOf, digest } from './shapes.ts'

const FOLDER = new URL('../../../examples/regime/', import.meta.url)

/** What ships with the program under `examples/regime`. */
export function regimeExample(file: string): unknown {
  return unwrap(readDocument(readFileSync(new URL(file, FOLDER), 'utf8'))).value
}

function regimeLines(file: string): readonly unknown[] {
  const text = readFileSync(new URL(file, FOLDER), 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown)
}

const YAML = ['application/yaml']
export const charterName = z
  .string()
  .max(80)
  .meta({ description: 'Name of a charter, as compact or wassenaar.' })

/** Where what a regime decides and holds is asked for. */
export function inRegime<const Method extends 'GET' | 'POST', const Path extends string>(
  method: Method,
  path: Path,
) {
  return { method, path: `/api/v1/regime/${path}`, tag: 'regime' } as const
}

export const charterList = operation({
  id: 'charterList',
  ...inRegime('GET', 'charters'),
  summary: 'The charters of regimes: who the members are, and by which rules they decide.',
  answer: z.strictObject({
    charters: z.array(
      z.strictObject({
        charter: z.string(),
        name: z.string(),
        standing: z.enum(['as-it-works', 'modelled', 'design']),
        members: z.array(z.string()),
        digest,
      }),
    ),
  }),
  examples: [{ name: 'all', summary: 'Which charters there are' }],
})

export const charterShow = operation({
  id: 'charterShow',
  ...inRegime('GET', 'charters/:charter'),
  summary: 'One charter whole: members, makers, voting rules in words and as data, terms.',
  params: z.strictObject({ charter: charterName }),
  answer: z.looseObject({
    charter: z.string(),
    digest,
    inWords: z.record(z.string(), z.string()).meta({ description: 'Each rule in a sentence.' }),
  }),
  examples: [
    { name: 'compact', summary: 'A design decided by majorities', params: { charter: 'compact' } },
  ],
})

export const regimeWhatIf = operation({
  id: 'regimeWhatIf',
  ...inRegime('POST', 'what-if'),
  summary: 'Proposals with positions of states under charters: what passes, how fast, who blocks.',
  query: z.strictObject({
    charter: charterName.exactOptional().meta({ description: 'Of this charter only.' }),
  }),
  body: whatIfSet,
  bodyTypes: YAML,
  answer: z.strictObject({
    positions: z.enum(['invented', 'stated']),
    charters: z.array(
      z.strictObject({
        charter: z.string(),
        answers: z.array(z.looseObject({ proposal: z.string(), outcome: z.string() })),
        summary: z.looseObject({ passed: z.int(), of: z.int() }),
      }),
    ),
  }),
  examples: [
    {
      name: 'invented',
      summary: 'Ten proposals with invented positions',
      body: regimeExample('what-if.yaml'),
    },
  ],
})

/** What a member says in a vote, one after the other. */
const MOST_BALLOTS = 2_000

export const regimeTally = operation({
  id: 'regimeTally',
  ...inRegime('POST', 'tally'),
  summary: 'Counts ballots by a charter: the outcome, each condition, whom it binds, who turns it.',
  body: z.strictObject({
    charter: charterName,
    matter: z.enum(MATTERS),
    technology: z
      .string()
      .max(80)
      .exactOptional()
      .meta({ description: 'Of the charter: whose makers have a chamber of their own.' }),
    concerns: z
      .string()
      .max(20)
      .exactOptional()
      .meta({ description: 'The member that it is about.' }),
    closes: z.iso
      .datetime()
      .exactOptional()
      .meta({ description: 'What was said after it is late, and not counted.' }),
    asOf: asOf.exactOptional(),
    ballots: z.array(ballotLine).max(MOST_BALLOTS),
  }),
  answer: z.looseObject({
    rule: z.string(),
    outcome: z.string(),
    tests: z.array(z.looseObject({ what: z.string(), met: z.boolean() })),
    binds: z.array(z.string()),
    pivotal: z.array(z.string()),
    late: z.array(z.string()),
    withoutVote: z.array(z.string()),
  }),
  examples: [
    {
      name: 'invented',
      summary: 'Eleven of nineteen in favour, and one too late',
      body: {
        ...{ charter: 'compact', matter: 'list-add', technology: 'lithography' },
        closes: '2027-03-01T00:00:00Z',
        ballots: regimeLines('ballots.jsonl'),
      },
    },
  ],
})

/** Each is answered twice by the whole law, some seconds in all: more of them are a matter for the command. */
const MOST_ASKED = 2_000

export const regimeImpact = operation({
  id: 'regimeImpact',
  ...inRegime('POST', 'impact'),
  summary:
    'Before a vote: the redline, and which items and transactions would be answered otherwise.',
  description: `At most ${MOST_ASKED} items and ${MOST_ASKED} transactions at once; \`navicert regime impact\` takes files of any length.`,
  query: z.strictObject({ asOf: asOf.exactOptional() }),
  body: z.strictObject({
    proposal: proposalContent,
    items: z.array(itemSchema).max(MOST_ASKED).default([]),
    transactions: z.array(transactionSchema).max(MOST_ASKED).default([]),
  }),
  answer: z.looseObject({
    proposal: z.string(),
    asOf: z.string(),
    redline: z.array(z.looseObject({ id: z.string(), change: z.string() })),
    items: z.looseObject({ asked: z.int() }),
    transactions: z.looseObject({ asked: z.int() }),
  }),
  examples: [
    {
      name: 'threshold',
      summary: 'A lower threshold for processors, and one processor between the two',
      query: { asOf: '2026-06-02' },
      body: {
        proposal: regimeExample('proposal-3a501.yaml'),
        items: [
          {
            id: 'processor-4992',
            kind: 'ic.processor',
            characteristics: { tpp: 4992, performance_density: 6.04 },
          },
        ],
      },
    },
  ],
})
