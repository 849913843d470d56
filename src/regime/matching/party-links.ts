import type { Party } from '../../determination/index.ts'
import type { Truth } from '../../kernel/index.ts'
import {
  compareParties,
  FiledParties,
  ListedAddresses,
  type ListedParty,
  type PartyQuery,
} from '../../screening/index.ts'
import type { DeniedParty } from '../denials/record.ts'
import { type SharedContact, sharedContacts } from './contacts.ts'

/** What a party of the deal has in common with one of a refusal. */
export interface PartyLink {
  /** The party, as the deal names it, and its role there. */
  readonly party: string
  readonly role: string
  /** In which role the refusal names whom it meets. */
  readonly refusedAs: string
  readonly by: 'name' | SharedContact['by'] | 'address'
  /** `true`: the same party in a role that counts. `unknown`: it may be, or it acts for it. */
  readonly truth: Truth
  readonly said: string
}

interface Refused {
  readonly denial: number
  readonly party: DeniedParty
}

/** The parties of all refusals, searched by those of a deal. */
export class RefusedParties {
  readonly #refused: readonly Refused[]
  readonly #filed: FiledParties
  readonly #freeMail: ReadonlySet<string>
  readonly #atAddress: ReadonlyMap<ListedParty, number>
  readonly #addresses: ListedAddresses

  /** @param denials parties of each refusal, by its place */
  constructor(denials: readonly (readonly DeniedParty[])[], freeMail: ReadonlySet<string>) {
    this.#refused = denials.flatMap((parties, denial) =>
      parties.map((party) => ({ denial, party })),
    )
    this.#filed = new FiledParties(this.#refused.map(({ party }) => queryOf(party)))
    this.#freeMail = freeMail
    const rows = this.#refused.map(({ party }) => rowOf(party))
    this.#atAddress = new Map(rows.map((row, at) => [row, at]))
    this.#addresses = new ListedAddresses(() => rows)
  }

  /** What a party has in common with those of refusals, by the place of the refusal. */
  linksOf(
    party: Party,
    rolesOf: (denial: number) => readonly string[],
  ): readonly [number, PartyLink][] {
    return [...this.#byName(party, rolesOf), ...this.#byContact(party), ...this.#byAddress(party)]
  }

  #byName(
    party: Party,
    rolesOf: (denial: number) => readonly string[],
  ): readonly [number, PartyLink][] {
    const own = rowOf({ ...party, aliases: [], identifiers: party.identifiers ?? {} })
    return [...this.#filed.near([own])].flatMap((at): readonly [number, PartyLink][] => {
      const refused = this.#refused[at]
      if (refused === undefined) return []
      const { score, match } = compareParties(rowOf(refused.party), own)
      if (!match) return []
      const roles = rolesOf(refused.denial)
      const counts = roles.includes(refused.party.role) && roles.includes(party.role)
      const said = `Your ${party.role} ${party.name} is taken for a party refused as ${refused.party.role} (likelihood ${score}).`
      const link = { refusedAs: refused.party.role, by: 'name', said } as const
      const truth = counts ? 'true' : 'unknown'
      return [[refused.denial, { party: party.name, role: party.role, ...link, truth }]]
    })
  }

  #byContact(party: Party): readonly [number, PartyLink][] {
    const { contacts } = party
    if (contacts === undefined || contacts.length === 0) return []
    return this.#refused.flatMap(({ denial, party: refused }) =>
      sharedContacts(contacts, refused.contacts, this.#freeMail).map(
        ({ by, own }): [number, PartyLink] => {
          const said = `Your ${party.role} ${party.name} is reached by ${own}, as a party refused as ${refused.role}.`
          return [denial, { ...linkOf(party, refused, by), said }]
        },
      ),
    )
  }

  #byAddress(party: Party): readonly [number, PartyLink][] {
    const { name, address } = party
    if (address === undefined) return []
    return this.#addresses.at({ name, address }).flatMap(({ party: row }) => {
      const refused = this.#refused[this.#atAddress.get(row) ?? -1]
      if (refused === undefined) return []
      const said = `Your ${party.role} ${party.name} has the address of a party refused as ${refused.party.role}.`
      const link: PartyLink = { ...linkOf(party, refused.party, 'address'), said }
      return [[refused.denial, link] as [number, PartyLink]]
    })
  }
}

/** Who shares a contact may be the party refused, or act for it: that is a person's to say. */
function linkOf(
  { name, role }: Party,
  refused: DeniedParty,
  by: PartyLink['by'],
): Omit<PartyLink, 'said'> {
  return { party: name, role, refusedAs: refused.role, by, truth: 'unknown' }
}

function queryOf(party: DeniedParty): PartyQuery {
  const { name, nativeName, aliases, country, address, identifiers } = party
  return {
    name,
    otherNames: [...(nativeName === undefined ? [] : [nativeName]), ...aliases],
    ...(country === undefined ? {} : { country }),
    ...(address === undefined ? {} : { address }),
    identifiers,
  }
}

type Named = Pick<
  DeniedParty,
  'name' | 'nativeName' | 'aliases' | 'country' | 'address' | 'identifiers'
>

/** A party as screening compares them: with all names that it bears. */
function rowOf({ name, nativeName, aliases, country, address, identifiers }: Named): ListedParty {
  return {
    id: name,
    source: 'regime',
    list: 'denials',
    schema: 'LegalEntity',
    name,
    aliases: [...(nativeName === undefined ? [] : [nativeName]), ...aliases],
    weakAliases: [],
    addresses: address === undefined ? [] : [address],
    countries: country === undefined ? [] : [country],
    birthDates: [],
    identifiers: Object.fromEntries(
      Object.entries(identifiers).map(([kind, value]) => [kind, [value]]),
    ),
    programmes: [],
    rule: { footnotes: [] },
  }
}
