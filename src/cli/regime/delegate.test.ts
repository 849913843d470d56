import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { OWN_LAW, openCharters, openRulebook } from '../../desk/index.ts'
import type { ExchangeNode } from '../../exchange/index.ts'
import {
  type Digest,
  type LegalDate,
  parseShape,
  readDocument,
  unwrap,
} from '../../kernel/index.ts'
import { type Charter, proposalContent } from '../../regime/index.ts'
import { demoNode } from '../../server/index.ts'
import { ballot, opening } from './delegate.ts'
import { implementing } from './implement.ts'
import { releasing } from './release.ts'
import { prepared } from './speak.ts'

/** NL's node of the demo: one proposal is decided, one is open. */
let node: ExchangeNode
let charter: Charter
beforeAll(async () => {
  const rulebook = openRulebook(OWN_LAW)
  const [, plurilateral] = openCharters(OWN_LAW, rulebook)
  if (plurilateral === undefined) throw new Error('three charters')
  charter = plurilateral
  node = await demoNode(rulebook, () => Date.parse('2026-06-02T12:00:00Z'))
})

const text = readFileSync(new URL('../../../examples/regime/proposal-3a501.yaml', import.meta.url))
const { technology: _, ...content } = unwrap(
  parseShape(proposalContent, unwrap(readDocument(text.toString('utf8'))).value),
)
const codeOf = async (saying: Promise<unknown>): Promise<string> =>
  await saying.then(
    () => 'signed',
    (error: { problems: { code: string }[] }) => error.problems[0]?.code ?? '',
  )

describe('what a delegate signs', () => {
  it('is a ballot bound to the text on record, which is shown first', async () => {
    const { body, says } = await prepared(node, charter, (record) =>
      ballot(record, '2026-mask-writers', 'yes'),
    )
    const { proposalDigest } = body as { proposalDigest: string }
    expect(proposalDigest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(says[0]).toBe(
      `Votes yes on 2026-mask-writers, Multi-beam mask writers: the text ${proposalDigest}.`,
    )
  })

  it.each([
    ['2026-cryogenic-etch', 'proposal.closed'],
    ['2026-none', 'proposal.unknown'],
    ['toString', 'proposal.unknown'],
  ])('is no ballot on %s: %s', async (proposal, code) => {
    const saying = prepared(node, charter, (record) => ballot(record, proposal, 'no'))
    expect(await codeOf(saying)).toBe(code)
  })

  it('is a proposal that is open for a day more than the least time', async () => {
    const { body } = await prepared(node, charter, (record) => opening(record, content))
    expect(body).toMatchObject({ closesAt: '2026-07-03T12:00:00Z' })
  })

  it('is no proposal that closes before that, which would count for nothing', async () => {
    const early = '2026-06-20T00:00:00Z'
    const saying = prepared(node, charter, (record) => opening(record, content, early))
    expect(await codeOf(saying)).toBe('proposal.too-short')
  })

  it('is a release of what is decided, with what it holds named or taken from the record', async () => {
    const edition = `sha256:${'1'.repeat(64)}` as Digest
    const asked = { edition, from: '2026-07-01' as LegalDate }
    const saying = (version: string, proposal?: readonly string[]) =>
      prepared(node, charter, (record) =>
        releasing(record, version, { ...asked, ...(proposal === undefined ? {} : { proposal }) }),
      )
    const { type, body } = await saying('2026.9', ['2026-cryogenic-etch'])
    expect([type, body]).toEqual([
      'list.release',
      {
        ...{ version: '2026.9', edition, effectiveFrom: '2026-07-01' },
        proposals: ['2026-cryogenic-etch'],
      },
    ])
    expect(await codeOf(saying('2026.1', ['2026-cryogenic-etch']))).toBe('release.known')
    expect(await codeOf(saying('2026.9', ['2026-mask-writers']))).toBe('release.not-adopted')
    // What was decided is in a release already, and the other vote is open.
    expect(await codeOf(saying('2026.9'))).toBe('release.nothing')
    expect(await codeOf(saying('next', ['2026-cryogenic-etch']))).toBe('input.wrong-shape')
  })

  it('is what the own law made of a release, and nothing of what no release holds', async () => {
    const given = {
      cite: 'Stcrt. 2026, 7',
      state: 'adopted',
      from: '2026-08-01' as LegalDate,
    } as const
    const saying = (release: string, proposal: string) =>
      prepared(node, charter, () => implementing(release, proposal, given))
    expect(await saying('2026.1', '2026-cryogenic-etch')).toMatchObject({
      type: 'national.implementation',
      body: { state: 'adopted', from: '2026-08-01', legalReference: 'Stcrt. 2026, 7' },
      says: [
        'Says of 2026-cryogenic-etch in the list 2026.1: adopted, in force from 2026-08-01 (Stcrt. 2026, 7).',
      ],
    })
    expect(await codeOf(saying('2026.1', '2026-mask-writers'))).toBe('release.unknown')
    expect(await codeOf(saying('2026.2', '2026-cryogenic-etch'))).toBe('release.unknown')
  })
})
