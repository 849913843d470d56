import { ProblemError } from '../kernel/index.ts'
import type { Mailer } from '../notices/index.ts'
import type { Surroundings } from './surroundings.ts'

/** The mail server of `SMTP_URL`, if one is named; `MAIL_FROM` is the sender. @throws ProblemError */
export async function mailServerOf({
  SMTP_URL: url = '',
  MAIL_FROM: given = '',
}: Surroundings['environment']): Promise<Mailer | undefined> {
  if (url === '') return undefined
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !['smtp:', 'smtps:'].includes(parsed.protocol))
    throw new ProblemError(noUrl())
  const user = decodeURIComponent(parsed.username)
  const from = given !== '' ? given : user.includes('@') ? user : `navicert@${parsed.hostname}`
  const { smtpMailer } = await import('../notices/index.ts')
  return smtpMailer({ url, from })
}

/** The URL holds a password: it is not repeated. */
function noUrl() {
  return {
    code: 'mail.url',
    detail: 'SMTP_URL is not the URL of a mail server.',
    remedy: 'Write it as smtp://user:password@mail.example.com:587, or smtps://…:465.',
  }
}
