import { EventEmitter } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Paper } from '../../documents/index.ts'
import { digestOfBytes } from '../../kernel/index.ts'
import { type TestServer, testServer } from '../app.fixture.ts'
import { exampleDeal } from '../contract/example-deals.ts'
import { ThreadPrinter } from '../documents/printer.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

async function print(path: string, payload: object) {
  const response = await server.app.inject({
    method: 'POST',
    url: `/api/v1/documents/${path}`,
    headers: { authorization: `Bearer ${server.tokens.documents}` },
    payload,
  })
  const { headers, rawPayload, statusCode } = response
  return { headers, bytes: new Uint8Array(rawPayload), statusCode }
}

describe('a document', () => {
  test('says what the answer says, under a name and a tag by its bytes', async () => {
    const deal = exampleDeal('fpga-to-china') as object
    const { headers, bytes, statusCode } = await print('determination', deal)
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
    const digest = digestOfBytes(bytes)
    expect(headers.etag).toBe(`"${digest}"`)
    expect(headers['content-disposition']).toBe(
      `attachment; filename="determination-${digest.slice(7, 23)}.pdf"`,
    )
    expect(headers['cache-control']).toBe('no-store')
    const { text } = await extractText(bytes.slice(), { mergePages: true })
    expect(text).toContain('Licence required')
    expect((await print('determination', deal)).headers.etag).toBe(headers.etag)
  })

  test('of a screening names the party and the hit, in the language asked for', async () => {
    const party = { name: 'Halcyon Lattice', country: 'CN' }
    const { bytes, headers } = await print('screening?language=de', party)
    const { text } = await extractText(bytes, { mergePages: true })
    expect(text).toContain('Halcyon Lattice')
    expect(text).toContain('Treffer')
    expect(headers['content-disposition']).toContain('filename="screening-')
  })

  test.each([
    ['determination?language=fr', exampleDeal('battery-cell') as object],
    ['determination', { kind: 'export' }],
    ['screening', { name: '' }],
  ])('that cannot be made is refused: %s', async (path, payload) => {
    expect((await print(path, payload)).statusCode).toBe(422)
  })
})

describe('the thread that prints', () => {
  /** Prints when it is told to. */
  class Thread extends EventEmitter {
    readonly asked: unknown[] = []
    ended = false
    postMessage(paper: unknown): void {
      this.asked.push(paper)
    }
    unref(): void {}
    async terminate(): Promise<number> {
      this.ended = true
      return 0
    }
  }
  const paperOf = (title: string): Paper => ({ title }) as Paper
  const setup = () => {
    const threads: Thread[] = []
    const printer = new ThreadPrinter(() => {
      const thread = new Thread()
      threads.push(thread)
      return thread as unknown as Worker
    })
    return { threads, printer }
  }

  test('is given one paper after the other, and answers each with its own', async () => {
    const { threads, printer } = setup()
    const [one, two] = [printer.print(paperOf('one')), printer.print(paperOf('two'))]
    expect(threads[0]?.asked).toEqual([{ title: 'one' }])
    threads[0]?.emit('message', 'first')
    expect(threads[0]?.asked).toEqual([{ title: 'one' }, { title: 'two' }])
    threads[0]?.emit('message', 'second')
    expect(await Promise.all([one, two])).toEqual(['first', 'second'])
    expect(threads.length).toBe(1)
  })

  test('is replaced where a paper ends it, and the next are printed', async () => {
    const { threads, printer } = setup()
    const bad = printer.print(paperOf('bad'))
    const good = printer.print(paperOf('good'))
    threads[0]?.emit('error', new Error('no such glyph'))
    await expect(bad).rejects.toThrow('no such glyph')
    expect(threads[1]?.asked).toEqual([{ title: 'good' }])
    threads[1]?.emit('message', 'printed')
    expect(await good).toBe('printed')
  })

  test('takes on no more than a number of papers, and none after the end', async () => {
    const { threads, printer } = setup()
    const all = Array.from({ length: 20 }, (_, at) => printer.print(paperOf(`${at}`)))
    expect(() => printer.print(paperOf('one too many'))).toThrow('wait to be printed')
    await printer.close()
    expect(threads[0]?.ended).toBe(true)
    const ends = await Promise.allSettled(all)
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true)
  })
})
