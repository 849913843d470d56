import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ListedParty, Snapshot } from '../screening/index.ts'
import { createNameSearch } from '../screening/index.ts'
import { keptNameIndex } from './name-index-store.ts'
import { temporaryFolder } from './temporary-files.fixture.ts'

const parties = Array.from({ length: 600 }, (_, at) => ({
  name: `Lattice ${String.fromCharCode(97 + (at % 26))}orvath ${at}`,
  schema: 'Organization',
})) as unknown as readonly ListedParty[]
const snapshots = [{ digest: 'sha256:one', parties }] as unknown as readonly Snapshot[]

function found(folder: string): readonly number[] {
  const search = createNameSearch(keptNameIndex(folder, snapshots))
  return search({ name: 'Lattice Horvath 33', schema: 'Organization' }).map(({ party }) => party)
}

describe('the index of names in the data folder', () => {
  it('is made once and answers the same when it is read again', () => {
    const folder = temporaryFolder()
    const first = found(folder)
    expect(first).toContain(33)
    expect(readdirSync(join(folder, 'indexes'))).toHaveLength(1)
    expect(found(folder)).toEqual(first)
  })

  it('is made anew where the file is not what was written', () => {
    const folder = temporaryFolder()
    const first = found(folder)
    const [name = ''] = readdirSync(join(folder, 'indexes'))
    const file = join(folder, 'indexes', name)
    const bytes = readFileSync(file)
    bytes.fill(0, bytes.length / 2)
    writeFileSync(file, bytes)
    expect(found(folder)).toEqual(first)
  })

  it('is not kept for a handful of names', () => {
    const folder = temporaryFolder()
    const few = [{ digest: 'sha256:two', parties: parties.slice(0, 3) }]
    keptNameIndex(folder, few as unknown as readonly Snapshot[])
    expect(readdirSync(folder)).toEqual([])
  })
})
