import { isUtf8 } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  fail,
  ProblemError,
  type Result,
  readDocument,
  readJson,
  unwrap,
} from '../../kernel/index.ts'
import type { Limits } from '../limits.ts'
import { Refusal } from './refusal.ts'
import { SentTable, TABLE_TYPES } from './sent-table.ts'

/** Bodies are read as files are: strictly UTF-8, every digit, no key twice, bounded in depth. */
export function readBodies(app: FastifyInstance, { tableBytes }: Limits): void {
  app.removeAllContentTypeParsers()
  const read = (type: string, parse: (text: string) => Result<unknown>): void => {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body, done) => {
      try {
        const text = textOf(unpacked(body as Buffer, request))
        done(null, unwrap(parse(text)))
      } catch (error) {
        done(error as Error, undefined)
      }
    })
  }
  read('application/json', readJson)
  const yaml = (text: string): Result<unknown> => {
    const document = readDocument(text)
    return document.ok ? { ok: true, value: document.value.value } : document
  }
  read('application/yaml', yaml)
  read('application/x-www-form-urlencoded', readForm)
  app.addContentTypeParser('application/x-ndjson', (request, upload, done) => {
    const isUpload = takesIn(request, 'application/x-ndjson')
    const isPacked = (request.headers['content-encoding'] ?? 'identity') !== 'identity'
    if (!isUpload) done(new Refusal(415, NOT_HERE))
    else if (isPacked) done(new Refusal(415, NOT_PACKED))
    else done(null, upload)
  })
  readTables(app, tableBytes)
}

/** What a table says is read by its route; here it is taken in, within its bound. */
function readTables(app: FastifyInstance, bodyLimit: number): void {
  for (const type of TABLE_TYPES) {
    app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit }, (request, body, done) => {
      try {
        if (!takesIn(request, type)) throw new Refusal(415, NO_TABLE_HERE)
        const bytes = unpacked(body as Buffer, request, bodyLimit)
        done(null, new SentTable(bytes, type, request.headers['content-type'] ?? type))
      } catch (error) {
        done(error as Error, undefined)
      }
    })
  }
}

function takesIn(request: FastifyRequest, type: string): boolean {
  return request.routeOptions.config.uploadTypes?.includes(type) === true
}

const NO_TABLE_HERE = {
  code: 'request.media-type',
  detail: 'This route takes no table.',
  remedy: 'Tables are taken by /api/v1/tables/… and /api/v1/check/batch.',
}

const NOT_HERE = {
  code: 'request.media-type',
  detail: 'JSON lines are taken by /api/v1/check/batch alone.',
  remedy: 'Send one JSON value as application/json.',
}
const NOT_PACKED = {
  code: 'request.encoding',
  detail: 'A batch is not taken in packed.',
  remedy: 'Send the lines as they are.',
}

/** Every field once: what a second one would mean nobody says. */
function readForm(text: string): Result<unknown> {
  const fields = [...new URLSearchParams(text)]
  const value = Object.fromEntries(fields)
  if (Object.keys(value).length === fields.length) return { ok: true, value }
  return fail({ code: 'input.wrong-shape', detail: 'A field stands twice in the form.' })
}

function textOf(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes)
  throw new ProblemError({
    code: 'input.not-text',
    detail: 'The bytes are not UTF-8 text.',
    remedy: 'Send UTF-8; other encodings are not guessed, a name could be misread.',
  })
}

/** A body that unfolds further than the route takes is refused before it fills memory. */
function unpacked(
  bytes: Buffer,
  request: FastifyRequest,
  most = request.routeOptions.bodyLimit,
): Uint8Array {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return bytes
  if (encoding !== 'gzip') {
    throw new Refusal(
      415,
      {
        code: 'request.encoding',
        detail: 'The body is packed in a way this server does not read.',
        remedy: 'Send it with Content-Encoding: gzip, or unpacked.',
      },
      { 'accept-encoding': 'gzip' },
    )
  }
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new ProblemError(
      isLarge
        ? { code: 'input.too-large', detail: 'The body unfolds to more than this route takes.' }
        : { code: 'input.not-text', detail: 'The body is not gzip.', remedy: 'Pack it again.' },
    )
  }
}
