import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf, type LegalDate, parseShape, unwrap } from '../../kernel/index.ts'
import { proposalContent } from '../../regime/index.ts'
import { runCommand } from '../command.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'navicert-proposals-'))
const ledger = join(folder, 'ledger.jsonl')

const CONTENT = {
  proposal: '2027-mirrors',
  title: 'Mirrors of scanners',
  matter: 'list-add',
  technology: 'lithography',
  new: {
    list: 'Wassenaar list',
    jurisdiction: 'WA',
    entries: [
      {
        code: '3.B.1.z',
        family: 'litho',
        title: 'Mirrors of scanners',
        criteria: { kind: ['sme.litho.scanner'] },
        cite: 'Invented',
        mark: 'unverified',
      },
    ],
  },
  rationale: 'They decide what a scanner can do.',
}
const proposalDigest = digestOf(unwrap(parseShape(proposalContent, CONTENT)))
const said = (member: string, witnessedAt: string, type: string, body: object) => ({
  member,
  type,
  createdAt: witnessedAt,
  witnessedAt,
  body,
})
const vote = (member: string, choice = 'yes', at = '2027-02-01T00:00:00Z') =>
  said(member, at, 'vote.cast', { proposal: CONTENT.proposal, proposalDigest, choice })

const FOR = ['AT', 'AU', 'BE', 'CA', 'DE', 'ES', 'FI', 'FR', 'JP', 'NL', 'US']

beforeAll(() => {
  const entries = [
    said('NL', '2027-01-10T00:00:00Z', 'list.proposal.open', {
      content: CONTENT,
      closesAt: '2027-03-01T00:00:00Z',
    }),
    ...FOR.map((member) => vote(member)),
    vote('KR', 'no'),
    vote('GB', 'no', '2027-03-02T00:00:00Z'),
    said('KR', '2027-03-20T00:00:00Z', 'vote.result', {
      proposal: CONTENT.proposal,
      proposalDigest,
      outcome: 'rejected',
    }),
    said('NL', '2027-04-01T00:00:00Z', 'list.release', {
      version: '2027.1',
      edition: digestOf('the list'),
      effectiveFrom: '2027-06-01',
      proposals: [CONTENT.proposal],
    }),
    said('NL', '2027-04-10T00:00:00Z', 'national.implementation', {
      release: '2027.1',
      proposal: CONTENT.proposal,
      state: 'adopted',
      from: '2027-05-01',
      legalReference: 'Stcrt. 2027, 1',
    }),
  ]
  writeFileSync(ledger, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shown = (command: string, on: string, ...more: readonly string[]) =>
  runCommand(['regime', command, '--charter', 'compact', '--ledger', ledger, '--on', on, ...more])

describe('proposals of a ledger', () => {
  it('are open until they close', async () => {
    const { code, out, err } = await shown('proposals', '2027-02-10')
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch(
      /2027-mirrors +open +11 +1 +7 +2027-03-01T00:00:00Z +– +Mirrors of scanners/,
    )
  })

  it('are open today until the minute of the close, not until the end of the day', async () => {
    const file = join(folder, 'closing.jsonl')
    const opened = said('NL', '2027-01-10T00:00:00Z', 'list.proposal.open', {
      content: CONTENT,
      closesAt: '2027-03-01T18:00:00Z',
    })
    writeFileSync(file, JSON.stringify(opened))
    const line = ['regime', 'proposals', '--charter', 'compact', '--ledger', file]
    const today = '2027-03-01' as LegalDate
    const moment = '2027-03-01T17:59:59Z'
    const { out } = await runCommand([...line, '--json'], { today, moment })
    expect(JSON.parse(out)).toMatchObject({
      at: moment,
      proposals: [{ standing: { phase: 'open' } }],
    })
  })

  it('bind all where 11 of 19 and most makers are for it, without the ballot that came late', async () => {
    const { out } = await shown('proposals', '2027-04-05')
    expect(out).toMatch(
      /2027-mirrors +adopted, until \d{4}-\d\d-\d\d +11 +1 +7, 1 late .* 19 +Mirrors/,
    )
  })

  it('are shown as ended once their term is over', async () => {
    const { out } = await shown('proposals', '2032-03-01')
    expect(out).toContain('adopted, ended 2032-02-28')
  })

  it('raise an alarm where a member published another result than the ballots bear out', async () => {
    const { code, out } = await shown('proposals', '2027-04-05')
    expect(code).toBe(2)
    expect(out).toContain('disputed 2027-mirrors: KR published rejected')
  })

  it('are not counted by a charter that nobody knows', async () => {
    const { code, err } = await runCommand([
      ...['regime', 'proposals', '--charter', 'compactt', '--ledger', ledger],
    ])
    expect(code).toBe(1)
    expect(err).toContain('Did you mean compact?')
  })
})

describe('the tracker', () => {
  it('shows who has it in force after how many days, and who is silent', async () => {
    const { code, out, err } = await shown('track', '2027-05-11')
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch(/2027\.1 +2027-mirrors +NL +in-force +2027-05-01 +61 +Stcrt\. 2027, 1/)
    expect(out).toMatch(/2027\.1 +2027-mirrors +US +silent.* – +71 +–/)
    expect(out).toMatch(/Published of [^:]*Wassenaar[^:]*: 5 to 21 months/)
  })
})
