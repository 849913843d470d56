import { lookup as lookUp } from 'node:dns/promises'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { unwrap } from '../../kernel/index.ts'
import { literalAddress, notPublic, type Reach } from './endpoint.ts'
import { isPublicAddress } from './public-address.ts'

export interface PostOptions extends Reach {
  /** For everything: name, connection, answer. */
  readonly withinMilliseconds?: number
  /** Which addresses a name stands for; tests give their own. */
  readonly addressesOf?: (name: string) => Promise<readonly string[]>
  /** The certificates trusted besides; tests give their own. */
  readonly authority?: string
}

const WITHIN = 10_000
/** Of an answer no more is taken; only its status is looked at. */
const ANSWER_BYTES = 64 * 1024

/**
 * Sends a body once and gives the status of the answer. The name is looked up here, every address it
 * stands for must be allowed, and the connection goes to the very address that was looked at: a name that
 * stands for another a moment later leads nowhere. A redirection is not followed.
 * @throws where no answer came, or it may not be sent there
 */
export async function guardedPost(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: PostOptions,
): Promise<number> {
  const signal = AbortSignal.timeout(options.withinMilliseconds ?? WITHIN)
  const address = await within(signal, allowedAddress(url, options))
  const send = url.protocol === 'https:' ? requestSecure : requestPlain
  return await new Promise<number>((done, failed) => {
    const asked = send(
      url,
      {
        method: 'POST',
        // A connection of its own: none is left that was opened under another check.
        agent: false,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'navicert',
          ...headers,
        },
        lookup: pinned(address),
        signal,
        ...(options.authority === undefined ? {} : { ca: options.authority }),
      },
      (answer) => {
        const { statusCode = 0 } = answer
        let bytes = 0
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes > ANSWER_BYTES) answer.destroy()
        })
        answer.on('close', () => done(statusCode))
        answer.on('error', failed)
      },
    )
    asked.on('error', (error) => failed(signal.aborted ? tooSlow() : error))
    asked.end(body)
  })
}

async function allowedAddress(url: URL, options: PostOptions): Promise<string> {
  const { ownNetwork, addressesOf = everyAddress } = options
  const literal = literalAddress(url)
  const addresses = literal === undefined ? await addressesOf(url.hostname) : [literal]
  const [first] = addresses
  if (first === undefined) throw new Error(`${url.hostname} stands for no address`)
  const inner = addresses.find((address) => !isPublicAddress(address))
  if (inner !== undefined && !ownNetwork) unwrap(notPublic(inner))
  return first
}

async function everyAddress(name: string): Promise<readonly string[]> {
  return (await lookUp(name, { all: true })).map(({ address }) => address)
}

/** Looks nothing up again. */
function pinned(address: string): LookupFunction {
  const family = isIP(address)
  return (_name, { all }, done) => {
    if (all === true) done(null, [{ address, family }])
    else done(null, address, family)
  }
}

async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return await Promise.race([
    work,
    new Promise<never>((_, failed) => {
      signal.addEventListener('abort', () => failed(tooSlow()), { once: true })
    }),
  ])
}

function tooSlow(): Error {
  return new Error('no answer in time')
}
