import { ACTIONS, type Action } from '../people/index.ts'

/**
 * What every route does, in one table: who may call it hangs on the action, by the table of
 * `src/people/actions.ts`, and on nothing else. A server with a route that is not in it, or a line without
 * its route, does not start.
 */
export const ROUTE_ACTIONS: Readonly<Record<string, Action>> = {
  'GET /health/live': 'service.observe',
  'GET /health/ready': 'service.observe',
  'GET /metrics': 'metrics.read',
  'GET /api/v1/openapi.json': 'service.observe',
  'GET /api/v1/examples': 'example.read',
  'GET /api/v1/examples/:name': 'example.read',
  'GET /api/v1/law': 'law.read',
  'GET /api/v1/law/jurisdictions': 'law.read',
  'GET /api/v1/law/entries': 'law.read',
  'GET /api/v1/law/entries/:jurisdiction/:code': 'law.read',
  'GET /api/v1/law/changes': 'law.read',
  'POST /api/v1/check': 'transaction.check',
  'POST /api/v1/check/batch': 'batch.send',
  'GET /api/v1/check/batch/:id': 'batch.read',
  'GET /api/v1/check/batch/:id/events': 'batch.read',
  'GET /api/v1/check/batch/:id/result': 'batch.read',
  'POST /api/v1/classify': 'item.classify',
  'POST /api/v1/screen': 'party.screen',
  'POST /api/v1/match/:dataset': 'party.screen',
  'GET /api/v1/search/:dataset': 'party.screen',
  'GET /api/v1/reconcile/:dataset': 'party.screen',
  'POST /api/v1/reconcile/:dataset': 'party.screen',
  'GET /api/v1/lists': 'list.read',
  'GET /api/v1/lists/:source/delta': 'list.read',
  'POST /api/v1/certificates': 'certificate.issue',
  'POST /api/v1/verify': 'certificate.verify',
  'POST /api/v1/session': 'account.enter',
  'POST /api/v1/links/redeem': 'account.enter',
  'GET /api/v1/session': 'account.own',
  'DELETE /api/v1/session': 'account.own',
  'PUT /api/v1/session/password': 'account.own',
  'GET /api/v1/sessions': 'account.own',
  'DELETE /api/v1/sessions': 'account.own',
  'DELETE /api/v1/sessions/:session': 'account.own',
  'GET /api/v1/session/provider': 'account.enter',
  'GET /api/v1/session/provider/callback': 'account.enter',
  'POST /api/v1/session/passkey/options': 'account.enter',
  'POST /api/v1/session/passkey': 'account.enter',
  'GET /api/v1/passkeys': 'account.own',
  'POST /api/v1/passkeys/options': 'account.own',
  'POST /api/v1/passkeys': 'account.own',
  'DELETE /api/v1/passkeys/:passkey': 'account.own',
  'GET /api/v1/people': 'person.read',
  'POST /api/v1/people': 'person.manage',
  'PUT /api/v1/people/:person/roles': 'person.manage',
  'POST /api/v1/people/:person/suspend': 'person.manage',
  'POST /api/v1/people/:person/restore': 'person.manage',
  'POST /api/v1/people/:person/reset': 'person.manage',
  'POST /api/v1/people/:person/erase': 'person.manage',
  'GET /api/v1/tokens': 'token.read',
  'POST /api/v1/tokens': 'token.manage',
  'DELETE /api/v1/tokens/:token': 'token.manage',
  'GET /api/v1/audit': 'audit.read',
  'GET /api/v1/audit.csv': 'audit.read',
  'POST /api/v1/documents/determination': 'document.make',
  'POST /api/v1/documents/screening': 'document.make',
  'POST /api/v1/mails': 'notification.manage',
  'GET /api/v1/mails': 'notification.read',
  'DELETE /api/v1/mails/:id': 'notification.manage',
  'POST /api/v1/mails/:id/test': 'notification.manage',
  'POST /api/v1/webhooks': 'notification.manage',
  'GET /api/v1/webhooks': 'notification.read',
  'DELETE /api/v1/webhooks/:id': 'notification.manage',
  'POST /api/v1/webhooks/:id/test': 'notification.manage',
  'GET /api/v1/webhooks/:id/deliveries': 'notification.read',
  'POST /api/v1/webhooks/:id/deliveries/:delivery/redeliver': 'notification.manage',
}

export function actionOf(method: string, path: string): Action | undefined {
  // A HEAD is a GET whose answer stays behind.
  const key = `${method === 'HEAD' ? 'GET' : method} ${path}`
  return Object.hasOwn(ROUTE_ACTIONS, key) ? ROUTE_ACTIONS[key] : undefined
}

/** Whether it is answered to anybody. */
export function isPublic(method: string, path: string): boolean {
  const action = actionOf(method, path)
  return action !== undefined && ACTIONS.get(action)?.access === 'public'
}
