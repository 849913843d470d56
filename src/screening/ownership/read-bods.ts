import {
  type Decimal,
  decimal,
  fail,
  type LegalDate,
  ok,
  type Problem,
  parseDecimal,
  parseLegalDate,
  type Result,
} from '../../kernel/index.ts'
import { type Interest, readStatement, type Statement } from './bods-statement.ts'
import type { GraphParty, ShareRange, Stake } from './model.ts'
import { UNKNOWN_SHARE } from './party-graph.ts'
import type { StatedGraph } from './read-graph.ts'

export const MAX_STATEMENTS = 300_000
const MAX_PROBLEMS = 100

/** What could be read, and the statements that could not; a share that is lost stays unstated. */
export interface BodsGraph extends StatedGraph {
  readonly problems: readonly Problem[]
  /** Statements left out, told or not. */
  readonly unread: number
}

/** Whether a document looks like statements of the Beneficial Ownership Data Standard. */
export function isBods(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  const [first] = value as readonly unknown[]
  return (
    typeof first === 'object' &&
    first !== null &&
    ('statementId' in first || 'statementID' in first)
  )
}

/**
 * The Beneficial Ownership Data Standard 0.4, and the older shape of 0.2 and 0.3. Of each record the
 * newest statement counts; a record that is closed ended on the day of the statement that closed it.
 */
export function readBods(value: unknown): Result<BodsGraph> {
  if (!Array.isArray(value)) return fail(noStatements())
  if (value.length > MAX_STATEMENTS) return fail(tooMany())
  const reading = new BodsReading()
  value.forEach((statement, at) => {
    reading.add(statement, at)
  })
  return ok(reading.graph())
}

interface Placed {
  readonly statement: Exclude<Statement, { kind: 'unread' }>
  readonly at: number
}

class BodsReading {
  readonly #newest = new Map<string, Placed>()
  /** Statement to the record it speaks of, and a replaced statement to the one in its place. */
  readonly #records = new Map<string, string>()
  readonly #problems: Problem[] = []
  #unread = 0

  add(value: unknown, at: number): void {
    const statement = readStatement(value)
    if (statement.kind === 'unread') {
      this.#leave(at, statement.why)
      return
    }
    const { id, record, date, replaces } = statement
    const before = this.#newest.get(record)
    if (before === undefined || before.statement.date <= date)
      this.#newest.set(record, { statement, at })
    if (id !== record) this.#records.set(id, record)
    for (const old of replaces) if (old !== record) this.#records.set(old, record)
  }

  graph(): BodsGraph {
    const parties = new Map<string, GraphParty>()
    const current = [...this.#newest].filter(([record]) => this.#resolve(record) === record)
    for (const [record, { statement }] of current) {
      if (statement.kind === 'party') parties.set(record, partyOf(record, statement))
    }
    const stakes = current.flatMap(([, { statement, at }]) =>
      statement.kind === 'relationship' ? this.#stakes(statement, at, parties) : [],
    )
    const problems = this.#problems.slice(0, MAX_PROBLEMS)
    return { parties: [...parties.values()], stakes, problems, unread: this.#unread }
  }

  /** The record or statement now in the place of another; a circle of replacements ends. */
  #resolve(id: string): string {
    const seen = new Set<string>()
    let now = id
    for (let next = this.#records.get(now); next !== undefined && !seen.has(now); ) {
      seen.add(now)
      now = next
      next = this.#records.get(now)
    }
    return now
  }

  #stakes(
    statement: Extract<Statement, { kind: 'relationship' }>,
    at: number,
    parties: ReadonlyMap<string, GraphParty>,
  ): readonly Stake[] {
    // An owner whom the source does not name holds a part of what is not stated.
    if (statement.interestedParty === undefined) return []
    const owned = this.#resolve(statement.subject ?? '')
    const owner = this.#resolve(statement.interestedParty)
    if (!parties.has(owner) || parties.get(owned)?.kind !== 'entity') {
      this.#leave(at, 'subject or interestedParty is no party of this document that can be so')
      return []
    }
    const interests = statement.interests.length === 0 ? [{}] : statement.interests
    return interests.flatMap((interest) => {
      const stake = stakeOf(owner, owned, interest, statement)
      if (stake === undefined)
        this.#leave(at, 'an interest has a share or a day that cannot be read')
      return stake === undefined ? [] : [stake]
    })
  }

  #leave(at: number, why: string): void {
    this.#unread += 1
    if (this.#problems.length >= MAX_PROBLEMS) return
    this.#problems.push({
      code: 'ownership.statement-unread',
      detail: `The statement was left out: ${why.slice(0, 300).replace(/\.?$/, '.')}`,
      where: { path: `[${at}]` },
      remedy: 'Correct it as the standard says; the share it states counts as not stated.',
    })
  }
}

function partyOf(
  id: string,
  { details, isPerson }: Extract<Statement, { kind: 'party' }>,
): GraphParty {
  const names = [
    ...[details.name, ...(details.names ?? []).map(({ fullName }) => fullName)],
    ...(details.alternateNames ?? []),
  ].filter((name) => typeof name === 'string')
  const [name = id, ...otherNames] = names
  const code = (details.jurisdiction ?? details.incorporatedInJurisdiction)?.code
  const country = (code ?? details.nationalities?.[0]?.code)?.slice(0, 2).toUpperCase()
  const lei = details.identifiers?.find(({ scheme }) => scheme === 'XI-LEI')?.id
  const type =
    typeof details.entityType === 'string' ? details.entityType : details.entityType?.type
  return {
    id,
    name,
    ...(names.length === 0 ? { isUnnamed: true } : {}),
    kind: isPerson ? 'person' : type === 'state' || type === 'stateBody' ? 'state' : 'entity',
    ...(otherNames.length === 0 ? {} : { otherNames }),
    ...(country === undefined ? {} : { country }),
    ...(typeof details.birthDate === 'string' ? { birthDate: details.birthDate } : {}),
    ...(typeof lei === 'string' ? { identifiers: { lei } } : {}),
  }
}

/** Interests of which nobody says that they are no ownership may be ownership. */
const UNSAID: ReadonlySet<string> = new Set(['unknowninterest', 'unpublishedinterest'])

function stakeOf(
  owner: string,
  owned: string,
  interest: Interest,
  { source, isClosed, date }: Extract<Statement, { kind: 'relationship' }>,
): Stake | undefined {
  const type = interest.type?.replace(/-/g, '').toLowerCase()
  const isUnsaid = type === undefined || UNSAID.has(type)
  const share = shareOf(interest.share ?? undefined)
  const days = daysOf(interest, isClosed ? date : undefined)
  if (share === undefined || days === undefined) return undefined
  const said = interest.directOrIndirect ?? interest.interestLevel
  return {
    owner,
    owned,
    interest: isUnsaid || type === 'shareholding' ? 'ownership' : 'control',
    ...(typeof interest.type === 'string' ? { what: interest.type } : {}),
    // Of what kind it is nobody said, so it may be none of ownership.
    share: isUnsaid ? { least: decimal(0), most: share.most } : share,
    directness: said === 'direct' || said === 'indirect' ? said : 'unknown',
    ...days,
    ...(source === undefined ? {} : { source }),
  }
}

/** Exclusive bounds are read as inclusive ones: at the bound itself the answer is then "unknown". */
function shareOf(share: NonNullable<Interest['share']> | undefined): ShareRange | undefined {
  if (share === undefined) return UNKNOWN_SHARE
  const exact = fractionOf(share.exact)
  const least = exact ?? fractionOf(share.minimum) ?? fractionOf(share.exclusiveMinimum)
  const most = exact ?? fractionOf(share.maximum) ?? fractionOf(share.exclusiveMaximum)
  if (least?.ok === false || most?.ok === false) return undefined
  const range = {
    least: least?.value ?? UNKNOWN_SHARE.least,
    most: most?.value ?? UNKNOWN_SHARE.most,
  }
  const isRange = !range.least.isNegative() && range.least.lessThanOrEqualTo(range.most)
  return isRange && range.most.lessThanOrEqualTo(1) ? range : undefined
}

/** Percent as a fraction; older documents have true and false where a bound may stand. */
function fractionOf(percent: unknown): Result<Decimal> | undefined {
  if (typeof percent !== 'number' && typeof percent !== 'string') return undefined
  const read = parseDecimal(String(percent))
  return read.ok ? ok(read.value.dividedBy(100)) : read
}

function daysOf(
  { startDate, endDate }: Interest,
  closed: string | undefined,
): { readonly from?: LegalDate; readonly to?: LegalDate } | undefined {
  const from = startDate === null || startDate === undefined ? undefined : dayOf(startDate)
  const end = endDate ?? closed
  const to = end === undefined || end === '' ? undefined : dayOf(end)
  if (from === null || to === null) return undefined
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** A time of day may follow. */
function dayOf(text: string): LegalDate | null {
  const day = parseLegalDate(text.slice(0, 10))
  return day.ok ? day.value : null
}

function noStatements(): Problem {
  return {
    code: 'ownership.not-bods',
    detail: 'The document is no list of statements.',
    remedy: 'Give the JSON of the Beneficial Ownership Data Standard: one array of statements.',
  }
}

function tooMany(): Problem {
  return {
    code: 'ownership.too-large',
    detail: `The document has more than ${MAX_STATEMENTS} statements.`,
    remedy: 'Cut out the part around the party you ask about.',
  }
}
