import type { Problem } from '../../kernel/index.ts'

/**
 * Which status a problem of the rooms below is answered with. What is not named here is something
 * about the content: 422.
 */
const STATUS: Readonly<Record<string, number>> = {
  'input.not-json': 400,
  'input.not-yaml': 400,
  'input.not-text': 400,
  'input.too-deep': 400,
  'input.empty': 400,
  'input.too-large': 413,
  'table.too-large': 413,
  'table.not-as-declared': 415,
  'table.unknown-charset': 415,
  'list.no-snapshot': 404,
  'list.unknown-source': 404,
  'law.no-entry': 404,
  'exchange.entry-out-of-sequence': 409,
  'exchange.entry-not-chained': 409,
  'exchange.entry-twice': 409,
  'exchange.entry-too-large': 413,
  'exchange.not-delegated': 409,
  'exchange.not-entitled': 403,
  'exchange.own-log-comes': 409,
  'exchange.rolled-back': 409,
  'exchange.settled-otherwise': 409,
  'exchange.node-busy': 503,
  'lists.damaged': 500,
  'people.unknown': 404,
  'people.no-token': 404,
  'people.no-passkey': 404,
  'people.no-invitation': 404,
  'people.member': 409,
  'people.not-entitled': 403,
  'people.wider-token': 403,
  'people.oneself': 403,
  'people.taken': 409,
  'store.conflict': 409,
  'store.unavailable': 503,
  'store.full': 507,
}

export function statusOf(problems: readonly Problem[]): number {
  const code = problems[0]?.code ?? ''
  return Object.hasOwn(STATUS, code) ? (STATUS[code] ?? 422) : 422
}
