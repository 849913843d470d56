import type { Determination } from '../../determination/index.ts'
import {
  createGroupTable,
  type Expression,
  type LawCase,
  type Rulebook,
} from '../../rulebook/index.ts'
import type { LawPiece } from './law-piece.ts'
import { nearlyMet } from './nearly-met.ts'

/** Moves, periods and treatments of countries; tables of members speak through the rules that read them. */
export function groupPieces(rulebook: Rulebook): readonly LawPiece[] {
  const { groupFacts } = rulebook
  return (['moves', 'held', 'treated'] as const).flatMap((key) => {
    const lines = groupFacts[key]
    const as = (others: readonly (typeof lines)[number][]): Rulebook => {
      const facts = { ...groupFacts, [key]: others }
      return { ...rulebook, groupFacts: facts, groups: createGroupTable(facts, rulebook.places) }
    }
    return lines.map((line): LawPiece => {
      const { country, effective } = line
      return {
        what: `group ${key}`,
        id: [country, 'group' in line ? line.group : '', 'as' in line ? `as ${line.as}` : '']
          .filter((part) => part !== '')
          .concat(effective.from === undefined ? [] : [`from ${effective.from}`])
          .join(' '),
        mayMatterTo: (answer, lawCase) => mentions(answer, lawCase, country),
        without: () => as(lines.filter((one) => one !== line)),
        nearly: () => [],
      }
    })
  })
}

/** Tables whose rows decide something by themselves, by the end of their name and the list they hold. */
const TABLES: readonly (readonly [name: string, list: string, id: string])[] = [
  ['/nexus', 'nexus', 'kind'],
  ['/definitions', 'definitions', 'term'],
  ['/direct-product', 'rules', 'id'],
  ['/de-minimis', 'levels', 'id'],
  ['/de-minimis', 'zero', 'id'],
  ['/ownership-rules', 'rules', 'id'],
]

export function tablePieces(rulebook: Rulebook): readonly LawPiece[] {
  return [...rulebook.tables].flatMap(([name, table]) =>
    TABLES.filter(([end]) => name.endsWith(end)).flatMap(([, key, id]) => {
      const rows = listIn(table, key)
      const as = (others: readonly Row[]): Rulebook => ({
        ...rulebook,
        tables: new Map(rulebook.tables).set(name, { ...(table as object), [key]: others }),
      })
      return rows.map((row): LawPiece => {
        const changed = (changes: Row): Rulebook =>
          as(rows.map((one) => (one === row ? { ...one, ...changes } : one)))
        return {
          what: `${key} of ${name}`,
          id: [row[id], ...since(row)].join(' '),
          mayMatterTo: () => true,
          without: () =>
            'percent' in row
              ? changed({ percent: UNREACHABLE })
              : as(rows.filter((one) => one !== row)),
          nearly: () =>
            CRITERIA.filter((field) => field in row).flatMap((field) => {
              const met = nearlyMet(row[field] as Expression)
              return met === undefined ? [] : [changed({ [field]: met })]
            }),
        }
      })
    }),
  )
}

/** A share of a value that no content has more than. */
const UNREACHABLE = 100

/** Fields of a row that hold a criterion. */
const CRITERIA = ['when', 'requires'] as const

type Row = Readonly<Record<string, unknown>>

/** Texts of one rule are told apart by their first day. */
function since({ effective }: Row): readonly string[] {
  const from = (effective as { readonly from?: string } | undefined)?.from
  return from === undefined ? [] : [`from ${from}`]
}

function listIn(table: unknown, key: string): readonly Row[] {
  const found = (table as Row | undefined)?.[key]
  return Array.isArray(found) ? (found as readonly Row[]) : []
}

/** As where it goes, or anywhere in the case: a route and a headquarters are read by their groups too. */
function mentions(answer: Determination, { transaction }: LawCase, country: string): boolean {
  const destined = answer.jurisdictions.some(({ licence }) =>
    licence.by.some(({ destination }) => destination === country),
  )
  return destined || JSON.stringify(transaction ?? {}).includes(`"${country}"`)
}
