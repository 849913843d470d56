import { judgeAll, readHealth } from '../../exchange/index.ts'
import { count } from '../answer/page.ts'
import { DONE, NOT_CLEAR } from '../exit-code.ts'
import { type JsonOption, withData, withExamples, withJson, withLaw } from '../options.ts'
import { tableLines } from '../regime-record/table-lines.ts'
import type { CommandAdder } from '../session.ts'
import { addAppend } from './log-append.ts'
import { addExport, addImport } from './log-bundle.ts'
import { addInit, addLearn } from './log-init.ts'
import { addServeLog } from './log-serve.ts'
import { addSettle } from './log-settle.ts'
import { addSync } from './log-sync.ts'
import { addVerify } from './log-verify.ts'
import { type NodeOptions, openNode } from './node-folder.ts'

interface LogOptions extends NodeOptions, JsonOption {}

/** A member's signed log and its mirrors of the others'. */
export const addLog: CommandAdder = (regime, session, finish) => {
  const log = regime
    .command('log')
    .description('The signed log of a member, and its verified mirrors of the others’ logs.')
  for (const add of [
    addInit,
    addLearn,
    addAppend,
    addEntries,
    addHealth,
    addSync,
    addServeLog,
    addExport,
    addImport,
    addSettle,
    addVerify,
  ])
    add(log, session, finish)
}

const addEntries: CommandAdder = (log, session, finish) => {
  const command = log
    .command('entries')
    .description(
      'Prints the verified entries of all logs as JSON lines, which the commands on denials, consultations and alerts read; what counts for nothing goes to standard error.',
    )
  withExamples(withLaw(withData(command)), 'regime log entries > ledger.jsonl')
  command.action(async (options: NodeOptions) => {
    for await (const judged of judgeAll(openNode(options, session.surroundings))) {
      if ('problems' in judged) {
        const { member, sequence, problems } = judged
        const why = problems.map(({ detail }) => detail).join(' ')
        session.surroundings.stderr.write(`${member} ${sequence} counts for nothing: ${why}\n`)
        continue
      }
      const { unknownFields: _, sealedUnder: __, ...entry } = judged
      session.print(JSON.stringify(entry))
    }
    finish(DONE)
  })
}

const addHealth: CommandAdder = (log, session, finish) => {
  const command = log
    .command('health')
    .description(
      'Verifies what is held and names every fault: forks, back-dated entries, lost keys, silence. Exit 2 where there is one.',
    )
  withExamples(withJson(withLaw(withData(command))), 'regime log health')
  command.action(async (options: LogOptions) => {
    const node = openNode(options, session.surroundings)
    const health = await readHealth(node)
    const code = health.faults.length === 0 ? DONE : NOT_CLEAR
    if (options.json === true) {
      session.print(JSON.stringify(health, null, 2))
      finish(code)
      return
    }
    const rows = health.logs.map(({ member, size, lastWitnessed, root }) => [
      member,
      String(size),
      lastWitnessed ?? 'never',
      root.slice(0, 16) || '–',
    ])
    session.print(...tableLines(['Log', 'Entries', 'Last witnessed', 'Root'], rows, session))
    session.print(`State: ${health.digest}`)
    for (const { kind, member, detail } of health.faults) {
      session.print(`${session.paint('red', kind)} ${member}: ${detail}`.trim())
    }
    for (const { member, common } of health.settled) {
      session.print(
        `settled ${member}: two histories part after ${count(common, 'entry', 'entries')}; its root said which one stands`,
      )
    }
    session.print(
      session.paint(
        'dim',
        `${count(health.faults.length, 'fault')}, ${health.quarantined} in quarantine, ${count(health.missingBlobs, 'sealed body', 'sealed bodies')} not yet here.`,
      ),
    )
    finish(code)
  })
}
