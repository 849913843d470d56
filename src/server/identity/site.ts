/** Where users find the server: cookies, origins and passkeys hang on it. */
export class Site {
  readonly url: URL
  /** What a browser says a request of our own pages comes from. */
  readonly origins: ReadonlySet<string>
  readonly isSecure: boolean
  readonly cookieName: string

  constructor(url: string) {
    this.url = new URL(url)
    this.isSecure = this.url.protocol === 'https:'
    const names = isLoopback(this.url.hostname) ? LOOPBACK : [this.url.hostname]
    this.origins = new Set(
      names.map((name) => {
        const one = new URL(this.url)
        one.hostname = name
        return one.origin
      }),
    )
    // The prefix makes a browser hold to Secure, Path=/ and this very host.
    this.cookieName = this.isSecure ? '__Host-navicert' : 'navicert'
  }

  /** Whether a session may be given out: over TLS, or to this machine alone. */
  get maySignIn(): boolean {
    return this.isSecure || isLoopback(this.url.hostname)
  }

  /** @param secret none takes the cookie away */
  cookie(secret: string | undefined, name = this.cookieName, seconds?: number): string {
    const parts = [`${name}=${secret ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
    if (this.isSecure) parts.push('Secure')
    const age = secret === undefined ? 0 : seconds
    if (age !== undefined) parts.push(`Max-Age=${age}`)
    return parts.join('; ')
  }
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname)
}

/** One cookie of a request; of two with one name neither is believed. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
  return found.length === 1 ? found[0]?.slice(name.length + 1) : undefined
}
