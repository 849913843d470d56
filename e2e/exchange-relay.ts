import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Something between two members that is not to be trusted: of the answers it drops some, gives some in the place of
 * others, and tells old news as new.
 */
export async function relayOf(
  address: string,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  let count = 0
  const before: Buffer[] = []
  const server = createServer((request, response) => {
    count += 1
    const turn = count % 4
    if (turn === 1) {
      request.socket.destroy()
      return
    }
    void fetch(address + request.url)
      .then(async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer())
        before.push(body)
        const told = turn === 2 ? body : (before[count % before.length] ?? body)
        response.writeHead(answer.status, { 'content-length': told.length })
        response.end(told)
      })
      .catch(() => request.socket.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}
