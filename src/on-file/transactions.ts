import { partyInRole, type StatedItem, type StatedParty } from '../catalogue/index.ts'
import { fail, ok, type Problem, type Result } from '../kernel/index.ts'
import type { Kind } from './record.ts'
import type { Stated } from './record-event.ts'
import type { StatedTicket, StatedTool } from './stated.ts'

/** What is on file by number, as whoever reads it has it at hand. */
export interface Lookup {
  readonly item: (ref: string) => StatedItem | undefined
  readonly party: (ref: string) => StatedParty | undefined
  readonly tool: (ref: string) => StatedTool | undefined
}

/** What on file something names by number. */
export interface Use {
  readonly kind: Kind
  readonly ref: string
}

export function usesOf(kind: Kind, stated: Stated): readonly Use[] {
  const named = (of: Kind, one: unknown): readonly Use[] => {
    const ref = refOf(one)
    return ref === undefined ? [] : [{ kind: of, ref }]
  }
  const many = (of: Kind, all: unknown): readonly Use[] =>
    Array.isArray(all) ? all.flatMap((one) => named(of, one)) : []
  switch (kind) {
    case 'item':
    case 'party':
      return []
    case 'tool':
      return [...named('item', stated.item), ...named('party', stated.owner)]
    case 'order':
      return [...many('item', stated.items), ...many('party', stated.parties)]
    case 'ticket':
      return [
        ...(typeof stated.tool === 'string' ? [{ kind: 'tool' as const, ref: stated.tool }] : []),
        ...named('party', stated.provider),
        ...many('item', stated.parts),
        ...many('item', stated.keys),
      ]
  }
}

/**
 * The transaction that an order or a ticket is, with what is on file put where it is named. What an order
 * says of an item beside its number goes before what is on file.
 */
export function transactionOf(
  kind: 'order' | 'ticket',
  stated: Stated,
  lookup: Lookup,
): Result<Stated> {
  const missing: Problem[] = []
  const find = new Finder(lookup, missing)
  // It was held against its shape when it was filed.
  const transaction =
    kind === 'order' ? orderOf(stated, find) : ticketOf(stated as unknown as StatedTicket, find)
  return missing.length === 0 ? ok(transaction) : fail(...missing)
}

class Finder {
  readonly #lookup: Lookup
  readonly #missing: Problem[]

  constructor(lookup: Lookup, missing: Problem[]) {
    this.#lookup = lookup
    this.#missing = missing
  }

  item(one: unknown): Stated {
    const { onFile: _, ...own } = one as Stated
    const ref = refOf(one)
    return ref === undefined ? own : { ...this.#found('item', ref), ...own }
  }

  parties(one: unknown, role?: unknown): readonly Stated[] {
    const { onFile: _, ...own } = one as Stated
    const as = own.role ?? role
    const ref = refOf(one)
    if (ref === undefined) return [{ ...own, ...(as === undefined ? {} : { role: as }) }]
    const found = this.#found('party', ref)
    if (found === undefined) return []
    const { role: _role, ...more } = own
    // Its further names bear what the order says of it too.
    return partyInRole(found as unknown as StatedParty, String(as)).map((party) => ({
      ...(party as Stated),
      ...more,
    }))
  }

  tool(ref: string): StatedTool | undefined {
    return this.#found('tool', ref) as StatedTool | undefined
  }

  #found(kind: 'item' | 'party' | 'tool', ref: string): Stated | undefined {
    const found = this.#lookup[kind](ref)
    if (found === undefined) this.#missing.push(notOnFile(kind, ref))
    return found as Stated | undefined
  }
}

function orderOf(stated: Stated, find: Finder): Stated {
  const { items, parties } = stated
  return {
    ...stated,
    ...(Array.isArray(items) ? { items: items.map((one) => find.item(one)) } : {}),
    ...(Array.isArray(parties) ? { parties: parties.flatMap((one) => find.parties(one)) } : {}),
  }
}

const TOOL = 'tool'

/**
 * What is done for a tool is a service on it, with parts and keys supplied; a key alone is technology that
 * goes to where the tool stands. Whose law has a hold on it follows from persons, route and origin.
 */
function ticketOf(ticket: StatedTicket, find: Finder): Stated {
  const {
    id,
    date,
    persons = [],
    parts = [],
    keys = [],
    remote,
    authorisations,
    knowledge,
  } = ticket
  const tool = find.tool(ticket.tool)
  if (tool === undefined) return {}
  const supplied = [
    ...parts.map((one, at) => ({ ...find.item(one), id: `part-${at + 1}` })),
    ...keys.map((one, at) => ({ ...find.item(one), id: `key-${at + 1}` })),
  ]
  const isKeyAlone = persons.length + parts.length === 0 && remote !== true && keys.length > 0
  return {
    id,
    ...stated('date', date),
    kind: isKeyAlone ? 'technology' : 'service',
    route: { ...stated('from', ticket.from), to: tool.site.country },
    ...(isKeyAlone
      ? { technology: { means: 'licence-key', location: tool.site.country } }
      : { service: { tools: [TOOL], ...stated('remote', remote) } }),
    items: isKeyAlone ? supplied : [toolItem(tool, find), ...supplied],
    parties: [
      ...(ticket.provider === undefined ? [] : find.parties(ticket.provider, 'exporter')),
      ...ownerOf(tool, find),
    ],
    ...(persons.length === 0 ? {} : { persons: persons.map((one) => atWork(one, ticket, tool)) }),
    ...stated('endUse', tool.endUse),
    ...stated('authorisations', authorisations),
    ...stated('knowledge', knowledge),
  }
}

function toolItem(tool: StatedTool, find: Finder): Stated {
  const { serial, origin, deliveredUnder } = tool
  return {
    ...find.item(tool.item),
    id: TOOL,
    serialNumbers: [serial],
    ...stated('origin', origin),
    ...stated('acquiredUnder', deliveredUnder),
  }
}

/** Who has it is who uses it; the site says where, the facility what is made there. */
function ownerOf({ owner, site, facility }: StatedTool, find: Finder): readonly Stated[] {
  return find.parties(owner, 'end-user').map((party) => ({
    ...party,
    ...(site.address === undefined ? {} : { address: site.address }),
    country: party.country ?? site.country,
    ...stated('facility', facility),
  }))
}

/** A person who gives a remote session sits where it is given from; one who visits, at the tool. */
function atWork(
  person: NonNullable<StatedTicket['persons']>[number],
  { remote, from, work = 'maintenance' }: StatedTicket,
  { site }: StatedTool,
): Stated {
  const at = remote === true ? from : site.country
  return { activity: work, ...stated('location', at), ...person }
}

function stated(key: string, value: unknown): Stated {
  return value === undefined ? {} : { [key]: value }
}

function refOf(one: unknown): string | undefined {
  const ref = typeof one === 'object' && one !== null && 'onFile' in one ? one.onFile : undefined
  return typeof ref === 'string' ? ref : typeof ref === 'number' ? String(ref) : undefined
}

function notOnFile(kind: Kind, ref: string): Problem {
  return {
    code: `${kind}.not-on-file`,
    detail: `No ${kind} ${JSON.stringify(ref)} is on file.`,
    remedy: `Put it on file, or correct the number.`,
  }
}
