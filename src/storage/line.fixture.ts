import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Stands between a store and its database, and can be cut. */
export class Line {
  readonly #target: { readonly host: string; readonly port: number }
  readonly #sockets = new Set<Socket>()
  #server: Server | undefined
  #port = 0

  constructor(url: URL) {
    this.#target = { host: url.hostname, port: Number(url.port || 5432) }
  }

  async up(): Promise<number> {
    const server = createServer((near) => {
      const far = connect(this.#target)
      for (const [one, other] of [[near, far] as const, [far, near] as const]) {
        this.#sockets.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => other.destroy())
        one.pipe(other)
      }
    })
    server.listen(this.#port, '127.0.0.1')
    await once(server, 'listening')
    this.#server = server
    this.#port = (server.address() as { readonly port: number }).port
    return this.#port
  }

  async down(): Promise<void> {
    this.#server?.close()
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
    if (this.#server?.listening === true) await once(this.#server, 'close')
  }
}
