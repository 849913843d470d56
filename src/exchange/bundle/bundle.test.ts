import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { ledgerDigest, readLedger } from '../node/ledger.ts'
import { Members } from '../node/nodes.fixture.ts'
import { keyOf } from '../regime.fixture.ts'
import { filesInMemory } from '../store/files.fixture.ts'
import { exportBundle, readBundle } from './bundle.ts'
import { importBundle, receiptOf } from './import-bundle.ts'

describe('a bundle', () => {
  it('brings a node that was off up to date; in any order, and twice is once', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const [jp, nl] = [members.node('JP'), members.node('NL')]
    await members.say('NL', 3)
    const first = exportBundle(nl)
    await members.say('NL', 2)
    const second = exportBundle(nl, new Map([['NL', 4]]))
    // Its bundles of entries are whole ones, so that the later file brings the earlier entries too.
    for (const bundle of [second, first]) unwrap(await importBundle(jp, bundle))
    expect(jp.log('NL').size).toBe(7)
    const digest = ledgerDigest(await readLedger(jp))
    const files = new Map(members.files.get('JP')?.entries())
    unwrap(await importBundle(jp, second))
    unwrap(await importBundle(jp, first))
    expect(members.files.get('JP')?.entries()).toEqual(files)
    expect(ledgerDigest(await readLedger(jp))).toBe(digest)
    expect(digest).toBe(ledgerDigest(await readLedger(nl)))
  })

  it('says in its manifest what its maker holds, as a receipt', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 3)
    unwrap(await importBundle(members.node('JP'), exportBundle(members.node('NL'))))
    const back = unwrap(readBundle(members.node('NL'), exportBundle(members.node('JP'))))
    expect(back.manifest).toMatchObject({ from: 'JP' })
    expect(back.manifest.logs).toContainEqual({ member: 'NL', since: 0, until: 4 })
  })

  it('that is refused leaves nothing behind, not even the keys that it brings', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 1)
    const bundle = exportBundle(members.node('NL'))
    const fresh = filesInMemory()
    const jp = members.open('JP', fresh, {}, [])
    const thief = members.open('NL', filesInMemory(), { node: keyOf('thief') })
    for (const wrong of [
      exportBundle(thief),
      exportBundle(new Members(['JP'], 'others').node('JP')),
    ]) {
      const code = (await importBundle(jp, wrong)) as { problems?: { code: string }[] }
      expect(code.problems?.[0]?.code).toMatch(/bundle-(?:not-signed|of-another-regime)/)
      expect([...fresh.entries()]).toEqual([])
    }
    expect(receiptOf(jp, bundle).ok).toBe(true)
    expect([...fresh.entries()]).toEqual([])
    expect((await importBundle(jp, bundle)).ok).toBe(true)
    expect(jp.log('NL').size).toBe(2)
  })

  it('that is altered anywhere, or garbage, is refused and never throws', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 1)
    const bundle = exportBundle(members.node('NL'))
    const jp = members.node('JP')
    fc.assert(
      fc.property(
        fc.nat({ max: bundle.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const altered = Buffer.from(bundle)
          altered.writeUInt8(altered.readUInt8(at) ^ flip, at)
          expect(readBundle(jp, altered).ok).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
    fc.assert(fc.property(fc.uint8Array(), (garbage) => !readBundle(jp, garbage).ok))
    expect(readBundle(jp, bundle.subarray(0, -1)).ok).toBe(false)
    expect(readBundle(jp, bundle).ok).toBe(true)
  })
})
