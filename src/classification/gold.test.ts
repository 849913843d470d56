import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAtOrBelow, type LegalDate, unwrap } from '../kernel/index.ts'
import { projectLaw } from '../rulebook/project-law.fixture.ts'
import { createClassifier } from './classifier.ts'
import type { Classification, ItemFacts, JurisdictionClassification } from './model.ts'
import { parseItem } from './parse-item.ts'

/** The classification rows of the labelled cases, where they are at hand. */
const SHARED = process.env.NAVICERT_SHARED ?? resolve(import.meta.dirname, '../../../shared')
const GOLD = resolve(SHARED, 'cases/controls/gold.jsonl')
const AGREED = 0.95

interface Row {
  readonly id: string
  readonly asOf: LegalDate
  readonly item: StatedItem
  readonly expected: {
    readonly byJurisdiction?: Readonly<Record<string, string | null | readonly string[]>>
    readonly jurisdiction?: string
    readonly classification?: string | null
    readonly icClassification?: string
    readonly version?: Readonly<Record<string, string>>
    readonly conflict?: boolean
  }
}

interface StatedItem {
  readonly kind?: string
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly claimed?: unknown
  readonly content?: readonly StatedItem[]
}

function itemOf(stated: StatedItem): ItemFacts {
  return unwrap(parseItem(transactionItem(stated)))
}

/** In the spelling of a transaction file, where the kind stands beside the characteristics. */
function transactionItem({ parameters = {}, claimed = {}, content, ...rest }: StatedItem): unknown {
  const { kind = rest.kind, ...characteristics } = parameters
  return {
    ...(kind === undefined ? {} : { kind }),
    characteristics,
    claimed,
    ...(content === undefined ? {} : { content: content.map(transactionItem) }),
  }
}

interface Difference {
  readonly id: string
  readonly what: string
  readonly isFalseClear: boolean
}

function differences(row: Row, found: Classification): readonly Difference[] {
  const { expected } = row
  const wanted =
    expected.byJurisdiction ??
    (expected.jurisdiction === undefined || expected.classification === undefined
      ? {}
      : { [expected.jurisdiction]: expected.classification })
  const result: Difference[] = []
  for (const [code, value] of Object.entries(wanted)) {
    const of = found.byJurisdiction.get(code)
    const statements = Array.isArray(value)
      ? (value as readonly string[])
      : [value as string | null]
    const what = of === undefined ? 'no such jurisdiction' : mismatch(of, statements)
    if (what !== undefined) {
      const isFalseClear = value !== null && value !== 'EAR99' && of?.listed === 'not-listed'
      result.push({ id: row.id, what: `${code}: ${what}`, isFalseClear })
    }
    const version = expected.version?.[code]
    if (version !== undefined && !of?.met.some(({ entry }) => entry.version === version)) {
      result.push({ id: row.id, what: `${code}: version ${version}`, isFalseClear: false })
    }
  }
  const us = found.byJurisdiction.get('US')
  if (expected.conflict === true && us?.contradictions.length !== 1) {
    result.push({ id: row.id, what: 'no contradiction named', isFalseClear: false })
  }
  const chip = expected.icClassification
  if (chip !== undefined) {
    const of = found.content[0]?.byJurisdiction.get(expected.jurisdiction ?? 'US')
    const what = of === undefined ? 'no content' : mismatch(of, [chip])
    if (what !== undefined)
      result.push({ id: row.id, what: `content: ${what}`, isFalseClear: false })
  }
  return result
}

function mismatch(
  of: JurisdictionClassification,
  statements: readonly (string | null)[],
): string | undefined {
  if (statements[0] === 'n/a') return undefined
  const met = of.met.map(({ entry }) => entry.code)
  const open = of.undecided.map(({ entry }) => entry.code)
  const shown = `wanted ${JSON.stringify(statements)}, met ${met.join(' ')}, open ${open.join(' ')}`
  if (statements[0] === null || statements[0] === 'EAR99') {
    return met.length + open.length === 0 ? undefined : shown
  }
  const onlyUnknown = statements.every((it) => it?.startsWith('UNKNOWN:') === true)
  if (onlyUnknown && of.met.some(({ entry }) => !entry.fallback)) return shown
  for (const statement of statements) {
    const unknown = /^UNKNOWN:(.*)$/.exec(statement ?? '')?.[1]
    const among = unknown === undefined ? met : open
    if (!among.some((code) => isAtOrBelow(code, unknown ?? statement ?? ''))) return shown
  }
  if (onlyUnknown) {
    const strangers = of.undecided.filter(
      ({ entry }) =>
        !entry.fallback && !statements.some((it) => isAtOrBelow(entry.code, it?.slice(8) ?? '')),
    )
    if (strangers.length > 0) return shown
  }
  const fallback = of.met.find(
    ({ entry }) => entry.fallback && statements.some((it) => isAtOrBelow(entry.code, it ?? '')),
  )
  return fallback?.provisional === true ? `provisional: ${shown}` : undefined
}

describe.skipIf(!existsSync(GOLD))(
  'the labelled cases (skipped where they are not at hand)',
  () => {
    it('agrees on at least 95 % of the classification rows and never calls a listed item not listed', () => {
      const classifier = createClassifier(projectLaw())
      const rows = readFileSync(GOLD, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Row)
        .filter(({ expected }) => 'byJurisdiction' in expected || 'classification' in expected)
      const found = rows.flatMap((row) =>
        differences(row, unwrap(classifier.classify(itemOf(row.item), { asOf: row.asOf }))),
      )
      const differing = new Set(found.map(({ id }) => id)).size
      expect(found.filter(({ isFalseClear }) => isFalseClear)).toEqual([])
      expect(
        (rows.length - differing) / rows.length,
        found.map(({ id, what }) => `${id} ${what}`).join('\n'),
      ).toBeGreaterThanOrEqual(AGREED)
      expect(rows.length).toBeGreaterThan(100)
    }, 60_000)
  },
)
