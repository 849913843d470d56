import { unwrap } from '../../kernel/index.ts'
import {
  type Alert,
  type AlertDecay,
  alertsUnder,
  burdenOf,
  MEASURES,
  type Measure,
  readAlertDecay,
  readSubject,
  standingOfAlert,
  stateOfMeasure,
} from '../../regime/index.ts'
import { count } from '../answer/page.ts'
import { openRulebook } from '../engine.ts'
import { DONE } from '../exit-code.ts'
import { withExamples } from '../options.ts'
import type { CommandAdder } from '../session.ts'
import { type LedgerOptions, withLedger } from './ledger-options.ts'
import { readLedger } from './read-ledger.ts'
import { tellRefused } from './refused-entries.ts'
import { tableLines } from './table-lines.ts'

interface AllOption extends LedgerOptions {
  readonly all?: true
}

/** What members warn each other of, and what it is still worth. */
export const addAlerts: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('alerts')
    .description('Alerts with the confidence they still have, and what others saw of them.')
    .option('--all', 'those too that expired or were ended')
  withExamples(
    withLedger(command),
    'regime alerts --ledger examples/regime/ledger.jsonl --on 2027-04-01',
    'regime alerts --ledger examples/regime/ledger.jsonl --all --json',
  )
  command.action(async (options: AllOption) => {
    const { surroundings } = session
    const on = options.on ?? surroundings.today
    const { tables } = openRulebook(options, surroundings)
    const decays = unwrap(readAlertDecay(tables.get('tables/alerts')))
    const entries = await readLedger(options.ledger, surroundings, on)
    const { state, refused } = readSubject(alertsUnder(decays), entries)
    const rows = state
      .all()
      .map((alert) => ({ ...alert, standing: standingOfAlert(alert, on, decays) }))
      .filter(({ standing }) => options.all === true || standing.state === 'standing')
      .toSorted((one, other) => other.standing.confidence - one.standing.confidence)
    if (options.json === true) session.print(JSON.stringify({ on, alerts: rows }, null, 2))
    else {
      const heading = ['Alert', 'By', 'Kind', 'Worth', 'Of', 'Until', 'Seen', 'What']
      const cells = rows.map((row) => alertCells(row, decays, row.standing))
      session.print(
        ...(rows.length === 0 ? [] : [...tableLines(heading, cells, session), '']),
        session.paint(
          'dim',
          `${count(rows.length, 'alert')} on ${on}. None decides a case by itself.`,
        ),
      )
      tellRefused(refused, session)
    }
    finish(DONE)
  })
}

function alertCells(
  { alertId, issuer, kind, confidence, expires, subject }: Alert,
  decays: AlertDecay,
  { confidence: worth, seen, notSeen, falsePositive, state }: ReturnType<typeof standingOfAlert>,
): readonly string[] {
  const sightings = `${seen} yes, ${notSeen} no, ${falsePositive} wrong`
  const what = state === 'standing' ? subject : `(${state}) ${subject}`
  const figures = [String(worth), String(confidence)]
  return [alertId, issuer, decays[kind].title, ...figures, expires, sightings, what]
}

/** Joint measures: who takes part, who bears how much, what is done of it. */
export const addMeasures: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('measures')
    .description('Joint measures with who takes part, the burden of each, and what of it is done.')
  withExamples(
    withLedger(command),
    'regime measures --ledger examples/regime/ledger.jsonl --on 2027-05-01',
    'regime measures --ledger examples/regime/ledger.jsonl --json',
  )
  command.action(async (options: LedgerOptions) => {
    const { surroundings } = session
    const on = options.on ?? surroundings.today
    const entries = await readLedger(options.ledger, surroundings, on)
    const { state, refused } = readSubject(MEASURES, entries)
    const rows = state.all()
    if (options.json === true) {
      const measures = rows.map((one) => ({
        ...one,
        parts: [...one.parts.values()],
        state: stateOfMeasure(one, on),
        burden: burdenOf(one),
      }))
      session.print(JSON.stringify({ on, measures }, null, 2))
    } else {
      const heading = [
        'Measure',
        'By',
        'Kind',
        'State',
        'Needed',
        'Offered',
        'Done',
        'Shares',
        'What',
      ]
      const cells = rows.map((one) => measureCells(one, stateOfMeasure(one, on)))
      session.print(
        ...(rows.length === 0 ? [] : [...tableLines(heading, cells, session), '']),
        session.paint('dim', `${count(rows.length, 'measure')} on ${on}.`),
      )
      tellRefused(refused, session)
    }
    finish(DONE)
  })
}

function measureCells(measure: Measure, state: string): readonly string[] {
  const { need = `${measure.membersNeeded} members`, offered, done, shares } = burdenOf(measure)
  const bearers = shares.map((one) => `${one.member} ${one.share} (${one.done})`).join(', ')
  const { measureId, proposer, kind, what } = measure
  return [measureId, proposer, kind, state, need, offered, done, bearers, what]
}
