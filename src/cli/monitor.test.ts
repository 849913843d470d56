import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
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

  it('is not clear while a list that must be screened is missing or too old', () =>
    atDesk(async ({ navicert }) => {
      const { code, out } = await navicert('monitor', 'run', '--as-of', '2026-09-01')
      expect(code).toBe(2)
      expect(out).toContain('LISTS MISSING OR TOO OLD')
    }))

  it('refuses to screen against fewer lists than before, and keeps the hits', () =>
    atDesk(async (desk) => {
      const hit = await screened(desk)
      const { code, err } = await desk.navicert('monitor', 'run', '--as-of', '2026-05-01')
      expect([code, err]).toEqual([1, expect.stringContaining('[monitoring.list-gone]')])
      expect((await desk.hits()).map((one) => one.hit)).toEqual([hit])
    }))

  it.each([
    ['none', []],
    ['two', ['--clear', '--override']],
  ])('refuses %s outcomes', (_, flags) =>
    atDesk(async (desk) => {
      const hit = await screened(desk)
      const { code, err } = await desk.navicert('monitor', 'decide', hit, ...flags, '--by', 'Ada')
      expect(code).toBe(1)
      expect(err).toContain('[monitoring.one-outcome]')
    }),
  )

  it('takes a party off the file', () =>
    atDesk(async (desk) => {
      await screened(desk)
      expect((await desk.navicert('monitor', 'retire', 'C-1')).code).toBe(0)
      expect(await desk.hits()).toEqual([])
      expect((await desk.navicert('monitor', 'retire', 'C-1')).err).toContain('monitoring.no-party')
    }))

  it.each([
    ['a heading with a misspelt column', 'id,name,contry\n1,A,KR\n', 'misspelt-heading'],
    ['a heading without a number', 'name,country\nA,KR\n', 'no-column'],
    ['a row of another width', 'id,name\n1,A,B\n', 'wrong-width'],
    ['a quotation mark left open', 'id,name\n1,"A\n2,B\n', 'open-quote'],
    ['a number twice', 'id,name\n1,A\n1,B\n', 'twice'],
    ['an empty name', '{"id": 1, "name": " "}\n', 'wrong-shape'],
    ['a key it does not know', '{"id": 1, "name": "A", "nam": "B"}\n', 'unknown-key'],
  ])('puts no party on file where the file has %s', (_, text, code) =>
    atDesk(async ({ folder, navicert }) => {
      writeFileSync(join(folder, 'bad.txt'), text)
      const { code: exit, err } = await navicert('monitor', 'add', 'bad.txt')
      expect([exit, err]).toEqual([1, expect.stringContaining(code)])
      expect((await navicert('monitor', 'log')).out).toBe('')
    }),
  )
})

describe('navicert monitor log --verify', () => {
  it('says how many events follow each other, and the last digest', () =>
    atDesk(async (desk) => {
      await screened(desk)
      const { code, out } = await desk.navicert('monitor', 'log', '--verify')
      expect(code).toBe(0)
      expect(out).toMatch(/^3 events follow each other\. Last digest: sha256:[0-9a-f]{64}\.\n$/)
    }))

  it('finds a line that was changed, and nothing works on that record any more', () =>
    atDesk(async (desk) => {
      await screened(desk)
      writeFileSync(desk.log, readFileSync(desk.log, 'utf8').replace('Halcyon', 'Halcyan'))
      const { code, err } = await desk.navicert('monitor', 'log', '--verify')
      expect([code, err]).toEqual([1, expect.stringContaining('events.jsonl:1')])
      expect(err).toContain('[monitoring.log-broken]')
      for (const words of [['run'], ['hits'], ['add', 'customers.csv']])
        expect((await desk.navicert('monitor', ...words)).code).toBe(1)
    }))

  it('tells of a line cut by a crash; the next run writes behind it and erases nothing', () =>
    atDesk(async (desk) => {
      await screened(desk)
      appendFileSync(desk.log, '{"digest":"sha256:0')
      const cut = readFileSync(desk.log, 'utf8')
      const torn = await desk.navicert('monitor', 'log', '--verify', '--json')
      expect(torn.code).toBe(1)
      expect(JSON.parse(torn.out)).toMatchObject({ state: 'torn', events: 3 })
      expect((await desk.navicert('monitor', 'hits')).err).toContain('[monitoring.log-torn]')
      await desk.navicert('monitor', 'run')
      expect(readFileSync(desk.log, 'utf8').startsWith(`${cut}\n`)).toBe(true)
      const whole = await desk.navicert('monitor', 'log', '--verify', '--json')
      expect(JSON.parse(whole.out)).toMatchObject({ state: 'whole', events: 4, healed: 1 })
    }))

  it('the record is refused to a second writer', () =>
    atDesk(async (desk) => {
      await screened(desk)
      writeFileSync(`${desk.log}.lock`, '1')
      expect((await desk.navicert('monitor', 'run')).err).toContain('[monitoring.busy]')
    }))
})
