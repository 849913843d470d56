import type { Digest } from '../../kernel/index.ts'
import { parseTilePath } from '../merkle/tile.ts'
import { readBlob } from '../node/absorb.ts'
import { forks } from '../node/fork.ts'
import type { ExchangeNode } from '../node/node.ts'
import { lastWitnessed, witnessCheckpoint } from '../node/witness-of-node.ts'
import { MAX_NOTE_BYTES, printNote } from '../note/signed-note.ts'

/** A request as any server has it. */
export interface ExchangeRequest {
  readonly method: string
  /** Without the prefix under which the exchange is mounted; begins with a slash. */
  readonly path: string
  readonly body?: Uint8Array
}

export interface ExchangeResponse {
  readonly status: number
  readonly contentType: string
  readonly body: Buffer
  /** What is named by its content, or covered by a checkpoint, never changes. */
  readonly isImmutable: boolean
}

/** A body larger than this is not read: no request of the protocol is. */
export const MAX_REQUEST_BYTES = MAX_NOTE_BYTES

const TEXT = 'text/plain; charset=utf-8'
const BYTES = 'application/octet-stream'

/**
 * The pull API: a log in static files, mirrors of the others' under `/logs/<member>`, blobs by digest, the
 * documents of trust; and the witness, with what it cosigned last under `/witnessed/<history>`. `hinted` is told that somebody says there is news: never trusted.
 */
export function answerExchange(
  node: ExchangeNode,
  request: ExchangeRequest,
  hinted: () => void = () => undefined,
): ExchangeResponse {
  const { method, path, body = Buffer.alloc(0) } = request
  if (body.length > MAX_REQUEST_BYTES) return text(413, 'The request is too large.\n')
  if (method === 'POST' && path === '/witness/add-checkpoint') {
    const answer = witnessCheckpoint(node, body)
    return { ...text(answer.status, answer.body), ...(answer.status === 409 ? SIZE : {}) }
  }
  if (method === 'POST' && path === '/hint') {
    hinted()
    return text(202, '')
  }
  if (method !== 'GET') return text(405, 'Only reading is served here.\n')
  return read(node, path) ?? text(404, 'There is nothing here.\n')
}

const SIZE = { contentType: 'text/x.tlog.size' }

function read(node: ExchangeNode, path: string): ExchangeResponse | undefined {
  if (path === '/trust') {
    const documents = node.documents().map((bytes) => bytes.toString('utf8'))
    return { ...text(200, JSON.stringify(documents)), contentType: 'application/json' }
  }
  if (path === '/forks') {
    return { ...text(200, JSON.stringify(forks(node))), contentType: 'application/json' }
  }
  const blob = /^\/blob\/([0-9a-f]{64})$/.exec(path)?.[1]
  if (blob !== undefined) return immutable(readBlob(node, `sha256:${blob}` as Digest))
  const history = /^\/witnessed\/([A-Z]+(?:\.[0-9a-f]{16})?)$/.exec(path)?.[1]
  if (history !== undefined) {
    const note = lastWitnessed(node, history)
    return note && text(200, note.toString('utf8'))
  }
  const [, member = node.member, rest = path.slice(1)] = /^\/logs\/([A-Z]+)\/(.+)$/.exec(path) ?? []
  if (!node.members.includes(member)) return undefined
  const log = node.log(member)
  if (rest === 'checkpoint') {
    return log.head === undefined ? undefined : text(200, printNote(log.head.note))
  }
  const tile = parseTilePath(rest)
  return tile === undefined ? undefined : immutable(log.tile(tile))
}

function immutable(body: Buffer | undefined): ExchangeResponse | undefined {
  return body && { status: 200, contentType: BYTES, body, isImmutable: true }
}

function text(status: number, body: string): ExchangeResponse {
  return { status, contentType: TEXT, body: Buffer.from(body), isImmutable: false }
}
