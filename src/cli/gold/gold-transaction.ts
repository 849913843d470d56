import {
  ofMilitaryIntelligence,
  readActivity,
  readEndUser,
  readFacility,
  readUse,
} from './circumstance-words.ts'
import { transactionItemOf } from './gold-item.ts'
import type { GoldRow, GoldTransaction } from './gold-row.ts'
import { readParty } from './party-words.ts'

/** A gold row as a transaction file, with the words of the row that could not be read into it. */
export interface ReadTransaction {
  readonly transaction: Record<string, unknown>
  readonly notUnderstood: readonly string[]
}

/** Keys of a row's transaction that are read here; any other is not understood. */
const KNOWN = new Set([
  'from',
  'to',
  'date',
  'kind',
  'HQ',
  'party',
  'end_user',
  'endUser',
  'end_use',
  'endUse',
  'node',
  'nodeKnown',
  'makesAdvancedNode',
  'facility',
  'servicedItem',
  'exporterHQ',
  'employerHQ',
  'actor',
])

/**
 * The reading rule of gold rows: a row is a closed statement. What it does not say of parties, end
 * use, facility, informing letters and persons is not so (the determiner is told the same by
 * `unstated: 'not-given'`); who has no headquarters stated has it where the goods go.
 */
export function transactionOf(row: GoldRow, stated: GoldTransaction): ReadTransaction {
  const notUnderstood: string[] = Object.keys(stated)
    .filter((key) => !KNOWN.has(key))
    .map((key) => `${key}: ${JSON.stringify(stated[key])}`)
  const note = (key: string): void => {
    notUnderstood.push(`${key}: ${JSON.stringify(stated[key])}`)
  }
  const words = (key: string): string | undefined => {
    const value = stated[key]
    return value === undefined || value === null ? undefined : String(value)
  }
  return {
    transaction: {
      id: row.id,
      date: row.asOf,
      kind: words('kind') ?? 'export',
      route: { from: stated.from, to: stated.to },
      items: [itemOf(row, words('servicedItem'))],
      parties: [exporterOf(stated, words), endUserOf(stated, words, note)],
      ...personsOf(stated, words, note),
      endUse: useOf(stated, words, note),
    },
    notUnderstood,
  }
}

type Words = (key: string) => string | undefined
type Note = (key: string) => void

function itemOf(row: GoldRow, servicedItem: string | undefined): Record<string, unknown> {
  const item = { id: 'item', ...transactionItemOf(row.item) }
  if (servicedItem === undefined) return item
  const jurisdiction = row.expected.jurisdiction ?? 'US'
  return { ...item, claimed: { [jurisdiction]: servicedItem } }
}

function exporterOf(stated: GoldTransaction, words: Words): Record<string, unknown> {
  return {
    role: 'exporter',
    name: 'The exporter',
    country: stated.from,
    headquarters: words('exporterHQ') ?? stated.from,
  }
}

function endUserOf(stated: GoldTransaction, words: Words, note: Note): Record<string, unknown> {
  const description = words('end_user') ?? words('endUser')
  const type = description === undefined ? undefined : readEndUser(description)
  if (description !== undefined && type === undefined)
    note(stated.end_user === undefined ? 'endUser' : 'end_user')
  return {
    role: 'end-user',
    name: 'The end user',
    country: stated.to,
    headquarters: words('HQ') ?? stated.to,
    ...(type === undefined ? {} : { type }),
    ...(description === undefined ? {} : { business: description }),
    ...standingOf(words('party'), stated.to, note),
    ...facilityOf(stated, words, note),
  }
}

function standingOf(party: string | undefined, country: string, note: Note): object {
  if (party === undefined) return {}
  const { claimedStatus, listedOwnerShare, notUnderstood } = readParty(party)
  if (notUnderstood.length > 0) note('party')
  const basis = 'stated by the case'
  return {
    ...(claimedStatus.length === 0 ? {} : { claimedStatus }),
    ...(listedOwnerShare === undefined
      ? {}
      : {
          owners: [
            {
              name: 'The listed owner',
              country,
              share: listedOwnerShare,
              claimedStatus: [{ list: 'us-entity-list', basis }],
            },
          ],
        }),
  }
}

function facilityOf(stated: GoldTransaction, words: Words, note: Note): object {
  const described = words('facility')
  const read = described === undefined ? undefined : readFacility(described)
  if (read?.understood === false) note('facility')
  const { node, nodeKnown, makesAdvancedNode } = stated
  const unknownNode = nodeKnown === false
  const advanced =
    makesAdvancedNode ??
    read?.makesAdvancedNode ??
    (unknownNode ? 'unknown' : advancedByUse(words('end_use') ?? words('endUse')))
  if (read === undefined && node === undefined && nodeKnown === undefined && advanced === undefined)
    return {}
  return {
    facility: {
      type: read?.type ?? 'fab',
      ...(node === undefined ? {} : nodeOf(node, nodeKnown)),
      ...(unknownNode ? { nodeNm: 'unknown' } : {}),
      ...(advanced === undefined ? {} : { makesAdvancedNode: advanced }),
    },
  }
}

/** A node that is known is that of a logic process, planar as far as the row says. */
function nodeOf(node: unknown, nodeKnown: unknown): object {
  const nodeNm = String(node)
  return nodeKnown === true ? { nodeNm, product: 'logic', nonPlanar: false } : { nodeNm }
}

/** "advanced-node IC" as an end use says what the place of use makes. */
function advancedByUse(use: string | undefined): true | undefined {
  return use !== undefined && readUse(use).uses.includes('advanced-node') ? true : undefined
}

function useOf(row: GoldTransaction, words: Words, note: Note): Record<string, unknown> {
  const stated = words('end_use') ?? words('endUse')
  const user = words('end_user') ?? words('endUser') ?? ''
  const military = readEndUser(user) === 'military'
  const intelligence = ofMilitaryIntelligence(`${user} ${stated ?? ''}`)
  const secret = intelligence ? { militaryIntelligence: true } : {}
  if (stated === undefined)
    return { uses: useUnstated(row, military), military, wmd: false, ...secret }
  const use = readUse(stated)
  if (!use.understood) note(words('end_use') === undefined ? 'endUse' : 'end_use')
  return {
    description: stated,
    uses: use.uses,
    military: military || use.military,
    wmd: use.wmd,
    ...secret,
  }
}

/** Who speaks of a plant or its node, and of no other use, sends the goods there to make circuits. */
function useUnstated(row: GoldTransaction, military: boolean): readonly string[] {
  if (military) return ['military']
  const plant = [row.facility, row.node, row.nodeKnown, row.makesAdvancedNode]
  return plant.some((one) => one !== undefined) ? ['ic-production'] : ['civil']
}

function personsOf(stated: GoldTransaction, words: Words, note: Note): object {
  const actor = words('actor')
  if (actor === undefined) return {}
  const usPerson = /\bU\.?S\.?\b|\bamerican/i.test(actor)
  const foreign = usPerson
    ? /\b(?:non-|not an? )(?:U\.?S\.?|american)/i.test(actor)
    : /foreign|national|citizen|person|engineer|technician|employee/i.test(actor)
  if (!usPerson && !foreign) note('actor')
  return {
    persons: [
      {
        usPerson: usPerson && !foreign,
        ...(words('employerHQ') === undefined ? {} : { employerHeadquarters: words('employerHQ') }),
        location: stated.to,
        activity: readActivity(actor),
      },
    ],
  }
}
