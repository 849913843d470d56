import { z } from 'zod'
import { nearWord, withRemedy } from '../kernel/index.ts'
import { answer, day, decimal, list, measure, place, text } from './transaction-basics.ts'

export const ROLES = [
  'exporter',
  'consignor',
  'purchaser',
  'bill-to',
  'intermediate-consignee',
  'ultimate-consignee',
  'end-user',
  'service-customer',
  'forwarder',
  'carrier',
  'vessel',
  'bank',
  'notify-party',
  'broker',
  'licensor',
  'warehouse',
] as const

/** Where the item is used or the service done, the most direct first. */
export const USING: readonly (typeof ROLES)[number][] = [
  'end-user',
  'service-customer',
  'ultimate-consignee',
]

/** To whom the item goes, who buys it, or for whom the service is done. */
export const RECEIVING: ReadonlySet<(typeof ROLES)[number]> = new Set([
  ...USING,
  'intermediate-consignee',
  'purchaser',
])

/** Who uses it, as far as anybody is named. */
export function userOf(parties: readonly Party[]): Party | undefined {
  return USING.map((role) => parties.find((party) => party.role === role)).find(
    (party) => party !== undefined,
  )
}

export const PARTY_TYPES = [
  'government',
  'military',
  'academic',
  'commercial',
  'individual',
  'distributor',
  'trader',
  'warehouse',
  'data-centre',
] as const

/** A status known otherwise than by screening. */
const claimedStatus = z.strictObject({
  list: text.meta({ description: 'As us-entity-list, us-uvl, us-meu, us-dpl, us-sdn.' }),
  footnotes: list(z.int().positive(), 20).exactOptional(),
  basis: text.exactOptional(),
})

const ownerShape = z.strictObject({
  name: text,
  country: place.exactOptional(),
  type: z.enum(['individual', 'entity', 'government']).exactOptional(),
  share: decimal
    .refine((share) => Number(share) <= 1, {
      error: ({ input }) =>
        withRemedy(
          'A share is a fraction of 1, as 0.6',
          Number(input) <= 100
            ? `Write ${Number(input) / 100} for ${input} per cent.`
            : 'Divide by the whole.',
        ),
    })
    .exactOptional(),
  claimedStatus: list(claimedStatus, 50).exactOptional(),
  get owners() {
    return list(ownerSchema).exactOptional()
  },
})

/** Who owns an owner in turn is stated in the same way. */
export interface Owner {
  readonly name: string
  readonly country?: string
  readonly type?: 'individual' | 'entity' | 'government'
  /** A fraction of 1. */
  readonly share?: string
  readonly claimedStatus?: ClaimedStatus[]
  readonly owners?: Owner[]
}

/** Who owns a party, and who owns that one. */
export const ownerSchema: z.ZodType<Owner> = z.lazy(() => ownerShape)

export const facility = z.strictObject({
  type: text.nullish(),
  product: text.nullish(),
  nodeNm: measure.exactOptional(),
  nonPlanar: answer.nullish(),
  layers: measure.exactOptional(),
  halfPitchNm: measure.exactOptional(),
  makesAdvancedNode: answer.nullish(),
  powerMw: measure.exactOptional(),
})

export const party = z.strictObject({
  role: z.enum(ROLES, {
    error: ({ input }) => {
      const near = typeof input === 'string' ? nearWord(input, ROLES) : undefined
      const wrong =
        input === undefined ? 'The role is missing' : `${JSON.stringify(input)} is no role`
      return withRemedy(
        `${wrong}. Roles: ${ROLES.join(', ')}`,
        near === undefined ? 'Write one of these words.' : `Did you mean ${JSON.stringify(near)}?`,
      )
    },
  }),
  name: text,
  nativeName: text.exactOptional(),
  country: place.exactOptional(),
  headquarters: place
    .exactOptional()
    .meta({ description: 'Country where the ultimate parent has its headquarters.' }),
  address: text.exactOptional(),
  identifiers: z.record(z.string(), text).exactOptional(),
  type: z.enum(PARTY_TYPES).exactOptional(),
  business: text.exactOptional(),
  birthDate: day.exactOptional(),
  contacts: list(
    z.strictObject({
      name: text.exactOptional(),
      email: text.exactOptional(),
      phone: text.exactOptional(),
    }),
  ).exactOptional(),
  owners: list(ownerSchema).exactOptional(),
  claimedStatus: list(claimedStatus, 50).exactOptional(),
  facility: facility.exactOptional(),
})

export const person = z.strictObject({
  name: text.exactOptional(),
  nationalities: list(place, 20).exactOptional(),
  permanentResidence: place.exactOptional(),
  usPerson: answer.exactOptional(),
  employerHeadquarters: place.exactOptional(),
  location: place.exactOptional(),
  activity: text.exactOptional(),
})

export type Party = z.output<typeof party>
export type Person = z.output<typeof person>
export type ClaimedStatus = z.output<typeof claimedStatus>
export type Facility = z.output<typeof facility>
