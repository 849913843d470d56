import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { projectLawCases } from '../rulebook/project-law.fixture.ts'
import { type Determination, determinationSchema, VERDICTS } from './index.ts'
import { projectDeterminer } from './project-determiner.fixture.ts'
import { NOBODY_LISTED } from './small-law.fixture.ts'

/** Properties of the red flags of law/, over the deals of its own cases and what is left of them. */
const { rulebook, parse, determiner } = projectDeterminer()
const cases = projectLawCases().filter(({ file }) => file.includes('red-flags'))

type Stated = Readonly<Record<string, unknown>>

function answer(stated: Stated, asOf: string): Determination {
  const transaction = unwrap(parse({ date: asOf, ...stated }))
  return unwrap(determiner.determine(transaction, { screener: NOBODY_LISTED }))
}

const knowledgeOf = ({ knowledge }: Stated) =>
  ({ redFlags: [], ...(knowledge as Stated) }) as { readonly resolved?: readonly unknown[] }

const open = ({ redFlags }: Determination) =>
  redFlags.filter(({ state }) => state === 'open').map(({ id }) => id)
const worst = ({ verdict }: Determination) => VERDICTS.indexOf(verdict)

const dealOfCase = fc.constantFrom(...cases)
const PARTS = ['statement', 'filing', 'payment', 'history', 'documents', 'persons', 'technology']
const ROLES = ['compliance', 'sales', 'executive', 'Export Control Manager']

describe('red flags of law/', () => {
  it('never rise where parts of the deal are taken away', () => {
    fc.assert(
      fc.property(dealOfCase, fc.subarray(PARTS), ({ transaction = {}, asOf }, gone) => {
        const whole = open(answer(transaction, asOf))
        const left = Object.fromEntries(
          Object.entries(transaction).filter(([part]) => !gone.includes(part)),
        )
        const rest = open(answer(left, asOf)).filter((id) => !id.startsWith('resolution-not-fit'))
        expect(whole).toEqual(expect.arrayContaining(rest))
      }),
      { numRuns: 60 },
    )
  })

  it('never make a verdict worse by one more resolution, whoever gives it', () => {
    fc.assert(
      fc.property(dealOfCase, fc.constantFrom(...ROLES), ({ transaction = {}, asOf }, role) => {
        const before = answer(transaction, asOf)
        const knowledge = knowledgeOf(transaction)
        const resolved = [
          ...(knowledge.resolved ?? []),
          ...open(before).map((flag) => ({ flag, by: 'P', role, reason: 'r' })),
        ]
        const after = answer({ ...transaction, knowledge: { ...knowledge, resolved } }, asOf)
        expect(worst(after)).toBeGreaterThanOrEqual(worst(before))
      }),
      { numRuns: 60 },
    )
  })

  it('hold a deal that is open otherwise, and leave it clear with conditions at best', () => {
    for (const { transaction = {}, asOf } of cases) {
      const found = answer(transaction, asOf)
      if (open(found).length > 0) expect(worst(found)).toBeLessThanOrEqual(VERDICTS.indexOf('hold'))
      else if (found.redFlags.length > 0) expect(found.verdict).not.toBe('clear')
      expect(determinationSchema.safeParse(found).success).toBe(true)
    }
  })

  it('have each a case that raises it and a case of its subject that does not', () => {
    const raised = new Set(cases.flatMap(({ expect: { redFlags = [] } }) => redFlags))
    expect(rulebook.redFlags.map(({ id }) => id).filter((id) => !raised.has(id))).toEqual([])
    expect(
      cases.filter(({ expect: { redFlags } }) => redFlags?.length === 0).length,
    ).toBeGreaterThan(rulebook.redFlags.length - 5)
  })
})
