import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LegalDate } from '../kernel/index.ts'
import type { ListedParty, Snapshot } from '../screening/index.ts'
import { createNameSearch } from '../screening/index.ts'
import { importList } from './import-list.ts'
import { loadListPolicy } from './load-policy.ts'
import { keptNameIndex } from './name-index-store.ts'
import { keepIndexOf, openScreener } from './open-screener.ts'
import { temporaryFolder } from './temporary-files.fixture.ts'

const LAW = resolve(import.meta.dirname, '../../law')
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

  const day = '2026-06-01' as LegalDate
  const withOwnList = async (rows: readonly string[]): Promise<string> => {
    const folder = temporaryFolder()
    const file = join(folder, 'own.csv')
    writeFileSync(file, ['id,name', ...rows, ''].join('\n'))
    const taken = { dataFolder: folder, source: 'csv', files: [file], published: day, today: day }
    await importList(taken)
    return folder
  }

  it('is there for whoever screens, where who took the list in kept it', async () => {
    const folder = await withOwnList(parties.map(({ name }, at) => `${at},${name}`))
    keepIndexOf({ dataFolder: folder, asOf: day })
    const kept = readdirSync(join(folder, 'indexes'))
    expect(kept).toHaveLength(1)
    openScreener({ dataFolder: folder, asOf: day, policy: loadListPolicy(LAW) })
    expect(readdirSync(join(folder, 'indexes'))).toEqual(kept)
  })

  it('is left to whoever screens where a list cannot be read, and they are told', async () => {
    const folder = await withOwnList(['1,Halcyon Lattice'])
    const lists = join(folder, 'lists', 'csv')
    for (const name of readdirSync(lists).filter((one) => one.endsWith('.gz')))
      writeFileSync(join(lists, name), 'cut')
    const on = { dataFolder: folder, asOf: day }
    expect(() => keepIndexOf(on)).not.toThrow()
    expect(() => openScreener({ ...on, policy: loadListPolicy(LAW) })).toThrow()
  })
})
