import { describe, expect, it } from 'vitest'
import { UN_XML } from './official-texts.fixture.ts'
import { readText } from './temporary-files.fixture.ts'
import { readUn } from './un.ts'

describe('readUn', () => {
  it('reads a person with partial births, weak aliases, native name and documents', async () => {
    const { parties } = await readText(readUn, UN_XML)
    expect(parties[0]).toEqual({
      id: '6900001',
      source: 'un',
      list: 'un-sc',
      schema: 'Person',
      name: 'ARKADI LOMEN VESH',
      aliases: ['아르카디 로멘', 'Arkady Lomen', 'Arkadiy Lomen'],
      weakAliases: ['Vesh'],
      addresses: ['Dandong, China'],
      countries: ['CN', 'IR', 'KP'],
      birthDates: ['1954-08-07', '1960', '1961', '1962', '1953-11', '1955'],
      identifiers: { passport: ['PX 0000017'] },
      programmes: ['DPRK'],
      remarks: 'Dr.; Director; Director of a trading house.',
      from: '2016-03-02',
      rule: { footnotes: [], citation: 'KPi.901' },
    })
  })

  it('takes the second name of an entity and the number in its comments', async () => {
    const { parties } = await readText(readUn, UN_XML)
    expect(parties[1]).toMatchObject({
      schema: 'Organization',
      name: 'GREYWATER SHIPPING (GSC)',
      aliases: ['GREYWATER MARINE', 'Blackwater Shipping'],
      identifiers: { imo: ['5999901'] },
    })
  })

  it('reports an entry without a name and goes on', async () => {
    const reading = await readText(readUn, UN_XML)
    expect(reading.rejected).toBe(1)
    expect(reading.rejections[0]?.where?.line).toBe(42)
    expect(reading.rows).toEqual(new Map([['un-sc', 2]]))
  })

  it('takes the publication day from the file, in UTC', async () => {
    expect((await readText(readUn, UN_XML)).published).toBe('2026-03-01')
  })

  it('refuses another document', async () => {
    await expect(readText(readUn, '<html><body>Maintenance</body></html>')).rejects.toThrow(
      'begins with <html> where <CONSOLIDATED_LIST> is expected',
    )
  })
})
