import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../surroundings.fixture.ts'
import { asOnlyWriter } from './only-writer.ts'

/** Linux gives no process a number above 4,194,304. */
const NOBODY = '4194305'

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { readonly problems?: readonly { readonly code: string }[] }) =>
      error.problems?.[0]?.code,
  )

describe('the only writer of a node', () => {
  it('keeps others out, and leaves nothing behind', () =>
    inFolder(async (folder) => {
      await asOnlyWriter(folder, async () => {
        expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(`${process.pid} `)
        expect(await codeOf(asOnlyWriter(folder, async () => 1))).toBe('exchange.node-busy')
      })
      await expect(
        asOnlyWriter(folder, async () => {
          throw new Error('in the middle')
        }),
      ).rejects.toThrow('in the middle')
      expect(readdirSync(folder)).toEqual([])
    }))

  it('takes over from a dead process, and from nothing that it cannot read', () =>
    inFolder(async (folder) => {
      for (const dead of [NOBODY, `${NOBODY} 8d1f`]) {
        writeFileSync(join(folder, 'lock'), dead)
        expect(await asOnlyWriter(folder, async () => 'done')).toBe('done')
      }
      for (const unreadable of ['', 'x', `${process.pid}`]) {
        writeFileSync(join(folder, 'lock'), unreadable)
        expect(await codeOf(asOnlyWriter(folder, async () => 1))).toBe('exchange.node-busy')
        expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(unreadable)
      }
    }))

  it('of several that find a dead one, one alone takes over', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'lock'), NOBODY)
      // Another has seen the same dead holder, and is removing its lock.
      writeFileSync(join(folder, `lock.of-${NOBODY}`), String(process.pid))
      expect(await codeOf(asOnlyWriter(folder, async () => 1))).toBe('exchange.node-busy')
      expect(existsSync(join(folder, 'lock'))).toBe(true)
    }))
})
