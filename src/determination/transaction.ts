import { z } from 'zod'
import { itemSchema } from '../classification/index.ts'
import { withRemedy } from '../kernel/index.ts'
import {
  answer,
  day,
  decimal,
  jurisdiction,
  list,
  money,
  place,
  quantity,
  text,
  texts,
} from './transaction-basics.ts'
import { party, person } from './transaction-parties.ts'

/** Ways in which technology goes. */
export const TRANSFER_MEANS = [
  'email',
  'download',
  'visit',
  'cloud',
  'media',
  'licence-key',
] as const

/** The transaction as it stands in a file. What is not stated is absent; nothing is filled in here. */
export const KINDS = [
  'export',
  'reexport',
  'transfer',
  'technology',
  'service',
  'brokering',
  'transit',
  'domestic',
  'finance',
] as const

const route = z.strictObject({
  from: place.exactOptional(),
  to: place.exactOptional(),
  via: list(place, 50).exactOptional(),
})

const technology = z.strictObject({
  means: z.enum(TRANSFER_MEANS).exactOptional(),
  recipientNationalities: list(place, 200).exactOptional(),
  location: place.exactOptional(),
})

const service = z.strictObject({
  tools: texts.meta({
    description:
      'Ids of the items that are worked on and not supplied; all others are supplied with it.',
  }),
  remote: answer.exactOptional().meta({ description: 'Given by a remote session.' }),
})

const endUse = z.strictObject({
  description: text.exactOptional(),
  uses: texts
    .exactOptional()
    .meta({ description: 'Values of the circumstance end_use; read as complete.' }),
  military: answer.exactOptional().meta({ description: 'Military end use or military end user.' }),
  militaryIntelligence: answer
    .exactOptional()
    .meta({ description: 'End use or end user of military intelligence.' }),
  wmd: answer
    .exactOptional()
    .meta({ description: 'Nuclear, chemical or biological weapons, or missiles for them.' }),
  wmdKinds: list(z.enum(['nuclear', 'maritime-nuclear', 'missile', 'chemical', 'biological']))
    .exactOptional()
    .meta({ description: 'Which of them; read as complete.' }),
})

const statement = z.strictObject({
  endUser: text.exactOptional(),
  consignee: text.exactOptional(),
  endUse: text.exactOptional(),
  items: texts.exactOptional(),
  quantity: quantity.exactOptional(),
  site: text.exactOptional(),
  signatory: text.nullish().meta({ description: 'null: nobody has signed.' }),
  signedOn: day.nullish(),
})

const heldAuthorisation = z.strictObject({
  kind: z.enum(['licence', 'exception', 'general', 'registration', 'notice', 'assurance']),
  id: text,
  jurisdiction: jurisdiction.exactOptional(),
  from: day.exactOptional(),
  until: day.exactOptional(),
  lines: texts.exactOptional().meta({ description: 'Ids of the items it covers.' }),
  entries: texts
    .exactOptional()
    .meta({ description: 'Codes it is granted for, where it names them.' }),
  destinations: list(place).exactOptional().meta({ description: 'Where to, where it names that.' }),
  parties: texts
    .exactOptional()
    .meta({ description: 'Consignees, purchasers and end users it names, where it names them.' }),
  remaining: z
    .strictObject({
      amount: decimal.exactOptional(),
      unit: text.exactOptional(),
      value: money.exactOptional(),
    })
    .exactOptional(),
  filedOn: day.nullish(),
  evidence: text.exactOptional(),
})

const filing = z.strictObject({
  system: text.exactOptional(),
  licenceCode: text.exactOptional(),
  licenceReference: text.exactOptional(),
  declaredCode: text.exactOptional(),
  documentCodes: texts.exactOptional(),
  consignee: text.exactOptional(),
  value: money.exactOptional(),
})

/** Each that is stated limits the notice; within one, any of those named is enough. */
const noticeCovers = z
  .strictObject({
    items: texts
      .min(1)
      .exactOptional()
      .meta({ description: 'Ids or names of items of this transaction.' }),
    entries: texts
      .min(1)
      .exactOptional()
      .meta({ description: 'Codes, each with all below it, as 3A090 or US:3A090.a; or EAR99.' }),
    destinations: list(place).min(1).exactOptional(),
    parties: texts
      .min(1)
      .exactOptional()
      .meta({ description: 'Names of those whom it names, with those whom they own.' }),
  })
  .refine((covers) => Object.keys(covers).length > 0, {
    error: withRemedy(
      'It does not say what the notice covers',
      'Name what it covers (items, entries, destinations, parties), or leave this out.',
    ),
  })

const notice = z.strictObject({
  by: jurisdiction,
  on: day.exactOptional().meta({ description: 'The first day on which it holds.' }),
  until: day.exactOptional().meta({ description: 'The last, where it was withdrawn.' }),
  scope: text.exactOptional().meta({ description: 'In its own words; nothing is read from them.' }),
  covers: noticeCovers.exactOptional().meta({
    description: 'What it is limited to. Without this it covers the whole transaction.',
  }),
})

const knowledge = z.strictObject({
  informed: list(notice).exactOptional(),
  redFlags: texts.exactOptional(),
  resolved: list(
    z.strictObject({ flag: text, by: text, role: text, reason: text }),
  ).exactOptional(),
})

export const transactionSchema = z
  .strictObject({
    id: text.exactOptional(),
    date: day.exactOptional(),
    kind: z.enum(KINDS).exactOptional(),
    route: route.exactOptional(),
    items: z
      .array(itemSchema)
      .min(1, { error: 'A transaction has at least one item' })
      .max(1000, { error: 'More than 1,000 items; split the transaction' }),
    parties: list(party).exactOptional(),
    persons: list(person).exactOptional(),
    technology: technology.exactOptional(),
    service: service.exactOptional(),
    endUse: endUse.exactOptional(),
    statement: statement.exactOptional(),
    authorisations: list(heldAuthorisation).exactOptional(),
    filing: filing.exactOptional(),
    payment: z
      .strictObject({ payer: text.exactOptional(), country: place.exactOptional() })
      .exactOptional(),
    knowledge: knowledge.exactOptional(),
    documents: list(
      z.strictObject({ type: text, text: z.string().max(200_000).exactOptional() }),
    ).exactOptional(),
    // Earlier dealings: their items and parties as they stood then, or their ids and names.
    history: list(
      z.strictObject({
        date: day.exactOptional(),
        items: list(z.union([itemSchema, text])).exactOptional(),
        parties: list(z.union([party, text])).exactOptional(),
        outcome: text.exactOptional(),
      }),
    ).exactOptional(),
  })
  .meta({ title: 'A transaction to be checked' })

export type Transaction = z.output<typeof transactionSchema>
export type TransactionKind = (typeof KINDS)[number]
export type HeldAuthorisation = z.output<typeof heldAuthorisation>
export type Resolution = NonNullable<NonNullable<Transaction['knowledge']>['resolved']>[number]
