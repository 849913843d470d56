import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { readAside } from './read-aside.ts'

const table = (bytes: number) => ({
  bytes: Buffer.from(`sku,name\nA-1,${'x'.repeat(bytes)}\n`),
  encoding: undefined,
  mostUnpacked: 1e6,
})
const thread = (code: string) => () => new Worker(code, { eval: true })
const ANSWER = `require('node:worker_threads').parentPort.postMessage({ ok: true, value: 'read' })`

describe('a table that is sent', () => {
  test('is read at once where it is short, and by a thread where it is long', async () => {
    const never = (): Worker => {
      throw new Error('no thread is wanted')
    }
    expect(await readAside(table(10), never)).toMatchObject({ value: { heading: ['sku', 'name'] } })
    expect(await readAside(table(40_000), thread(ANSWER))).toEqual({ ok: true, value: 'read' })
  })

  test('is told to have failed where its thread fails or ends without a word', async () => {
    const failing = readAside(table(40_000), thread(`throw new Error('torn')`))
    await expect(failing).rejects.toThrow('torn')
    await expect(readAside(table(40_000), thread('0'))).rejects.toThrow('ended without an answer')
  })

  test('is put off while four others are read, and read after them', async () => {
    const many = Array.from({ length: 5 }, () => readAside(table(40_000), thread(ANSWER)))
    const settled = await Promise.allSettled(many)
    expect(settled.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 4 }, () => 'fulfilled'),
      'rejected',
    ])
    expect(await readAside(table(40_000), thread(ANSWER))).toMatchObject({ ok: true })
  })
})
