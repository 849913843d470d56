import type { Command } from 'commander'
import type { StatedTransaction } from '../catalogue/index.ts'
import { createChecker, OrderBook, screenersOf } from '../desk/index.ts'
import type { Determination } from '../determination/index.ts'
import { type LegalDate, type Problem, ProblemError, unwrap } from '../kernel/index.ts'
import type { Store } from '../storage/index.ts'
import { count } from './answer/page.ts'
import { openEngine } from './engine.ts'
import { DONE, FAILED, NOT_CLEAR } from './exit-code.ts'
import { openEntries } from './input/read-entries.ts'
import { type OnFileOptions, shipmentReading } from './input/shipment-tables.ts'
import {
  type DataOption,
  dataFolderOf,
  day,
  encodingOption,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withJson,
  withLaw,
} from './options.ts'
import { eventLinesOf, orderLine, orderLines, summaryLines, Tally } from './orders-page.ts'
import { printProblems } from './output/print-problems.ts'
import { startProgress } from './progress.ts'
import type { CommandAdder, Session } from './session.ts'
import { withStore } from './with-store.ts'

type CommonOptions = DataOption & JsonOption

/** Open orders on file: answered again when the law or a list changes, with what is different. */
export const addOrders: CommandAdder = (program, session, finish) => {
  const orders = program
    .command('orders')
    .description(
      'Open orders on file: answered again when law or lists change, and what is different.',
    )
  for (const add of [addAdd, addRecheck, addList, addShow, addClose, addErase])
    add(orders, session, finish)
  withExamples(
    orders,
    'orders add shipments.xlsx --items items.csv --parties parties.csv',
    'orders recheck',
    'orders show SO-1001',
  )
}

const addAdd: CommandAdder = (orders, session, finish) => {
  const command = orders
    .command('add')
    .description('Puts orders on file, and changes those that are there otherwise. All or none.')
    .argument(
      '<file>',
      'a table of shipments (CSV, .xlsx), or transactions as JSON lines with an id',
    )
    .option('--items <file>', 'of a table of shipments: the table of its items')
    .option('--parties <file>', 'of a table of shipments: the table of its parties')
    .addOption(encodingOption())
  withExamples(
    withJson(withLaw(withData(command))),
    'orders add shipments.xlsx --items items.csv --parties parties.csv',
    'orders add orders.jsonl',
  )
  command.action(async (file: string, options: CommonOptions & LawOption & OnFileOptions) => {
    const stated = await readOrders(file, options, session)
    const made = await withOrders(
      options,
      session,
      async (book) => {
        return unwrap(await book.file(stated, session.surroundings.today))
      },
      true,
    )
    const same = stated.size - made.filed - made.changed
    if (options.json === true) session.print(JSON.stringify({ ...made, same }))
    else
      session.print(
        `${count(made.filed, 'order')} put on file, ${made.changed} changed, ${same} as before. Answer them: navicert orders recheck.`,
      )
    finish(DONE)
  })
}

/** Opens the orders of the data folder for one use. @param orNew begins where nothing is on file @throws ProblemError */
function withOrders<T>(
  options: DataOption,
  session: Session,
  use: (book: OrderBook) => T | Promise<T>,
  orNew = false,
): Promise<T> {
  const actor = `command:${session.surroundings.environment.USER ?? 'unknown'}`
  const open = async (store: Store): Promise<T> => use(await OrderBook.open(store, actor))
  return withStore(options, session, open, { orNew, sealing: true })
}

const MOST_PROBLEMS = 20

/** Every order is read by the law before any is kept. @throws ProblemError with the lines */
async function readOrders(
  file: string,
  options: LawOption & OnFileOptions,
  { surroundings }: Session,
): Promise<ReadonlyMap<string, StatedTransaction>> {
  const engine = openEngine(options, surroundings)
  const reading = await shipmentReading(options, surroundings)
  const { pieces } = await openEntries(file, reading, options.encoding, surroundings)
  const stated = new Map<string, StatedTransaction>()
  const problems: Problem[] = []
  for await (const entries of pieces) {
    for (const entry of entries) {
      try {
        const value = entry.read()
        const { id } = unwrap(engine.parseTransaction(value))
        if (id === undefined) throw new ProblemError(noRef())
        if (stated.has(id)) throw new ProblemError(twice(id))
        stated.set(id, value as StatedTransaction)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        problems.push(
          ...error.problems.map((one) => ({
            ...one,
            where: { line: entry.line, ...one.where, file },
          })),
        )
      }
    }
    if (problems.length >= MOST_PROBLEMS) break
  }
  if (problems.length > 0) throw new ProblemError(...problems.slice(0, MOST_PROBLEMS))
  return stated
}

function noRef(): Problem {
  return {
    code: 'order.no-ref',
    detail: 'The order has no number.',
    remedy: 'State `id`; by it the order is known again.',
  }
}

function twice(ref: string): Problem {
  return {
    code: 'order.twice',
    detail: `The number ${JSON.stringify(ref)} stands twice in the file.`,
    remedy: 'Give each order a number of its own.',
  }
}

interface RecheckOptions extends CommonOptions, LawOption {
  readonly asOf?: LegalDate
}

const addRecheck: CommandAdder = (orders, session, finish) => {
  const command = orders
    .command('recheck')
    .description(
      'Answers every open order under the law and the lists as they stand, and tells the difference.',
    )
    .option('--as-of <day>', 'as if this were today', day)
  withExamples(withJson(withLaw(withData(command))), 'orders recheck', 'orders recheck --json')
  command.action(async (options: RecheckOptions) => {
    const { surroundings } = session
    const today = options.asOf ?? surroundings.today
    const answer = await answerer(options, today, session)
    const tally = await withOrders(options, session, async (book) => {
      const progress = startProgress('orders', surroundings)
      const found = new Tally()
      for await (const portion of book.recheck(answer, surroundings.today)) {
        for (const one of portion) {
          found.add(one)
          surroundings.stderr.write(
            printProblems(one.problems.map((problem) => ofOrder(problem, one.ref))),
          )
          if (options.json === true) session.print(JSON.stringify(summaryOf(one)))
          else session.print(...orderLines(session, one))
        }
        progress.advance(portion.length)
        surroundings.interrupted.throwIfAborted()
      }
      progress.end()
      return found
    })
    if (options.json !== true) session.print(...summaryLines(tally))
    finish(tally.failed > 0 ? FAILED : tally.changed > 0 ? NOT_CLEAR : DONE)
  })
}

/** An open order ships today at the earliest. @throws ProblemError */
async function answerer(
  options: RecheckOptions,
  today: LegalDate,
  { surroundings }: Session,
): Promise<(transaction: StatedTransaction) => Determination> {
  const engine = openEngine(options, surroundings)
  const screeners = await screenersOf(
    lawFolderOf(options, surroundings),
    dataFolderOf(options, surroundings),
    [],
    surroundings,
  )
  return (stated) => {
    const transaction = unwrap(engine.parseTransaction(stated))
    const { date } = transaction
    const asOf = date !== undefined && date > today ? date : today
    return createChecker(engine, { asOf, knownAt: today, screeners }).determine(transaction)
  }
}

function ofOrder(problem: Problem, ref: string): Problem {
  return { ...problem, where: { ...problem.where, file: ref } }
}

function summaryOf({
  ref,
  answer,
  difference,
  isFirst,
  problems,
}: Parameters<Tally['add']>[0]): object {
  return {
    ref,
    ...(answer === undefined ? {} : { verdict: answer.verdict, digest: answer.digest }),
    isFirst,
    ...(difference === undefined ? {} : { difference }),
    ...(problems.length === 0 ? {} : { problems }),
  }
}

const addList: CommandAdder = (orders, session, finish) => {
  const command = orders
    .command('list')
    .description('The open orders and how they were answered last.')
    .option('--all', 'those that are closed too')
    .option('--held', 'only those that are not clear')
  withExamples(withJson(withData(command)), 'orders list --held')
  command.action(async (options: CommonOptions & { all?: true; held?: true }) => {
    const found = await withOrders(options, session, async (book) => {
      return options.all === true ? book.all() : book.open()
    })
    const shown = found.filter(({ last }) => options.held !== true || isHeld(last?.answer))
    for (const order of shown) session.print(orderLine(order, options.json === true))
    if (options.json !== true) session.print(count(shown.length, 'order'))
    finish(DONE)
  })
}

function isHeld(answer: Determination | undefined): boolean {
  return answer === undefined || !['clear', 'clear-with-conditions'].includes(answer.verdict)
}

const addShow: CommandAdder = (orders, session, finish) => {
  const command = orders
    .command('show')
    .description('One order: how it was answered when, and what was different each time.')
    .argument('<ref>', 'number of the order')
  withExamples(withJson(withData(command)), 'orders show SO-1001', 'orders show SO-1001 --json')
  command.action(async (ref: string, options: CommonOptions) => {
    const history = await withOrders(options, session, async (book) => {
      return await book.historyOf(ref)
    })
    if (history.length === 0) throw new ProblemError(notOnFile(ref))
    for (const event of history) {
      if (options.json === true) session.print(JSON.stringify(event))
      else session.print(...eventLinesOf(session, event))
    }
    finish(DONE)
  })
}

function notOnFile(ref: string): Problem {
  return {
    code: 'order.not-on-file',
    detail: `No order ${JSON.stringify(ref)} is on file.`,
    remedy: '`navicert orders list --all` shows every one.',
  }
}

const addClose: CommandAdder = (orders, session, finish) => {
  const command: Command = orders
    .command('close')
    .description('Takes an order off the file; what is on record stays.')
    .argument('<ref>', 'number of the order')
    .requiredOption('--reason <text>', 'why: shipped, cancelled, refused …')
  withExamples(withData(command), 'orders close SO-1001 --reason shipped')
  command.action(async (ref: string, options: DataOption & { reason: string }) => {
    await withOrders(options, session, async (book) => {
      unwrap(await book.close(ref, options.reason, session.surroundings.today))
    })
    session.print(`${ref} is off the file.`)
    finish(DONE)
  })
}

const addErase: CommandAdder = (orders, session, finish) => {
  const command: Command = orders
    .command('erase')
    .description('Destroys the key of a closed order: nobody can read what it said any more.')
    .argument('<ref>', 'number of the order')
    .requiredOption('--reason <text>', 'why: whose request, which law')
  withExamples(withData(command), 'orders erase SO-1001 --reason "request of A. Example, GDPR 17"')
  command.action(async (ref: string, options: DataOption & { reason: string }) => {
    await withOrders(options, session, async (book) => {
      unwrap(await book.erase(ref, options.reason, session.surroundings.today))
    })
    session.print(`What ${ref} said cannot be read any more.`)
    finish(DONE)
  })
}
