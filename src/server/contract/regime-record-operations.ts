import { z } from 'zod'
import { transactionSchema } from '../../determination/index.ts'
import { operation } from './operation.ts'
import { regimeExample } from './regime-operations.ts'
import { cursor, day, flag, limit, next } from './shapes.ts'

const TAG = 'regime'
const on = day.meta({ format: 'date', description: 'As it stood on this day; today where absent.' })
const charter = z.string().max(80).meta({ description: 'Whose rules and members.' })
const member = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{0,15}$/, { error: 'A member is written in capital letters, as NL' })
const under = z.strictObject({ charter, on: on.exactOptional() })
const dated = z.strictObject({ on: on.exactOptional() })
const said = z.looseObject({})
const inDemo = { charter: 'plurilateral-2024' }
const withoutEffect = z.array(
  z.strictObject({
    member: z.string(),
    sequence: z.int(),
    type: z.string(),
    because: z.array(z.string()),
  }),
)

export const proposalList = operation({
  id: 'proposalList',
  method: 'GET',
  path: '/api/v1/regime/proposals',
  tag: TAG,
  summary:
    'Where each proposal stands, counted anew from its ballots; results that they do not bear out.',
  query: under,
  answer: z.strictObject({
    at: z.string(),
    proposals: z.array(
      z.strictObject({
        proposal: z.string(),
        title: z.string(),
        proposer: z.string(),
        digest: z.string().meta({ description: 'Of the text: what a ballot names.' }),
        closesAt: z.string(),
        standing: said,
      }),
    ),
    disputed: z.array(said),
    withoutEffect,
  }),
  examples: [{ name: 'all', summary: 'One adopted, one open', query: inDemo }],
})

export const proposalShow = operation({
  id: 'proposalShow',
  method: 'GET',
  path: '/api/v1/regime/proposals/:proposal',
  tag: TAG,
  summary: 'One proposal: text, comments, reservations, ballots with the late ones, and the tally.',
  params: z.strictObject({ proposal: z.string().max(80) }),
  query: under,
  answer: z.looseObject({ at: z.string(), id: z.string(), standing: said }),
  examples: [
    {
      name: 'open',
      summary: 'A vote that is open',
      params: { proposal: '2026-mask-writers' },
      query: inDemo,
    },
  ],
})

export const implementationList = operation({
  id: 'implementationList',
  method: 'GET',
  path: '/api/v1/regime/track',
  tag: TAG,
  summary: 'What each member made of what was decided: in force since when, after how many days.',
  query: under,
  answer: z.strictObject({ at: z.string(), rows: z.array(said) }),
  examples: [{ name: 'all', summary: 'Who has it in force', query: inDemo }],
})

export const denialList = operation({
  id: 'denialList',
  method: 'GET',
  path: '/api/v1/regime/denials',
  tag: TAG,
  summary: 'Refusals in force, each with its reference, contact and end in each regime.',
  description: 'Who read them, and when, is on record.',
  query: z.strictObject({
    on: on.exactOptional(),
    regime: z.string().max(80).exactOptional(),
    issuer: member.exactOptional(),
    all: flag.exactOptional().meta({ description: 'Those too that expired or were ended.' }),
    limit: limit.default(100),
    cursor: cursor.exactOptional(),
  }),
  answer: z.strictObject({ on: z.string(), denials: z.array(said), next, withoutEffect }),
  examples: [{ name: 'all', summary: 'What members refused' }],
})

export const consultationList = operation({
  id: 'consultationList',
  method: 'GET',
  path: '/api/v1/regime/consultations',
  tag: TAG,
  summary: 'Each consultation with its clock, and what was granted nevertheless.',
  description: 'Who read them, and when, is on record.',
  query: z.strictObject({
    on: on.exactOptional(),
    member: member.exactOptional().meta({ description: 'That opened it or is asked in it.' }),
  }),
  answer: z.strictObject({
    on: z.string(),
    consultations: z.array(said),
    undercuts: z.array(said),
    withoutEffect,
  }),
  examples: [{ name: 'all', summary: 'Who asked whom' }],
})

export const caseBlock = operation({
  id: 'caseBlock',
  method: 'POST',
  path: '/api/v1/regime/case-block',
  tag: TAG,
  summary: 'May this case be approved, as far as refusals of other members go?',
  description:
    'The deal is held against the refusals on this server alone: whom it asks learns nothing, and of a refusal no more is shown than its reference, author, contact and end. Who asked is on record.',
  body: z.strictObject({
    member: member.meta({ description: 'Whose case it is.' }),
    caseRef: z.string().min(1).max(200).exactOptional(),
    on: on.exactOptional(),
    transaction: transactionSchema,
  }),
  answer: z.strictObject({
    on: z.string(),
    mayBeApproved: z.boolean(),
    steps: z.array(z.looseObject({ state: z.string(), blocks: z.boolean(), says: z.string() })),
  }),
  examples: [
    {
      name: 'trader',
      summary: 'A trader that shares a mail domain with a party refused elsewhere',
      body: { member: 'JP', transaction: regimeExample('memory-to-trader.yaml') },
    },
  ],
})

export const alertList = operation({
  id: 'alertList',
  method: 'GET',
  path: '/api/v1/regime/alerts',
  tag: TAG,
  summary: 'What members warn each other of, and what it is still worth. None decides a case.',
  query: z.strictObject({ on: on.exactOptional(), all: flag.exactOptional() }),
  answer: z.strictObject({ on: z.string(), alerts: z.array(said), withoutEffect }),
  examples: [{ name: 'all', summary: 'What stands today' }],
})

export const measureList = operation({
  id: 'measureList',
  method: 'GET',
  path: '/api/v1/regime/measures',
  tag: TAG,
  summary: 'Joint measures: who takes part, who bears how much, and what of it is done.',
  query: dated,
  answer: z.strictObject({ on: z.string(), measures: z.array(said), withoutEffect }),
  examples: [{ name: 'all', summary: 'What is done together' }],
})

export const workstreamList = operation({
  id: 'workstreamList',
  method: 'GET',
  path: '/api/v1/regime/workstreams',
  tag: TAG,
  summary: 'What members promised, minutes of their meetings, standards they recognise.',
  query: z.strictObject({
    on: on.exactOptional(),
    buyers: z
      .string()
      .max(400)
      .transform((text) => text.split(',').map((one) => one.trim()))
      .pipe(z.array(member))
      .exactOptional()
      .meta({ description: 'Members, as NL,JP: standards that all of them recognise.' }),
  }),
  answer: z.strictObject({
    on: z.string(),
    commitments: z.array(said),
    minutes: z.array(said),
    standards: z.array(said),
    criteria: z.array(said),
    withoutEffect,
  }),
  examples: [
    { name: 'tender', summary: 'With criteria for a tender of two', query: { buyers: 'NL,JP' } },
  ],
})

export const logHealth = operation({
  id: 'logHealth',
  method: 'GET',
  path: '/api/v1/regime/log',
  tag: TAG,
  summary: 'How the members’ logs stand here: sizes, when last witnessed, and every fault by name.',
  answer: z.looseObject({
    member: z.string(),
    logs: z.array(z.looseObject({ member: z.string(), size: z.int() })),
    faults: z.array(z.strictObject({ kind: z.string(), member: z.string(), detail: z.string() })),
  }),
  examples: [{ name: 'now', summary: 'Whether all is well' }],
})
