import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../command.fixture.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const run = (...commandLine: readonly string[]) =>
  runCommand(['regime', ...commandLine], { workingDirectory: root })

describe('regime charter', () => {
  it('lists three charters with their standing', async () => {
    const { code, out } = await run('charter', 'list')
    expect(code).toBe(0)
    expect(out).toContain('wassenaar  Wassenaar Arrangement: 42 members, as it works')
    expect(out).toContain('a design, in force nowhere')
  })

  it('shows members of a day, rules in words and how long law took', async () => {
    const { out } = await run('charter', 'show', 'wassenaar', '--as-of', '2017-12-07')
    expect(out).toContain('Members on 2017-12-07: 41')
    expect(out).toContain('Nobody objects.')
    expect(out).toContain('21 months, 2018-12 to 2020-09-11')
    expect(out).toContain('Not enforced here: A vote on record is not held to these months')
  })

  it('names the nearest charter where there is none of a name', async () => {
    const { code, err } = await run('charter', 'show', 'wasenar')
    expect(code).toBe(1)
    expect(err).toContain('Did you mean wassenaar?')
  })

  it('checks a file and finds no fault, or refuses what is none', async () => {
    const { code, out } = await run('charter', 'check', 'law/charters/compact.yaml')
    expect([code, out]).toEqual([
      0,
      'law/charters/compact.yaml: compact, 19 members, 6 rules for 8 matters: no fault found.\n',
    ])
    const refused = await run('charter', 'check', 'examples/battery-cell.yaml')
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/battery-cell\.yaml:\d+:\d+/)
  })
})

describe('regime what-if', () => {
  const file = 'examples/regime/what-if.yaml'

  it('says that positions are invented, and who stops what', async () => {
    const { code, out } = await run('what-if', file)
    expect(code).toBe(0)
    expect(out).toContain('Every position is invented.')
    expect(out).toMatch(/wassenaar: 0 of 10 pass/)
    expect(out).toMatch(/compact: 10 of 10 pass/)
    expect(out).toMatch(
      /deep-ultraviolet-scanners +rejected +284 days by consensus; stopped by HU NL/,
    )
  })

  it('gives the power of members as JSON, with whole numbers as text', async () => {
    const { out } = await run('what-if', file, '--charter', 'compact', '--power', '--json')
    const { positions, charters } = JSON.parse(out) as {
      positions: string
      charters: { charter: string; power: { power: { members: { swings: string }[] } }[] }[]
    }
    expect(positions).toBe('invented')
    expect(charters).toHaveLength(1)
    expect(charters[0]?.power[0]?.power.members[0]?.swings).toMatch(/^\d+$/)
  })
})

describe('regime tally', () => {
  const ballots = 'examples/regime/ballots.jsonl'
  const asked = ['--charter', 'compact', '--matter', 'list-add', '--technology', 'lithography']

  it('counts the last ballot of each in time, at the exact boundary, and names the late one', async () => {
    const { code, out } = await run('tally', ballots, ...asked, '--closes', '2027-03-01T00:00:00Z')
    expect(code).toBe(0)
    expect(out).toMatch(/^adopted\n/)
    expect(out).toContain('members in favour, 55 %: 11 of 19; needed 11')
    expect(out).toMatch(/late +1: IT/)
  })

  it('says where no technology is named, so that makers have no vote of their own', async () => {
    const words = 'No technology is named with --technology'
    const [named, without] = [
      await run('tally', ballots, ...asked),
      await run('tally', ballots, ...asked.slice(0, 4)),
    ]
    expect(named.out).not.toContain(words)
    expect(without.out).toContain(words)
    const threshold = ['--charter', 'compact', '--matter', 'list-delete']
    expect((await run('tally', ballots, ...threshold)).out).not.toContain(words)
  })

  it('exits 2 where it is not adopted', async () => {
    const { code, out } = await run(
      'tally',
      ballots,
      '--charter',
      'wassenaar',
      '--matter',
      'list-add',
      '--json',
    )
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ outcome: 'rejected', no: ['NL'], withoutVote: ['TW'] })
  })

  it('refuses a technology that the charter does not know: its makers would have no say', async () => {
    const line = ['--charter', 'compact', '--matter', 'list-add', '--technology', 'chips']
    const { code, err } = await run('tally', ballots, ...line)
    expect(code).toBe(1)
    expect(err).toContain('[charter.no-technology]')
  })

  it('places what is wrong at its line', async () => {
    const { code, err } = await runCommand(['regime', 'tally', '-', ...asked], {
      workingDirectory: root,
      stdin: Readable.from([Buffer.from('{"member": "NL", "choice": "maybe"}\n')]),
    })
    expect(code).toBe(1)
    expect(err).toContain('-:1')
  })
})

describe('regime impact', () => {
  const files = [
    'examples/regime/proposal-3a501.yaml',
    '--items',
    'examples/regime/catalogue.jsonl',
    '--transactions',
    'examples/regime/transactions.jsonl',
    '--as-of',
    '2026-06-02',
  ]

  it('shows the redline, the answers that change at the exact number, whose they are, and what is not known', async () => {
    const { code, out } = await run('impact', ...files)
    expect(code).toBe(0)
    expect(out).toMatch(/ {13}as it stands +as proposed\n/)
    expect(out).toMatch(
      /title {4}Processing IC with TPP 6000 or more +Processing IC with TPP 4800 or more/,
    )
    expect(out).toMatch(/criteria kind ic and tpp >= 6000 +kind ic and tpp >= 4800\n/)
    expect(out).toContain('5 items: 2 answered otherwise')
    expect(out).toContain('processor-4800  newly on EU:3A501.a.16')
    expect(out).toContain('2 transactions: 1 answered otherwise')
    expect(out).toContain('Exporters of: DE (1)')
    expect(out).toContain('Worth: USD 1840000')
    expect(out).toMatch(/months after the first of them: 0 \(GB\), .*, 19 \(DE ES FR IT NL\)/s)
    expect(out).toMatch(/Wassenaar Arrangement, months from the decision: 5 \(US\), .* 21 \(US\)/)
    expect(out).toContain('licences: Not known.')
  })

  it('gives it as JSON', async () => {
    const { out } = await run('impact', ...files, '--json')
    expect(JSON.parse(out)).toMatchObject({
      proposal: '2027-processor-threshold',
      redline: [{ id: 'EU:3A501.a.16', change: 'changed' }],
      transactions: { asked: 2, changed: [{ before: 'undetermined', after: 'licence-required' }] },
    })
  })
})
