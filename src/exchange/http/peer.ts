import { readJson } from '../../kernel/index.ts'
import { tilePath } from '../merkle/tile.ts'
import type { PeerSource, Witness } from '../node/source.ts'
import { MAX_REQUEST_BYTES } from './routes.ts'

/** One request; undefined where nobody answers. No more than `most` bytes are read. */
export type Send = (
  method: 'GET' | 'POST',
  path: string,
  most: number,
  body?: Buffer,
) => Promise<{ readonly status: number; readonly body: Buffer } | undefined>

/** 256 entries of 65,535 bytes with their lengths: the largest thing that is served. */
const MOST_TILE = 256 * (65_535 + 2)
const MOST_DOCUMENTS = 4_000_000

/** A node behind a way to send it requests. */
export function peerOver(member: string, send: Send): PeerSource & Witness {
  const get = async (path: string, most: number) => {
    const answer = await send('GET', path, most)
    return answer?.status === 200 ? answer.body : undefined
  }
  const list = async (path: string): Promise<readonly unknown[]> => {
    const json = readJson((await get(path, MOST_DOCUMENTS))?.toString('utf8') ?? '[]')
    return json.ok && Array.isArray(json.value) ? (json.value as readonly unknown[]) : []
  }
  return {
    member,
    documents: async () => {
      const texts = await list('/trust')
      return texts.filter((text) => typeof text === 'string').map((text) => Buffer.from(text))
    },
    forks: () => list('/forks'),
    log: (of) => {
      const prefix = of === member ? '' : `/logs/${of}`
      return {
        checkpoint: () => get(`${prefix}/checkpoint`, MAX_REQUEST_BYTES),
        tile: (tile) => get(`${prefix}/${tilePath(tile)}`, MOST_TILE),
      }
    },
    blob: (digest) => get(`/blob/${digest.slice(7)}`, 300_000),
    addCheckpoint: async (body) => {
      const answer = await send('POST', '/witness/add-checkpoint', MAX_REQUEST_BYTES, body)
      return answer && { status: answer.status, body: answer.body.toString('utf8') }
    },
    witnessed: (history) => get(`/witnessed/${history}`, MAX_REQUEST_BYTES),
  }
}

const TIMEOUT = 30_000

/**
 * Sends over HTTPS (or HTTP on one machine) to a node's address. One that did not answer once is not waited for
 * again; `silent` is told why.
 */
export function sendTo(address: string, silent: (reason: string) => void = () => undefined): Send {
  let isSilent = false
  const once: Send = async (method, path, most, body) => {
    const response = await fetch(new URL(address.replace(/\/$/, '') + path), {
      method,
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    return { status: response.status, body: await readBounded(response, most) }
  }
  return async (...asked) => {
    if (isSilent) return undefined
    try {
      // A connection kept from before may have been closed meanwhile: no request of the protocol minds coming twice.
      return await once(...asked).catch((error: Error) => {
        if (isConnectionLost(error)) return once(...asked)
        throw error
      })
    } catch (error) {
      isSilent = true
      silent(reasonOf(error as Error))
      return undefined
    }
  }
}

function isConnectionLost({ cause }: Error): boolean {
  const { code } = (cause ?? {}) as { readonly code?: unknown }
  return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE'
}

function reasonOf({ name, message, cause }: Error): string {
  if (name === 'TimeoutError') return `no answer in ${TIMEOUT / 1000} s`
  const { code } = (cause ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' ? code : message
}

async function readBounded(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > most) throw new RangeError('the answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
