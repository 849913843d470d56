import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from './command.fixture.ts'
import { inFolder } from './surroundings.fixture.ts'

const LAW = fileURLToPath(new URL('../../law', import.meta.url))

function listOf(names: readonly string[], made: string): string {
  const entities = names.map(
    (name, index) =>
      `<ENTITY><DATAID>${index}</DATAID><FIRST_NAME>${name}</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE></ENTITY>`,
  )
  return `<CONSOLIDATED_LIST dateGenerated="${made}T01:00:00Z"><ENTITIES>${entities.join('')}</ENTITIES></CONSOLIDATED_LIST>`
}

const BEFORE = listOf(['Greywater', 'Oldstone', 'Quarry'], '2026-05-20')
const AFTER = listOf(['GREYWATER', 'Oldstone Ltd', 'Quarry', 'Newfield'], '2026-05-28')

let server: Server
let body: string

beforeEach(async () => {
  body = BEFORE
  server = createServer((_, response) => response.end(body))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

/** A law folder whose lists are published by this machine; the others are nowhere. */
function lawHere(folder: string): string {
  const law = join(folder, 'law')
  mkdirSync(law)
  const { port } = server.address() as AddressInfo
  const policy = readFileSync(join(LAW, 'lists.yaml'), 'utf8')
  writeFileSync(
    join(law, 'lists.yaml'),
    policy.replace(/https:\/\/scsanctions[^'\n]*/g, `http://127.0.0.1:${port}/consolidated.xml`),
  )
  return law
}

const update = (folder: string, law: string, ...more: readonly string[]) =>
  runCommand(['lists', 'update', 'un', '--law', law, '--data', folder, ...more])

describe('navicert lists update', () => {
  it('takes a list in, and says what is new in it the next time', async () => {
    await inFolder(async (folder) => {
      const law = lawHere(folder)
      const first = await update(folder, law)
      expect(first).toMatchObject({ code: 0, err: '' })
      expect(first.out).toBe(
        'un        updated   un 2026-06-01: 3 parties, content of 2026-05-20\n',
      )
      body = AFTER
      const second = await update(folder, law, '--json')
      expect(JSON.parse(second.out)).toMatchObject([
        { source: 'un', state: 'updated', delta: { added: 1, removed: 0, changed: 1 } },
      ])
      const status = await runCommand(['lists', 'status', '--data', folder, '--law', law])
      expect(status.out).toMatch(/un +fresh/)
    })
  })

  it('keeps what was here when the publisher serves something else, and exits 1', async () => {
    await inFolder(async (folder) => {
      const law = lawHere(folder)
      await update(folder, law)
      body = '<html/>'
      const { code, err } = await update(folder, law)
      expect(code).toBe(1)
      expect(err).toContain('list.not-the-format')
      const status = await runCommand(['lists', 'status', '--data', folder, '--law', law, '--json'])
      expect(status.out).toContain('"parties": 3')
    })
  })

  it('goes on with the other lists after one that cannot be fetched', async () => {
    await inFolder(async (folder) => {
      const law = lawHere(folder)
      const { code, out, err } = await runCommand([
        ...['lists', 'update', 'jp-meti', 'un', '--law', law, '--data', folder],
      ])
      expect(code).toBe(1)
      expect(err).toContain('jp-meti is not published as a file')
      expect(out).toContain('un 2026-06-01')
    })
  })

  it('names the sources for one it does not know', async () => {
    await inFolder(async (folder) => {
      const { code, err } = await runCommand(['lists', 'update', 'xx', '--data', folder])
      expect(code).toBe(1)
      expect(err).toMatch(/"xx" is not a source.*us-bis, us-ofac/s)
    })
  })
})

describe('navicert lists diff', () => {
  it('shows what came, went and changed, with exit code 2', async () => {
    await inFolder(async (folder) => {
      const law = lawHere(folder)
      await update(folder, law)
      body = AFTER
      await update(folder, law)
      const { code, out } = await runCommand(['lists', 'diff', 'un', '--data', folder])
      expect(code).toBe(2)
      expect(out).toContain('1 added, 0 removed, 1 changed; 1 party printed otherwise')
      expect(out).toContain('+ Newfield (un-sc; DPRK)')
      expect(out).toContain('    name - Oldstone\n    name + Oldstone Ltd')
    })
  })

  it('finds no difference between a copy and itself, with exit code 0', async () => {
    await inFolder(async (folder) => {
      await update(folder, lawHere(folder))
      const line = ['lists', 'diff', 'un', '2026-05-20', '2026-06-01', '--data', folder]
      const { code, out } = await runCommand(line)
      expect({ code, out }).toEqual({
        code: 0,
        out: expect.stringContaining('3 the same to the letter'),
      })
    })
  })

  it('says what is here where the day asked for is not', async () => {
    await inFolder(async (folder) => {
      await update(folder, lawHere(folder))
      const none = await runCommand(['lists', 'diff', 'un', '2020-01-01', '--data', folder])
      expect(none.code).toBe(1)
      expect(none.err).toContain('2026-05-20, 2026-06-01')
      const one = await runCommand(['lists', 'diff', 'un', '--data', folder])
      expect(one.err).toContain('only one content of un')
      const empty = await runCommand(['lists', 'diff', 'ch', '--data', folder])
      expect(empty.err).toContain('There is no snapshot of ch here')
    })
  })
})
