import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../command.fixture.ts'
import { inFolder } from '../surroundings.fixture.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Commands of one folder, with a member's root and a node in `data`. */
async function withNode(
  work: (run: (...line: readonly string[]) => ReturnType<typeof runCommand>, at: string) => unknown,
): Promise<void> {
  await inFolder(async (folder) => {
    const run = (...line: readonly string[]) =>
      runCommand(['regime', ...line], { workingDirectory: folder })
    const rootKey = (await run('key', 'root.pem')).out.trim()
    const root = {
      type: 'regime-root',
      regime: 'allies',
      version: 1,
      issued: '2026-01-01T00:00:00Z',
      expires: '2036-01-01T00:00:00Z',
      threshold: 1,
      members: [{ member: 'NL', rootKeys: [rootKey], threshold: 1 }],
    }
    writeFileSync(join(folder, 'draft.json'), JSON.stringify(root))
    await run('sign', 'draft.json', '--key', 'root.pem', '--out', 'root.json')
    const made = await run('log', 'init', '--member', 'NL', '--root', 'root.json', '--data', 'data')
    writeFileSync(join(folder, 'nl.json'), made.out)
    await work(run, folder)
  })
}

describe('keys and documents of trust', () => {
  it('a draft of another shape names the schema that is shipped', () =>
    withNode(async (run, at) => {
      writeFileSync(join(at, 'wrong.json'), '{"type":"key-revocation","regime":7}')
      const { code, err } = await run('sign', 'wrong.json', '--key', 'root.pem', '--out', 'x.json')
      expect(code).toBe(1)
      expect(err).toContain('wrong.json')
      const [, named = ''] = /See (schemas\/\S+\.json)/.exec(err) ?? []
      const schema = JSON.parse(readFileSync(join(ROOT, named), 'utf8')) as {
        readonly oneOf: readonly { properties: { type: { const: string } } }[]
      }
      expect(schema.oneOf.map(({ properties }) => properties.type.const)).toContain(
        'key-revocation',
      )
    }))

  it('a key or document that is not there, or is none, is said with what to do', () =>
    withNode(async (run, at) => {
      const missing = await run('sign', 'draft.json', '--key', 'none.pem', '--out', 'x.json')
      expect(missing.err).toContain('There is no such file.')
      expect(missing.err).toContain('[file.missing]')
      writeFileSync(join(at, 'garbage'), '\u0000{')
      const key = await run('sign', 'draft.json', '--key', 'garbage', '--out', 'x.json')
      expect(key.err).toMatch(/Make one: navicert regime key FILE\. \[exchange\.key-unreadable\]/)
      const learnt = await run('log', 'learn', 'garbage', '--data', 'data')
      expect(learnt.err).toMatch(/navicert regime sign .* \[exchange\.document-not-signed\]/)
      expect(await run('log', 'health', '--data', 'elsewhere')).toMatchObject({ code: 1 })
      expect((await run('key', 'root.pem')).err).toContain('[file.there]')
    }))
})

describe('a node', () => {
  it('is made whole or not at all', () =>
    withNode(async (run, at) => {
      expect(readdirSync(join(at, 'data/exchange')).sort()).toEqual(
        ['keys', 'node.json', 'root.json'].sort(),
      )
      const init = (data: string, root: string, member = 'NL') =>
        run('log', 'init', '--member', member, '--root', root, '--data', data)
      expect((await init('data', 'root.json')).err).toContain('[exchange.node-there]')
      // Its own members have not signed it, which only opening a node shows.
      const two = { ...JSON.parse(readFileSync(join(at, 'draft.json'), 'utf8')), threshold: 2 }
      writeFileSync(join(at, 'two.json'), JSON.stringify(two))
      await run('sign', 'two.json', '--key', 'root.pem', '--out', 'two.json')
      expect((await init('other', 'two.json')).err).toContain('[exchange.root-not-signed]')
      expect((await init('other', 'root.json', 'US')).err).toContain('[exchange.not-a-member]')
      expect(existsSync(join(at, 'other')) ? readdirSync(join(at, 'other')) : []).toEqual([])
    }))

  it('is made by the next where one was killed that was making it, and by one at a time', () =>
    withNode(async (run, at) => {
      const making = join(at, 'third/exchange.new')
      mkdirSync(join(making, 'node/keys'), { recursive: true })
      writeFileSync(join(making, 'node/keys/node.pem'), 'half a key')
      const init = () =>
        run('log', 'init', '--member', 'NL', '--root', 'root.json', '--data', 'third')
      writeFileSync(join(making, 'lock'), String(process.pid))
      expect((await init()).err).toContain('[exchange.node-busy]')
      writeFileSync(join(making, 'lock'), '4194305')
      expect((await init()).code).toBe(0)
      expect(readdirSync(join(at, 'third'))).toEqual(['exchange'])
      expect(readFileSync(join(at, 'third/exchange/keys/node.pem'), 'utf8')).toContain('PRIVATE')
    }))

  it('takes in keys as its only writer', () =>
    withNode(async (run, at) => {
      await run('sign', 'nl.json', '--key', 'root.pem', '--out', 'nl.json')
      const lock = join(at, 'data/exchange/lock')
      writeFileSync(lock, String(process.pid))
      const busy = await run('log', 'learn', 'nl.json', '--data', 'data')
      expect(busy.err).toContain('[exchange.node-busy]')
      writeFileSync(lock, '4194305')
      const done = await run('log', 'learn', 'nl.json', '--data', 'data')
      expect(done.out).toContain('1 of 1 counted')
      mkdirSync(join(at, 'empty'))
      const none = await run('log', 'learn', 'nl.json', '--data', 'empty')
      expect(none.err).toContain('[exchange.no-node]')
    }))

  it('lets nobody vote with a key that is no officer’s, and says so of what is appended', () =>
    withNode(async (run, at) => {
      await run('key', 'officer.pem')
      await run('sign', 'nl.json', '--key', 'root.pem', '--out', 'nl.json')
      await run('log', 'learn', 'nl.json', '--data', 'data')
      const proposal = join(ROOT, 'examples/regime/proposal-3a501.yaml')
      const by = ['--officer', 'officer.pem', '--data', 'data']
      const proposed = await run('propose', proposal, '--charter', 'compact', ...by, '--show')
      expect(proposed).toMatchObject({ code: 1, out: '' })
      expect(proposed.err).toMatch(/officer\.pem\s+NL has delegated this key to no officer now\./)
      writeFileSync(join(at, 'body.json'), '{}')
      const appended = await run(
        'log',
        'append',
        '--type',
        'sighting',
        '--body',
        'body.json',
        ...by,
      )
      expect(appended).toMatchObject({
        code: 0,
        out: 'Entry 0 of the own log. Others see it at their next pull.\n',
      })
      expect(appended.err).toContain('It counts for nothing: NL has delegated this key')
    }))

  it('says which peer did not answer, and asks the others', () =>
    withNode(async (run) => {
      const sync = (...more: readonly string[]) =>
        run('log', 'sync', '--data', 'data', '--peer', 'JP=http://127.0.0.1:9', ...more)
      const { code, out } = await sync('--peer', 'US=http://127.0.0.1:10')
      expect(code).toBe(2)
      expect(out).toMatch(/JP: http:\/\/127.0.0.1:9 does not answer \(.+\)/)
      expect(out).toMatch(/US: http:\/\/127.0.0.1:10 does not answer \(.+\)/)
      const { silent } = JSON.parse((await sync('--json')).out) as { silent: readonly object[] }
      expect(silent).toMatchObject([{ member: 'JP', address: 'http://127.0.0.1:9' }])
    }))
})
