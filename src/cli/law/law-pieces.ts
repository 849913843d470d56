import type { Determination } from '../../determination/index.ts'
import type {
  Authorisation,
  Expression,
  RequirementRule,
  Restriction,
  Rulebook,
} from '../../rulebook/index.ts'
import type { LawPiece } from './law-piece.ts'
import { nearlyMet, nearlyMissed } from './nearly-met.ts'
import { groupPieces, tablePieces } from './table-pieces.ts'

/** Never true, but still there: what names it finds it, and it says nothing. */
const NEVER: Expression = { never: true }

/** Every rule, authorisation, restriction, change of a group and row of a table that decides something. */
export function lawPieces(rulebook: Rulebook): readonly LawPiece[] {
  return [
    ...rulePieces(rulebook),
    ...administeredPieces(rulebook),
    ...authorisationPieces(rulebook),
    ...restrictionPieces(rulebook),
    ...flagPieces(rulebook),
    ...groupPieces(rulebook),
    ...tablePieces(rulebook),
  ]
}

function rulePieces(rulebook: Rulebook): readonly LawPiece[] {
  return rulebook.rules
    .filter(({ requires }) => !('never' in requires))
    .filter((rule) => isNamed(rulebook, rule))
    .map((rule): LawPiece => {
      const { requires, excluded } = rule
      const as = (changes: Partial<RequirementRule>): Rulebook =>
        withRule(rulebook, rule, { ...rule, ...changes })
      return {
        what: 'rule',
        id: rule.id,
        jurisdiction: rule.jurisdiction,
        mayMatterTo: (answer) => speaksIn(answer, rule.id),
        isAskedFor: ({ missing }) => missing.some((one) => one.wouldDecide.includes(rule.id)),
        without: () => as({ requires: NEVER, administered: [] }),
        nearly: () => {
          const ways = [
            ...eased(requires, (met) => ({ requires: met })),
            ...eased(excluded, (missed) => ({ excluded: missed }), nearlyMissed),
          ]
          return (ways.length === 0 ? anyEntry(rule) : ways).map(as)
        },
      }
    })
}

/** A piece with one condition of a criterion eased; nothing where it has none. */
function eased<T>(
  criterion: Expression | undefined,
  into: (eased: Expression) => T,
  ease = nearlyMet,
): readonly T[] {
  const found = criterion === undefined ? undefined : ease(criterion)
  return found === undefined ? [] : [into(found)]
}

/** Where nothing but its entries sets a rule or an authorisation apart, they are its condition. */
function anyEntry({
  entries,
}: Pick<Authorisation, 'entries'>): readonly { readonly entries: readonly string[] }[] {
  return entries.length === 0 || entries.includes('*') ? [] : [{ entries: ['*'] }]
}

function withRule(rulebook: Rulebook, rule: RequirementRule, other: RequirementRule): Rulebook {
  return { ...rulebook, rules: rulebook.rules.map((one) => (one === rule ? other : one)) }
}

/** A rule that no entry names and that names none says nothing anywhere; `law lint` tells of it. */
function isNamed({ entries, eccnReasons }: Rulebook, { id, reach, entries: own }: RequirementRule) {
  if (reach === 'general' || own.length > 0) return true
  const byColumn = [...eccnReasons.covered.values()].some(({ reasons }) =>
    reasons.some(({ column, rule }) => rule === id || id.endsWith(`:chart:${column ?? ''}`)),
  )
  return byColumn || entries.some(({ reasons }) => reasons.some(({ rule }) => rule === id))
}

/** How an authority applies a rule otherwise than it is written. */
function administeredPieces(rulebook: Rulebook): readonly LawPiece[] {
  return rulebook.rules.flatMap((rule) =>
    rule.administered.map((line): LawPiece => {
      const others = rule.administered.filter((one) => one !== line)
      const as = (administered: RequirementRule['administered']): Rulebook =>
        withRule(rulebook, rule, { ...rule, administered })
      return {
        what: 'administration',
        id: `${rule.id} from ${line.effective.from ?? 'always'}`,
        jurisdiction: rule.jurisdiction,
        mayMatterTo: (answer) => speaksIn(answer, rule.id),
        without: () => as(others),
        // The day is a condition of it too: it has to be told from the words alone.
        nearly: () => [as([...others, { ...line, effective: {} }])],
      }
    }),
  )
}

function authorisationPieces(rulebook: Rulebook): readonly LawPiece[] {
  return rulebook.authorisations.map((authorisation): LawPiece => {
    const { jurisdiction, available, conditions } = authorisation
    const as = (changes: Partial<Authorisation>): Rulebook => ({
      ...rulebook,
      authorisations: rulebook.authorisations.map((one) =>
        one === authorisation ? { ...one, ...changes } : one,
      ),
    })
    return {
      what: 'authorisation',
      id: `${jurisdiction}:${authorisation.id}`,
      jurisdiction,
      mayMatterTo: (answer) =>
        answer.jurisdictions.some(
          (one) =>
            one.jurisdiction === jurisdiction &&
            one.licence.exceptions.some(({ id }) => id === authorisation.id),
        ),
      without: () => as({ available: NEVER }),
      nearly: () => {
        const ways = [
          ...eased(available, (met) => ({ available: met })),
          ...conditions.flatMap((condition) =>
            eased(condition.met, (met) => ({
              conditions: conditions.map((one) => (one === condition ? { ...one, met } : one)),
            })),
          ),
        ]
        return (ways.length === 0 ? anyEntry(authorisation) : ways).map(as)
      },
    }
  })
}

function restrictionPieces(rulebook: Rulebook): readonly LawPiece[] {
  return rulebook.restrictions.map((restriction): LawPiece => {
    const others = rulebook.restrictions.filter((one) => one !== restriction)
    const as = (restrictions: readonly Restriction[]): Rulebook => ({ ...rulebook, restrictions })
    return {
      what: 'restriction',
      id: restriction.id,
      jurisdiction: restriction.jurisdiction,
      mayMatterTo: (answer) =>
        answer.jurisdictions.some(({ licence }) =>
          licence.exceptions.some(({ conditions, usable }) =>
            conditions.some(({ text }) => usable !== true && text === restriction.title),
          ),
        ),
      without: () => as(others),
      nearly: () => eased(restriction.bars, (bars) => as([...others, { ...restriction, bars }])),
    }
  })
}

function flagPieces(rulebook: Rulebook): readonly LawPiece[] {
  return rulebook.redFlags.map((flag): LawPiece => {
    const as = (when: Expression): Rulebook => ({
      ...rulebook,
      redFlags: rulebook.redFlags.map((one) => (one === flag ? { ...one, when } : one)),
    })
    return {
      what: 'red flag',
      id: flag.id,
      ...(flag.jurisdiction === undefined ? {} : { jurisdiction: flag.jurisdiction }),
      mayMatterTo: (answer) => answer.redFlags.some(({ rule }) => rule === flag.id),
      without: () => as(NEVER),
      nearly: () => eased(flag.when, as),
    }
  })
}

/** Told of by what it says. */
function speaksIn({ jurisdictions }: Determination, id: string): boolean {
  return jurisdictions
    .flatMap(({ licence }) => licence.by)
    .some(({ rule, truth, administered }) => {
      return rule === id && (truth !== 'false' || administered !== undefined)
    })
}
