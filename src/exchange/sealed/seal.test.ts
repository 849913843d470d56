import { beforeAll, describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { generateSealIdentity, openBody, sealBody } from './seal.ts'

let us: { identity: string; recipient: string }
let nl: { identity: string; recipient: string }
beforeAll(async () => {
  us = await generateSealIdentity()
  nl = await generateSealIdentity()
})

describe('a sealed body', () => {
  it('is read by each recipient and by nobody else', async () => {
    const { blob, sealed } = unwrap(await sealBody({ denial: 7 }, [us.recipient, nl.recipient]))
    const jp = await generateSealIdentity()
    expect(await openBody(blob, sealed, us.identity)).toEqual({
      ok: true,
      value: { body: { denial: 7 } },
    })
    expect(await openBody(blob, sealed, nl.identity)).toEqual({
      ok: true,
      value: { body: { denial: 7 } },
    })
    expect(await openBody(blob, sealed, jp.identity)).toEqual({ ok: true, value: undefined })
  })

  it('tells its size only by the bucket, and rounds the number of its recipients', async () => {
    const sizes: number[] = []
    for (const [length, count] of [
      [1, 1],
      [900, 1],
      [3000, 1],
      [3000, 3],
      [3000, 4],
      [20_000, 5],
      [200_000, 2],
    ] as const) {
      const { blob } = unwrap(await sealBody('x'.repeat(length), Array(count).fill(us.recipient)))
      sizes.push(blob.length / 1024)
      const stanzas = blob.toString('latin1').match(/^-> /gm)?.length
      expect(stanzas).toBe(2 ** Math.ceil(Math.log2(count)))
    }
    expect(sizes).toEqual([4, 4, 16, 16, 16, 64, 256])
    expect((await sealBody('x'.repeat(261_000), [us.recipient])).ok).toBe(false)
  })

  it('that was altered or is not what was signed is refused', async () => {
    const { blob, sealed } = unwrap(await sealBody({ denial: 7 }, [us.recipient]))
    const altered = Buffer.from(blob)
    altered.writeUInt8(altered.readUInt8(4000) ^ 1, 4000)
    expect(await openBody(altered, sealed, us.identity)).toMatchObject({
      problems: [{ code: 'exchange.blob-altered' }],
    })
    const other = { ...sealed, commitment: sealed.digest }
    expect(await openBody(blob, other, us.identity)).toMatchObject({
      problems: [{ code: 'exchange.body-not-as-signed' }],
    })
  })

  it('needs recipients that are such', async () => {
    expect((await sealBody(1, [])).ok).toBe(false)
    expect((await sealBody(1, ['age1nonsense'])).ok).toBe(false)
  })

  it('of the same text differs each time, in commitment too', async () => {
    const one = unwrap(await sealBody('no', [us.recipient]))
    const other = unwrap(await sealBody('no', [us.recipient]))
    expect(one.sealed.commitment).not.toBe(other.sealed.commitment)
  })
})
