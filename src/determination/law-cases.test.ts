import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { codeMatches, type LawCase } from '../rulebook/index.ts'
import { projectLawCases } from '../rulebook/project-law.fixture.ts'
import type { Determination, JurisdictionFinding, PartyScreener } from './index.ts'
import { projectDeterminer } from './project-determiner.fixture.ts'

/** Cases beside the rules: facts in, requirement and rules out. */
const { parse, determiner } = projectDeterminer()
const cases = projectLawCases().filter(({ transaction }) => transaction !== undefined)

describe('determination cases of law/', () => {
  it('has cases to run', () => {
    expect(cases.length).toBeGreaterThan(20)
  })
  it.each(cases.map((one) => [`${one.id}: ${one.what}`, one] as const))('%s', (_name, one) => {
    const found = run(one)
    expectRequirement(found, one)
    expectNexus(found, one)
    expectClassification(found, one)
    expectFlags(found, one)
    if (one.expect.verdict !== undefined) expect(found.verdict).toBe(one.expect.verdict)
  })
})

function expectRequirement(found: Determination, { expect: wanted }: LawCase): void {
  for (const [code, truth] of Object.entries(wanted.licence ?? {})) {
    expect(required(found, code).asWritten, `${code}: ${why(found, code)}`).toBe(truth)
  }
  for (const [code, truth] of Object.entries(wanted.asAdministered ?? {})) {
    expect(required(found, code).asAdministered, `${code}: ${why(found, code)}`).toBe(truth)
  }
  for (const [code, rules] of Object.entries(wanted.rules ?? {})) {
    const answered = of(found, code)?.licence.by.map(({ rule }) => rule) ?? []
    for (const rule of rules) expect(answered).toContain(rule)
  }
  for (const [code, ids] of Object.entries(wanted.authorisations ?? {})) {
    const usable = of(found, code)?.licence.exceptions.filter((it) => it.usable !== false) ?? []
    for (const id of ids) expect(usable.map((it) => it.id)).toContain(id)
  }
}

function expectNexus(found: Determination, { expect: wanted }: LawCase): void {
  for (const [code, kinds] of Object.entries(wanted.nexus ?? {})) {
    for (const [kind, how] of Object.entries(kinds)) {
      const finding = of(found, code)?.nexus.find((one) => one.kind === kind)
      if (typeof how === 'object') {
        expect(finding?.through, finding?.because).toEqual(expect.arrayContaining([...how]))
      } else expect(finding?.truth ?? 'false', finding?.because).toBe(String(how))
    }
  }
}

function expectClassification(found: Determination, { expect: wanted }: LawCase): void {
  for (const [code, codes] of Object.entries(wanted.entries ?? {})) {
    const met = entries(found, code)
    for (const entry of codes) expect(met.some((it) => codeMatches(it, entry))).toBe(true)
  }
  const asked = found.missing.map(({ fact }) => fact)
  for (const fact of wanted.missing ?? []) {
    expect(asked.filter((it) => it === fact || it.endsWith(`.${fact}`))).not.toEqual([])
  }
}

/** Every rule whose flag is wanted in that state, and no other. */
function expectFlags({ redFlags }: Determination, { expect: wanted }: LawCase): void {
  const rules = (state: string): readonly string[] => [
    ...new Set(redFlags.filter((flag) => flag.state === state).map(({ rule }) => rule)),
  ]
  if (wanted.redFlags !== undefined) {
    expect(rules('open').toSorted()).toEqual(wanted.redFlags.toSorted())
  }
  if (wanted.resolvedFlags !== undefined) {
    expect(rules('resolved').toSorted()).toEqual(wanted.resolvedFlags.toSorted())
  }
}

/** Everybody named in a worked case is on no list, unless the case says otherwise. */
const NOBODY_LISTED: PartyScreener = {
  lists: [],
  screen: () => ({ state: 'clear', hits: [], because: [] }),
}

function run(one: LawCase): Determination {
  const items = one.item === undefined ? {} : { items: [{ id: 'item', ...one.item }] }
  const transaction = unwrap(parse({ ...one.transaction, date: one.asOf, ...items }))
  return unwrap(
    determiner.determine(transaction, {
      entries: 'met',
      screener: NOBODY_LISTED,
      ...(one.knownAt === undefined ? {} : { knownAt: one.knownAt }),
    }),
  )
}

function of(found: Determination, code: string): JurisdictionFinding | undefined {
  return found.jurisdictions.find(({ jurisdiction }) => jurisdiction === code)
}

/** A jurisdiction without a hold requires nothing. */
function required(found: Determination, code: string) {
  return of(found, code)?.licence.required ?? { asWritten: false, asAdministered: false }
}

function entries(found: Determination, code: string): readonly string[] {
  const items = of(found, code)?.items ?? []
  return items.flatMap((it) => it.entries.filter((e) => e.truth === 'true').map((e) => e.code))
}

function why(found: Determination, code: string): string {
  const by = of(found, code)?.licence.by.filter(({ truth }) => truth !== 'false') ?? []
  const rules = by.map((it) => `${it.rule} ${it.truth} ${it.entry}`)
  return `${rules.join('; ')} ${of(found, code)?.because.join(' ') ?? ''}`
}
