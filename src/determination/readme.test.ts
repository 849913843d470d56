import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const README = readFileSync(new URL('README.md', import.meta.url), 'utf8')

describe('the README of this room', () => {
  it('names only files that exist', () => {
    const files = new Set(readdirSync(import.meta.dirname))
    const named = [...README.matchAll(/`([a-z-]+)\.ts`/g)].map((match) => `${match[1]}.ts`)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((file) => !files.has(file))).toEqual([])
  })
})
