import { createHmac, randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '../../kernel/index.ts'

/** Signing as Standard Webhooks 1.0.0 says (standardwebhooks.com), with a secret of both sides. */
const PREFIX = 'whsec_'
/** Bytes of a secret that the specification allows; its own recommendation is 24. */
const LEAST = 24
const MOST = 64
const MADE = 32

export function makeSecret(): string {
  return `${PREFIX}${randomBytes(MADE).toString('base64')}`
}

/** A secret that somebody brings along. */
export function readSecret(text: string): Result<string> {
  const encoded = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : ''
  const bytes = Buffer.from(encoded, 'base64')
  const isWhole = bytes.toString('base64').replace(/=+$/, '') === encoded.replace(/=+$/, '')
  if (isWhole && bytes.length >= LEAST && bytes.length <= MOST) return ok(text)
  return fail({
    code: 'webhook.secret',
    detail: `A secret is ${PREFIX} and ${LEAST} to ${MOST} bytes in base64; this is not.`,
    remedy: 'Leave it away: one is made and shown once.',
  })
}

export interface Message {
  /** The same each time it is sent, so that a receiver knows it again. */
  readonly id: string
  /** When this try is made, in seconds. */
  readonly timestamp: number
  readonly body: string
}

/** The three headers that let the receiver see who sent it, and that nothing was changed. */
export function signedHeaders(secret: string, message: Message): Readonly<Record<string, string>> {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': signatureOf(secret, message),
  }
}

export function signatureOf(secret: string, { id, timestamp, body }: Message): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
