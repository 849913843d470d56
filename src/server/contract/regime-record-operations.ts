import { z } from 'zod'
import { transactionSchema } from '../../determination/index.ts'
import { operation } from './operation.ts'
import { charterName, inRegime, regimeExample } from './regime-operations.ts'
import { cursor, day, digest, flag, limit, next } from './shapes.ts'

const on = day.meta({ format: 'date', description: 'As it stood on this day; today where absent.' })
const member = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{0,15}$/, { error: 'A member is written in capital letters, as NL' })
const dated = { on: on.exactOptional() }
const under = z.strictObject({ charter: charterName, ...dated })
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

/** What stands in the record on a day, and what in it is without effect. */
function recordOn<const Parts extends z.ZodRawShape>(parts: Parts) {
  return z.strictObject({ on: z.string(), ...parts, withoutEffect })
}

export const proposalList = operation({
  id: 'proposalList',
  ...inRegime('GET', 'proposals'),
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
  ...inRegime('GET', 'proposals/:proposal'),
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

export const noteList = operation({
  id: 'noteList',
  ...inRegime('GET', 'notes'),
  summary: 'How words of entries are read: each note that was released, since when, binding whom.',
  query: under.extend({
    entry: z
      .string()
      .max(60)
      .exactOptional()
      .meta({ description: 'Of this entry only, as EU:2B352.h.' }),
  }),
  answer: z.strictObject({ at: z.string(), notes: z.array(said) }),
  examples: [{ name: 'all', summary: 'Every note on record', query: inDemo }],
})

export const implementationList = operation({
  id: 'implementationList',
  ...inRegime('GET', 'track'),
  summary: 'What each member made of what was decided: in force since when, after how many days.',
  query: under,
  answer: z.strictObject({ at: z.string(), rows: z.array(said) }),
  examples: [{ name: 'all', summary: 'Who has it in force', query: inDemo }],
})

export const denialList = operation({
  id: 'denialList',
  ...inRegime('GET', 'denials'),
  summary: 'Refusals in force, each with its reference, contact and end in each regime.',
  description: 'Who read them, and when, is on record.',
  query: z.strictObject({
    ...dated,
    regime: z.string().max(80).exactOptional(),
    issuer: member.exactOptional(),
    all: flag.exactOptional().meta({ description: 'Those too that expired or were ended.' }),
    limit: limit.default(100),
    cursor: cursor.exactOptional(),
  }),
  answer: recordOn({ denials: z.array(said), next }),
  examples: [{ name: 'all', summary: 'What members refused' }],
})

export const consultationList = operation({
  id: 'consultationList',
  ...inRegime('GET', 'consultations'),
  summary: 'Each consultation with its clock, and what was granted nevertheless.',
  description: 'Who read them, and when, is on record.',
  query: z.strictObject({
    ...dated,
    member: member.exactOptional().meta({ description: 'That opened it or is asked in it.' }),
  }),
  answer: recordOn({
    consultations: z.array(said),
    undercuts: z.array(said),
  }),
  examples: [{ name: 'all', summary: 'Who asked whom' }],
})

export const caseBlock = operation({
  id: 'caseBlock',
  ...inRegime('POST', 'case-block'),
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
  ...inRegime('GET', 'alerts'),
  summary: 'What members warn each other of, and what it is still worth. None decides a case.',
  query: z.strictObject({ ...dated, all: flag.exactOptional() }),
  answer: recordOn({ alerts: z.array(said) }),
  examples: [{ name: 'all', summary: 'What stands today' }],
})

export const measureList = operation({
  id: 'measureList',
  ...inRegime('GET', 'measures'),
  summary: 'Joint measures: who takes part, who bears how much, and what of it is done.',
  query: z.strictObject(dated),
  answer: recordOn({ measures: z.array(said) }),
  examples: [{ name: 'all', summary: 'What is done together' }],
})

export const workstreamList = operation({
  id: 'workstreamList',
  ...inRegime('GET', 'workstreams'),
  summary: 'What members promised, minutes of their meetings, standards they recognise.',
  query: z.strictObject({
    ...dated,
    buyers: z
      .string()
      .max(400)
      .transform((text) => text.split(',').map((one) => one.trim()))
      .pipe(z.array(member))
      .exactOptional()
      .meta({ description: 'Members, as NL,JP: standards that all of them recognise.' }),
  }),
  answer: recordOn({
    commitments: z.array(said),
    minutes: z.array(said),
    standards: z.array(said),
    criteria: z.array(said),
  }),
  examples: [
    { name: 'tender', summary: 'With criteria for a tender of two', query: { buyers: 'NL,JP' } },
  ],
})

export const informationList = operation({
  id: 'informationList',
  ...inRegime('GET', 'information'),
  summary: 'What members let out by period, and what they asked each other, with who answered.',
  description: 'Who read them, and when, is on record.',
  query: z.strictObject(dated),
  answer: recordOn({ notices: z.array(said), requests: z.array(said) }),
  examples: [{ name: 'all', summary: 'What stands on record' }],
})

export const logHealth = operation({
  id: 'logHealth',
  ...inRegime('GET', 'log'),
  summary: 'How the members’ logs stand here: sizes, when last witnessed, and every fault by name.',
  answer: z.looseObject({
    member: z.string(),
    logs: z.array(z.looseObject({ member: z.string(), size: z.int() })),
    faults: z.array(z.strictObject({ kind: z.string(), member: z.string(), detail: z.string() })),
  }),
  examples: [{ name: 'now', summary: 'Whether all is well' }],
})

export const logNext = operation({
  id: 'logNext',
  ...inRegime('GET', 'log/next'),
  summary:
    'Where the next entry of the own log stands: what its officer signs besides what it says.',
  answer: z.strictObject({
    payloadType: z.string(),
    regime: z.string(),
    issuer: z.string(),
    seq: z.int(),
    prev: digest.exactOptional().meta({ description: 'The entry before; none before the first.' }),
  }),
  examples: [{ name: 'now', summary: 'What to sign' }],
})

export const logAppend = operation({
  id: 'logAppend',
  ...inRegime('POST', 'log/entries'),
  summary: 'Adds what an officer signed, at the place that `log/next` names, to the own log.',
  description:
    'A DSSE envelope over the exact bytes of the entry, signed with an officer’s key, which never comes here. The node judges it as it judges what other members send, signs beside, and serves it with the next checkpoint. What would count for nothing is refused with the reason; the same envelope twice is added once. Docs: docs/regime.md.',
  body: z.strictObject({
    payloadType: z.string().max(200),
    payload: z.string().max(90_000).meta({ description: 'Base64 of the exact bytes.' }),
    signatures: z
      .array(z.strictObject({ keyid: z.string().max(200), sig: z.string().max(10_000) }))
      .min(1)
      .max(10),
  }),
  answerStatus: 201,
  answer: z.strictObject({
    sequence: z.int(),
    digest,
    added: z.boolean().meta({ description: 'False where it stood there already.' }),
  }),
  // Nobody but an officer can make one.
  examples: [],
})
