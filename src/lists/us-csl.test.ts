import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXAMPLE_LIST, readText } from './temporary-files.fixture.ts'
import { readUsCsl } from './us-csl.ts'

const EXAMPLE = readFileSync(EXAMPLE_LIST, 'utf8')
const HEADER = EXAMPLE.slice(0, EXAMPLE.indexOf('\n') + 1)
const COLUMNS = HEADER.trim().split(',')

/** A row of the official file with these columns set. */
function row(values: Readonly<Record<string, string>>): string {
  const fields = COLUMNS.map((column) => `"${(values[column] ?? '').replaceAll('"', '""')}"`)
  return `${fields.join(',')}\n`
}

const SDN = 'Specially Designated Nationals (SDN) - Treasury Department'

describe('the Consolidated Screening List', () => {
  it('reads the example list, list by list', async () => {
    const reading = await readText(readUsCsl, EXAMPLE)
    expect(Object.fromEntries(reading.rows)).toEqual({
      'us-entity-list': 5,
      'us-uvl': 1,
      'us-meu': 1,
      'us-dpl': 2,
      'us-sdn': 3,
      'us-cmic': 1,
      'us-isn': 1,
    })
    expect(reading).toMatchObject({
      rowCount: 14,
      rejected: 0,
      warnings: [],
      latestDay: '2025-02-11',
    })
  })

  it('keeps what a row of the Entity List demands', async () => {
    const { parties } = await readText(readUsCsl, EXAMPLE)
    expect(parties[2]).toEqual({
      id: 'fictional-el-3',
      source: 'us-csl',
      list: 'us-entity-list',
      schema: 'LegalEntity',
      name: 'Nimbus Etch Equipment (Shenzhen) Co., Ltd.',
      aliases: ['Nimbus Etch', 'NEE Shenzhen'],
      weakAliases: [],
      addresses: ['4 Invented Road, Shenzhen, CN'],
      countries: ['CN'],
      birthDates: [],
      identifiers: {},
      programmes: [],
      from: '2024-12-02',
      rule: {
        licenceRequirement:
          'For all items subject to the EAR (See §§ 734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR) 5',
        reviewPolicy:
          'Presumption of denial for items described in ECCN 3B001; case-by-case for all other items',
        citation: 'fictional notice 3',
        footnotes: [5],
      },
    })
  })

  it('keeps births, nationality and numbers of a person, number and flag of a vessel', async () => {
    const { parties } = await readText(readUsCsl, EXAMPLE)
    const [vessel, person] = ['900002', '900003'].map((id) =>
      parties.find((party) => party.id === id),
    )
    expect(vessel).toMatchObject({
      schema: 'Vessel',
      countries: ['PA'],
      identifiers: { imo: ['9999993'], callSign: ['XX99'] },
    })
    expect(person).toMatchObject({
      schema: 'Person',
      countries: ['CY'],
      birthDates: ['1971-04-30'],
      identifiers: { passport: ['X0000001'] },
      programmes: ['SDGT', 'NPWMD'],
    })
  })

  it('does not take the gender or a programme note for a number', async () => {
    const text = row({
      _id: '1',
      source: SDN,
      name: 'A B',
      ids: 'Male, Gender; PK, 2013-09-09, 411, Passport; section 1(b), Secondary sanctions risk:',
    })
    const { parties } = await readText(readUsCsl, HEADER + text)
    expect(parties[0]?.identifiers).toEqual({ passport: ['411'] })
  })

  it('takes a country that stands alone for the country and not for an address', async () => {
    const { parties } = await readText(
      readUsCsl,
      HEADER + row({ source: SDN, name: 'A', addresses: 'SY' }),
    )
    expect(parties[0]).toMatchObject({ addresses: [], countries: ['SY'] })
  })

  it('reports bad rows with line and reason and reads the rest', async () => {
    const text = [
      HEADER,
      row({ _id: '1', source: SDN, name: 'First' }),
      row({ _id: '2', source: SDN }),
      row({ _id: '3', name: 'No list' }),
      '4,too,few\n',
      row({ _id: '5', source: SDN, name: 'Last' }),
    ].join('')
    const reading = await readText(readUsCsl, text)
    expect(reading.parties.map(({ name }) => name)).toEqual(['First', 'Last'])
    expect(reading).toMatchObject({ rejected: 3, rowCount: 5 })
    expect(reading.rejections.map(({ where, detail }) => [where?.line, detail])).toEqual([
      [3, 'The row has no name; the row is left out.'],
      [4, 'The row has no list; the row is left out.'],
      [5, 'The row has 3 fields where 29 are expected; the row is left out.'],
    ])
  })

  it('keeps a party whose day cannot be read, without the day, and says so', async () => {
    const text = HEADER + row({ source: SDN, name: 'A B', end_date: '2020-13-45' })
    const { parties, warnings, rejected } = await readText(readUsCsl, text)
    expect(rejected).toBe(0)
    expect(parties[0]?.to).toBeUndefined()
    expect(warnings).toMatchObject([{ code: 'list.bad-day', where: { line: 2 } }])
  })

  it('keeps rows of a list it does not know, and says so once', async () => {
    const source = 'New Peril List (NPL) - Some Department'
    const text = HEADER + row({ source, name: 'A' }) + row({ source, name: 'B' })
    const { parties, warnings } = await readText(readUsCsl, text)
    expect(parties.map(({ list }) => list)).toEqual([
      'us-new-peril-list-npl',
      'us-new-peril-list-npl',
    ])
    expect(warnings).toHaveLength(1)
  })

  it('finds columns by name, whatever their order', async () => {
    const text =
      'name,source,_id,type,programs,addresses,federal_register_notice,start_date,end_date,license_requirement,license_policy,alt_names\n'
    const { parties } = await readText(
      readUsCsl,
      `${text}A B,${SDN},7,Individual,,,,,,,,C D; and E F\n`,
    )
    expect(parties[0]).toMatchObject({ id: '7', name: 'A B', aliases: ['C D', 'E F'] })
  })

  it.each([
    ['another CSV', 'id,label\n1,x\n'],
    ['a page of the web', '<!DOCTYPE html>\n<html></html>\n'],
    ['nothing', ''],
    ['JSON', '{"results":[]}'],
  ])('refuses %s with place and remedy', async (_, text) => {
    await expect(readText(readUsCsl, text)).rejects.toMatchObject({
      problems: [
        {
          code: 'list.not-the-format',
          where: { file: 'file-1.csv', line: 1 },
          remedy: expect.stringContaining('consolidated.csv'),
        },
      ],
    })
  })
})
