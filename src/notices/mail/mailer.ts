import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same each time this mail is sent, so that a mailbox can know it again. */
  readonly id: string
}

/** Hands mails over to a server that sends them. */
export interface Mailer {
  /** @throws where it was not taken */
  send(mail: Mail): Promise<void>
}

export interface MailerOptions {
  /** `smtp://user:password@host:587` or `smtps://…:465`. */
  readonly url: string
  readonly from: string
}

const WITHIN = 10_000

/** @throws where the URL is none of a mail server */
export function smtpMailer({ url, from }: MailerOptions): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: WITHIN,
    greetingTimeout: WITHIN,
    socketTimeout: WITHIN,
    // A mail holds what it says, never a file or a page that its text names.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, id }) {
      const domain = from.slice(from.lastIndexOf('@') + 1)
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        // RFC 3834: no out-of-office note answers it.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}
