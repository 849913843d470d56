import { describe, expect, it } from 'vitest'
import { UK_CSV, UK_XML, ukRow } from './official-texts.fixture.ts'
import type { ListReading } from './reading.ts'
import { openSourceFile } from './source-file.ts'
import { fileOf, readText } from './temporary-files.fixture.ts'
import { readUk } from './uk.ts'
import { odsOf } from './workbook.fixture.ts'

const HEADING = [
  'Unique ID',
  'OFSI Group ID',
  'Name',
  'Regime Name',
  'Type',
  'Designation source',
  'Date Designated',
  'Sanctions Imposed',
]

function readOds(...rows: readonly (readonly string[])[]): Promise<ListReading> {
  return readUk([openSourceFile(fileOf(odsOf([HEADING, ...rows]), 'list.ods'))], {})
}

describe('readUk, XML', () => {
  it('puts the name together, tells weak aliases and keeps the native name', async () => {
    const { parties, published } = await readText(readUk, UK_XML)
    expect(published).toBe('2026-08-20')
    expect(parties[0]).toEqual({
      id: 'AFG9006',
      source: 'uk',
      list: 'uk-sanctions-list',
      schema: 'Person',
      name: 'ARKADI VESH LOMEN',
      aliases: ['Arkady Lomen', 'ارکادی لومن'],
      weakAliases: ['Haji Lomen'],
      addresses: ['Kabul, Afghanistan'],
      countries: ['AF'],
      birthDates: ['1945', '1958-03-01'],
      identifiers: { passport: ['P04581926'], ofsiGroup: ['7172'] },
      programmes: ['The Afghanistan (Sanctions) (EU Exit) Regulations 2020'],
      remarks: 'Asset freeze|Travel Ban; UN; Mullah',
      from: '2001-01-25',
      rule: { footnotes: [], citation: 'TAi.902' },
    })
  })

  it('reads a ship with its number and flag', async () => {
    const { parties } = await readText(readUk, UK_XML)
    expect(parties[1]).toMatchObject({
      schema: 'Vessel',
      name: 'Petrel 9',
      aliases: ['Grey Petrel'],
      identifiers: { imo: ['9562233'] },
      countries: ['KM'],
    })
  })

  it('reports a designation of nobody', async () => {
    expect((await readText(readUk, UK_XML)).rejected).toBe(1)
  })
})

describe('readUk, CSV', () => {
  it('gathers a designation from its rows, whatever their order', async () => {
    const { parties, published, rowCount } = await readText(readUk, UK_CSV)
    expect(published).toBe('2026-02-13')
    expect(rowCount).toBe(3)
    expect(parties).toHaveLength(2)
    expect(parties[0]).toMatchObject({
      id: 'AFG9006',
      name: 'ARKADI VESH LOMEN',
      aliases: ['ارکادی لومن'],
      weakAliases: ['Haji LOMEN'],
      birthDates: ['1945'],
      countries: ['AF'],
      remarks: 'First line. Second line, with "quotes".',
    })
  })

  it('reads the same ship from CSV as from XML', async () => {
    const { parties } = await readText(readUk, UK_CSV)
    expect(parties[1]).toMatchObject({
      schema: 'Vessel',
      identifiers: { imo: ['9826902'] },
      addresses: ['1 Quay Road, Gabon'],
      countries: ['GA'],
      from: '2024-07-31',
    })
  })

  it('reports a row that is too short, with its line, and goes on', async () => {
    const bad = UK_CSV.replace(/\n$/, `\nonly,three,cells\n${ukRow({ 'Unique ID': 'X1' })}\n`)
    const reading = await readText(readUk, bad)
    expect(reading.rejections.map(({ detail }) => detail)).toEqual([
      'The row has 3 fields where 58 are expected; the row is left out.',
      'The row has no name; the row is left out.',
    ])
    expect(reading.rejections[0]?.where?.line).toBe(8)
    expect(reading.parties).toHaveLength(2)
  })

  it('refuses a table of other columns', async () => {
    await expect(readText(readUk, 'name,country\nA,B\n')).rejects.toThrow(
      'This is not the UK Sanctions List',
    )
  })
})

describe('readUk, workbook', () => {
  it('reads one row a designation from the OpenDocument workbook', async () => {
    const { parties } = await readOds(
      [
        'AFG9006',
        '7172',
        'Lomen Arkadi',
        'Afghanistan',
        'Individual',
        'UN|UK',
        '29-06-2012',
        'Asset freeze',
      ],
      ['RUS9176', '', 'GREYWATER PROSPECT', 'Russia', 'Ship', 'UK', '31-07-2024', 'Shipping'],
      [
        'RUS9177',
        '',
        "IMO 9826902 ('GREYWATER II')",
        'Russia',
        'Ship',
        'UK',
        '06-08-2026',
        'Shipping',
      ],
    )
    expect(parties).toMatchObject([
      { id: 'AFG9006', schema: 'Person', name: 'Lomen Arkadi', from: '2012-06-29' },
      { id: 'RUS9176', schema: 'Vessel', name: 'GREYWATER PROSPECT', programmes: ['Russia'] },
      {
        id: 'RUS9177',
        name: "IMO 9826902 ('GREYWATER II')",
        aliases: ['GREYWATER II'],
        identifiers: { imo: ['9826902'] },
      },
    ])
  })

  it('reports a row whose name is blank', async () => {
    const reading = await readOds(
      ['AFG9006', '', ' ', 'Afghanistan', 'Individual', 'UN', '', ''],
      ['AFG9007', '', 'Lomen', 'Afghanistan', 'Individual', 'UN', '', ''],
    )
    expect(reading.rejections[0]?.where?.line).toBe(2)
    expect(reading.parties).toHaveLength(1)
  })
})
