import { compareParties } from '../../screening/index.ts'
import type { Party } from '../transaction-parties.ts'
import { plain } from './words.ts'

/** A name somewhere in the deal: of a party, or as a paper writes it. */
export type Named = string | Pick<Party, 'name' | 'nativeName'>

function namesOf(named: Named): readonly string[] {
  if (typeof named === 'string') return [named, ...withoutPlace(named)]
  return named.nativeName === undefined ? [named.name] : [named.name, named.nativeName]
}

/** Papers write where a firm sits behind its name: `Eichgrund Werk GmbH, Dresden`. */
function withoutPlace(name: string): readonly string[] {
  const [head = '', ...rest] = name.split(/,\s+/)
  return rest.length > 0 && /\S\s+\S/.test(head.trim()) ? [head.trim()] : []
}

/**
 * Whether two names mean one party. Equal but for case and punctuation, or so alike that screening
 * would take one for the other: a spelling is no contradiction.
 */
export function isSameName(one: Named, other: Named): boolean {
  const [names, others] = [namesOf(one), namesOf(other)]
  const spelled = new Set(others.map(plain))
  if (names.some((name) => spelled.has(plain(name)))) return true
  const [name = '', ...aliases] = names
  const [otherName = '', ...otherAliases] = others
  return compareParties({ name, aliases }, { name: otherName, aliases: otherAliases }).match
}

/** The parties of a name: those that bear it as it is written, else those that it may mean. */
export function partiesNamed<T extends Pick<Party, 'name' | 'nativeName'>>(
  parties: readonly T[],
  name: string,
): readonly T[] {
  const written = parties.filter((party) => plain(party.name) === plain(name))
  return written.length > 0 ? written : parties.filter((party) => isSameName(party, name))
}

/** `Kempas Storage (ultimate-consignee, MY)` */
export function described({
  name,
  role,
  country,
}: Pick<Party, 'name' | 'role' | 'country'>): string {
  return country === undefined ? `${name} (${role})` : `${name} (${role}, ${country})`
}
