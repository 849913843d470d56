import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../command.fixture.ts'
import { inFolder } from '../surroundings.fixture.ts'

const EXAMPLES = fileURLToPath(new URL('../../../examples/regime', import.meta.url))
const LEDGER = join(EXAMPLES, 'ledger.jsonl')

describe('navicert regime denials list', () => {
  it('shows a refusal once for each regime it stands in, with its own contact and end', async () => {
    const { code, out } = await runCommand([
      ...['regime', 'denials', 'list', '--ledger', LEDGER, '--on', '2027-03-01'],
    ])
    expect(code).toBe(0)
    expect(out).toMatch(/NSG +NSG-XA-1 +XA +XA\/2027\/17 +2030-01-04 +in-force +must +Export/)
    expect(out).toMatch(/WA +WA-XA-9 +XA +XA\/2027\/17 +2029-01-04 +in-force +may +Delegation/)
    expect(out).not.toContain('NSG-XB-1')
  })

  it('tells a line that is no entry, by its place', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'l.jsonl'), '{"member":"XA","type":"t","createdAt":"today"}\n')
      const { code, err } = await runCommand(['regime', 'denials', 'list', '--ledger', 'l.jsonl'], {
        workingDirectory: folder,
      })
      expect([code, err]).toEqual([1, expect.stringContaining('l.jsonl:1')])
    }))
})

describe('navicert regime denials import', () => {
  const run = (folder: string, file: string, ...more: readonly string[]) =>
    runCommand(
      [
        ...['regime', 'denials', 'import', file, '--member', 'XC', '--ledger', LEDGER],
        ...['--out', 'new.jsonl', ...more],
      ],
      { workingDirectory: folder },
    )

  it('stores names as they are written, in entries that the list reads', () =>
    inFolder(async (folder) => {
      expect((await run(folder, join(EXAMPLES, 'denials.csv'))).code).toBe(0)
      expect(readFileSync(join(folder, 'new.jsonl'), 'utf8')).toContain(`"O'Brien & Söhne"`)
      const { out } = await runCommand(
        [
          ...['regime', 'denials', 'list', '--ledger', LEDGER, '--ledger', 'new.jsonl'],
          ...['--on', '2027-03-01', '--issuer', 'XC', '--json'],
        ],
        { workingDirectory: folder },
      )
      const { denials } = JSON.parse(out) as {
        denials: { record: { parties: { name: string }[] } }[]
      }
      const parties = denials[0]?.record.parties.map(({ name }) => name)
      expect(parties).toEqual(["O'Brien & Söhne", 'Harbour Parts <Trading> Ltd'])
    }))

  it('loads nothing where one row is bad, lists the rows, and leaves the file as it was', () =>
    inFolder(async (folder) => {
      const good = readFileSync(join(EXAMPLES, 'denials.csv'), 'utf8')
      const bad = good.replace('2027-02-15', '02/03/2027')
      writeFileSync(join(folder, 'bad.csv'), bad)
      const { code, err } = await run(folder, 'bad.csv', '--row-errors', 'wrong.csv')
      expect(code).toBe(1)
      expect(err).toContain('bad.csv:4 decided_on')
      expect(err).toContain('[denials.nothing-loaded]')
      expect(existsSync(join(folder, 'new.jsonl'))).toBe(false)
      expect(readFileSync(join(folder, 'wrong.csv'), 'utf8')).toContain('NSG-XC-2')
      expect(readFileSync(join(folder, 'bad.csv'), 'utf8')).toBe(bad)
    }))

  it('refuses rows of one number that say two things of the refusal', () =>
    inFolder(async (folder) => {
      const good = readFileSync(join(EXAMPLES, 'denials.csv'), 'utf8')
      writeFileSync(join(folder, 'bad.csv'), good.replace('2027-02-08', '2027-02-09'))
      const { err } = await run(folder, 'bad.csv')
      expect(err).toContain('[table.differs]')
    }))
})
