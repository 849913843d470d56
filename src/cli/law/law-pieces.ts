import type { Determination } from '../../determination/index.ts'
import {
  createGroupTable,
  type Expression,
  type LawCase,
  type RequirementRule,
  type Rulebook,
} from '../../rulebook/index.ts'

/** One piece of law that cases can decide on, and the rulebook as it would be without its effect. */
export interface LawPiece {
  readonly what: string
  readonly id: string
  /** Whether leaving it out may change the answer to a case: where it did not hold, it cannot. */
  mayMatterTo(answer: Determination, lawCase: LawCase): boolean
  without(): Rulebook
}

/** Never true, but still there: what names it finds it, and it says nothing. */
const NEVER: Expression = { never: true }

/** Every rule, authorisation, restriction, change of a group and row of a table that decides something. */
export function lawPieces(rulebook: Rulebook): readonly LawPiece[] {
  return [
    ...rulePieces(rulebook),
    ...administeredPieces(rulebook),
    ...authorisationPieces(rulebook),
    ...restrictionPieces(rulebook),
    ...groupPieces(rulebook),
    ...tablePieces(rulebook),
  ]
}

function rulePieces(rulebook: Rulebook): readonly LawPiece[] {
  return rulebook.rules
    .filter(({ requires }) => !('never' in requires))
    .filter((rule) => isNamed(rulebook, rule))
    .map((rule) => ({
      what: 'rule',
      id: rule.id,
      mayMatterTo: (answer) => readings(answer).some((one) => one.rule === rule.id),
      without: () => ({
        ...rulebook,
        rules: rulebook.rules.map((one) =>
          one === rule ? { ...one, requires: NEVER, administered: [] } : one,
        ),
      }),
    }))
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
    rule.administered.map((line) => ({
      what: 'administration',
      id: `${rule.id} from ${line.effective.from ?? 'always'}`,
      mayMatterTo: (answer) => readings(answer).some((one) => one.rule === rule.id),
      without: () => ({
        ...rulebook,
        rules: rulebook.rules.map((one) =>
          one === rule
            ? { ...one, administered: one.administered.filter((other) => other !== line) }
            : one,
        ),
      }),
    })),
  )
}

function authorisationPieces(rulebook: Rulebook): readonly LawPiece[] {
  return rulebook.authorisations.map((authorisation) => ({
    what: 'authorisation',
    id: `${authorisation.jurisdiction}:${authorisation.id}`,
    mayMatterTo: (answer) =>
      answer.jurisdictions.some(
        ({ jurisdiction, licence }) =>
          jurisdiction === authorisation.jurisdiction &&
          licence.exceptions.some(({ id }) => id === authorisation.id),
      ),
    without: () => ({
      ...rulebook,
      authorisations: rulebook.authorisations.map((one) =>
        one === authorisation ? { ...one, available: NEVER } : one,
      ),
    }),
  }))
}

function restrictionPieces(rulebook: Rulebook): readonly LawPiece[] {
  return rulebook.restrictions.map((restriction) => ({
    what: 'restriction',
    id: restriction.id,
    mayMatterTo: (answer) =>
      answer.jurisdictions.some(({ licence }) =>
        licence.exceptions.some(({ conditions, usable }) =>
          conditions.some(({ text }) => usable !== true && text === restriction.title),
        ),
      ),
    without: () => ({
      ...rulebook,
      restrictions: rulebook.restrictions.filter((one) => one !== restriction),
    }),
  }))
}

/** Moves, periods and treatments of countries; tables of members speak through the rules that read them. */
function groupPieces(rulebook: Rulebook): readonly LawPiece[] {
  const { groupFacts } = rulebook
  return (['moves', 'held', 'treated'] as const).flatMap((key) =>
    groupFacts[key].map((line) => ({
      what: `group ${key}`,
      id: [line.country, 'group' in line ? line.group : '', 'as' in line ? `as ${line.as}` : '']
        .filter((part) => part !== '')
        .concat(line.effective.from === undefined ? [] : [`from ${line.effective.from}`])
        .join(' '),
      mayMatterTo: (answer, lawCase) => mentions(answer, lawCase, line.country),
      without: () => {
        const facts = { ...groupFacts, [key]: groupFacts[key].filter((one) => one !== line) }
        return {
          ...rulebook,
          groupFacts: facts,
          groups: createGroupTable(facts, rulebook.places),
        }
      },
    })),
  )
}

/** Tables whose rows decide something by themselves, by the end of their name and the list they hold. */
const TABLES: readonly (readonly [name: string, list: string, id: string])[] = [
  ['/nexus', 'nexus', 'kind'],
  ['/definitions', 'definitions', 'term'],
  ['/red-flags', 'flags', 'id'],
]

function tablePieces(rulebook: Rulebook): readonly LawPiece[] {
  return [...rulebook.tables].flatMap(([name, table]) =>
    TABLES.filter(([end]) => name.endsWith(end)).flatMap(([, key, id]) => {
      const rows = listIn(table, key)
      return rows.map((row) => ({
        what: `row of ${name}`,
        id: String(Object.entries(row).find(([field]) => field === id)?.[1] ?? ''),
        mayMatterTo: () => true,
        without: () => ({
          ...rulebook,
          tables: new Map(rulebook.tables).set(name, {
            ...(table as object),
            [key]: rows.filter((one) => one !== row),
          }),
        }),
      }))
    }),
  )
}

function listIn(table: unknown, key: string): readonly object[] {
  const found = Object.entries(table ?? {}).find(([field]) => field === key)?.[1]
  return Array.isArray(found) ? found : []
}

function readings(answer: Determination) {
  return answer.jurisdictions
    .flatMap(({ licence }) => licence.by)
    .filter(({ truth, administered }) => truth !== 'false' || administered !== undefined)
}

/** As where it goes, or anywhere in the case: a route and a headquarters are read by their groups too. */
function mentions(answer: Determination, { transaction }: LawCase, country: string): boolean {
  const destined = answer.jurisdictions.some(({ licence }) =>
    licence.by.some(({ destination }) => destination === country),
  )
  return destined || JSON.stringify(transaction ?? {}).includes(`"${country}"`)
}
