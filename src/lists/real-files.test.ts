import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ListedParty } from '../screening/index.ts'
import type { ListReading } from './reading.ts'
import { footnotesIn } from './row-rule.ts'
import { openSourceFile } from './source-file.ts'
import { readerOf } from './sources.ts'
import { PROJECT } from './temporary-files.fixture.ts'

/** Whole official files, which are not in the repository: NAVICERT_SHARED, else ../shared. */
const FOLDER = join(process.env.NAVICERT_SHARED ?? join(PROJECT, '../shared'), 'data/lists/us')
const isThere = existsSync(FOLDER)
const NAME = `official files${isThere ? '' : ` (skipped: there is no ${FOLDER})`}`

async function reading(source: string, ...names: readonly string[]): Promise<ListReading> {
  const files = names.map((name) => openSourceFile(join(FOLDER, name)))
  const read = await readerOf(source)?.(files, {})
  if (read === undefined) throw new Error(`no reader of ${source}`)
  return read
}

function named(parties: readonly ListedParty[], name: string): ListedParty | undefined {
  return parties.find((party) => party.name === name)
}

describe.skipIf(!isThere)(NAME, { timeout: 60_000 }, () => {
  it('reads the 14,160 rows of the Consolidated Screening List of May 2022', async () => {
    const { rowCount, rejected, rows, parties, warnings } = await reading(
      'us-csl',
      'csl-2022-05.csv.gz',
    )
    expect({ rowCount, rejected, parties: parties.length, warnings }).toEqual({
      rowCount: 14_160,
      rejected: 0,
      parties: 14_160,
      warnings: [],
    })
    expect(Object.fromEntries(rows)).toEqual({
      'us-sdn': 10_026,
      'us-entity-list': 2001,
      'us-dtc': 727,
      'us-dpl': 462,
      'us-ssi': 290,
      'us-uvl': 201,
      'us-isn': 163,
      'us-plc': 78,
      'us-meu': 71,
      'us-cmic': 68,
      'us-cap': 53,
      'us-mbs': 17,
      'us-fse': 3,
    })
    const smic = named(parties, 'Semiconductor Manufacturing International Corporation (SMIC)')
    expect(smic?.rule.licenceRequirement).toContain('For all items subject to the EAR')
    expect(smic?.aliases).toContain('SMIC Shanghai')
  })

  it('reads the 3,691 rows of part 744 of July 2026', async () => {
    const { rowCount, rejected, rows, parties } = await reading(
      'us-bis',
      'ecfr-15cfr744-2026-07-23.xml.gz',
    )
    expect({ rowCount, rejected }).toEqual({ rowCount: 3691, rejected: 0 })
    expect(Object.fromEntries(rows)).toEqual({
      'us-entity-list': 3415,
      'us-uvl': 186,
      'us-meu': 90,
    })
    expect(parties.every(({ countries }) => countries.length > 0)).toBe(true)
    const smic = named(parties, 'Semiconductor Manufacturing International Corporation (SMIC)')
    expect(smic).toMatchObject({ from: '2020-12-22', rule: { footnotes: [5] } })
    expect(new Set(parties.map(({ list, id }) => `${list} ${id}`)).size).toBe(parties.length)
  })

  it('reads the same footnotes from plain text as the file marks', async () => {
    const { parties } = await reading('us-bis', 'ecfr-15cfr744-2026-07-23.xml.gz')
    const differing = parties
      .filter(({ list }) => list === 'us-entity-list')
      .filter(
        ({ rule }) => String(footnotesIn(rule.licenceRequirement ?? '')) !== String(rule.footnotes),
      )
    expect(differing.map(({ rule }) => rule.licenceRequirement)).toEqual([])
  })

  it('tells two editions apart by what they say, not by their line breaks', async () => {
    const [before, after] = await Promise.all(
      ['18', '23'].map((day) => reading('us-bis', `ecfr-15cfr744-2026-07-${day}.xml.gz`)),
    )
    const ids = (read: ListReading | undefined) => new Set(read?.parties.map(({ id }) => id))
    const [old, young] = [ids(before), ids(after)]
    expect([...young].filter((id) => !old.has(id)).length).toBeLessThan(40)
    expect([...old].filter((id) => !young.has(id)).length).toBeLessThan(40)
  })

  it('reads the 9,044 rows of the SDN list of January 2022', async () => {
    const { rowCount, rejected, parties } = await reading(
      'us-ofac',
      'ofac-sdn-2022-01-31.csv.gz',
      'ofac-add-2022-01-31.csv.gz',
      'ofac-alt-2022-01-31.csv.gz',
    )
    expect({ rowCount, rejected, parties: parties.length }).toEqual({
      rowCount: 9044,
      rejected: 0,
      parties: 9044,
    })
    expect(parties.flatMap(({ aliases }) => aliases).length).toBeGreaterThan(12_000)
  })

  it('reads the 665 rows of the Denied Persons List of November 2023', async () => {
    const { rowCount, rejected, parties } = await reading('us-dpl', 'dpl-2023-11-30.txt.gz')
    expect({ rowCount, rejected, parties: parties.length }).toEqual({
      rowCount: 665,
      rejected: 0,
      parties: 665,
    })
    expect(parties.filter(({ to }) => to !== undefined).length).toBeGreaterThan(500)
  })
})
