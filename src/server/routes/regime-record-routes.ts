import { caseBlockOn } from '../../desk/index.ts'
import { ENTRY_PAYLOAD_TYPE } from '../../exchange/index.ts'
import {
  alertsUnder,
  askedOf,
  burdenOf,
  consultationsUnder,
  denialsUnder,
  disputedResults,
  INFORMATION,
  isOverdue,
  MEASURES,
  notesOf,
  type Proposal,
  proposalsSubject,
  type RefusedEntry,
  readSubject,
  recognisedBy,
  standingAt,
  standingOf,
  standingOfAlert,
  standingOfConsultation,
  stateOfMeasure,
  tenderCriteria,
  timingOfUndercut,
  tracker,
  workstreamsUnder,
} from '../../regime/index.ts'
import * as asked from '../contract/regime-record-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { pageOf } from '../page.ts'
import type { RecordOn } from '../regime/on-hand.ts'
import { type Route, route } from '../route.ts'
import type { Services } from '../services.ts'
import { charterOf } from './regime-routes.ts'

/** The record of the regime, as the members' logs on this server say it. */
export function regimeRecordRoutes(services: Services): readonly Route[] {
  const { regime } = services
  return [
    ...proposalRoutes(services),
    ...refusalRoutes(services),
    ...jointRoutes(services),
    route(asked.logHealth, () => regime.health()),
    route(asked.logNext, async () => ({
      payloadType: ENTRY_PAYLOAD_TYPE,
      ...(await regime.nextPlace()),
    })),
    route(asked.logAppend, async ({ body }) => regime.append(Buffer.from(JSON.stringify(body)))),
  ]
}

function proposalRoutes({ regime }: Services): readonly Route[] {
  async function proposalsUnder(name: string, day: Parameters<typeof regime.recordOn>[0]) {
    const charter = charterOf(regime.law().charters, name)
    const record = await regime.recordOn(day)
    const { state, refused } = readSubject(proposalsSubject(charter), record.entries)
    const standing = (one: Proposal) => standingAt(charter, state, one, record.seen)
    return { charter, record, state, refused, standing }
  }
  return [
    route(asked.proposalList, async ({ query }) => {
      const { charter, record, state, refused, standing } = await proposalsUnder(
        query.charter,
        query.on,
      )
      return {
        at: record.seen.at,
        proposals: Object.values(state.proposals).map((one) => ({
          proposal: one.id,
          title: one.content.title,
          proposer: one.proposer,
          digest: one.digest,
          closesAt: one.closesAt,
          standing: standing(one),
        })),
        disputed: disputedResults(charter, state, record.seen),
        withoutEffect: toldOf(refused),
      }
    }),
    route(asked.proposalShow, async ({ params, query }) => {
      const { record, state, standing } = await proposalsUnder(query.charter, query.on)
      const one = Object.hasOwn(state.proposals, params.proposal)
        ? state.proposals[params.proposal]
        : undefined
      if (one === undefined)
        throw new Refusal(404, {
          code: 'proposal.unknown',
          detail: `No proposal is called ${JSON.stringify(params.proposal)} under ${query.charter}.`,
          remedy: 'Look through /api/v1/regime/proposals.',
        })
      return { at: record.seen.at, ...one, standing: standing(one) }
    }),
    route(asked.noteList, async ({ query }) => {
      const { charter, record, state } = await proposalsUnder(query.charter, query.on)
      const notes = notesOf(charter, state, record.seen).filter(
        ({ entry }) => query.entry === undefined || entry === query.entry,
      )
      return { at: record.seen.at, notes }
    }),
    route(asked.implementationList, async ({ query }) => {
      const { charter, record, state } = await proposalsUnder(query.charter, query.on)
      return { at: record.seen.at, rows: tracker(charter, state, record.seen) }
    }),
  ]
}

function refusalRoutes({ engine, regime }: Services): readonly Route[] {
  return [
    route(asked.denialList, async ({ query }) => {
      const { on, entries } = await regime.recordOn(query.on)
      const { terms } = regime.law().rules
      const { state, refused } = readSubject(denialsUnder(terms), entries)
      const fitting = state
        .all()
        .filter(({ record }) => (query.regime ?? record.regime) === record.regime)
        .filter(({ issuer }) => (query.issuer ?? issuer) === issuer)
        .map((one) => ({ ...one, standing: standingOf(one, on, terms) }))
        .filter(({ standing }) => query.all === true || standing.state === 'in-force')
      const keyOf = ({ issuer, record }: (typeof fitting)[number]) =>
        JSON.stringify([issuer, record.regime, record.denialId])
      const { items, ...rest } = pageOf(fitting, keyOf, query)
      return { on, denials: items, ...rest, withoutEffect: toldOf(refused) }
    }),
    route(asked.consultationList, async ({ query: { member, on: day } }) => {
      const { on, entries } = await regime.recordOn(day)
      const { rules } = regime.law()
      const { state, refused } = readSubject(consultationsUnder(rules), entries)
      const isOf = (...members: readonly string[]) =>
        member === undefined || members.includes(member)
      return {
        on,
        consultations: state.consultations
          .all()
          .filter((one) => isOf(one.requester, one.denial.by))
          .map((one) => ({ ...one, standing: standingOfConsultation(one, on, rules) })),
        undercuts: state.undercuts
          .all()
          .filter((one) => isOf(one.by, one.denial.by))
          .map((one) => ({ ...one, timing: timingOfUndercut(one, rules) })),
        withoutEffect: toldOf(refused),
      }
    }),
    route(asked.caseBlock, async ({ body: { member, transaction, ...body } }) => {
      const { on, entries } = await regime.recordOn(body.on)
      const caseRef = body.caseRef ?? transaction.id ?? 'case'
      const { rules } = regime.law()
      const { block } = caseBlockOn({ member, caseRef, transaction }, entries, on, rules, engine)
      return { on, ...block }
    }),
  ]
}

function jointRoutes({ regime }: Services): readonly Route[] {
  return [
    route(asked.alertList, async ({ query }) => {
      const { on, entries } = await regime.recordOn(query.on)
      const { decays } = regime.law()
      const { state, refused } = readSubject(alertsUnder(decays), entries)
      const alerts = state
        .all()
        .map((one) => ({ ...one, standing: standingOfAlert(one, on, decays) }))
        .filter(({ standing }) => query.all === true || standing.state === 'standing')
        .toSorted((one, other) => other.standing.confidence - one.standing.confidence)
      return { on, alerts, withoutEffect: toldOf(refused) }
    }),
    route(asked.measureList, async ({ query }) => {
      const { on, entries } = await regime.recordOn(query.on)
      const { state, refused } = readSubject(MEASURES, entries)
      const measures = state.all().map((one) => ({
        ...one,
        parts: [...one.parts.values()],
        state: stateOfMeasure(one, on),
        burden: burdenOf(one),
      }))
      return { on, measures, withoutEffect: toldOf(refused) }
    }),
    route(asked.informationList, async ({ query }) => {
      const { on, entries } = await regime.recordOn(query.on)
      const { state, refused } = readSubject(INFORMATION, entries)
      const requests = state.requests.all().map((one) => ({ ...one, asked: askedOf(one, on) }))
      return { on, notices: state.notices.all(), requests, withoutEffect: toldOf(refused) }
    }),
    route(asked.workstreamList, async ({ query }) => {
      const record = await regime.recordOn(query.on)
      return workstreamsOn(record, regime.law().streams, query.buyers ?? [])
    }),
  ]
}

function workstreamsOn(
  { on, entries }: RecordOn,
  streams: Parameters<typeof workstreamsUnder>[0],
  buyers: readonly string[],
): object {
  const { state, refused } = readSubject(workstreamsUnder(streams), entries)
  return {
    on,
    commitments: state.commitments.all().map((one) => ({ ...one, isOverdue: isOverdue(one, on) })),
    minutes: state.minutes.all(),
    standards: state.standards.all().map(({ recognition: _, ...one }) => ({
      ...one,
      recognisedBy: recognisedBy({ ...one, recognition: _ }, on),
    })),
    criteria: tenderCriteria(state.standards, buyers, on),
    withoutEffect: toldOf(refused),
  }
}

/** Entries without effect, with the reason: they stay in their logs. */
function toldOf(refused: readonly RefusedEntry[]): readonly object[] {
  return refused.map(({ entry: { member, sequence, type }, problems }) => ({
    ...{ member, sequence, type },
    because: problems.map(({ detail }) => detail),
  }))
}
