import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { appendedText } from '../screening/monitoring/event-log.fixture.ts'
import { readEventLog } from '../screening/monitoring/event-log.ts'
import { Monitored } from '../screening/monitoring/monitoring.fixture.ts'
import { runCommand } from './command.fixture.ts'
import { inFolder } from './surroundings.fixture.ts'

const LIST = fileURLToPath(
  new URL('../../examples/lists/fictional-screening-list.csv', import.meta.url),
)
const CUSTOMERS = `id,name,country,otherNames
C-1,Halcyon Lattice Semiconductor,CN,
C-2,"Clean Foods, Inc.",DE,Clean Kitchen; Clean Table
`

interface Desk {
  readonly folder: string
  readonly log: string
  navicert(...words: readonly string[]): ReturnType<typeof runCommand>
  hits(): Promise<readonly { readonly hit: string; readonly status: string }[]>
}

/** A folder with one list taken in and two customers, one of them listed. */
function atDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const navicert: Desk['navicert'] = (...words) =>
      runCommand([...words], { workingDirectory: folder })
    const hits: Desk['hits'] = async () =>
      JSON.parse((await navicert('monitor', 'hits', '--json')).out)
    await navicert('lists', 'import', 'us-csl', LIST, '--published', '2026-05-30')
    writeFileSync(join(folder, 'customers.csv'), CUSTOMERS)
    const log = join(folder, '.navicert/monitoring/events.jsonl')
    await work({ folder, log, navicert, hits })
  })
}

async function screened({ navicert, hits }: Desk): Promise<string> {
  await navicert('monitor', 'add', 'customers.csv')
  await navicert('monitor', 'run')
  const [first] = await hits()
  return first?.hit ?? ''
}

const CLEAR = ['--clear', '--reason', 'Another seat', '--by', 'Ada']

describe('navicert monitor', () => {
  it('puts parties on file, screens them, and says with its code that hits are open', () =>
    atDesk(async ({ navicert }) => {
      const added = await navicert('monitor', 'add', 'customers.csv')
      expect(added).toMatchObject({ code: 0, err: '' })
      expect(added.out).toContain('2 parties put on file, 0 changed, 0 as before')
      const run = await navicert('monitor', 'run')
      expect(run.code).toBe(2)
      expect(run.out).toContain('2 parties on file screened: all against all rows.')
      expect(run.out).toContain('OPEN  Halcyon Lattice Semiconductor (C-1)')
      const again = await navicert('monitor', 'run')
      expect(again.out).toContain('0 against all rows, the others against 0 new or changed rows')
    }))

  it('is clear once the hit is cleared, until the party changes', () =>
    atDesk(async (desk) => {
      const hit = await screened(desk)
      const decided = await desk.navicert('monitor', 'decide', hit.slice(0, 8), ...CLEAR)
      expect(decided.code).toBe(0)
      expect(decided.out).toContain('clear on 2026-06-01 by Ada: Another seat')
      expect((await desk.navicert('monitor', 'run')).code).toBe(0)
      const changed = '{"id": "C-1", "name": "Halcyon Lattice", "country": "CN"}\n'
      writeFileSync(join(desk.folder, 'change.jsonl'), changed)
      const { out } = await desk.navicert('monitor', 'add', 'change.jsonl')
      expect(out).toContain('0 parties put on file, 1 changed, 0 as before; 1 hit re-opened')
      expect((await desk.navicert('monitor', 'hits', '--open')).code).toBe(2)
    }))

  it('keeps a cleared hit when the list is issued again, and re-opens it when its row changes', () =>
    atDesk(async (desk) => {
      const hit = await screened(desk)
      await desk.navicert('monitor', 'decide', hit, ...CLEAR)
      const issue = async (from: string, to: string, day: string) => {
        const file = join(desk.folder, `${day}.csv`)
        writeFileSync(file, readFileSync(LIST, 'utf8').replace(from, to))
        await desk.navicert('lists', 'import', 'us-csl', file, '--published', day)
        await desk.navicert('monitor', 'run')
        return (await desk.hits()).map(({ status }) => status)
      }
      expect(
        await issue('1 Invented Road, Shanghai', '1 INVENTED ROAD  Shanghai', '2026-05-31'),
      ).toEqual(['clear'])
      expect(
        await issue('1 Invented Road, Shanghai', '9 Invented Road, Shanghai', '2026-06-01'),
      ).toEqual(['open'])
      const { out } = await desk.navicert('monitor', 'log')
      expect(out).toContain('screened (delta) 2 parties: 1 found or changed, 0 gone')
      expect(out).toContain(`hit-reopened ${hit}: listed row changed`)
      const verified = await desk.navicert('monitor', 'log', '--verify')
      expect(verified.out).toMatch(
        /events of \d+ in the store, which is whole\. Last digest: sha256:/,
      )
    }))

  it('needs two different persons for a true match, which is never clear', () =>
    atDesk(async (desk) => {
      const hit = await screened(desk)
      const decide = (...words: readonly string[]) =>
        desk.navicert('monitor', 'decide', hit, ...words)
      const match = ['--true-match', '--reason', 'Same address', '--by', 'Ada']
      const same = await decide(...match, '--second', 'ada')
      expect([same.code, same.err]).toEqual([
        1,
        expect.stringContaining('[monitoring.same-person]'),
      ])
      expect(await decide(...match)).toMatchObject({ code: 2 })
      expect((await decide('--countersign', '--by', 'Ada')).err).toContain('two persons')
      const signed = await decide('--countersign', '--by', 'Grace')
      expect(signed).toMatchObject({ code: 0 })
      expect(signed.out).toContain('by Ada and Grace')
      expect((await desk.navicert('monitor', 'hits', '--open')).out).toBe('No hits.\n')
      expect((await desk.navicert('monitor', 'run')).code).toBe(2)
    }))

  it('refuses to screen against fewer lists than before, and keeps the hits', () =>
    atDesk(async (desk) => {
      const hit = await screened(desk)
      const { code, err } = await desk.navicert('monitor', 'run', '--as-of', '2026-05-01')
      expect([code, err]).toEqual([1, expect.stringContaining('[monitoring.list-gone]')])
      expect((await desk.hits()).map((one) => one.hit)).toEqual([hit])
    }))

  it('refuses none and two outcomes, takes a party off the file, and takes no bad file in', () =>
    atDesk(async (desk) => {
      const hit = await screened(desk)
      for (const flags of [[], ['--clear', '--override']]) {
        const { code, err } = await desk.navicert('monitor', 'decide', hit, ...flags, '--by', 'Ada')
        expect([code, err]).toEqual([1, expect.stringContaining('[monitoring.one-outcome]')])
      }
      expect((await desk.navicert('monitor', 'retire', 'C-1')).code).toBe(0)
      expect(await desk.hits()).toEqual([])
      expect((await desk.navicert('monitor', 'retire', 'C-1')).err).toContain('[party.not-open]')
      for (const [text, problem] of [
        ['id,name,contry\n1,A,KR\n', 'misspelt-heading'],
        ['id,name\n1,A\n1,B\n', 'twice'],
        ['{"id": 1, "name": "A", "nam": "B"}\n', 'unknown-key'],
      ] as const) {
        writeFileSync(join(desk.folder, 'bad.txt'), text)
        const { code, err } = await desk.navicert('monitor', 'add', 'bad.txt')
        expect([code, err]).toEqual([1, expect.stringContaining(problem)])
      }
    }))

  it('takes a record from before there was a store in once, with its decisions', () =>
    atDesk(async ({ log, navicert, hits }) => {
      const state = new Monitored().file('C-1', 'Halcyon Lattice Semiconductor')
      state.list('Halcyon Lattice Semiconductor').run().decide()
      mkdirSync(dirname(log), { recursive: true })
      writeFileSync(log, appendedText(readEventLog(''), state.events))
      expect((await hits()).map(({ status }) => status)).toEqual(['clear'])
      expect(existsSync(log)).toBe(false)
      writeFileSync(log, readFileSync(`${log}.taken-in`))
      // As where it was killed before it renamed the file.
      expect((await hits()).map(({ status }) => status)).toEqual(['clear'])
      writeFileSync(log, readFileSync(`${log}.taken-in`, 'utf8').replace('Halcyon', 'Halcyan'))
      expect((await navicert('monitor', 'hits')).err).toContain('[monitoring.log-broken]')
    }))
})
