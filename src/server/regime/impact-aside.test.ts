import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { parseItem } from '../../classification/index.ts'
import { OWN_LAW, openRulebook } from '../../desk/index.ts'
import { type LegalDate, parseShape, unwrap } from '../../kernel/index.ts'
import { proposalContent } from '../../regime/index.ts'
import { regimeExample } from '../contract/regime-operations.ts'
import { impactAside } from './impact-aside.ts'

const law = { rulebook: openRulebook(OWN_LAW), lawFolder: OWN_LAW }
const content = unwrap(parseShape(proposalContent, regimeExample('proposal-3a501.yaml')))
const asked = (items: number) => ({
  ...{ content, asOf: '2026-06-02' as LegalDate, transactions: [] },
  items: Array.from({ length: items }, () =>
    unwrap(parseItem({ kind: 'ic.processor', characteristics: { tpp: 4992 } })),
  ),
})
const thread = (code: string) => () => new Worker(code, { eval: true })
const ANSWER = `require('node:worker_threads').parentPort.postMessage({ ok: true, value: 'told' })`

describe('what a proposal would change', () => {
  test('is answered at once for a few, and by a thread for many', async () => {
    const never = (): Worker => {
      throw new Error('no thread is wanted')
    }
    const few = unwrap(await impactAside(law, asked(2), never))
    expect(few.items.changed).toHaveLength(2)
    expect(await impactAside(law, asked(21), thread(ANSWER))).toEqual({ ok: true, value: 'told' })
  })

  test('is put off while two others are worked out, and answered after them', async () => {
    const many = Array.from({ length: 3 }, () => impactAside(law, asked(21), thread(ANSWER)))
    const settled = await Promise.allSettled(many)
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(await impactAside(law, asked(21), thread(ANSWER))).toMatchObject({ ok: true })
  })

  test('fails where its thread does, and only then', async () => {
    await expect(impactAside(law, asked(21), thread(`throw new Error('torn')`))).rejects.toThrow(
      'torn',
    )
  })
})
