import { createPrivateKey } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { SMALL_LAW } from '../../determination/small-law-text.fixture.ts'
import { newKey, publicKeyText, signEnvelope } from '../../exchange/index.ts'
import { ProblemError, unwrap } from '../../kernel/index.ts'
import { parseLaw } from '../../rulebook/index.ts'
import { openRulebook } from '../engine.ts'
import { signEdition } from './edition-file.ts'
import { LawEditions, type Publisher } from './editions.ts'
import { fetchEdition } from './fetch-edition.ts'

const LISTS = readFileSync(join(import.meta.dirname, '../../../law/lists.yaml'), 'utf8')
const KEY = createPrivateKey(newKey())
const OTHER = createPrivateKey(newKey())
const PUBLISHER: Publisher = { key: publicKeyText(KEY) }
const OWN = '2024-06-01-00000000'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'navicert-editions-'))
  folders.push(folder)
  return folder
}

/** The small law as last read on a day, as an edition. */
function made(day: string, change: (path: string, text: string) => string = (_path, text) => text) {
  const files = [...Object.entries(SMALL_LAW), ['lists.yaml', LISTS] as const].map(
    ([path, text]) => ({
      path,
      text: change(
        path,
        text.replace('  - code: 3A090.a\n', `  - code: 3A090.a\n    textAsOf: ${day}\n`),
      ),
    }),
  )
  const { edition, digest } = unwrap(parseLaw(files))
  return { edition, digest, files }
}

const taken = (day: string, key = KEY) => signEdition(made(day), key)
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act()
  } catch (error) {
    if (error instanceof ProblemError) return error.problems[0]?.code
    throw error
  }
  return undefined
}

describe('an edition', () => {
  it('is taken in as it was published, and answers by its own digest', () => {
    const data = temporaryFolder()
    const editions = new LawEditions(data)
    const { edition, digest } = made('2024-09-24')
    expect(editions.install(taken('2024-09-24'), OWN, PUBLISHER)).toEqual({
      edition,
      inUse: edition,
    })
    expect(editions.inUse(() => OWN)).toBe(edition)
    expect(openRulebook(editions.folderOf(edition) ?? '').digest).toBe(digest)
    expect(editions.install(taken('2024-09-24'), OWN)).toEqual({ edition, inUse: edition })
    expect(editions.all()).toEqual([edition])
  })
  it('is kept aside where one not older is in use, and put in use where a person says so', () => {
    const editions = new LawEditions(temporaryFolder())
    const old = made('2024-01-01').edition
    expect(editions.install(taken('2024-01-01'), OWN, PUBLISHER)).toEqual({
      edition: old,
      inUse: OWN,
    })
    expect(editions.inUse(() => OWN)).toBeUndefined()
    editions.use(old)
    expect(editions.inUse(() => OWN)).toBe(old)
    editions.use('release')
    expect(editions.inUse(() => OWN)).toBeUndefined()
    expect(codeOf(() => editions.use('2020-01-01-12345678'))).toBe('law.unknown-edition')
  })
  it('that a person chose stays, also when another comes again, until a newer one comes', () => {
    const editions = new LawEditions(temporaryFolder())
    const [first, second, third] = ['2024-09-24', '2024-10-01', '2024-10-02'] as const
    editions.install(taken(first), OWN, PUBLISHER)
    editions.install(taken(second), OWN)
    const chosen = made(first).edition
    editions.use(chosen)
    expect(editions.install(taken(second), OWN).inUse).toBe(chosen)
    expect(editions.install(taken('2024-09-25'), OWN).inUse).toBe(chosen)
    expect(editions.install(taken(third), OWN).inUse).toBe(made(third).edition)
  })
  it('gives way to a release whose law was read later, unless a person chose it', () => {
    const editions = new LawEditions(temporaryFolder())
    const { edition } = made('2024-09-24')
    editions.install(taken('2024-09-24'), OWN, PUBLISHER)
    expect(editions.inUse(() => '2025-01-01-00000000')).toBeUndefined()
    editions.use(edition)
    expect(editions.inUse(() => '2025-01-01-00000000')).toBe(edition)
  })
  it.each<[string, () => Uint8Array, string]>([
    ['of a publisher who is not known', () => taken('2024-09-24', OTHER), 'law.unknown-publisher'],
    ['that is no edition', () => Buffer.from('{}'), 'law.not-an-edition'],
    [
      'of which a letter was changed',
      () => {
        const text = Buffer.from(taken('2024-09-24')).toString('utf8')
        const at = text.indexOf('"payload":"') + 2000
        return Buffer.from(
          `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`,
        )
      },
      'law.unknown-publisher',
    ],
    [
      'whose content is not what its digest says',
      () => signEdition({ ...made('2024-09-24'), files: made('2024-09-25').files }, KEY),
      'law.other-content',
    ],
    [
      'that leads out of its folder',
      () =>
        signEdition(
          { ...made('2024-09-24'), files: [{ path: '../../../escaped.yaml', text: 'a: 1' }] },
          KEY,
        ),
      'input.wrong-shape',
    ],
    [
      'with two files that one disk may take for one',
      () => {
        const edition = made('2024-09-24')
        const [first] = edition.files
        const twin = { path: first?.path.toUpperCase().replace('.YAML', '.yaml') ?? '', text: '' }
        return signEdition({ ...edition, files: [...edition.files, twin] }, KEY)
      },
      'law.not-an-edition',
    ],
    [
      'signed for another purpose',
      () => signEnvelope('application/json', Buffer.from('{}'), [KEY]),
      'law.not-an-edition',
    ],
  ])('%s is refused, and nothing is written', (_what, bytes, code) => {
    const data = temporaryFolder()
    const editions = new LawEditions(data)
    const found = codeOf(() => editions.install(bytes(), OWN, PUBLISHER))
    expect(found).toBe(code)
    expect(editions.all()).toEqual([])
    expect(editions.publishers).toEqual([])
    const left = readdirSync(data, { recursive: true }).filter((name) => name !== 'law')
    expect(left).toEqual([])
  })
  it('with a mistake in it is refused by file and line', () => {
    const editions = new LawEditions(temporaryFolder())
    const edition = made('2024-09-24')
    const files = edition.files.map(({ path, text }) => ({
      path,
      text:
        path === 'us/entries/3a.yaml'
          ? text.replace('kind: [ic.processor]', 'kind: [ic.procesor]')
          : text,
    }))
    try {
      editions.install(signEdition({ ...edition, files }, KEY), OWN, PUBLISHER)
      expect.unreachable()
    } catch (error) {
      const [problem] = error instanceof ProblemError ? error.problems : []
      expect(problem?.where).toMatchObject({ file: 'us/entries/3a.yaml' })
    }
  })
  it('is not read where the note of what is in use is damaged', () => {
    const data = temporaryFolder()
    const file = join(data, 'law', 'editions.json')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, '{"inUse": 7}')
    expect(codeOf(() => new LawEditions(data).inUse(() => OWN))).toBe('law.editions-unreadable')
  })
})

describe('a publisher’s address', () => {
  const serve = async (
    answer: (request: IncomingMessage) => { status: number; type?: string; body?: Uint8Array },
    use: (address: string) => Promise<void>,
  ): Promise<void> => {
    const server = createServer((request, response) => {
      const { status, type = 'application/json', body } = answer(request)
      response.writeHead(status, { etag: '"one"', 'content-type': type }).end(body)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    try {
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/edition.json.gz`)
    } finally {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }

  it('gives the newest edition once, and then only what has changed', async () => {
    const answer = ({ headers }: IncomingMessage) =>
      headers['if-none-match'] === '"one"'
        ? { status: 304 }
        : { status: 200, body: gzipSync(taken('2024-09-24')) }
    await serve(answer, async (from) => {
      const editions = new LawEditions(temporaryFolder())
      const fetched = await fetchEdition({ ...PUBLISHER, from }, fetch)
      expect(fetched?.publisher).toEqual({ ...PUBLISHER, from, etag: '"one"' })
      editions.install(fetched?.bytes ?? new Uint8Array(), OWN, fetched?.publisher)
      const [kept] = editions.publishers
      expect(kept).toEqual({ ...PUBLISHER, from, etag: '"one"' })
      expect(await fetchEdition({ ...PUBLISHER, from, ...kept }, fetch)).toBeUndefined()
    })
  })
  it('that answers with a page, or not at all, is a problem that says what to do', async () => {
    await serve(
      () => ({ status: 200, type: 'text/html', body: Buffer.from('<p>Moved</p>') }),
      async (from) => {
        await expect(fetchEdition({ ...PUBLISHER, from }, fetch)).rejects.toMatchObject({
          problems: [
            { code: 'law.not-fetched', detail: expect.stringContaining('not with an edition') },
          ],
        })
      },
    )
    await expect(
      fetchEdition({ ...PUBLISHER, from: 'file:///etc/passwd' }, fetch),
    ).rejects.toMatchObject({
      problems: [{ code: 'law.no-address' }],
    })
  })
})
