import { existsSync } from 'node:fs'
import { isClearOfHits, oldRecordOf, PartyBook, takeInOldRecord } from '../desk/index.ts'
import { type LegalDate, ProblemError, unwrap } from '../kernel/index.ts'
import { loadListPolicy } from '../lists/index.ts'
import { isOpen, type MonitoredHit, OUTCOMES, type Outcome } from '../screening/index.ts'
import type { Store } from '../storage/index.ts'
import { count } from './answer/page.ts'
import { DONE, FAILED, NOT_CLEAR } from './exit-code.ts'
import { goneOnWith } from './gone-on-with.ts'
import { hitAnswer, hitLines, logLines, runAnswer, runLines } from './monitor/monitor-page.ts'
import { actorOf } from './on-file/on-file-commands.ts'
import { type AddOptions, readForFile } from './on-file/read-on-file.ts'
import {
  type DataOption,
  dataFolderOf,
  day,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withJson,
  withLaw,
  withTables,
} from './options.ts'
import { printProblems } from './output/print-problems.ts'
import { startProgress } from './progress.ts'
import type { CommandAdder, Session } from './session.ts'
import { withStore } from './with-store.ts'

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

/** Opens the parties on file; what was kept before there was a store is taken in first. @throws ProblemError */
async function withBook<T>(
  options: DataOption,
  session: Session,
  use: (book: PartyBook, store: Store) => Promise<T>,
  orNew = false,
): Promise<T> {
  const { surroundings } = session
  const dataFolder = dataFolderOf(options, surroundings)
  const actor = actorOf(session)
  const open = async (store: Store): Promise<T> => {
    const torn = await takeInOldRecord(store, dataFolder, actor)
    if (torn !== undefined) surroundings.stderr.write(printProblems([torn]))
    return await use(await PartyBook.open(store, actor), store)
  }
  const isNew = orNew || existsSync(oldRecordOf(dataFolder))
  return await withStore(options, session, open, { orNew: isNew, sealing: true })
}

const addAdd: CommandAdder = (monitor, session, finish) => {
  const command = monitor
    .command('add')
    .description('Puts the parties of a file on file, and changes those that are there otherwise.')
    .argument('<file>', 'a table of parties (CSV, .xlsx), or JSON lines {id, name, country?, …}')
  withTables(withJson(withData(command)))
  withExamples(command, 'monitor add customers.csv', 'monitor add new.jsonl')
  command.action(async (file: string, options: CommonOptions & AddOptions) => {
    const on = session.surroundings.today
    const add = async (book: PartyBook, store: Store) => {
      const parties = await readForFile(store, 'party', file, options, session)
      const made = unwrap(await book.file(parties, on))
      return { ...made, same: parties.size - made.filed - made.changed }
    }
    const { filed, changed, same, reopened } = await withBook(options, session, add, true)
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
    .option('--reason <text>', 'why', 'no customer any more')
  withExamples(withData(command), 'monitor retire C-1042')
  command.action(async (id: string, options: DataOption & { readonly reason: string }) => {
    const on = session.surroundings.today
    await withBook(options, session, async (book) => {
      unwrap(await book.retire(id, options.reason, on))
    })
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
    const progress = startProgress('parties', surroundings)
    const run = {
      policy: loadListPolicy(lawFolderOf(options, surroundings)),
      dataFolder: dataFolderOf(options, surroundings),
      asOf: options.asOf ?? today,
      today,
      signal: surroundings.interrupted,
      tell: (more: number) => progress.advance(more),
    }
    const screen = async (book: PartyBook) => ({
      ...(await book.screen(run)),
      state: book.state,
    })
    const answer = await goneOnWith(withBook(options, session, screen), surroundings, 'monitor run')
    if (options.json === true) session.print(JSON.stringify(runAnswer(answer), null, 2))
    else session.print(...runLines(pageOf(session), answer))
    finish(isClearOfHits(answer.state) && answer.lists === 'clear' ? DONE : NOT_CLEAR)
  })
}

const addHits: CommandAdder = (monitor, session, finish) => {
  const command = monitor
    .command('hits')
    .description('The hits of the parties on file, and what was decided of them.')
    .option('--open', 'only those that no one has finally decided')
  withExamples(withJson(withData(command)), 'monitor hits', 'monitor hits --open --json')
  command.action(async (options: CommonOptions & { readonly open?: true }) => {
    const state = await withBook(options, session, (book) => Promise.resolve(book.state))
    const hits = [...state.hits.values()]
      .filter((hit) => hit.isPresent && (options.open !== true || isOpen(hit)))
      .toSorted(openFirst)
    if (options.json === true) session.print(JSON.stringify(hits.map(hitAnswer), null, 2))
    else session.print(...hitLines(pageOf(session), hits, state))
    finish(isClearOfHits(state) ? DONE : NOT_CLEAR)
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
    const made = await withBook(options, session, async (book) => {
      const events = unwrap(
        outcome === 'countersign'
          ? await book.countersign({ hit: id, by, on })
          : await book.decide({
              ...{ hit: id, outcome, reason, by, on },
              ...(second === undefined ? {} : { second }),
            }),
      )
      return { events, state: book.state }
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
    .description('The record of the parties: every event that can still be read, in order.')
    .option('--verify', 'check the whole record of the store and say what stands at the end')
  withExamples(withJson(withData(command)), 'monitor log --verify', 'monitor log --json')
  command.action(async (options: CommonOptions & { readonly verify?: true }) => {
    const { events, whole } = await withBook(options, session, async (book, store) => ({
      events: book.events,
      whole: options.verify === true ? await store.verify() : undefined,
    }))
    if (whole === undefined) {
      session.print(...logLines(pageOf(session), events, options.json === true))
      return finish(DONE)
    }
    const { problems, digest } = whole
    session.surroundings.stderr.write(printProblems(problems))
    if (options.json === true) {
      const state = problems.length > 0 ? 'broken' : 'whole'
      session.print(JSON.stringify({ state, events: events.length, head: digest, problems }))
    } else if (problems.length === 0) {
      session.print(
        `${count(events.length, 'event')} of ${whole.events} in the store, which is whole. Last digest: ${digest}.`,
      )
    }
    finish(problems.length === 0 ? DONE : FAILED)
  })
}

function pageOf({ surroundings, paint }: Session): Parameters<typeof hitLines>[0] {
  return { width: surroundings.columns, paint }
}

function openFirst(a: MonitoredHit, b: MonitoredHit): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1
  return b.percent - a.percent || (a.hit < b.hit ? -1 : 1)
}
