import { describe, expect, it } from 'vitest'
import { readOwnCsv } from './own-csv.ts'
import { readText } from './temporary-files.fixture.ts'
import { readUsDpl } from './us-dpl.ts'

const DPL = `"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"
"CORVIN PELL"\t"7 INVENTED LANE"\t"NOWHERE"\t"TX"\t"US"\t"00000"\t"05/04/2018"\t"05/03/2023"\t"Y"\t"2018-05-05"\t"F.R. NOTICE ADDED"\t"83 F.R. 1 5/4/2018"
"CORVIN PELL"\t"8 INVENTED LANE"\t"NOWHERE"\t"TX"\t""\t""\t"02/11/2025"\t""\t"N"\t""\t""\t""
`

describe('the Denied Persons List', () => {
  it('reads orders with their first and last day', async () => {
    const { parties, rowCount } = await readText(readUsDpl, DPL)
    expect(rowCount).toBe(2)
    expect(parties[0]).toMatchObject({
      list: 'us-dpl',
      name: 'CORVIN PELL',
      addresses: ['7 INVENTED LANE, NOWHERE, TX, 00000, US'],
      countries: ['US'],
      from: '2018-05-04',
      to: '2023-05-03',
      remarks: 'F.R. NOTICE ADDED; Standard order: yes',
      rule: { citation: '83 F.R. 1 5/4/2018', footnotes: [] },
    })
    expect(parties[1]?.to).toBeUndefined()
    expect(parties[1]?.id).not.toBe(parties[0]?.id)
  })

  it('reports a row without a name', async () => {
    const { rejections } = await readText(
      readUsDpl,
      `${DPL}""\t""\t""\t""\t""\t""\t""\t""\t""\t""\t""\t""\n`,
    )
    expect(rejections).toMatchObject([{ where: { line: 4 } }])
  })

  it('refuses another file', async () => {
    await expect(readText(readUsDpl, 'Name,Country\n')).rejects.toMatchObject({
      problems: [{ code: 'list.not-the-format', where: { line: 1 } }],
    })
  })
})

describe('an own list', () => {
  it('needs a name and nothing else', async () => {
    const { parties, rows } = await readText(readOwnCsv, 'name\nHalcyon Ltd\n', 'own-blocked')
    expect(rows.get('own-blocked')).toBe(1)
    expect(parties[0]).toMatchObject({
      source: 'csv',
      list: 'own-blocked',
      name: 'Halcyon Ltd',
      schema: 'LegalEntity',
    })
  })

  it('reads every column it names', async () => {
    const text = `id,name,aliases,weak_aliases,schema,addresses,countries,birth_dates,identifiers,programmes,remarks,from,to,requirement,policy,citation
7,Selene Dawn,Morning Selene; Dawn,SD,Vessel,Pier 1; Pier 2,PA; Cyprus,1971-04-30,imo=9999993; N 5,house rule,seen twice,2024-01-01,2026-12-31,Ask first,Refuse,memo 9
`
    const { parties } = await readText(readOwnCsv, text)
    expect(parties[0]).toEqual({
      id: '7',
      source: 'csv',
      list: 'own',
      schema: 'Vessel',
      name: 'Selene Dawn',
      aliases: ['Morning Selene', 'Dawn'],
      weakAliases: ['SD'],
      addresses: ['Pier 1', 'Pier 2'],
      countries: ['PA', 'CY'],
      birthDates: ['1971-04-30'],
      identifiers: { imo: ['9999993'], number: ['N 5'] },
      programmes: ['house rule'],
      remarks: 'seen twice',
      from: '2024-01-01',
      to: '2026-12-31',
      rule: {
        licenceRequirement: 'Ask first',
        reviewPolicy: 'Refuse',
        citation: 'memo 9',
        footnotes: [],
      },
    })
  })

  it('is read strictly, row by row', async () => {
    const text =
      'name,schema,countries,from\nA,Ship,,\nB,,Atlantis,\nC,,,someday\n,,,\nD,Person,CN,2024-01-01\n'
    const { parties, rejections } = await readText(readOwnCsv, text)
    expect(parties.map(({ name }) => name)).toEqual(['D'])
    expect(rejections.map(({ detail }) => detail.split(';')[0])).toEqual([
      'The schema is none of Person, Organization, Vessel, Aircraft, LegalEntity',
      'A country is neither a code nor a known name',
      'The column from is not a day',
      'The row has no name',
    ])
  })

  it.each(['label\nx\n', 'name,colour\nx,y\n', ''])('refuses the heading of %j', async (text) => {
    await expect(readText(readOwnCsv, text)).rejects.toMatchObject({
      problems: [{ code: 'list.not-the-format', remedy: expect.stringContaining('name, aliases') }],
    })
  })
})
