import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { exportBundle } from './bundle/bundle.ts'
import { importBundle } from './bundle/import-bundle.ts'
import { entryDigest } from './entry/sign-entry.ts'
import { readLedger } from './node/ledger.ts'
import { Members } from './node/nodes.fixture.ts'
import { publicBytesOf } from './note/ed25519.ts'
import { ED25519_NOTE, parseVerifierKey, printVerifierKey } from './note/note-key.ts'
import { openNote } from './note/signed-note.ts'
import { keyOf, publicOf } from './regime.fixture.ts'
import { filesInMemory } from './store/files.fixture.ts'
import { filesOnDisk } from './store/files.ts'
import { LogStore } from './store/log-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'navicert-in-go-'))
const program = join(folder, 'program')
const source = fileURLToPath(new URL('../../e2e/exchange-in-go', import.meta.url))
const built = spawnSync('go', ['build', '-o', program, '.'], { cwd: source, encoding: 'utf8' })
const why = built.error?.message ?? built.stderr
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...words: readonly string[]) => spawnSync(program, words, { encoding: 'utf8' })

/** An independent implementation: golang.org/x/mod/sumdb/note and tlog. */
describe.skipIf(built.status !== 0)(
  `a log and Go's (skipped where Go does not build: ${why.slice(0, 80)})`,
  () => {
    it('written here is verified there, entry by entry, and not once altered', () => {
      const members = new Members(['GO', 'NL', 'US'])
      const node = members.open('NL', filesOnDisk(folder))
      for (let at = 0; at < 259; at += 1) members.write(node, 'notice')
      const key = printVerifierKey('allies/NL', ED25519_NOTE, publicBytesOf(keyOf('NL node')))
      const log = join(folder, 'logs/NL')
      const read = run('read', log, key, '257')
      expect([read.stdout, read.stderr]).toEqual(['259 entries verified\n', ''])
      const bundle = join(log, 'tile/entries/001.p/3')
      const bytes = readFileSync(bundle)
      bytes.writeUInt8(bytes.readUInt8(50) ^ 1, 50)
      writeFileSync(bundle, bytes)
      expect(run('read', log, key, '257').status).toBe(1)
    })

    it('in a bundle written here is verified there, with every signature, and not once altered', () => {
      const members = new Members(['GO', 'NL', 'US'])
      const node = members.open('NL', filesInMemory())
      for (let at = 0; at < 300; at += 1) members.write(node, 'notice')
      const file = join(folder, 'here.bundle')
      const bytes = exportBundle(node)
      writeFileSync(file, bytes)
      const key = printVerifierKey('allies/NL', ED25519_NOTE, publicBytesOf(keyOf('NL node')))
      const read = () => run('read-bundle', file, publicOf('NL node'), key, 'NL', '299')
      expect([read().stdout, read().stderr]).toEqual([
        expect.stringMatching(/^300 entries verified out of a bundle of \d+ parts\n$/),
        '',
      ])
      const altered = Buffer.from(bytes)
      altered.writeUInt8(altered.readUInt8(altered.length - 9) ^ 1, altered.length - 9)
      writeFileSync(file, altered)
      expect(read().stderr).toContain('altered: ')
      expect(run('read-bundle', file, publicOf('US node'), key, 'NL', '299').status).toBe(1)
    })

    it('in a bundle written there is taken here, entry by entry, and not once altered', async () => {
      const members = new Members(['GO', 'NL', 'US'])
      const taking = members.node('US')
      const file = join(folder, 'there.bundle')
      const seed = hash('sha256', 'GO node', 'base64')
      expect(run('write-bundle', file, seed, 'allies', 'GO', '300').stderr).toBe('')
      const bytes = readFileSync(file)
      const altered = Buffer.from(bytes)
      altered.writeUInt8(altered.readUInt8(altered.length - 9) ^ 1, altered.length - 9)
      expect((await importBundle(taking, altered)).ok).toBe(false)
      expect(taking.log('GO').size).toBe(0)
      const { logs } = unwrap(await importBundle(taking, bytes))
      expect(logs).toMatchObject([{ member: 'GO', outcome: 'advanced', from: 0, to: 300 }])
      const { entries, refused } = await readLedger(taking)
      expect(refused).toEqual([])
      expect(entries.map(({ body }) => body)).toEqual(
        Array.from({ length: 300 }, (_, number) => ({ number })),
      )
      expect(unwrap(await importBundle(taking, bytes)).logs[0]).toMatchObject({
        from: 300,
        to: 300,
      })
    })

    it('written there is read here', () => {
      const written = run('write', join(folder, 'logs/GO'), '70000')
      const verifier = parseVerifierKey(written.stdout.trim())
      const log = new LogStore(filesOnDisk(folder), 'logs/GO')
      expect(log.size).toBe(70_000)
      expect(log.entry(69_999).toString()).toBe('entry 69999')
      expect(log.rootAt(70_000)).toEqual(log.head?.checkpoint.root)
      expect(verifier && log.head && openNote(log.head.note, [verifier]).ok).toBe(true)
      expect(entryDigest(log.entry(0))).toMatch(/^sha256:/)
    })
  },
)
