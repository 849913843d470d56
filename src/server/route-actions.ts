/**
 * What every route does, in one table: who may call it hangs on this and on nothing else. A server
 * with a route that is not in it, or a line without its route, does not start.
 */

/** `public`: no key is asked; `token`: denied to whoever has not shown one with the scope. */
export type Access =
  | { readonly access: 'public' }
  | { readonly access: 'token'; readonly scope: Scope }

/** What a token may be limited to. `admin` holds all of them. */
export const SCOPES = [
  'admin',
  'check',
  'classify',
  'screen',
  'lists',
  'certify',
  'webhooks',
  'metrics',
] as const
export type Scope = (typeof SCOPES)[number]

export const ACTIONS = {
  'service.observe': { access: 'public' },
  'law.read': { access: 'public' },
  'example.read': { access: 'public' },
  'metrics.read': { access: 'token', scope: 'metrics' },
  'transaction.check': { access: 'token', scope: 'check' },
  'item.classify': { access: 'token', scope: 'classify' },
  'party.screen': { access: 'token', scope: 'screen' },
  'list.read': { access: 'token', scope: 'lists' },
  'certificate.issue': { access: 'token', scope: 'certify' },
  'certificate.verify': { access: 'token', scope: 'check' },
  'webhook.manage': { access: 'token', scope: 'webhooks' },
} as const satisfies Readonly<Record<string, Access>>
export type Action = keyof typeof ACTIONS

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
  'POST /api/v1/check/batch': 'transaction.check',
  'GET /api/v1/check/batch/:id': 'transaction.check',
  'GET /api/v1/check/batch/:id/events': 'transaction.check',
  'GET /api/v1/check/batch/:id/result': 'transaction.check',
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
  'POST /api/v1/webhooks': 'webhook.manage',
  'GET /api/v1/webhooks': 'webhook.manage',
  'DELETE /api/v1/webhooks/:id': 'webhook.manage',
  'POST /api/v1/webhooks/:id/test': 'webhook.manage',
  'GET /api/v1/webhooks/:id/deliveries': 'webhook.manage',
  'POST /api/v1/webhooks/:id/deliveries/:delivery/redeliver': 'webhook.manage',
}

export function actionOf(method: string, path: string): Action | undefined {
  // A HEAD is a GET whose answer stays behind.
  const key = `${method === 'HEAD' ? 'GET' : method} ${path}`
  return Object.hasOwn(ROUTE_ACTIONS, key) ? ROUTE_ACTIONS[key] : undefined
}
