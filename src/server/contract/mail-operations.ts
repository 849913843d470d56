import { z } from 'zod'
import { MAIL_LANGUAGES } from '../../notices/index.ts'
import { operation } from './operation.ts'

const params = z.strictObject({
  id: z.string().regex(/^[0-9a-f-]{36}$/, { error: 'This is not the id of a subscription' }),
})
const mail = z.strictObject({
  id: z.string(),
  address: z.string(),
  language: z.enum(MAIL_LANGUAGES),
  made: z.string(),
})

export const addMail = operation({
  id: 'addMail',
  method: 'POST',
  path: '/api/v1/mails',
  tag: 'mails',
  summary: 'Has somebody told by mail of changes to what is on file.',
  description:
    'Plain text: how many are now held and released, because of what, and which. At most one mail an hour; what happens in between is told together. It is tried again for about a day. Needs a mail server (`SMTP_URL`).',
  body: z.strictObject({ address: z.string().max(254), language: z.enum(MAIL_LANGUAGES) }),
  answer: mail,
  answerStatus: 201,
  examples: [
    {
      name: 'officer',
      summary: 'An export control officer, in German',
      body: { address: 'export@example.com', language: 'de' },
    },
  ],
})

export const mailList = operation({
  id: 'mailList',
  method: 'GET',
  path: '/api/v1/mails',
  tag: 'mails',
  summary: 'Who of the own organisation is told by mail.',
  answer: z.strictObject({ mails: z.array(mail) }),
  examples: [{ name: 'all', summary: 'Who there is' }],
})

export const removeMail = operation({
  id: 'removeMail',
  method: 'DELETE',
  path: '/api/v1/mails/:id',
  tag: 'mails',
  summary: 'Ends it; the key that the address is sealed under is destroyed.',
  params,
  answer: z.strictObject({ removed: z.literal(true) }),
  examples: [],
})

export const testMail = operation({
  id: 'testMail',
  method: 'POST',
  path: '/api/v1/mails/:id/test',
  tag: 'mails',
  summary: 'Sends a mail now that says it is a test. 502 where the mail server does not take it.',
  params,
  answer: z.strictObject({ sent: z.literal(true) }),
  examples: [],
})
