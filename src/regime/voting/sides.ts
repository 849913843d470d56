import type { Electorate, Positions, Voter } from './electorate.ts'
import type { VotingRule } from './rule-format.ts'

/** The voters of a question by what they said, each in one place. */
export interface Sides {
  readonly yes: readonly Voter[]
  readonly no: readonly Voter[]
  readonly abstain: readonly Voter[]
  readonly silent: readonly Voter[]
  /** Open reservations of substance, whatever the member voted. */
  readonly reserved: readonly Voter[]
}

export function sidesOf({ voters }: Electorate, { choices, reserved }: Positions): Sides {
  const said = (wanted: readonly (string | undefined)[]): readonly Voter[] =>
    voters.filter(({ code }) => wanted.includes(choices.get(code)))
  return {
    yes: said(['yes']),
    no: said(['no', 'silent-break']),
    abstain: said(['abstain']),
    silent: said([undefined]),
    reserved: voters.filter(({ code }) => reserved.has(code)),
  }
}

/** In favour under the rule: who voted so, and who consents by silence. */
export function inFavour(rule: VotingRule, sides: Sides): readonly Voter[] {
  return rule.silence === 'consents' ? [...sides.yes, ...sides.silent] : sides.yes
}

/** The whole that shares are taken of: all who may vote, less those whom the rule does not count. */
export function counted(rule: VotingRule, sides: Sides): readonly Voter[] {
  return [
    ...sides.yes,
    ...sides.no,
    ...(rule.abstain === 'ignored' ? [] : sides.abstain),
    ...(rule.silence === 'ignored' ? [] : sides.silent),
  ]
}

/** Who stands against it: a no, or a reservation of substance that is still open. */
export function objecting(sides: Sides): readonly Voter[] {
  return [...sides.no, ...sides.reserved.filter((voter) => !sides.no.includes(voter))]
}

/** Who may be bound without the others: nobody by silence, nor with a reservation. */
export function adopters(sides: Sides): readonly Voter[] {
  return sides.yes.filter((voter) => !sides.reserved.includes(voter))
}
