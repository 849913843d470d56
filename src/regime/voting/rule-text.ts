import { assertNever } from '../../kernel/index.ts'
import { printFraction } from './fraction.ts'
import type { VotingRule } from './rule-format.ts'

/** A rule in a sentence, for whoever must vote by it. */
export function ruleText(rule: VotingRule): string {
  const open = 'days' in rule.open ? `${rule.open.days} days` : `${rule.open.hours} hours`
  const { quorum, otherwise, provisional, sunset } = rule
  const parts = [
    conditions(rule),
    `Open for at least ${open}.`,
    `Abstention ${rule.abstain === 'ignored' ? 'is left out' : 'counts as not in favour'}; silence ${SILENCE[rule.silence]}.`,
    ...(quorum === undefined ? [] : [quorumText(quorum)]),
    ...(otherwise === undefined
      ? []
      : [`Where it fails, ${otherwise.coalition} or more in favour may adopt it for themselves.`]),
    ...(provisional === undefined
      ? []
      : [`Ends after ${provisional.days} days unless ratified by ${provisional.ratifyBy}.`]),
    ...(sunset === undefined
      ? []
      : [`Ends after ${sunset.days} days unless renewed; reviewed after ${sunset.reviewDays}.`]),
  ]
  return parts.join(' ')
}

const SILENCE: Readonly<Record<VotingRule['silence'], string>> = {
  'not-for': 'counts as not in favour',
  ignored: 'is left out',
  consents: 'consents',
}

function quorumText({ members, late }: NonNullable<VotingRule['quorum']>): string {
  const extended =
    late === undefined
      ? ''
      : `; reached in the last ${late.withinDays} days, it stays open ${late.extendDays} days more`
  return `Quorum ${printFraction(members)}${extended}.`
}

function conditions(rule: VotingRule): string {
  switch (rule.kind) {
    case 'consensus':
      return 'Nobody objects.'
    case 'consensus-minus':
      return `At most ${rule.objectors} object.`
    case 'silence':
      return 'Nobody breaks the silence.'
    case 'coalition':
      return `At least ${rule.minimum} adopt it, and it binds them alone.`
    case 'double-majority':
      return `In favour: ${rule.chambers
        .map(
          ({ who, fraction, exceeds }) =>
            `${exceeds ? 'more than ' : ''}${printFraction(fraction)} of the ${who}`,
        )
        .join(' and ')}.`
    case 'threshold':
      return thresholdText(rule)
    default:
      return assertNever(rule)
  }
}

function thresholdText(rule: VotingRule & { readonly kind: 'threshold' }): string {
  const { minStates, states, weight, blocking } = rule
  const wanted = [
    ...(states === undefined ? [] : [`${printFraction(states)} of the members`]),
    ...(minStates === undefined ? [] : [`at least ${minStates} members`]),
    ...(weight === undefined ? [] : [`${printFraction(weight.fraction)} of the ${weight.of}`]),
  ]
  const block =
    blocking === undefined ? '' : `; fewer than ${blocking.minStates} cannot block by ${weight?.of}`
  return `In favour: ${wanted.join(' and ')}${block}.`
}
