import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { UN_XML } from './official-texts.fixture.ts'
import {
  type Answer,
  fails,
  gives,
  kept,
  leftovers,
  policy,
  publisher,
  refusal,
  startPublisher,
  update,
  XML_TYPE,
} from './publisher.fixture.ts'

startPublisher()

describe('updateList, on a publisher in trouble', () => {
  it('tries again after a failure that may pass, waiting longer each time', async () => {
    publisher.answers = [fails(500), fails(503, { 'retry-after': '3' }), gives(UN_XML)]
    expect(await update()).toMatchObject({ state: 'updated' })
    expect(publisher.requests).toHaveLength(3)
    expect(publisher.waits).toEqual([10, 3000])
  })

  it('gives up after the last attempt, and keeps nothing', async () => {
    publisher.answers = [fails(500)]
    expect((await refusal(update())).message).toContain('answers 500')
    expect(publisher.requests).toHaveLength(3)
    expect(kept()).toEqual([])
    expect(leftovers()).toEqual([])
  })

  it('does not repeat what the publisher refuses', async () => {
    publisher.answers = [fails(403)]
    expect((await refusal(update())).message).toContain('answers 403')
    expect(publisher.requests).toHaveLength(1)
  })

  it('tries again where the body breaks off', async () => {
    const cut: Answer = (_, response) => {
      response.writeHead(200, { ...XML_TYPE, 'content-length': Buffer.byteLength(UN_XML) })
      response.write(UN_XML.slice(0, 500), () => response.destroy())
    }
    publisher.answers = [cut, gives(UN_XML)]
    expect(await update()).toMatchObject({ state: 'updated', snapshot: { parties: 2 } })
  })

  it('refuses a list cut in the middle that claims to be whole', async () => {
    publisher.answers = [gives(UN_XML.slice(0, 2000))]
    expect((await refusal(update())).problems[0]?.code).toBe('list.not-the-format')
    expect(kept()).toEqual([])
  })

  it('gives up on a publisher that sends nothing', async () => {
    publisher.answers = [
      (_, response) => {
        response.writeHead(200, XML_TYPE).write('<CONSOLIDATED_LIST>')
      },
    ]
    const error = await refusal(update({ limits: { idleMs: 60, backoffMs: [] } }))
    expect(error.message).toContain('sent nothing for 0.06 s')
  })

  it('waits for a slow publisher as long as something comes', async () => {
    publisher.answers = [
      (_, response) => {
        response.writeHead(200, XML_TYPE)
        const parts = UN_XML.match(/[\s\S]{1,700}/g) ?? []
        const next = (): void => {
          const part = parts.shift()
          if (part === undefined) response.end()
          else response.write(part, () => setTimeout(next, 25))
        }
        next()
      },
    ]
    expect(await update({ limits: { idleMs: 2000 } })).toMatchObject({ state: 'updated' })
  })

  it('refuses a web page in place of the list', async () => {
    publisher.answers = [
      gives('<html>Maintenance</html>', { 'content-type': 'text/html; charset=utf-8' }),
    ]
    expect((await refusal(update())).message).toContain('a web page')
    publisher.answers = [gives('<html>Maintenance</html>')]
    expect((await refusal(update())).problems[0]?.code).toBe('list.not-the-format')
  })

  it('refuses another list in the right wrapping', async () => {
    publisher.answers = [
      gives('<CONSOLIDATED_LIST dateGenerated="2026-03-01"></CONSOLIDATED_LIST>'),
    ]
    expect((await refusal(update())).message).toContain('The file has no rows')
  })

  it('follows a redirect, and none without end', async () => {
    publisher.answers = [
      (_, response) => response.writeHead(302, { location: '/moved.xml' }).end(),
      gives(UN_XML),
    ]
    expect(await update()).toMatchObject({ state: 'updated' })
    expect(publisher.requests[1]?.url).toBe('/moved.xml')
    publisher.answers = [(_, response) => response.writeHead(302, { location: '/again' }).end()]
    expect((await refusal(update())).message).toContain('redirects without end')
  })

  it('follows no redirect to a file of this machine', async () => {
    publisher.answers = [
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    ]
    expect((await refusal(update())).message).toContain('redirects to file://')
  })

  it('follows no redirect from an encrypted publisher.address to an open one', async () => {
    const source = policy({ downloads: ['https://lists.example/a.xml'] })
    const location = 'http://lists.example/a.xml'
    const error = await refusal(
      update({
        source,
        fetch: async () => new Response(null, { status: 301, headers: { location } }),
      }),
    )
    expect(error.message).toContain('redirects to http://, which is refused')
  })

  it('reads a body that is packed on the way', async () => {
    publisher.answers = [
      (_, response) =>
        response.writeHead(200, { ...XML_TYPE, 'content-encoding': 'gzip' }).end(gzipSync(UN_XML)),
    ]
    expect(await update()).toMatchObject({ state: 'updated', snapshot: { parties: 2 } })
  })

  it('stops at the bound of bytes, announced or not', async () => {
    const limits = { maxBytes: 1000 }
    publisher.answers = [gives(UN_XML, { 'content-length': String(Buffer.byteLength(UN_XML)) })]
    expect((await refusal(update({ limits }))).message).toContain('sends more than')
    publisher.answers = [
      (_, response) => {
        response.writeHead(200, XML_TYPE).write(UN_XML)
        response.end(UN_XML)
      },
    ]
    expect((await refusal(update({ limits }))).message).toContain('sends more than')
    expect(leftovers()).toEqual([])
  })

  it('tells how far it is', async () => {
    publisher.answers = [gives(UN_XML, { 'content-length': String(Buffer.byteLength(UN_XML)) })]
    const told: (readonly [number, number | undefined])[] = []
    await update({ progress: (bytes, total) => told.push([bytes, total]) })
    const size = Buffer.byteLength(UN_XML)
    expect(told.at(-1)).toEqual([size, size])
  })

  it('stops when it is interrupted', async () => {
    const controller = new AbortController()
    publisher.answers = [() => controller.abort()]
    expect((await refusal(update({ signal: controller.signal }))).message).toContain(
      'was not waited for',
    )
    expect(publisher.requests).toHaveLength(1)
  })

  it('says where to get a list that no file is published of', async () => {
    const { downloads: _, ...source } = policy({ source: 'jp-meti' })
    const error = await refusal(update({ source }))
    expect(error.problems[0]).toMatchObject({ code: 'list.no-download' })
    expect(error.problems[0]?.remedy).toContain('lists import')
  })

  it('says so where nobody answers', async () => {
    const source = policy()
    await new Promise((closed) => publisher.server.close(closed))
    expect((await refusal(update({ source }))).message).toContain('cannot be read (ECONNREFUSED)')
  })
})
