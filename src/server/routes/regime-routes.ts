import { charterNamed } from '../../desk/index.ts'
import { ProblemError, unwrap } from '../../kernel/index.ts'
import {
  type Charter,
  charterDigest,
  countBallots,
  foundingMembers,
  leadTimes,
  ruleText,
  strangersIn,
  summaryOf,
  whatIf,
} from '../../regime/index.ts'
import {
  charterList,
  charterShow,
  regimeImpact,
  regimeTally,
  regimeWhatIf,
} from '../contract/regime-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { impactAside } from '../regime/impact-aside.ts'
import { type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

/** What needs no record: charters, and questions about votes that were not cast. */
export function regimeRoutes({ engine, regime, today }: Services): readonly Route[] {
  return [
    route(charterList, () => ({
      charters: regime.law().charters.map((one) => ({
        charter: one.charter,
        name: one.name,
        standing: one.standing,
        members: foundingMembers(one, today()).map(({ code }) => code),
        digest: charterDigest(one),
      })),
    })),
    route(charterShow, ({ params }) => {
      const one = charterOf(regime.law().charters, params.charter)
      const inWords = Object.fromEntries(one.rules.map((rule) => [rule.id, ruleText(rule)]))
      return { ...one, digest: charterDigest(one), inWords }
    }),
    route(regimeWhatIf, ({ query, body }) => {
      const all = regime.law().charters
      const strangers = strangersIn(body, all)
      if (strangers.length > 0) throw new ProblemError(...strangers)
      const asked = query.charter === undefined ? all : [charterOf(all, query.charter)]
      const charters = asked.map((charter) => {
        const answers = whatIf(charter, body)
        return { charter: charter.charter, answers, summary: summaryOf(charter, answers) }
      })
      return { positions: body.positions, charters }
    }),
    route(regimeTally, ({ body: { charter, asOf, closes, ballots, ...question } }) => {
      const { rule, counted } = unwrap(
        countBallots(charterOf(regime.law().charters, charter), ballots, {
          ...{ question, on: asOf ?? today() },
          ...(closes === undefined ? {} : { closes }),
        }),
      )
      return { rule: rule.id, ...counted }
    }),
    route(regimeImpact, async ({ query, body }) => {
      const { proposal: content, items, transactions } = body
      const asOf = query.asOf ?? today()
      const impact = unwrap(await impactAside(engine, { content, asOf, items, transactions }))
      const times = leadTimes(regime.law().charters, content.technology)
      return { proposal: content.proposal, ...impact, leadTimes: times }
    }),
  ]
}

/** @throws Refusal where there is none of the name, with the nearest */
export function charterOf(charters: readonly Charter[], name: string): Charter {
  try {
    return charterNamed(charters, name)
  } catch (error) {
    const [problem] = error instanceof ProblemError ? error.problems : []
    if (problem === undefined) throw error
    throw new Refusal(404, problem)
  }
}
