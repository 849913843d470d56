import { Option } from 'commander'
import { ProblemError, unwrap } from '../kernel/index.ts'
import {
  MAIL_LANGUAGES,
  MAIL_QUEUE,
  type MailLanguage,
  type MailSubscription,
  Mails,
} from '../notices/index.ts'
import { count } from './answer/page.ts'
import { DONE } from './exit-code.ts'
import { mailServerOf } from './mail-server.ts'
import { type DataOption, type JsonOption, withData, withExamples, withJson } from './options.ts'
import type { CommandAdder, Session } from './session.ts'
import { withStore } from './with-store.ts'

type CommonOptions = DataOption & JsonOption

/** Who is told by mail of changes to what is on file. */
export const addMail: CommandAdder = (program, session, finish) => {
  const mail = program
    .command('mail')
    .description(
      'People who are told by mail of changes to what is on file, at most once an hour. `navicert serve` sends them, through the mail server of $SMTP_URL.',
    )
  for (const add of [addAdd, addList, addRemove, addTest]) add(mail, session, finish)
  withExamples(mail, 'mail add export@example.com --language de', 'mail test ID', 'mail list')
}

const addAdd: CommandAdder = (mail, session, finish) => {
  const command = mail
    .command('add')
    .description('Has somebody told; the address is sealed in the store.')
    .argument('<address>', 'as export@example.com')
    .addOption(
      new Option('--language <code>', 'of the mails').choices([...MAIL_LANGUAGES]).default('en'),
    )
  withExamples(withJson(withData(command)), 'mail add export@example.com --language de').action(
    async (address: string, options: CommonOptions & { readonly language: MailLanguage }) => {
      const added = await withMails(
        options,
        session,
        async (mails) =>
          unwrap(
            await mails.add({ address, language: options.language }, { id: actorOf(session) }),
          ),
        true,
      )
      if (options.json) session.print(JSON.stringify({ id: added.id, address }))
      else session.print(`${added.id}  ${address}`)
      finish(DONE)
    },
  )
}

const addList: CommandAdder = (mail, session, finish) => {
  const command = mail.command('list').description('Who is told.')
  withExamples(withJson(withData(command)), 'mail list').action(async (options: CommonOptions) => {
    const all = await withMails(options, session, async (mails) =>
      Promise.all((await mails.all()).map((one) => shown(mails, one))),
    )
    if (options.json) session.print(JSON.stringify(all))
    else
      session.print(
        ...all.map(({ id, address, language }) => `${id}  ${address}  ${language}`),
        count(all.length, 'address', 'addresses'),
      )
    finish(DONE)
  })
}

const addRemove: CommandAdder = (mail, session, finish) => {
  const command = mail
    .command('remove')
    .description('Ends it; nobody can read the address any more.')
    .argument('<id>')
  withExamples(withData(command), 'mail remove ID').action(
    async (id: string, options: CommonOptions) => {
      await withMails(options, session, async (mails) =>
        unwrap(await mails.remove(id, actorOf(session))),
      )
      session.print('Nobody is told there any more.')
      finish(DONE)
    },
  )
}

const addTest: CommandAdder = (mail, session, finish) => {
  const command = mail.command('test').description('Sends a mail that is a test.').argument('<id>')
  withExamples(withData(command), 'mail test ID').action(
    async (id: string, options: CommonOptions) => {
      await withMails(options, session, async (mails) => {
        const found = await mails.find(id)
        if (found === undefined) throw new ProblemError(unknown(id))
        await mails.test(found).catch((error: unknown) => {
          throw error instanceof ProblemError ? error : new ProblemError(notTaken(error))
        })
      })
      session.print('The mail server took it.')
      finish(DONE)
    },
  )
}

async function shown(mails: Mails, mail: MailSubscription) {
  const { id, language, made } = mail
  return { id, address: (await mails.addressOf(mail)) ?? '', language, made }
}

function withMails<T>(
  options: CommonOptions,
  session: Session,
  use: (mails: Mails) => Promise<T>,
  orNew = false,
): Promise<T> {
  return withStore(
    options,
    session,
    async (store) => {
      const mailer = await mailServerOf(session.surroundings.environment)
      const changesSince = async () => ({ changes: [], upTo: 0 })
      return await use(new Mails({ store, now: () => new Date(), mailer, changesSince }))
    },
    { orNew, sealing: true, parts: { queues: [MAIL_QUEUE] } },
  )
}

function actorOf({ surroundings }: Session): string {
  return `command:${surroundings.environment.USER ?? 'unknown'}`
}

function unknown(id: string) {
  return {
    code: 'mail.unknown',
    detail: `Nobody is told by mail under ${JSON.stringify(id)}.`,
    remedy: '`navicert mail list` shows who is.',
  }
}

function notTaken(error: unknown) {
  return {
    code: 'mail.not-taken',
    detail: `The mail server did not take it: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Look at SMTP_URL and MAIL_FROM.',
  }
}
