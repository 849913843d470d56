import { describe, expect, it } from 'vitest'
import { exampleFiles, exampleRulebook } from './example-law.fixture.ts'
import { editionNoted, serialiseRulebook, sourceDigest } from './law-cache.ts'

describe('the edition that a stored rulebook names', () => {
  const rulebook = exampleRulebook()
  const stored = serialiseRulebook(rulebook, sourceDigest(exampleFiles()))

  it('is read from the first line, whatever follows', () => {
    const [first = ''] = stored.split('\n')
    expect(editionNoted(stored)).toBe(rulebook.edition)
    expect(editionNoted(`${first}\n{"cut off`)).toBe(rulebook.edition)
  })

  it('is none where the text is no stored rulebook', () => {
    expect(editionNoted('')).toBeUndefined()
    expect(editionNoted('{"edition": "2026-01-01-00000000"}\n{}')).toBeUndefined()
    expect(editionNoted(`\n${stored}`)).toBeUndefined()
  })
})

describe('the digest of the files of a law', () => {
  it('does not depend on their order, and changes with any path or text', () => {
    const files = exampleFiles()
    const [first, ...rest] = files
    const other = (change: object) =>
      sourceDigest([{ ...first, ...change } as (typeof files)[0], ...rest])
    expect(sourceDigest(files.toReversed())).toBe(sourceDigest(files))
    expect(other({})).toBe(sourceDigest(files))
    expect(other({ path: 'other.yaml' })).not.toBe(sourceDigest(files))
    expect(other({ text: `${first?.text} ` })).not.toBe(sourceDigest(files))
  })
})
