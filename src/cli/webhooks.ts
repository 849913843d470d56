import { InvalidArgumentError } from 'commander'
import { ProblemError, unwrap } from '../kernel/index.ts'
import {
  type Delivery,
  NOTICE_TYPES,
  type NoticeType,
  WEBHOOK_QUEUE,
  WEBHOOK_VIEWS,
  type Webhook,
  Webhooks,
} from '../notices/index.ts'
import { count } from './answer/page.ts'
import { DONE, FAILED } from './exit-code.ts'
import { type DataOption, type JsonOption, withData, withExamples, withJson } from './options.ts'
import type { CommandAdder, Session } from './session.ts'
import { withStore } from './with-store.ts'

interface CommonOptions extends DataOption, JsonOption {
  readonly ownNetwork?: true
}

/** Who is told of what happens: subscriptions and what was sent to them. */
export const addWebhooks: CommandAdder = (program, session, finish) => {
  const webhooks = program
    .command('webhooks')
    .description(
      'Other programs that are told of what happens, by signed messages (Standard Webhooks 1.0.0). `navicert serve` sends them.',
    )
  for (const add of [addAdd, addList, addRemove, addTest, addDeliveries])
    add(webhooks, session, finish)
  withExamples(
    webhooks,
    'webhooks add https://erp.example.com/hooks/navicert --events batch.finished',
    'webhooks test ID',
    'webhooks deliveries ID --state given-up',
  )
}

const addAdd: CommandAdder = (webhooks, session, finish) => {
  const command = webhooks
    .command('add')
    .description('Subscribes a URL, and shows the secret that messages are signed with, once.')
    .argument('<url>', 'where to, by https')
    .option('--events <list>', `of what: ${NOTICE_TYPES.join(', ')}`, types, [...NOTICE_TYPES])
    .option('--own-network', 'allow plain HTTP and addresses of the own network')
  withExamples(withJson(withData(command)), 'webhooks add https://erp.example.com/hooks/navicert')
  command.action(
    async (url: string, options: CommonOptions & { readonly events: readonly NoticeType[] }) => {
      const made = await withWebhooks(
        options,
        session,
        async (all) =>
          unwrap(await all.add({ url, types: options.events }, { id: actorOf(session) })),
        true,
      )
      const { webhook, secret } = made
      if (options.json) session.print(JSON.stringify({ webhook: shown(webhook), secret }))
      else
        session.print(
          lineOf(webhook),
          'The secret of its signatures, shown only now:',
          `  ${secret}`,
        )
      finish(DONE)
    },
  )
}

const addList: CommandAdder = (webhooks, session, finish) => {
  const command = webhooks.command('list').description('The subscriptions.')
  withExamples(withJson(withData(command)), 'webhooks list --json').action(
    async (options: CommonOptions) => {
      const all = await withWebhooks(options, session, (found) => found.all())
      if (options.json) session.print(JSON.stringify(all.map(shown)))
      else session.print(...all.map(lineOf), count(all.length, 'webhook'))
      finish(DONE)
    },
  )
}

const addRemove: CommandAdder = (webhooks, session, finish) => {
  const command = webhooks
    .command('remove')
    .description('Ends a subscription; its secret is destroyed.')
    .argument('<id>')
  withExamples(withData(command), 'webhooks remove ID').action(
    async (id: string, options: CommonOptions) => {
      await withWebhooks(options, session, async (all) =>
        unwrap(await all.remove(id, actorOf(session))),
      )
      session.print('It is sent nothing any more.')
      finish(DONE)
    },
  )
}

const addTest: CommandAdder = (webhooks, session, finish) => {
  const command = webhooks
    .command('test')
    .description('Sends a ping now, and says whether it arrived.')
    .argument('<id>')
    .option('--own-network', 'allow plain HTTP and addresses of the own network')
  withExamples(withJson(withData(command)), 'webhooks test ID').action(
    async (id: string, options: CommonOptions) => {
      const delivery = await withWebhooks(options, session, async (all) => {
        const webhook = await all.find(id)
        if (webhook === undefined) throw new ProblemError(unknown(id))
        const { id: message } = await all.ping(webhook)
        // The server need not run: this is the try. One that fails is left to the server.
        await all.attempt({ data: { id: message }, retried: 0 }).catch(() => undefined)
        return (await all.deliveries(id, { limit: 1 }))[0]
      })
      if (delivery === undefined) throw new Error('a ping that was sent is on file')
      if (options.json) session.print(JSON.stringify(delivery))
      else session.print(deliveryLine(delivery))
      finish(delivery.state === 'delivered' ? DONE : FAILED)
    },
  )
}

interface DeliveriesOptions extends CommonOptions {
  readonly state?: Delivery['state']
}

const addDeliveries: CommandAdder = (webhooks, session, finish) => {
  const command = webhooks
    .command('deliveries')
    .description('What was sent and what became of it, the newest first.')
    .argument('<id>')
    .option('--state <state>', 'due, delivered or given-up only', stateOf)
  withExamples(withJson(withData(command)), 'webhooks deliveries ID --state given-up').action(
    async (id: string, options: DeliveriesOptions) => {
      const { state } = options
      const found = await withWebhooks(options, session, (all) =>
        all.deliveries(id, { limit: 100, ...(state === undefined ? {} : { state }) }),
      )
      if (options.json) session.print(...found.map((one) => JSON.stringify(one)))
      else session.print(...found.map(deliveryLine), count(found.length, 'message'))
      finish(DONE)
    },
  )
}

function withWebhooks<T>(
  options: CommonOptions,
  session: Session,
  use: (webhooks: Webhooks) => Promise<T>,
  orNew = false,
): Promise<T> {
  const ownNetwork = options.ownNetwork === true
  return withStore(
    options,
    session,
    (store) => use(new Webhooks({ store, now: () => new Date(), ownNetwork })),
    { orNew, sealing: true, parts: { queues: [WEBHOOK_QUEUE], projections: WEBHOOK_VIEWS } },
  )
}

function actorOf({ surroundings }: Session): string {
  return `command:${surroundings.environment.USER ?? 'unknown'}`
}

function types(text: string): readonly NoticeType[] {
  return text.split(',').map((word) => {
    const known = NOTICE_TYPES.find((type) => type === word.trim())
    if (known !== undefined) return known
    throw new InvalidArgumentError(`Events, with commas between: ${NOTICE_TYPES.join(', ')}.`)
  })
}

const STATES = ['due', 'delivered', 'given-up'] as const
function stateOf(text: string): Delivery['state'] {
  const known = STATES.find((state) => state === text)
  if (known !== undefined) return known
  throw new InvalidArgumentError(`One of ${STATES.join(', ')}.`)
}

function shown({ id, url, types: events, made, owner, gone }: Webhook): object {
  return { id, url, events, made, owner, state: gone === true ? 'gone' : 'active' }
}

function lineOf({ id, url, types: events, gone }: Webhook): string {
  return `${id}  ${url}  ${events.join(', ')}${gone === true ? '  (the receiver wants no more)' : ''}`
}

function deliveryLine({ id, type, state, tries, made, last }: Delivery): string {
  const said = last === undefined ? '' : `: ${last.reason ?? `answered ${last.status}`}`
  return `${made}  ${id}  ${type}  ${state} after ${count(tries, 'try', 'tries')}${said}`
}

function unknown(id: string) {
  return {
    code: 'webhook.unknown',
    detail: `There is no webhook ${JSON.stringify(id)}.`,
    remedy: '`navicert webhooks list` shows them.',
  }
}
