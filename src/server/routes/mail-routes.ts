import { unwrap } from '../../kernel/index.ts'
import type { MailSubscription, Mails } from '../../notices/index.ts'
import { addMail, mailList, removeMail, testMail } from '../contract/mail-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { type Call, type Route, route } from '../route.ts'
import type { Services } from '../services.ts'
import { callerOf, isWithin } from './belonging.ts'

export function mailRoutes({ notifier }: Services): readonly Route[] {
  return [
    route(addMail, async ({ body }, call) => {
      const mails = await notifier.mails()
      return await shown(mails, unwrap(await mails.add(body, callerOf(call))))
    }),
    route(mailList, async (_, call) => {
      const mails = await notifier.mails()
      const own = (await mails.all()).filter((one) => isWithin(call, one))
      return { mails: await Promise.all(own.map((one) => shown(mails, one))) }
    }),
    route(removeMail, async ({ params }, call) => {
      const { mails, mail } = await own(params.id, call)
      unwrap(await mails.remove(mail.id, callerOf(call).id))
      return { removed: true }
    }),
    route(testMail, async ({ params }, call) => {
      const { mails, mail } = await own(params.id, call)
      await mails.test(mail).catch((error: unknown) => {
        throw notTaken(error)
      })
      return { sent: true }
    }),
  ]

  /** Of others it is not even said that they are there. @throws Refusal */
  async function own(id: string, call: Call): Promise<{ mails: Mails; mail: MailSubscription }> {
    const mails = await notifier.mails()
    const mail = await mails.find(id)
    if (mail !== undefined && isWithin(call, mail)) return { mails, mail }
    throw new Refusal(404, {
      code: 'mail.unknown',
      detail: 'Nobody of yours is told by mail under this id.',
    })
  }
}

async function shown(mails: Mails, mail: MailSubscription): Promise<object> {
  const { id, language, made } = mail
  return { id, address: (await mails.addressOf(mail)) ?? '', language, made }
}

function notTaken(error: unknown): Refusal {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number }
  return new Refusal(502, {
    code: 'mail.not-taken',
    detail: `The mail server did not take it (${responseCode ?? code ?? 'no reason given'}).`,
    remedy: 'Look at SMTP_URL and MAIL_FROM, and at the log of the mail server.',
  })
}
