import { z } from 'zod'

/** One statement of either shape, reduced to what a graph of owners needs. */
export type Statement =
  | {
      readonly kind: 'party'
      readonly id: string
      readonly record: string
      readonly date: string
      readonly replaces: readonly string[]
      readonly details: Details
      readonly isPerson: boolean
    }
  | {
      readonly kind: 'relationship'
      readonly id: string
      readonly record: string
      readonly date: string
      readonly replaces: readonly string[]
      readonly isClosed: boolean
      readonly subject: Reference
      readonly interestedParty: Reference
      readonly interests: readonly Interest[]
      readonly source?: string
    }

/** A record or a statement, or nobody where the source says that it names none. */
export type Reference = string | undefined

const text = z.string().min(1).max(2000)
const loose = z.looseObject

const country = loose({ code: text.exactOptional() })
const details = loose({
  name: text.nullish(),
  names: z.array(loose({ fullName: text.nullish() })).nullish(),
  alternateNames: z.array(text).nullish(),
  entityType: z.union([text, loose({ type: text })]).nullish(),
  jurisdiction: country.nullish(),
  incorporatedInJurisdiction: country.nullish(),
  nationalities: z.array(country).nullish(),
  birthDate: text.nullish(),
  identifiers: z.array(loose({ scheme: text.nullish(), id: text.nullish() })).nullish(),
})
export type Details = z.output<typeof details>

const percent = z.union([z.number(), z.string()])
const interest = loose({
  type: text.nullish(),
  directOrIndirect: text.nullish(),
  interestLevel: text.nullish(),
  share: loose({
    exact: percent.nullish(),
    minimum: percent.nullish(),
    maximum: percent.nullish(),
    exclusiveMinimum: z.union([percent, z.boolean()]).nullish(),
    exclusiveMaximum: z.union([percent, z.boolean()]).nullish(),
  }).nullish(),
  startDate: text.nullish(),
  endDate: text.nullish(),
})
export type Interest = z.output<typeof interest>

const source = loose({ url: text.nullish(), description: text.nullish() })
const common = { statementDate: text.nullish(), source: source.nullish() }

const current = loose({
  ...common,
  statementId: text,
  recordId: text,
  recordType: z.enum(['entity', 'person', 'relationship']),
  recordStatus: text.nullish(),
  recordDetails: loose({}).nullish(),
})

const ends = z.union([text, loose({ reason: text.nullish() })])
const relationshipDetails = loose({
  subject: ends,
  interestedParty: ends,
  interests: z.array(interest).max(1000).nullish(),
})

const described = loose({
  describedByEntityStatement: text.nullish(),
  describedByPersonStatement: text.nullish(),
  unspecified: loose({}).nullish(),
})
const older = loose({
  ...common,
  statementID: text,
  statementType: z.enum(['entityStatement', 'personStatement', 'ownershipOrControlStatement']),
  replacesStatements: z.array(text).nullish(),
  subject: described.nullish(),
  interestedParty: described.nullish(),
  interests: z.array(interest).max(1000).nullish(),
})

/** Version 0.4: records with an id of their own, told by `recordType`. @throws z.ZodError */
function currentStatement(value: unknown): Statement {
  const read = current.parse(value)
  const base = {
    id: read.statementId,
    record: read.recordId,
    date: read.statementDate ?? '',
    replaces: [],
  }
  if (read.recordType !== 'relationship') {
    const isPerson = read.recordType === 'person'
    return { kind: 'party', ...base, details: details.parse(read.recordDetails ?? {}), isPerson }
  }
  const { subject, interestedParty, interests } = relationshipDetails.parse(read.recordDetails)
  return {
    kind: 'relationship',
    ...base,
    isClosed: read.recordStatus === 'closed',
    subject: typeof subject === 'string' ? subject : undefined,
    interestedParty: typeof interestedParty === 'string' ? interestedParty : undefined,
    interests: interests ?? [],
    ...sourceOf(read.source),
  }
}

/** Versions 0.2 and 0.3: statements that point at each other. @throws z.ZodError */
function olderStatement(value: unknown): Statement {
  const read = older.parse(value)
  const base = {
    id: read.statementID,
    record: read.statementID,
    date: read.statementDate ?? '',
    replaces: read.replacesStatements ?? [],
  }
  if (read.statementType !== 'ownershipOrControlStatement') {
    const isPerson = read.statementType === 'personStatement'
    return { kind: 'party', ...base, details: details.parse(value), isPerson }
  }
  return {
    kind: 'relationship',
    ...base,
    isClosed: false,
    subject: endOf(read.subject),
    interestedParty: endOf(read.interestedParty),
    interests: read.interests ?? [],
    ...sourceOf(read.source),
  }
}

function endOf(end: z.output<typeof described> | null | undefined): Reference {
  return end?.describedByEntityStatement ?? end?.describedByPersonStatement ?? undefined
}

function sourceOf(stated: z.output<typeof source> | null | undefined): {
  readonly source?: string
} {
  const named = stated?.description ?? stated?.url
  return named === null || named === undefined ? {} : { source: named }
}

/** What is wrong with a statement is said in one sentence. */
export function readStatement(
  value: unknown,
): Statement | { readonly kind: 'unread'; why: string } {
  const isOlder = typeof value === 'object' && value !== null && 'statementType' in value
  try {
    return isOlder ? olderStatement(value) : currentStatement(value)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const [issue] = error.issues
    const path = issue?.path.map(String).join('.') ?? ''
    return {
      kind: 'unread',
      why: `${path === '' ? '' : `${path}: `}${issue?.message ?? 'no statement'}`,
    }
  }
}
