import { describe, expect, it } from 'vitest'
import { openIndex, serialiseIndex } from './index-file.ts'
import { buildIndex } from './name-index.ts'
import { createNameSearch } from './name-search.ts'
import { createScreener, indexKey, indexSnapshots } from './screener.ts'
import { day, listed, snapshot, TEST_POLICY } from './snapshots.fixture.ts'

const NAMES = [
  'Halcyon Lattice Ltd',
  'Tavarin, Orsolya',
  '中芯国际',
  'Zephyr 13 Institute',
  'محمد بن سلطان',
]
const parties = NAMES.map((name) => listed(name))

function found(index: ReturnType<typeof buildIndex>, name: string) {
  return createNameSearch(index)({ name })
}

describe('an index as a file', () => {
  const index = buildIndex(parties)
  const bytes = serialiseIndex(index, 'key')
  const opened = openIndex(bytes, 'key')

  it('answers as the index it was made of', () => {
    if (opened === undefined) throw new Error('not opened')
    for (const name of [
      ...NAMES,
      'Orsola Tavarin',
      'Halcyon Latice',
      'Mohammed bin Sultan',
      'Nobody',
    ]) {
      expect(found(opened, name)).toEqual(found(index, name))
    }
    expect(found(opened, 'Orsola Tavarin').map(({ party }) => party)).toEqual([1])
  })

  it('has the same bytes each time', () => {
    expect(serialiseIndex(buildIndex(parties), 'key')).toEqual(bytes)
    if (opened === undefined) throw new Error('not opened')
    expect(serialiseIndex(opened, 'key')).toEqual(bytes)
  })

  it('stands in memory that threads share', () => {
    expect(opened?.forms.words.buffer).toBeInstanceOf(SharedArrayBuffer)
    const memory = new Uint8Array(new SharedArrayBuffer(bytes.length))
    memory.set(bytes)
    expect(openIndex(memory, 'key')?.forms.words.buffer).toBe(memory.buffer)
  })

  it('is not opened for other snapshots, cut short, or when it is something else', () => {
    expect(openIndex(bytes, 'other key')).toBeUndefined()
    expect(openIndex(bytes.slice(0, bytes.length - 8), 'key')).toBeUndefined()
    expect(openIndex(bytes.slice(0, 2), 'key')).toBeUndefined()
    expect(openIndex(new TextEncoder().encode('not an index at all'), 'key')).toBeUndefined()
    const other = bytes.slice()
    other[6] = 0
    expect(openIndex(other, 'key')).toBeUndefined()
  })

  it('serves a screener of the same snapshots', () => {
    const snapshots = [snapshot(parties)]
    const kept = serialiseIndex(indexSnapshots(snapshots), indexKey(snapshots))
    const again = openIndex(kept, indexKey(snapshots))
    if (again === undefined) throw new Error('not opened')
    const options = { asOf: day('2026-06-03'), policy: TEST_POLICY }
    const query = { name: 'Halcyon Lattice' }
    expect(createScreener(snapshots, { ...options, index: again }).screen(query)).toEqual(
      createScreener(snapshots, options).screen(query),
    )
  })
})
