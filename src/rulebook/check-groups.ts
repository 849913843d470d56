import type { Problem } from '../kernel/index.ts'
import { checkPlace, unknownName } from './check-expression.ts'
import { WORLDWIDE } from './groups.ts'
import type { LawContent } from './law-content.ts'
import type { LawProblems } from './law-problems.ts'
import type { Place } from './model.ts'
import type { Group, GroupFacts, GroupMove, Treatment } from './tables-model.ts'

/** Holds groups, moves and treatments against the places and each other. */
export function checkGroups(content: LawContent, problems: LawProblems): void {
  const places = new Map(content.places.map((place) => [place.code, place]))
  const { groupFacts } = content
  const groups = new Map(groupFacts.groups.map((group) => [group.name, group]))
  const place = (piece: object, path: readonly PropertyKey[], code: string): void => {
    for (const problem of checkPlace(code, places)) problems.at(piece, path, problem)
  }
  const group = (piece: object, path: readonly PropertyKey[], name: string): void => {
    if (groups.has(name)) return
    const problem = unknownName('group', name, [...groups.keys()], 'the groups.yaml files')
    problems.at(piece, path, problem)
  }
  for (const one of groupFacts.groups) {
    if (places.has(one.name) || one.name === WORLDWIDE) problems.at(one, [], nameTaken(one.name))
    one.members.forEach((member, index) => {
      place(one, ['members', index], member)
    })
    one.without.forEach((region, index) => {
      place(one, ['without', index], region)
    })
  }
  for (const move of groupFacts.moves) {
    place(move, ['country'], move.country)
    group(move, ['group'], move.group)
  }
  for (const held of groupFacts.held) {
    place(held, ['country'], held.country)
    held.groups.forEach((name, index) => {
      group(held, ['groups', index], name)
    })
  }
  for (const treated of groupFacts.treated) {
    place(treated, ['country'], treated.country)
    place(treated, ['as'], treated.as)
  }
  checkMovesAgainstTables(groupFacts, groups, problems)
  checkChains(groupFacts.treated, problems)
  checkExcept(content, places, problems)
}

/** A table holds the later state: who moved in for good is in it, who is in it did not move out before. */
function checkMovesAgainstTables(
  facts: GroupFacts,
  groups: ReadonlyMap<string, Group>,
  problems: LawProblems,
): void {
  for (const move of facts.moves) {
    const group = groups.get(move.group)
    if (group === undefined) continue
    const isMember = group.members.includes(move.country)
    const own = facts.moves.filter(
      (other) => other.group === move.group && other.country === move.country,
    )
    const staysIn = own.some((one) => one.effective.to === undefined)
    if (isMember ? own.some((one) => mayBeInTable(one, group)) : !staysIn) continue
    problems.at(move, [], {
      code: 'law.group-contradiction',
      detail: isMember
        ? `The table has ${move.country} in ${group.name}, and its moves have it out.`
        : `The table does not have ${move.country} in ${group.name}, and its moves have it in.`,
      remedy: 'A table holds the later state: mend the members or the move.',
    })
  }
}

function mayBeInTable(move: GroupMove, { coveredFrom }: Group): boolean {
  const { to } = move.effective
  return to === undefined || (coveredFrom !== undefined && to >= coveredFrom)
}

function checkChains(treated: readonly Treatment[], problems: LawProblems): void {
  for (const one of treated) {
    const next = treated.some(
      (other) => other.jurisdiction === one.jurisdiction && other.country === one.as,
    )
    if (!next) continue
    problems.at(one, ['as'], {
      code: 'law.treatment-chain',
      detail: `${one.country} is treated as ${one.as}, which is itself treated as another.`,
      remedy: 'Name the country whose rows apply in the end.',
    })
  }
}

function checkExcept(
  content: LawContent,
  places: ReadonlyMap<string, Place>,
  problems: LawProblems,
): void {
  for (const control of Object.values(content.eccnReasons.covered)) {
    control.reasons.forEach((reason, at) => {
      reason.except.forEach((code, index) => {
        for (const problem of checkPlace(code, places)) {
          problems.at(control, ['reasons', at, 'except', index], problem)
        }
      })
    })
  }
}

function nameTaken(name: string): Problem {
  return {
    code: 'law.group-name-taken',
    detail: `${JSON.stringify(name)} names a place or the built-in group already.`,
    remedy: 'Give the group a name of its own.',
  }
}
