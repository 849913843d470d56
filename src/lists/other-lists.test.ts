import { describe, expect, it } from 'vitest'
import { readAu } from './au.ts'
import { readCa } from './ca.ts'
import { readFtm } from './ftm.ts'
import { readJpMeti } from './jp-meti.ts'
import { CA_XML, FTM_LINES, JP_CSV, TW_CSV } from './official-texts.fixture.ts'
import { openSourceFile } from './source-file.ts'
import { fileOf, readText } from './temporary-files.fixture.ts'
import { readTw } from './tw.ts'
import { AU_ROWS, xlsxOf } from './workbook.fixture.ts'

describe('readCa', () => {
  it('reads an entity, and keeps the comma before a legal form', async () => {
    const { parties } = await readText(readCa, CA_XML)
    expect(parties[0]).toEqual({
      id: 'Burma · 1 · 1',
      source: 'ca',
      list: 'ca-sema',
      schema: 'LegalEntity',
      name: 'Greywater Holdings',
      aliases: ['Greywater Co., Ltd.', 'Greywater Group'],
      weakAliases: [],
      addresses: [],
      countries: [],
      birthDates: [],
      identifiers: {},
      programmes: ['Burma'],
      rule: { footnotes: [], citation: 'Schedule 1, item 1' },
    })
  })

  it('makes a whole name of an alias that is a given or a family name alone', async () => {
    const { parties } = await readText(readCa, CA_XML)
    expect(parties[1]).toMatchObject({
      schema: 'Person',
      name: 'Arkadi Vesh LOMEN',
      aliases: ['Arkady LOMEN', 'Arkadi Vesh LOMIN', 'Arkadi Veshevich LOMEN', 'Anton Sorel'],
      birthDates: ['1972-08-10', '1972-08-11'],
      remarks: 'Colonel',
    })
  })

  it('reads a ship whose elements are named in two languages', async () => {
    const { parties } = await readText(readCa, CA_XML)
    expect(parties[2]).toMatchObject({
      schema: 'Vessel',
      name: 'GREYWATER PROSPECT',
      identifiers: { imo: ['9826902'] },
      birthDates: [],
      from: '2025-02-21',
    })
  })

  it('reports a record without a name', async () => {
    expect((await readText(readCa, CA_XML)).rejected).toBe(1)
  })
})

describe('readAu', () => {
  const read = () => readAu([openSourceFile(fileOf(xlsxOf(AU_ROWS), 'list.xlsx'))], {})

  it('gathers a party from the rows of its names', async () => {
    const { parties } = await read()
    expect(parties[0]).toEqual({
      id: '12',
      source: 'au',
      list: 'au-dfat',
      schema: 'Person',
      name: 'Arkadi LOMEN',
      aliases: ['Аркадий Ломен'],
      weakAliases: [],
      addresses: ['1 Quay Road, Moscow', '2 Peak Road, Donetsk'],
      countries: ['RU', 'UA'],
      birthDates: ['1967-03-19', '1955', '1956', '1957', '1958'],
      identifiers: {},
      programmes: ['Autonomous (Russia)'],
      remarks: 'Fictional',
      rule: { footnotes: [], citation: 'Listed on 2 Sep. 2014' },
    })
  })

  it('reads a year kept as a number, and no day of listing out of the control date', async () => {
    const { parties, latestDay } = await read()
    expect(parties[1]).toMatchObject({
      schema: 'LegalEntity',
      birthDates: ['1954'],
      identifiers: { imo: ['5342883'] },
    })
    expect(parties[0]).not.toHaveProperty('from')
    expect(latestDay).toBe('2014-12-15')
  })

  it('reports a row without a number', async () => {
    const { rejections, rowCount } = await read()
    expect(rejections[0]).toMatchObject({ where: { line: 5 } })
    expect(rowCount).toBe(4)
  })
})

describe('readJpMeti', () => {
  it('reads the columns of METI in both languages, native names and concerns', async () => {
    const { parties } = await readText(readJpMeti, JP_CSV)
    expect(parties[0]).toMatchObject({
      source: 'jp-meti',
      list: 'jp-end-user-list',
      name: 'Greywater Industries',
      aliases: ['Greywater Ind.', 'GWI', 'グレー工業'],
      countries: ['IR'],
      programmes: ['missiles', 'nuclear weapons'],
    })
    expect(parties[1]).toMatchObject({
      name: 'Korea Greywater Trading Corporation',
      aliases: ['朝鮮灰水貿易会社'],
      countries: ['KP'],
      programmes: ['chemical weapons', 'conventional weapons'],
    })
  })

  it('reports a row without a name', async () => {
    expect((await readText(readJpMeti, JP_CSV)).rejections[0]?.where?.line).toBe(13)
  })

  it('reads the same table from a workbook', async () => {
    const rows = [
      ['No.', 'Country or Region', 'Company or Organization', 'Also Known As', 'Type of WMD'],
      [1, 'Islamic Republic of Iran', 'Greywater Industries', 'GWI', 'B,C,M、N'],
    ]
    const file = openSourceFile(fileOf(xlsxOf(rows), 'eul.xlsx'))
    expect((await readJpMeti([file], {})).parties[0]).toMatchObject({
      name: 'Greywater Industries',
      programmes: ['biological weapons', 'chemical weapons', 'missiles', 'nuclear weapons'],
    })
  })
})

describe('readTw', () => {
  it('tells Chinese names from Latin ones and the number of the United Nations from the name', async () => {
    const { parties } = await readText(readTw, TW_CSV)
    expect(parties[0]).toMatchObject({
      source: 'tw',
      list: 'tw-shtc',
      name: 'Greywater Trading',
      aliases: ['灰水貿易', 'GWT Limited', '灰水贸易'],
      countries: ['CN', 'HK'],
      addresses: ['1 Quay Road, Dalian', '2 Peak Road, Hong Kong'],
    })
    expect(parties[1]).toMatchObject({
      name: 'ARKADI LOMEN',
      aliases: ['Arkady Lomen'],
      identifiers: { number: ['PX0000017'] },
      rule: { citation: 'KPi.901' },
    })
  })

  it('knows a party again when the rows are numbered anew', async () => {
    const [before, after] = await Promise.all([
      readText(readTw, TW_CSV),
      readText(readTw, TW_CSV.replace('\n1,', '\n71,').replace('\n2,', '\n72,')),
    ])
    expect(after.parties.map(({ id }) => id)).toEqual(before.parties.map(({ id }) => id))
  })
})

describe('readFtm', () => {
  it('reads companies, persons and vessels with their properties', async () => {
    const { parties } = await readText(readFtm, FTM_LINES)
    expect(parties).toMatchObject([
      {
        id: 'gw-1',
        list: 'ftm',
        schema: 'Organization',
        name: 'Greywater Trading LLC',
        aliases: ['Greywater LLC', 'GWT'],
        weakAliases: ['GW'],
        addresses: ['1 Quay Road, Moscow'],
        countries: ['RU'],
        identifiers: { tax: ['7700000000'] },
        programmes: ['sanction'],
      },
      {
        schema: 'Person',
        birthDates: ['1965'],
        identifiers: { passport: ['70 1234567'] },
      },
      {
        schema: 'Vessel',
        identifiers: { imo: ['9826902'], mmsi: ['273000000'] },
        countries: ['GA'],
      },
    ])
  })

  it('counts entities that are no party, and reports lines that are no entity', async () => {
    const { rows, rejections } = await readText(readFtm, FTM_LINES)
    expect(rows).toEqual(new Map([['ftm', 5]]))
    expect(rejections.map(({ detail, where }) => `${where?.line} ${detail}`)).toEqual([
      '7 The line is not JSON; the row is left out.',
      '8 The entity has no name; the row is left out.',
    ])
  })

  it('keeps an own list under the name given', async () => {
    const { parties } = await readText(readFtm, FTM_LINES, 'own-suppliers')
    expect(parties.every(({ list }) => list === 'own-suppliers')).toBe(true)
  })

  it.each([
    ['__proto__', '{"id":"x","schema":"__proto__","properties":{"name":["A"]}}'],
    ['constructor', '{"id":"x","schema":"constructor","properties":{"name":["A"]}}'],
  ])('takes no schema from the language: %s', async (_, line) => {
    expect((await readText(readFtm, line)).parties).toEqual([])
  })
})
