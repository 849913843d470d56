import { describe, expect, it } from 'vitest'
import { digestOf } from '../../kernel/index.ts'
import { OpenedBodies } from './opened-bodies.ts'

describe('bodies that were opened', () => {
  it('are held until they are too many, and then the oldest go', () => {
    const opened = new OpenedBodies()
    const quarter = 16 * 1024 * 1024
    const blobs = [1, 2, 3, 4, 5].map((number) => digestOf(number))
    for (const [at, blob] of blobs.entries()) opened.set(blob, at, quarter)
    expect(blobs.map((blob) => opened.has(blob))).toEqual([false, true, true, true, true])
    expect(blobs.map((blob) => opened.get(blob))).toEqual([undefined, 1, 2, 3, 4])
  })
})
