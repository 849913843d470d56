import { askedOf, INFORMATION, readSubject } from '../../regime/index.ts'
import { DONE } from '../exit-code.ts'
import { withExamples } from '../options.ts'
import type { CommandAdder } from '../session.ts'
import { type LedgerOptions, withLedger } from './ledger-options.ts'
import { readLedger } from './read-ledger.ts'
import { tellRefused } from './refused-entries.ts'
import { tableLines } from './table-lines.ts'

/** What members let out, summed up, and what they asked each other. */
export const addInformation: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('information')
    .description('Notices of transfers by period, and requests for information with who answered.')
  withExamples(
    withLedger(command),
    'regime information --ledger examples/regime/ledger.jsonl --on 2027-08-01',
  )
  command.action(async (options: LedgerOptions) => {
    const { surroundings, print } = session
    const on = options.on ?? surroundings.today
    const entries = await readLedger(options.ledger, surroundings, on)
    const { state, refused } = readSubject(INFORMATION, entries)
    const notices = state.notices.all()
    const requests = state.requests.all().map((one) => ({ ...one, asked: askedOf(one, on) }))
    if (options.json === true) print(JSON.stringify({ on, notices, requests }, null, 2))
    else {
      const lines = notices.flatMap(({ by, regime: name, from, to, transfers }) =>
        transfers.length === 0
          ? [[by, name, `${from} to ${to}`, 'none', '', '', '']]
          : transfers.map(({ entry, destination, licences, quantity }) => [
              ...[by, name, `${from} to ${to}`, entry, destination, `${licences ?? ''}`],
              quantity === undefined ? '' : `${quantity.amount} ${quantity.unit}`,
            ]),
      )
      const answers = requests.flatMap(({ by, requestId, due, text, asked }) =>
        asked.map(({ member, state: came, isLate }) => [
          ...[requestId, by, member, due ?? ''],
          isLate && came !== 'overdue' ? `${came}, late` : came,
          text,
        ]),
      )
      const transfers = tableLines(
        ['Member', 'Regime', 'Period', 'Entry', 'Destination', 'Licences', 'Quantity'],
        lines,
        session,
      )
      print(
        ...transfers,
        ...(transfers.length > 0 && answers.length > 0 ? [''] : []),
        ...tableLines(['Request', 'By', 'Asked', 'Due', 'State', 'What'], answers, session),
      )
    }
    tellRefused(refused, session)
    finish(DONE)
  })
}
