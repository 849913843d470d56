import { readItems } from '../../catalogue/index.ts'
import type { Item } from '../../classification/index.ts'
import {
  type Engine,
  engineVersion,
  openCharters,
  openStated,
  readClassificationRequests,
  Shelf,
  transactionsOf,
} from '../../desk/index.ts'
import type { Transaction } from '../../determination/index.ts'
import { type LegalDate, ProblemError, parseShape, unwrap } from '../../kernel/index.ts'
import {
  impactOf,
  lawWith,
  leadTimes,
  type ProposalContent,
  proposalContent,
} from '../../regime/index.ts'
import { openEngine } from '../engine.ts'
import { DONE } from '../exit-code.ts'
import { inFile } from '../input/placed.ts'
import { type Entry, openEntries } from '../input/read-entries.ts'
import { readInputDocument } from '../input/read-input.ts'
import {
  type DataOption,
  day,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { withStore } from '../with-store.ts'
import { impactPage } from './impact-page.ts'

interface ImpactOptions extends LawOption, JsonOption, DataOption {
  readonly items?: string
  readonly transactions?: string
  readonly onFile?: true
  readonly asOf?: LegalDate
}

export const addImpact: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('impact')
    .description(
      'Before the vote: the redline of a proposal, and which items and transactions it would answer otherwise.',
    )
    .argument('<proposal>', 'a proposal with old and new entries, as YAML or JSON')
    .option('--items <file>', 'catalogue: JSON lines, or a table of items (CSV, .xlsx)')
    .option('--transactions <file>', 'transactions as JSON lines')
    .option('--on-file', 'items and orders on file in the store')
    .option(
      '--as-of <day>',
      'the law of this day, with and without the change (default: today)',
      day,
    )
  withExamples(
    withJson(withData(withLaw(command))),
    'regime impact examples/regime/proposal-3a501.yaml --items examples/regime/catalogue.jsonl --transactions examples/regime/transactions.jsonl',
    'regime impact proposal.yaml --on-file',
  )
  command.action(async (file: string, options: ImpactOptions) => {
    const { surroundings } = session
    const engine = openEngine(options, surroundings)
    const content = await readProposal(file, session)
    const asOf = options.asOf ?? surroundings.today
    // What does not hold as law is told before a long file is read.
    unwrap(lawWith(engine.rulebook, content, asOf))
    const asked = await askedOf(options, engine, session)
    const { rulebook } = engine
    const impact = unwrap(
      impactOf({ ...asked, rulebook, content, asOf, engineVersion: engineVersion() }),
    )
    const charters = openCharters(lawFolderOf(options, surroundings), rulebook)
    const times = leadTimes(charters, content.technology)
    if (options.json === true)
      session.print(
        JSON.stringify({ proposal: content.proposal, ...impact, leadTimes: times }, null, 2),
      )
    else {
      const page = { width: surroundings.columns, paint: session.paint }
      session.print(...impactPage(page, content, impact, times))
    }
    finish(DONE)
  })
}

async function readProposal(file: string, session: Session): Promise<ProposalContent> {
  return await inFile(file, async (open) => {
    const document = await readInputDocument(file, session.surroundings)
    open(document)
    return unwrap(parseShape(proposalContent, document.value, document))
  })
}

interface Asked {
  readonly items: readonly Item[]
  readonly transactions: readonly Transaction[]
}

async function askedOf(options: ImpactOptions, engine: Engine, session: Session): Promise<Asked> {
  const { items, transactions } = options
  const itemOf = (value: unknown): readonly Item[] =>
    unwrap(readClassificationRequests(value)).map(({ item, id }) =>
      id === null || item.id !== undefined ? item : { ...item, id },
    )
  const transactionOf = (value: unknown): Transaction => unwrap(engine.parseTransaction(value))
  const filed =
    options.onFile === true ? await onFile(options, session) : { items: [], transactions: [] }
  return {
    items: [
      ...(items === undefined ? [] : await readAll(items, session, itemOf)).flat(),
      ...filed.items.flatMap(itemOf),
    ],
    transactions: [
      ...(transactions === undefined ? [] : await readAll(transactions, session, transactionOf)),
      ...filed.transactions.map(transactionOf),
    ],
  }
}

/** What a person has on file, opened for this question and kept nowhere. */
async function onFile(
  options: ImpactOptions,
  session: Session,
): Promise<{ readonly items: readonly object[]; readonly transactions: readonly object[] }> {
  return await withStore(
    options,
    session,
    async (store) => {
      const orders = new Shelf(store, 'order', 'impact')
      const open = [...(await orders.rows()).values()].filter(({ is_open }) => is_open)
      return {
        items: await openStated(new Shelf(store, 'item', 'impact')),
        transactions: await transactionsOf(store, await orders.stated(open)),
      }
    },
    { sealing: true },
  )
}

async function readAll<T>(
  file: string,
  { surroundings }: Session,
  make: (value: unknown) => T,
): Promise<readonly T[]> {
  const { pieces } = await openEntries(file, readItems, undefined, surroundings)
  const found: T[] = []
  for await (const entries of pieces)
    for (const entry of entries) found.push(readAt(entry, file, make))
  return found
}

function readAt<T>(entry: Entry, file: string, make: (value: unknown) => T): T {
  try {
    return make(entry.read())
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new ProblemError(
      ...error.problems.map((one) => ({ ...one, where: { line: entry.line, ...one.where, file } })),
    )
  }
}
