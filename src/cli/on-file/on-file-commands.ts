import type { Command } from 'commander'
import { writeTable } from '../../catalogue/index.ts'
import { KIND_TABLES, openStated, Shelf } from '../../desk/index.ts'
import { type Problem, ProblemError, unwrap } from '../../kernel/index.ts'
import { isClearVerdict, type Kind, pluralOf } from '../../on-file/index.ts'
import type { Store } from '../../storage/index.ts'
import { count } from '../answer/page.ts'
import { DONE } from '../exit-code.ts'
import {
  type DataOption,
  type JsonOption,
  withData,
  withExamples,
  withJson,
  withLaw,
  withTables,
} from '../options.ts'
import { writeWholeFile } from '../output/whole-file.ts'
import type { CommandAdder, Session } from '../session.ts'
import { withStore } from '../with-store.ts'
import { eventLinesOf, rowLine } from './on-file-page.ts'
import { type AddOptions, readForFile } from './read-on-file.ts'

type CommonOptions = DataOption & JsonOption

/** How one kind is spoken of. */
export interface KindCommand {
  readonly kind: Kind
  readonly description: string
  /** What `add` takes in. */
  readonly input: string
  /** Numbers in examples: of a file, and of one. */
  readonly file: string
  readonly ref: string
  readonly next: string
}

/** `add`, `list`, `show`, `remove`, `erase` and `export` of one kind, the same for each. */
export function addKind(word: KindCommand, ...more: readonly CommandAdder[]): CommandAdder {
  return (program, session, finish) => {
    const name = pluralOf(word.kind)
    const command = program.command(name).description(word.description)
    for (const add of [
      addAdd(word),
      ...more,
      addList(word),
      addShow(word),
      addRemove(word),
      addErase(word),
      addExport(word),
    ])
      add(command, session, finish)
    withExamples(command, `${name} add ${word.file}`, `${name} list`, `${name} show ${word.ref}`)
  }
}

/** Opens the store for what is on file. @throws ProblemError */
export function withShelf<T>(
  kind: Kind,
  options: DataOption,
  session: Session,
  use: (shelf: Shelf, store: Store) => Promise<T>,
  orNew = false,
): Promise<T> {
  return withStore(
    options,
    session,
    (store) => use(new Shelf(store, kind, actorOf(session)), store),
    { orNew, sealing: true },
  )
}

export function actorOf({ surroundings }: Session): string {
  return `command:${surroundings.environment.USER ?? 'unknown'}`
}

const addAdd =
  ({ kind, input, file, next }: KindCommand): CommandAdder =>
  (parent, session, finish) => {
    const many = pluralOf(kind)
    const command = parent
      .command('add')
      .description(`Puts ${many} on file, and changes those that are there otherwise. All or none.`)
      .argument('<file>', input)
    if (kind === 'order') {
      command
        .option('--items <file>', 'of a table of shipments: the table of its items, if not on file')
        .option(
          '--parties <file>',
          'of a table of shipments: the table of its parties, if not on file',
        )
    }
    withTables(withJson(withLaw(withData(command))))
    withExamples(command, `${many} add ${file}`, `${many} add ${many}.jsonl`)
    command.action(async (name: string, options: CommonOptions & AddOptions) => {
      const { today } = session.surroundings
      const made = await withShelf(
        kind,
        options,
        session,
        async (shelf, store) => {
          const stated = await readForFile(store, kind, name, options, session)
          const { filed, changed } = unwrap(await shelf.file(stated, today))
          return { filed, changed, same: stated.size - filed - changed }
        },
        true,
      )
      if (options.json === true) session.print(JSON.stringify(made))
      else
        session.print(
          `${count(made.filed, kind, many)} put on file, ${made.changed} changed, ${made.same} as before. ${next}`,
        )
      finish(DONE)
    })
  }

const addList =
  ({ kind }: KindCommand): CommandAdder =>
  (parent, session, finish) => {
    const many = pluralOf(kind)
    const command = parent
      .command('list')
      .description(`The ${many} on file and how they were answered last.`)
      .option('--all', 'those that were taken off the file too')
    const isDeal = kind === 'order' || kind === 'ticket'
    if (isDeal) command.option('--held', 'only those that are not clear')
    withExamples(withJson(withData(command)), `${many} list${isDeal ? ' --held' : ''}`)
    command.action(async (options: CommonOptions & { all?: true; held?: true }) => {
      const rows = await withShelf(kind, options, session, (shelf) => shelf.rows())
      const shown = [...rows.values()].filter(
        ({ is_open, standing }) =>
          (is_open || options.all === true) &&
          (options.held !== true || standing === null || !isClearVerdict(standing)),
      )
      for (const row of shown) session.print(rowLine(row, options.json === true))
      if (options.json !== true) session.print(count(shown.length, kind, many))
      finish(DONE)
    })
  }

const addShow =
  ({ kind, ref: example }: KindCommand): CommandAdder =>
  (parent, session, finish) => {
    const many = pluralOf(kind)
    const command = parent
      .command('show')
      .description(
        `One ${kind}: how it was stated and answered when, and what was different each time.`,
      )
      .argument('<ref>', `number of the ${kind}`)
    withExamples(
      withJson(withData(command)),
      `${many} show ${example}`,
      `${many} show ${example} --json`,
    )
    command.action(async (ref: string, options: CommonOptions) => {
      const history = await withShelf(kind, options, session, (shelf) => shelf.historyOf(ref))
      if (history.length === 0) throw new ProblemError(notOnFile(kind, ref))
      for (const event of history) {
        if (options.json === true)
          session.print(JSON.stringify({ ...event, kind: `${kind}-${event.kind}` }))
        else session.print(...eventLinesOf(session, event))
      }
      finish(DONE)
    })
  }

function notOnFile(kind: Kind, ref: string): Problem {
  return {
    code: `${kind}.not-on-file`,
    detail: `No ${kind} ${JSON.stringify(ref)} is on file.`,
    remedy: `\`navicert ${pluralOf(kind)} list --all\` shows every one.`,
  }
}

const addRemove =
  ({ kind, ref: example }: KindCommand): CommandAdder =>
  (parent, session, finish) => {
    const command: Command = parent
      .command('remove')
      .alias('close')
      .description(`Takes one off the file; what is on record stays.`)
      .argument('<ref>', `number of the ${kind}`)
      .requiredOption('--reason <text>', 'why: shipped, cancelled, sold, not made any more …')
    withExamples(withData(command), `${pluralOf(kind)} remove ${example} --reason "…"`)
    command.action(async (ref: string, options: DataOption & { reason: string }) => {
      await withShelf(kind, options, session, async (shelf) => {
        unwrap(await shelf.close(ref, options.reason, session.surroundings.today))
      })
      session.print(`${ref} is off the file.`)
      finish(DONE)
    })
  }

const addErase =
  ({ kind, ref: example }: KindCommand): CommandAdder =>
  (parent, session, finish) => {
    const command: Command = parent
      .command('erase')
      .description(
        `Destroys the key of one that is off the file: nobody can read what it said any more.`,
      )
      .argument('<ref>', `number of the ${kind}`)
      .requiredOption('--reason <text>', 'why: whose request, which law')
    withExamples(
      withData(command),
      `${pluralOf(kind)} erase ${example} --reason "request of A. Example, GDPR 17"`,
    )
    command.action(async (ref: string, options: DataOption & { reason: string }) => {
      await withShelf(kind, options, session, async (shelf) => {
        unwrap(await shelf.erase(ref, options.reason, session.surroundings.today))
      })
      session.print(`What ${ref} said cannot be read any more.`)
      finish(DONE)
    })
  }

const addExport =
  ({ kind }: KindCommand): CommandAdder =>
  (parent, session, finish) => {
    const many = pluralOf(kind)
    const command = parent
      .command('export')
      .description(`Writes the ${many} on file, as \`${many} add\` reads them again.`)
      .option(
        '--out <file>',
        'where it goes: .xlsx, .csv, or JSON lines (default: standard output, as JSON lines)',
      )
    withExamples(withData(command), `${many} export --out ${many}.xlsx`)
    command.action(async ({ out, ...options }: DataOption & { readonly out?: string }) => {
      const all = await withShelf(kind, options, session, openStated)
      const [, format] = /\.(csv|xlsx)$/i.exec(out ?? '') ?? []
      const bytes =
        format === undefined
          ? Buffer.from(all.map((one) => `${JSON.stringify(one)}\n`).join(''), 'utf8')
          : await writeTable(KIND_TABLES[kind].rows(all), format.toLowerCase() as 'csv' | 'xlsx')
      if (out === undefined) session.surroundings.stdout.write(bytes)
      else await writeWholeFile(out, bytes, session.surroundings)
      finish(DONE)
    })
  }
