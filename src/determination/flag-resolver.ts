import type { FlagClearance } from '../rulebook/index.ts'
import { createPhraseFinder, plain } from './cross-checks/index.ts'
import type { RedFlag } from './model.ts'
import type { Resolution } from './transaction.ts'

/** A flag as it is raised, before anybody has looked at it. */
export type RaisedFlag = Omit<RedFlag, 'state' | 'resolvedBy'>

/** Settles flags by what persons state of them, and shows the resolutions that nobody fit has given. */
export interface FlagResolver {
  flagOf(raised: RaisedFlag): RedFlag
  /** Of flags still open: attempts to resolve them by somebody who may not. */
  unfit(flags: readonly RedFlag[]): readonly RedFlag[]
}

/**
 * A person resolves a flag by its id, by the rule that raises it or by its words. Whose role may, the
 * law folder says: whoever earns from the deal, or leads without answering for compliance, may not
 * clear its own. Without that part of the law nobody may.
 */
export function createFlagResolver(
  clearance: FlagClearance | undefined,
  resolutions: readonly Resolution[],
): FlagResolver {
  if (resolutions.length === 0) return NOBODY_RESOLVES
  const may = createPhraseFinder(clearance?.mayResolve ?? [])
  const mayNot = createPhraseFinder(clearance?.mayNotResolve ?? [])
  const isFit = ({ role }: Resolution): boolean =>
    may(role) !== undefined && mayNot(role) === undefined
  return {
    flagOf: (raised) => {
      const resolution = resolutions.find((one) => isFit(one) && speaksOf(one, raised))
      if (resolution === undefined) return openFlag(raised)
      const { because, cite, id, raises, rule } = raised
      const asked = raises === undefined ? {} : { raises }
      const { by, role, reason } = resolution
      const resolvedBy = `${by} (${role}): ${reason}`
      return { because, cite, id, ...asked, resolvedBy, rule, state: 'resolved' }
    },
    unfit: (flags) =>
      flags
        .filter(({ state }) => state === 'open')
        .flatMap((flag) =>
          resolutions
            .filter((one) => !isFit(one) && speaksOf(one, flag))
            .map((one) => unfitFlag(one, flag, clearance)),
        ),
  }
}

const NOBODY_RESOLVES: FlagResolver = { flagOf: openFlag, unfit: () => [] }

/** With its keys in the order of canonical JSON. */
function openFlag({ because, cite, id, raises, rule }: RaisedFlag): RedFlag {
  const asked = raises === undefined ? {} : { raises }
  return { because, cite, id, ...asked, rule, state: 'open' }
}

function speaksOf(
  { flag }: Resolution,
  { id, rule, because }: Pick<RaisedFlag, 'id' | 'rule' | 'because'>,
): boolean {
  const named = plain(flag)
  return named === plain(id) || named === plain(rule) || named === plain(because)
}

function unfitFlag(
  { by, role, reason }: Resolution,
  { id }: RedFlag,
  clearance: FlagClearance | undefined,
): RedFlag {
  return {
    because: `The flag ${id} was set aside by ${by} (${role}: “${reason}”), whose role may not resolve it.`,
    cite: clearance?.cite ?? 'knowledge.resolved',
    id: `resolution-not-fit/${id}`,
    rule: 'resolution-not-fit',
    state: 'open',
  }
}
