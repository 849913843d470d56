import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importList } from './import-list.ts'
import type { ImportOptions } from './model.ts'
import { day, EXAMPLE_LIST, fileOf, temporaryFolder } from './temporary-files.fixture.ts'

const TODAY = day('2026-06-10')
const OWN = 'name\nHalcyon Ltd\nNimbus Ltd\n'

function importing(options: Partial<ImportOptions> & { readonly dataFolder: string }) {
  return importList({ source: 'csv', files: [fileOf(OWN)], today: TODAY, ...options })
}

function kept(dataFolder: string, source = 'csv'): readonly string[] {
  const folder = join(dataFolder, 'lists', source)
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('importList', () => {
  it('reports what the example list holds', async () => {
    const dataFolder = temporaryFolder()
    const report = await importing({
      dataFolder,
      source: 'us-csl',
      files: [EXAMPLE_LIST],
      published: day('2026-06-01'),
    })
    expect(report).toMatchObject({
      source: 'us-csl',
      snapshot: 'us-csl 2026-06-01',
      published: '2026-06-01',
      publishedFrom: 'given',
      rows: 14,
      parties: 14,
      rejected: 0,
      warnings: [],
      already: false,
    })
    expect(report.lists[1]).toEqual({ list: 'us-dpl', rows: 2, parties: 2 })
    expect(kept(dataFolder, 'us-csl')).toHaveLength(2)
  })

  it('gives the same digests for the same file, packed or not, on any day', async () => {
    const plain = await importing({ dataFolder: temporaryFolder() })
    const packed = await importing({
      dataFolder: temporaryFolder(),
      files: [fileOf(OWN, 'list.csv.gz')],
      today: day('2026-06-11'),
    })
    expect(packed.digest).toBe(plain.digest)
    expect(packed.fileDigest).toBe(plain.fileDigest)
    expect(plain.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('takes the day of import where neither file nor caller knows the publication day', async () => {
    const report = await importing({ dataFolder: temporaryFolder() })
    expect(report).toMatchObject({ published: TODAY, publishedFrom: 'day of import' })
  })

  it('writes nothing the second time', async () => {
    const dataFolder = temporaryFolder()
    await importing({ dataFolder })
    const before = kept(dataFolder)
    const again = await importing({ dataFolder })
    expect(again.already).toBe(true)
    expect(kept(dataFolder)).toEqual(before)
  })

  it('keeps the same content of another day as a record and not as a copy', async () => {
    const dataFolder = temporaryFolder()
    await importing({ dataFolder, published: day('2026-06-01') })
    const later = await importing({ dataFolder, published: day('2026-06-09') })
    expect(later.already).toBe(false)
    expect(kept(dataFolder).filter((name) => name.endsWith('.gz'))).toHaveLength(1)
    expect(kept(dataFolder).filter((name) => name.endsWith('.json'))).toHaveLength(2)
  })

  it('survives two imports at once and leaves no half-written file', async () => {
    const dataFolder = temporaryFolder()
    const reports = await Promise.all([importing({ dataFolder }), importing({ dataFolder })])
    expect(reports[0]?.digest).toBe(reports[1]?.digest)
    expect(kept(dataFolder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('never overwrites what is there', async () => {
    const dataFolder = temporaryFolder()
    const { digest } = await importing({ dataFolder })
    const file = join(dataFolder, 'lists/csv', `${digest.slice(7)}.json.gz`)
    writeFileSync(file, 'kept')
    await importing({ dataFolder, published: day('2026-06-02') })
    expect(readFileSync(file, 'utf8')).toBe('kept')
  })

  it('warns of a list much shorter than the one before, and of one shadowed by a shorter', async () => {
    const dataFolder = temporaryFolder()
    const long = `name\n${Array.from({ length: 10 }, (_, index) => `Party ${index}`).join('\n')}\n`
    await importing({ dataFolder, files: [fileOf(long)], published: day('2026-06-01') })
    const short = await importing({ dataFolder, published: day('2026-06-05') })
    expect(short.warnings).toMatchObject([{ code: 'list.much-shorter' }])
    const longer = `${long}Party 11\n`
    const older = await importing({
      dataFolder,
      files: [fileOf(longer)],
      published: day('2026-06-03'),
    })
    expect(older.warnings).toMatchObject([
      {
        code: 'list.much-shorter',
        detail: expect.stringContaining('csv 2026-06-05 has 2 parties'),
      },
    ])
  })

  it('warns of rows younger than the publication day', async () => {
    const { warnings } = await importing({
      dataFolder: temporaryFolder(),
      source: 'us-csl',
      files: [EXAMPLE_LIST],
      published: day('2024-01-01'),
    })
    expect(warnings).toMatchObject([{ code: 'list.younger-rows' }])
  })

  it.each<[string, Partial<ImportOptions>, string]>([
    ['a source that is not known', { source: 'us-moon' }, 'list.unknown-source'],
    ['a publication day after today', { published: day('2026-06-11') }, 'list.published-in-future'],
    ['no file', { files: [] }, 'list.no-file'],
    ['a file that is not there', { files: ['/nowhere/list.csv'] }, 'list.no-file'],
    ['two files of a list of one', { files: [fileOf(OWN), fileOf(OWN)] }, 'list.too-many-files'],
    ['a list without rows', { files: [fileOf('name\n')] }, 'list.not-the-format'],
    ['mostly bad rows', { files: [fileOf('name,from\nA,\nB,x\nC,x\n')] }, 'list.not-the-format'],
    [
      'bytes that are not UTF-8',
      { files: [fileOf(Buffer.from([0x6e, 0xff, 0xfe, 0x0a]))] },
      'list.not-text',
    ],
    ['a packed file that breaks off', { files: [brokenGzip()] }, 'list.unreadable'],
  ])('refuses %s and writes nothing', async (_, options, code) => {
    const dataFolder = join(temporaryFolder(), 'data')
    const refused = importing({ dataFolder, ...options })
    await expect(refused).rejects.toMatchObject({
      problems: [{ code, remedy: expect.any(String) }],
    })
    expect(existsSync(dataFolder)).toBe(false)
  })

  it('takes a folder for the files in it', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'own.csv'), OWN)
    writeFileSync(join(folder, '.hidden'), 'x')
    const report = await importing({ dataFolder: temporaryFolder(), files: [folder] })
    expect(report.parties).toBe(2)
  })
})

function brokenGzip(): string {
  const whole = readFileSync(fileOf(OWN.repeat(50), 'list.csv.gz'))
  return fileOf(whole.subarray(0, whole.length - 12), 'broken')
}
