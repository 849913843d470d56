import { describe, expect, it } from 'vitest'
import { byPlace } from './form-classes.ts'

describe('forms by word', () => {
  it('stand beside those of their class, told where these end', () => {
    const lists = { starts: Uint32Array.of(0, 4, 4, 6), values: Uint32Array.of(0, 1, 2, 3, 1, 2) }
    const { values, ends, starts } = byPlace(lists, Uint16Array.of(7, 5, 7, 5))
    expect([...starts]).toEqual([0, 4, 4, 6])
    expect([...values]).toEqual([1, 3, 0, 2, 1, 2])
    expect([...ends]).toEqual([2, 2, 4, 4, 5, 6])
  })
})
