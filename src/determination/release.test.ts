import { describe, expect, it } from 'vitest'
import { createReleaseReader } from './release.ts'

const table = { means: ['email'], cite: 'Invented law, section 1', mark: 'derived' }
const read = createReleaseReader({ tables: new Map([['tables/ways-of-sending', table]]) })
const route = { from: 'US', to: 'SG' } as const

describe('technology', () => {
  it('is released where it is stated to be, whatever the route', () => {
    expect(read({ technology: { location: 'SG' }, route })).toBe(true)
    expect(read({ technology: { location: 'US', means: 'email' }, route })).toBe(false)
  })
  it('leaves for where the route goes, by a means that the table names', () => {
    expect(read({ technology: { means: 'email' }, route })).toBe(true)
    expect(
      read({ technology: { means: 'email' }, route: { from: 'US', to: 'US' } }),
    ).toBeUndefined()
    expect(read({ technology: { means: 'email' }, route: { from: 'US' } })).toBeUndefined()
  })
  it('is nowhere yet by another means, by none, or without the table', () => {
    expect(read({ technology: { means: 'visit' }, route })).toBeUndefined()
    expect(read({ technology: {}, route })).toBeUndefined()
    expect(read({ route })).toBeUndefined()
    const bare = createReleaseReader({ tables: new Map() })
    expect(bare({ technology: { means: 'email' }, route })).toBeUndefined()
    expect(bare({ technology: { location: 'SG' }, route })).toBe(true)
  })
})
