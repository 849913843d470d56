import { type LegalDate, ProblemError, unwrap } from '../kernel/index.ts'
import {
  countersignHit,
  decideHit,
  fileParty,
  isOpen,
  type MonitoredHit,
  type MonitoringEvent,
  OUTCOMES,
  type Outcome,
  projectMonitoring,
  retireParty,
} from '../screening/index.ts'
import { count } from './answer/page.ts'
import { DONE, FAILED, NOT_CLEAR } from './exit-code.ts'
import {
  appendEvents,
  eventFileOf,
  inFile,
  readEventFile,
  readSoundEventFile,
} from './monitor/event-file.ts'
import { hitAnswer, hitLines, logLines, runAnswer, runLines } from './monitor/monitor-page.ts'
import { readParties } from './monitor/read-parties.ts'
import { isClear, runMonitoring } from './monitor/run-monitoring.ts'
import {
  type DataOption,
  dataFolderOf,
  day,
  encodingOption,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  type TableOptions,
  withData,
  withExamples,
  withJson,
  withLaw,
} from './options.ts'
import { printProblems } from './output/print-problems.ts'
import type { CommandAdder, Session } from './session.ts'

type CommonOptions = DataOption & JsonOption

/** Parties on file: screened again when a list or a party changes, their hits decided by persons. */
export const addMonitor: CommandAdder = (program, session, finish) => {
  const monitor = program
    .command('monitor')
    .description('Parties on file: re-screened when a list or a party changes; hits and decisions.')
  for (const add of [addAdd, addRetire, addRun, addHits, addDecide, addLog])
    add(monitor, session, finish)
  withExamples(
    monitor,
    'monitor add customers.csv',
    'monitor run',
    'monitor hits --open',
    'monitor decide 3f2a9c01 --clear --reason "Founded in 1950, another seat" --by "Ada Example"',
  )
}

const addAdd: CommandAdder = (monitor, session, finish) => {
  const command = monitor
    .command('add')
    .description('Puts the parties of a file on file, and changes those that are there otherwise.')
    .argument('<file>', 'a table of parties (CSV, .xlsx), or JSON lines {id, name, country?, …}')
    .addOption(encodingOption())
  withExamples(withJson(withData(command)), 'monitor add customers.csv', 'monitor add new.jsonl')
  command.action(async (file: string, options: CommonOptions & TableOptions) => {
    const parties = await readParties(file, options.encoding, session.surroundings)
    const on = session.surroundings.today
    const { events } = await appendEvents(fileOf(options, session), (log) => {
      const state = projectMonitoring(log.events)
      return { events: parties.flatMap((party) => unwrap(fileParty(state, { ...party, on }))) }
    })
    const many = (kind: MonitoringEvent['kind']): number =>
      events.filter((event) => event.kind === kind).length
    const [filed, changed, reopened] = [
      many('party-filed'),
      many('party-changed'),
      many('hit-reopened'),
    ]
    const same = parties.length - filed - changed
    if (options.json === true) session.print(JSON.stringify({ filed, changed, same, reopened }))
    else
      session.print(
        `${count(filed, 'party', 'parties')} put on file, ${changed} changed, ${same} as before; ${count(reopened, 'hit')} re-opened. Screen them: navicert monitor run.`,
      )
    finish(DONE)
  })
}

const addRetire: CommandAdder = (monitor, session, finish) => {
  const command = monitor
    .command('retire')
    .description('Takes a party off the file; what is on record stays.')
    .argument('<id>', 'the number it was put on file with')
  withExamples(withData(command), 'monitor retire C-1042')
  command.action(async (id: string, options: DataOption) => {
    const on = session.surroundings.today
    await appendEvents(fileOf(options, session), (log) => ({
      events: unwrap(retireParty(projectMonitoring(log.events), id, on)),
    }))
    session.print(`${id} is off the file.`)
    finish(DONE)
  })
}

interface RunOptions extends CommonOptions, LawOption {
  readonly asOf?: LegalDate
}

const addRun: CommandAdder = (monitor, session, finish) => {
  const command = monitor
    .command('run')
    .description(
      'Screens what changed: parties against all rows, and all parties against new rows.',
    )
    .option('--as-of <day>', 'against the lists of this day (default: today)', day)
  withExamples(withJson(withLaw(withData(command))), 'monitor run', 'monitor run --json')
  command.action(async (options: RunOptions) => {
    const { surroundings } = session
    const { today } = surroundings
    const answer = await appendEvents(fileOf(options, session), (log) =>
      runMonitoring(
        {
          lawFolder: lawFolderOf(options, surroundings),
          dataFolder: dataFolderOf(options, surroundings),
          asOf: options.asOf ?? today,
          today,
        },
        log,
      ),
    )
    if (options.json === true) session.print(JSON.stringify(runAnswer(answer), null, 2))
    else session.print(...runLines(pageOf(session), answer))
    finish(isClear(answer.state) && answer.lists === 'clear' ? DONE : NOT_CLEAR)
  })
}

const addHits: CommandAdder = (monitor, session, finish) => {
  const command = monitor
    .command('hits')
    .description('The hits of the parties on file, and what was decided of them.')
    .option('--open', 'only those that no one has finally decided')
  withExamples(withJson(withData(command)), 'monitor hits', 'monitor hits --open --json')
  command.action((options: CommonOptions & { readonly open?: true }) => {
    const file = fileOf(options, session)
    const log = readSoundEventFile(file)
    if (log.torn !== undefined)
      session.surroundings.stderr.write(printProblems([inFile(log.torn, file)]))
    const state = projectMonitoring(log.events)
    const hits = [...state.hits.values()]
      .filter((hit) => hit.isPresent && (options.open !== true || isOpen(hit)))
      .toSorted(openFirst)
    if (options.json === true) session.print(JSON.stringify(hits.map(hitAnswer), null, 2))
    else session.print(...hitLines(pageOf(session), hits, state))
    finish(isClear(state) ? DONE : NOT_CLEAR)
  })
}

interface DecideOptions extends CommonOptions {
  readonly clear?: true
  readonly trueMatch?: true
  readonly whitelist?: true
  readonly override?: true
  readonly countersign?: true
  readonly reason?: string
  readonly by: string
  readonly second?: string
}

const addDecide: CommandAdder = (monitor, session, finish) => {
  const command = monitor
    .command('decide')
    .description('Decides a hit. All but --clear need a second person, and stay open until then.')
    .argument('<hit>', 'its id, or the beginning of it')
    .option('--clear', 'the two are not the same')
    .option('--true-match', 'they are the same')
    .option('--whitelist', 'known and harmless, as long as neither side changes')
    .option('--override', 'dealt with all the same, for the reason given')
    .option('--countersign', 'be the second person of a decision that waits')
    .option('--reason <text>', 'why')
    .requiredOption('--by <person>', 'who decides')
    .option('--second <person>', 'who countersigns at once')
  withExamples(
    withJson(withData(command)),
    'monitor decide 3f2a9c01 --clear --reason "Founded in 1950" --by "Ada Example"',
    'monitor decide 3f2a9c01 --true-match --reason "Same address" --by "Ada Example"',
    'monitor decide 3f2a9c01 --countersign --by "Grace Example"',
  )
  command.action(async (id: string, options: DecideOptions) => {
    const on = session.surroundings.today
    const { by, second, reason = '' } = options
    const outcome = outcomeOf(options)
    const made = await appendEvents(fileOf(options, session), (log) => {
      const state = projectMonitoring(log.events)
      const events = unwrap(
        outcome === 'countersign'
          ? countersignHit(state, { hit: id, by, on })
          : decideHit(state, {
              ...{ hit: id, outcome, reason, by, on },
              ...(second === undefined ? {} : { second }),
            }),
      )
      return { events, state: projectMonitoring([...log.events, ...events]) }
    })
    const decided = made.events.flatMap((event) =>
      'hit' in event ? (made.state.hits.get(event.hit) ?? []) : [],
    )
    const [hit] = decided
    if (hit === undefined) return
    if (options.json === true) session.print(JSON.stringify(hitAnswer(hit), null, 2))
    else session.print(...hitLines(pageOf(session), [hit], made.state))
    finish(isOpen(hit) ? NOT_CLEAR : DONE)
  })
}

function outcomeOf(options: DecideOptions): Outcome | 'countersign' {
  const flags = { ...options, 'true-match': options.trueMatch }
  const asked = ([...OUTCOMES, 'countersign'] as const).filter((one) => flags[one] === true)
  const [outcome] = asked
  if (outcome !== undefined && asked.length === 1) return outcome
  throw new ProblemError({
    code: 'monitoring.one-outcome',
    detail: `One outcome is needed, and ${asked.length} were given.`,
    remedy: `Give one of --${[...OUTCOMES, 'countersign'].join(', --')}.`,
  })
}

const addLog: CommandAdder = (monitor, session, finish) => {
  const command = monitor
    .command('log')
    .description('The record: every event, chained by digest to the one before.')
    .option('--verify', 'check every line and say what stands at the end')
  withExamples(withJson(withData(command)), 'monitor log --verify', 'monitor log --json')
  command.action((options: CommonOptions & { readonly verify?: true }) => {
    const file = fileOf(options, session)
    const log = readEventFile(file)
    const { broken, torn, head, healed, events } = log
    const problems = [broken, torn].flatMap((one) => (one === undefined ? [] : [inFile(one, file)]))
    session.surroundings.stderr.write(printProblems(problems))
    if (options.verify !== true) {
      session.print(...logLines(pageOf(session), events, options.json === true))
    } else if (options.json === true) {
      const state = broken !== undefined ? 'broken' : torn !== undefined ? 'torn' : 'whole'
      session.print(JSON.stringify({ state, events: events.length, head, healed, problems }))
    } else {
      const cut = healed === 0 ? '' : `; ${count(healed, 'cut line')} accounted for`
      session.print(
        `${count(events.length, 'event')} follow each other${cut}. Last digest: ${head ?? 'none'}.`,
      )
    }
    finish(problems.length === 0 ? DONE : FAILED)
  })
}

function fileOf(options: DataOption, { surroundings }: Session): string {
  return eventFileOf(dataFolderOf(options, surroundings))
}

function pageOf({ surroundings, paint }: Session): Parameters<typeof hitLines>[0] {
  return { width: surroundings.columns, paint }
}

function openFirst(a: MonitoredHit, b: MonitoredHit): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1
  return b.percent - a.percent || (a.hit < b.hit ? -1 : 1)
}
