import { isSameName, plain } from './cross-checks/index.ts'
import { type Party, USING } from './transaction-parties.ts'

/** A name begins with a capital letter, a figure, or a letter of a script that has no small ones. */
const NAME_BEGINS = /^[\p{Lu}\p{Lt}\p{Lo}\d]/u
const NAME_ENDS = /[;()\n]|,\s|\.(?:\s|$)/u

/**
 * Whom the evidence of a licence names as end user, where that is none of those who use the goods: a licence
 * is granted for the end user who was applied for (15 CFR 750.7(a)). In free words, so what follows the
 * phrase is read as a name only where it looks like one.
 */
export function otherEndUserIn(
  evidence: string,
  parties: readonly Party[],
  phrases: readonly string[],
): string | undefined {
  const uses = usersOf(parties)
  const [first, ...more] = namesAfter(evidence, phrases)
  if (uses.length === 0 || first === undefined) return undefined
  const agrees = [first, ...more].some((name) => uses.some((party) => isMeant(name, party)))
  return agrees || uses.some((party) => isWritten(evidence, party)) ? undefined : first
}

/** Those of the role nearest to use. */
function usersOf(parties: readonly Party[]): readonly Party[] {
  const role = USING.find((one) => parties.some((party) => party.role === one))
  return parties.filter((party) => party.role === role)
}

function namesAfter(evidence: string, phrases: readonly string[]): readonly string[] {
  return phrases.flatMap((phrase) => {
    const [, ...rests] = evidence.split(
      new RegExp(`${phrase.replaceAll(' ', '[\\s-]*')}s?[:：\\s]*`, 'iu'),
    )
    return rests.flatMap((rest) => {
      const [name = ''] = rest.split(NAME_ENDS)
      return NAME_BEGINS.test(name) ? [name.trim()] : []
    })
  })
}

function isWritten(evidence: string, { name, nativeName }: Party): boolean {
  const within = plain(evidence)
  return [name, ...(nativeName === undefined ? [] : [nativeName])].some((it) =>
    within.includes(plain(it)),
  )
}

/** The same name, or the beginning of it: papers shorten names. */
function isMeant(name: string, party: Party): boolean {
  return plain(party.name).startsWith(plain(name).trimEnd()) || isSameName(name, party)
}
