import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'
import { ProblemError, parseShape, readJson, unwrap } from '../../kernel/index.ts'
import { ROLES, type Role } from '../../people/index.ts'
import { OnDemand } from '../../storage/index.ts'

const FILE = z.strictObject({
  issuer: z.url(),
  clientId: z.string(),
  clientSecret: z.string().exactOptional(),
  scope: z.string().default('openid profile'),
  organisation: z.string().default('main'),
  /** The claim that says what somebody is there, and which roles that is here. */
  rolesClaim: z.string().default('groups'),
  roles: z.record(z.string(), z.array(z.enum(ROLES))),
})
export type ProviderSettings = z.output<typeof FILE>

/** What is kept of a sign-in that was begun. */
export interface Begun {
  readonly [key: string]: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who somebody is, as the provider says. */
export interface Claimed {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** `server/provider.json` of the data folder, where there is one. @throws ProblemError */
export function readProvider(dataFolder: string): ProviderSettings | undefined {
  const file = join(dataFolder, 'server', 'provider.json')
  if (!existsSync(file)) return undefined
  if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32') {
    throw new ProblemError({
      code: 'provider.too-open',
      detail: 'Others may read or change who says who people are.',
      where: { file },
      remedy: 'chmod 600 it.',
    })
  }
  return unwrap(parseShape(FILE, unwrap(readJson(readFileSync(file, 'utf8')))))
}

/**
 * A provider of identities by OpenID Connect: code flow with PKCE, state and nonce. Issuer, audience, times and
 * signature of what it says are held by openid-client.
 */
export class Provider {
  readonly settings: ProviderSettings
  readonly #discovered = new OnDemand(() => this.#discover())

  constructor(settings: ProviderSettings) {
    this.settings = settings
  }

  /** Where to send the browser, and what it is to bring back. */
  async begin(redirectUri: string): Promise<{ readonly url: string; readonly begun: Begun }> {
    const begun = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
    }
    const url = buildAuthorizationUrl(await this.#discovered.get(), {
      redirect_uri: redirectUri,
      scope: this.settings.scope,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    })
    return { url: url.href, begun }
  }

  /** Who came back. @throws where anything of it does not hold */
  async finish(current: URL, { state, nonce, verifier }: Begun): Promise<Claimed> {
    const answered = await authorizationCodeGrant(await this.#discovered.get(), current, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = answered.claims()
    if (claims === undefined) throw new Error('the provider sent no ID token')
    const { iss: issuer, sub: subject, name } = claims
    const { rolesClaim, roles } = this.settings
    const said = [claims[rolesClaim] ?? []].flat().map(String)
    const held = new Set(said.flatMap((one) => (Object.hasOwn(roles, one) ? roles[one] : []) ?? []))
    return {
      issuer,
      subject,
      name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : subject,
      roles: ROLES.filter((role) => held.has(role) && role !== 'service'),
    }
  }

  /** Where one signs out there too; nothing where it has no such place. */
  async signOutUrl(back: string): Promise<string | undefined> {
    const configuration = await this.#discovered.get()
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: back }).href
  }

  #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings
    const url = new URL(issuer)
    // Plain HTTP only on this very machine, where nobody listens in between.
    const isOwn = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
    const execute = isOwn && url.protocol === 'http:' ? [allowInsecureRequests] : []
    return discovery(url, clientId, clientSecret, undefined, { execute })
  }
}
