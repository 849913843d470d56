// Who is told what happened: other programs by webhooks, people by mail.

export { type Change, countsOf } from './change.ts'
export { announceAll, Courier } from './courier.ts'
export { type Mailer, type MailerOptions, smtpMailer } from './mail/mailer.ts'
export { MAIL_QUEUE, Mails } from './mail/mails.ts'
export type { MailSubscription } from './mail/subscription.ts'
export { MAIL_LANGUAGES, type MailLanguage } from './mail/words.ts'
export { NOTICE_TYPES, type Notice, type NoticeType } from './notice.ts'
export type { Delivery } from './webhooks/delivery.ts'
export type { Webhook } from './webhooks/webhook.ts'
export { type NewWebhook, WEBHOOK_QUEUE, WEBHOOK_VIEWS, Webhooks } from './webhooks/webhooks.ts'
