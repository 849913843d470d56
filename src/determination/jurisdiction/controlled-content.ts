import { disjoin, FALSE, TRUE, type TruthCode, UNKNOWN } from '../../kernel/index.ts'
import type { Jurisdiction } from '../../rulebook/index.ts'
import { SUPPLY } from '../acts.ts'
import { knownSet } from '../circumstances.ts'
import type { ItemNexus } from '../nexus.ts'
import { isRequirement, readRequirements } from '../requirements.ts'
import { isConfirmed, itemEntries, subjectsOf } from '../subjects.ts'
import type { ReachedItem } from './reached-item.ts'
import type { ReachContext } from './way.ts'

/**
 * Content counts where it would itself need a licence to the destination, by its entry or by an embargo
 * (15 CFR 734 Supp. 2 in the words of law/us/tables/de-minimis.yaml); uses and users of the whole do not
 * make it controlled. Each piece is read once for each destination.
 */
export function createControlReader(
  home: Jurisdiction,
  controlledBy: readonly string[],
): (context: ReachContext) => (piece: ReachedItem) => TruthCode {
  const counts = (rule: string): boolean => controlledBy.some((begin) => rule.startsWith(begin))
  return (context) => {
    const known = new Map<ReachedItem, TruthCode>()
    return (piece) => {
      const found = known.get(piece)
      if (found !== undefined) return found
      const truth = isControlled(piece, home, context, counts)
      known.set(piece, truth)
      return truth
    }
  }
}

const FROM_THERE: ItemNexus = {
  findings: [],
  item: TRUE,
  person: FALSE,
  acts: SUPPLY,
  subjectThrough: knownSet(['us-origin']),
}

function isControlled(
  { item, facts }: ReachedItem,
  { code }: Jurisdiction,
  { circumstances, destination, law, metAlone }: ReachContext,
  counts: (rule: string) => boolean,
): TruthCode {
  const classification = facts.byJurisdiction.get(code)
  if (classification === undefined) return UNKNOWN
  const claimed = item.claims.some(({ jurisdiction }) => jurisdiction === code)
  const confirmed = isConfirmed(classification, claimed)
  const own = circumstances.copy()
  own.set('item_kind', item.kind === 'unknown' ? undefined : item.kind)
  own.setMembers('item_entries', itemEntries(classification, confirmed))
  own.setMembers('subject_through', FROM_THERE.subjectThrough)
  const subjects = subjectsOf(classification, law, metAlone)
  const { readings, open } = readRequirements(own, subjects, [destination], law, FROM_THERE)
  let truth: TruthCode = confirmed && open.length === 0 ? FALSE : UNKNOWN
  for (const { inForce, truth: one } of readings) {
    if (isRequirement(inForce) && counts(inForce.rule.id)) truth = disjoin(truth, one)
  }
  return truth
}
