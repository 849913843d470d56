import { describe, expect, it } from 'vitest'
import { assert, assertNever } from './index.ts'

describe('assertions', () => {
  it('lets pass what holds', () => {
    expect(() => assert(true, 'a day has 24 hours')).not.toThrow()
  })

  it('names the bug where something does not hold', () => {
    expect(() => assert(false, 'a day has 24 hours')).toThrow('This is a bug: a day has 24 hours')
  })

  it('names the case that a switch forgot', () => {
    expect(() => assertNever('maybe' as never)).toThrow('This is a bug: no case for "maybe"')
  })
})
