import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { cutIntoVolumes, joinVolumes } from './volumes.ts'

const bundle = Buffer.from(`{"bundle":true}\n${'of some length '.repeat(40)}`)
const named = (volumes: readonly Buffer[]) =>
  volumes.map((bytes, at) => ({ file: `part.${at + 1}`, bytes }))
const wrongOf = (files: Parameters<typeof joinVolumes>[0]) => {
  const joined = joinVolumes(files)
  return joined.ok ? [] : joined.problems.map(({ code, where }) => [code.slice(9), where?.file])
}

describe('volumes of a bundle', () => {
  it('give it again, in any order and with some twice', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 400 }),
        fc.infiniteStream(fc.double()),
        (bytes, size, order) => {
          const whole = Buffer.from(bytes)
          const volumes = named(cutIntoVolumes(whole, size))
          const twice = [...volumes, ...volumes.slice(0, 2)]
          const shuffled = twice
            .map((file) => ({ file, at: order.next().value ?? 0 }))
            .sort((one, other) => one.at - other.at)
            .map(({ file }) => file)
          expect(Buffer.from(unwrap(joinVolumes(shuffled)))).toEqual(whole)
        },
      ),
    )
  })

  it('are each of the size and the label', () => {
    const volumes = cutIntoVolumes(bundle, 100)
    expect(volumes).toHaveLength(Math.ceil(bundle.length / 100))
    expect(JSON.parse(volumes[1]?.toString().split('\n')[0] ?? '')).toMatchObject({
      volume: 2,
      of: volumes.length,
    })
  })

  it('that are missing, altered, of another bundle or none are each named', () => {
    const volumes = named(cutIntoVolumes(bundle, 100))
    const without = volumes.filter((_, at) => at !== 2)
    const missing = joinVolumes(without)
    expect(missing).toMatchObject({
      problems: [{ code: 'exchange.volume-missing', detail: expect.stringContaining(': 3.') }],
    })
    const altered = volumes.map(({ file, bytes }, at) => {
      const copy = Buffer.from(bytes)
      if (at === 1) copy.writeUInt8(copy.readUInt8(copy.length - 1) ^ 1, copy.length - 1)
      return { file, bytes: copy }
    })
    expect(wrongOf(altered)).toEqual([
      ['volume-altered', 'part.2'],
      ['volume-missing', undefined],
    ])
    const [stranger] = named(cutIntoVolumes(Buffer.from('another'), 100))
    expect(wrongOf([...volumes, { ...stranger, file: 'other' } as (typeof volumes)[0]])).toEqual([
      ['volume-of-another', 'other'],
    ])
    expect(wrongOf([...volumes, { file: 'x', bytes: Buffer.from('nothing\n') }])).toEqual([
      ['volume-malformed', 'x'],
    ])
    // Labels that fit each other over bytes that do not.
    const forged = cutIntoVolumes(Buffer.from('as long as the other one'), 100).map((bytes) =>
      Buffer.from(bytes.toString().replace(/sha256:[0-9a-f]{8}/, 'sha256:00000000')),
    )
    expect(wrongOf(named(forged))).toEqual([['volume-altered', undefined]])
  })

  it('of which there is one alone are a bundle as it is', () => {
    expect(unwrap(joinVolumes([{ file: 'whole', bytes: bundle }]))).toBe(bundle)
  })
})
