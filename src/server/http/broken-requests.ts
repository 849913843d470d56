import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { PROBLEM_TYPE, problemDocument } from './problem-document.ts'

const BROKEN: Readonly<Record<string, readonly [status: number, code: string, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.too-slow', 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: [431, 'request.headers-too-large', 'The headers are larger than is read.'],
}

/** What is no request at all never reaches a route; its sender is told in the same words. */
export function answerBrokenRequest(
  error: Error & { readonly code?: string },
  socket: Socket,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const [status, code, detail] = BROKEN[error.code ?? ''] ?? [
    400,
    'request.malformed',
    'This is not a request of HTTP/1.1.',
  ]
  const body = JSON.stringify(problemDocument(status, [{ code, detail }], 'unread'))
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
