import { isIP } from 'node:net'
import { fail, ok, type Result } from '../../kernel/index.ts'
import { isPublicAddress } from './public-address.ts'

/** Where a notice may be sent. */
export interface Reach {
  /** The operator allows plain HTTP, and addresses of the own network. */
  readonly ownNetwork: boolean
}

const LONGEST = 2_000

/** An address that somebody gave. What its name stands for is looked at each time it is sent to. */
export function readEndpoint(text: string, { ownNetwork }: Reach): Result<URL> {
  if (text.length > LONGEST || !URL.canParse(text))
    return refused('This is not the URL of a place.')
  const url = new URL(text)
  const schemes = ownNetwork ? ['https:', 'http:'] : ['https:']
  if (!schemes.includes(url.protocol)) {
    return refused(`A webhook is sent by ${schemes.map((one) => one.slice(0, -1)).join(' or ')}.`)
  }
  if (url.username !== '' || url.password !== '')
    return refused('A user and password in a URL would be shown to whoever reads the list.')
  if (url.hash !== '') return refused('What stands behind # is never sent.')
  const literal = literalAddress(url)
  if (literal !== undefined && !ownNetwork && !isPublicAddress(literal)) return notPublic(literal)
  return ok(url)
}

/** The address itself, where the URL names one in place of a name. */
export function literalAddress({ hostname }: URL): string | undefined {
  const plain = hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(plain) === 0 ? undefined : plain
}

export function notPublic(address: string): Result<never> {
  return fail({
    code: 'webhook.not-public',
    detail: `${address} is not an address of the public internet.`,
    remedy: 'Name a public one, or let the operator start the server with --webhooks-own-network.',
  })
}

function refused(detail: string): Result<never> {
  return fail({
    code: 'webhook.url',
    detail,
    where: { path: 'url' },
    remedy: 'Write it as https://erp.example.com/hooks/navicert.',
  })
}
