import { providerCallback, providerSignIn } from '../contract/provider-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { PENDING_SECONDS } from '../identity/pending.ts'
import type { Begun, Claimed, Provider } from '../identity/provider.ts'
import { byProvider } from '../people/by-provider.ts'
import { enter, noteFailure, refused } from '../people/sign-in.ts'
import { type Call, type Route, route, Written } from '../route.ts'
import type { Services } from '../services.ts'

const PURPOSE = 'provider'

/** Signing in at a provider of identities. */
export function providerRoutes({ people: open, provider }: Services): readonly Route[] {
  return [
    route(providerSignIn, async (_, call) => {
      const people = await open()
      const { url, begun } = await beginAt(there(provider), call)
      const sealed = people.pending.seal(PURPOSE, begun, people.now())
      call.tell('set-cookie', call.site.cookie(sealed, cookieName(call), PENDING_SECONDS))
      call.tell('location', url)
      return new Written('')
    }),
    route(providerCallback, async ({ query }, call) => {
      const people = await open()
      const at = there(provider)
      const sealed = call.cookie(cookieName(call))
      const begun = people.pending.open(PURPOSE, sealed, people.now())
      const attempt = await people.throttle.begin(
        `provider ${begun?.state ?? call.address}`,
        call.address,
      )
      const claimed = begun && (await finishAt(at, query, begun as Begun, call))
      if (claimed === undefined) {
        await noteFailure(people, undefined, 'provider', call)
        throw refused()
      }
      const person = await byProvider(people, claimed, at.settings)
      await attempt.succeeded()
      await enter(people, person, 'provider', call)
      call.tell('location', '/')
      return new Written('')
    }),
  ]
}

async function beginAt(provider: Provider, call: Call) {
  try {
    return await provider.begin(callbackUrl(call).href)
  } catch (cause) {
    throw unreachable(cause)
  }
}

/** Whatever does not hold, the provider being away too, ends as not signed in. */
async function finishAt(
  provider: Provider,
  query: Readonly<Record<string, unknown>>,
  begun: Begun,
  call: Call,
): Promise<Claimed | undefined> {
  const current = callbackUrl(call)
  for (const [name, value] of Object.entries(query)) current.searchParams.set(name, String(value))
  return await provider.finish(current, begun).catch(() => undefined)
}

function callbackUrl({ site }: Call): URL {
  return new URL(providerCallback.path, site.url)
}

function cookieName({ site }: Call): string {
  return `${site.cookieName}-pending`
}

function there(provider: Provider | undefined): Provider {
  if (provider !== undefined) return provider
  throw new Refusal(404, {
    code: 'sign-in.no-provider',
    detail: 'No provider of identities is named here.',
    remedy: 'Describe it in server/provider.json of the data folder.',
  })
}

function unreachable(cause: unknown): Refusal {
  const detail = 'The provider of identities does not answer as one.'
  const refusal = new Refusal(
    503,
    { code: 'sign-in.provider-away', detail, remedy: 'Try again; or sign in here.' },
    { 'retry-after': '30' },
  )
  refusal.cause = cause
  return refusal
}
