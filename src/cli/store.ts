import { resolve } from 'node:path'
import { type Digest, ProblemError } from '../kernel/index.ts'
import type { Backup, NotedRecord, Store } from '../storage/index.ts'
import { count } from './answer/page.ts'
import { DONE, NOT_CLEAR } from './exit-code.ts'
import { type DataOption, type JsonOption, withData, withExamples, withJson } from './options.ts'
import { printProblems } from './output/print-problems.ts'
import { startProgress } from './progress.ts'
import type { CommandAdder } from './session.ts'
import { withStore } from './with-store.ts'

type CommonOptions = DataOption & JsonOption

/** What is kept: to look at, to check, to carry away and to bring back. */
export const addStore: CommandAdder = (program, session, finish) => {
  const store = program
    .command('store')
    .description(
      'What is kept on file: status, check of the whole record, backup and restore. It is in the folder store/ of the data folder, or where $DATABASE_URL says.',
    )
  for (const add of [addStatus, addVerify, addBackup, addRestore]) add(store, session, finish)
  withExamples(store, 'store status', 'store verify', 'store backup navicert-2026-06-01.backup')
}

const addStatus: CommandAdder = (store, session, finish) => {
  const command = store.command('status').description('Where the store is and what it holds.')
  withExamples(withJson(withData(command)), 'store status').action(
    async (options: CommonOptions) => {
      const status = await withStore(options, session, (opened) => opened.status())
      if (options.json) session.print(JSON.stringify(status))
      else
        session.print(
          `${status.kind} at ${status.place}, schema ${status.schema}`,
          `${count(status.events, 'event')}`,
        )
      finish(DONE)
    },
  )
}

const addVerify: CommandAdder = (store, session, finish) => {
  const command = store
    .command('verify')
    .description('Walks the whole record: nothing was changed, is missing, or stands elsewhere.')
    .option('--noted <events:digest>', 'what an earlier check printed: nothing was cut off since')
  withExamples(withJson(withData(command)), 'store verify --noted 120:sha256:…').action(
    async (options: CommonOptions & { readonly noted?: string }) => {
      const noted = options.noted === undefined ? undefined : notedOf(options.noted)
      const progress = startProgress('events', session.surroundings)
      const found = await withStore(options, session, (opened) => {
        let told = 0
        return opened.verify(noted, (events) => {
          progress.advance(events - told)
          told = events
        })
      })
      progress.end()
      const { events, streams, digest, problems } = found
      if (options.json) session.print(JSON.stringify(found))
      else if (problems.length === 0)
        session.print(
          `${count(events, 'event')} in ${count(streams, 'stream')}: the record is whole.`,
          `Note elsewhere: ${events}:${digest}`,
        )
      else session.surroundings.stderr.write(printProblems(problems))
      finish(problems.length === 0 ? DONE : NOT_CLEAR)
    },
  )
}

const addBackup: CommandAdder = (store, session, finish) => {
  const command = store
    .command('backup')
    .argument('<file>')
    .description('Writes all that cannot be computed again into one file; the server may run on.')
  withExamples(withJson(withData(command)), 'store backup navicert-2026-06-01.backup').action(
    async (name: string, options: CommonOptions) => {
      const file = resolve(session.surroundings.workingDirectory, name)
      const backup = await withStore(options, session, (opened) => opened.backup(file))
      if (options.json) session.print(JSON.stringify(backup))
      else session.print(`${count(backup.rows, 'row')} written to ${file}`, backup.digest)
      finish(DONE)
    },
  )
}

const addRestore: CommandAdder = (store, session, finish) => {
  const command = store
    .command('restore')
    .argument('<file>')
    .description('Fills an empty store from a backup, of either database; all of it or nothing.')
  withExamples(
    withJson(withData(command)),
    'store restore navicert-2026-06-01.backup --data new-folder',
  ).action(async (name: string, options: CommonOptions) => {
    const file = resolve(session.surroundings.workingDirectory, name)
    const restore = async (opened: Store): Promise<Backup> => {
      const backup = await opened.restore(file)
      const { problems } = await opened.verify()
      if (problems.length > 0) throw new ProblemError(...problems)
      return backup
    }
    const restored = await withStore(options, session, restore, { orNew: true })
    if (options.json) session.print(JSON.stringify(restored))
    else session.print(`${count(restored.rows, 'row')} restored from ${file}`, restored.digest)
    finish(DONE)
  })
}

function notedOf(text: string): NotedRecord {
  const [, events, digest] = /^(\d+):(sha256:[0-9a-f]{64})$/.exec(text) ?? []
  if (events !== undefined && digest !== undefined)
    return { events: Number(events), digest: digest as Digest }
  throw new ProblemError({
    code: 'store.noted',
    detail: 'This is not what a check of the store prints.',
    remedy: 'Write it as 120:sha256:… , in full.',
  })
}
