import { describe, expect, it } from 'vitest'
import { readEuFsf } from './eu-fsf.ts'
import { EU_XML } from './official-texts.fixture.ts'
import { readText } from './temporary-files.fixture.ts'

const OLD = `<?xml version="1.0" encoding="UTF-8"?>
<WHOLE Date="11/02/2016">
<ENTITY Id="13" Type="P" legal_basis="2015/1 (OJ L1)" reg_date="2015-08-02" programme="IRQ" remark="(fictional)">
<NAME Id="1" reg_date="2003-07-08"><LASTNAME>Lomen</LASTNAME><WHOLENAME>Arkadi Lomen</WHOLENAME><FUNCTION>Director</FUNCTION></NAME>
<NAME Id="2" reg_date="2003-07-08"><WHOLENAME>Αρκάδι Λόμεν</WHOLENAME><LANGUAGE>EL</LANGUAGE></NAME>
<NAME Id="3"><WHOLENAME>Arkadi Lomen</WHOLENAME></NAME>
<BIRTH Id="1"><DATE>1958 - 1960 (approximative)</DATE></BIRTH>
<BIRTH Id="2"><DATE>1961-03-04</DATE></BIRTH>
<PASSPORT Id="1"><NUMBER>D 0001203 (passport-National passport) (passport no:
passport no:)</NUMBER></PASSPORT>
<PASSPORT Id="2"><NUMBER>UNKNOWN (other-Other identification number) </NUMBER></PASSPORT>
<CITIZEN Id="1"><COUNTRY>IRQ</COUNTRY></CITIZEN>
<ADDRESS Id="4"><NUMBER/><STREET>Rashid Street</STREET><ZIPCODE/><CITY>Baghdad</CITY><COUNTRY>JOR</COUNTRY><OTHER/></ADDRESS>
</ENTITY>
<ENTITY Id="14" Type="E"><NAME><WHOLENAME/></NAME></ENTITY>
</WHOLE>`

describe('readEuFsf, version 1.1', () => {
  it('reads a person with strong and weak names, births in part and documents', async () => {
    const { parties } = await readText(readEuFsf, EU_XML)
    expect(parties[0]).toEqual({
      id: '13',
      source: 'eu-fsf',
      list: 'eu-fsf',
      schema: 'Person',
      name: 'Arkadi Lomen',
      aliases: ['Аркадий Ломен'],
      weakAliases: ['Arkasha Lomen'],
      addresses: ['Fictional street 1, 101000, Moscow, RUSSIAN FEDERATION'],
      countries: ['RU'],
      birthDates: ['1961-03-04', '1958', '1959', '1960', '1957'],
      identifiers: { passport: ['70 1234567'] },
      programmes: ['RUSDA'],
      remarks: 'Deputy director; Fictional remark',
      from: '2014-07-12',
      rule: { footnotes: [], citation: '2024/999 (OJ L18012024); EU.9001.1' },
    })
  })

  it('takes the day of designation where it is given', async () => {
    const { parties } = await readText(readEuFsf, EU_XML)
    expect(parties[1]).toMatchObject({
      schema: 'Organization',
      from: '2022-02-25',
      identifiers: { registration: ['1027700000000'] },
    })
  })

  it('takes the publication day in UTC, whatever the clock there', async () => {
    expect((await readText(readEuFsf, EU_XML)).published).toBe('2026-03-01')
  })

  it('reports an entry without a name', async () => {
    expect((await readText(readEuFsf, EU_XML)).rejections[0]?.detail).toContain('no name')
  })
})

describe('readEuFsf, the version until 2017', () => {
  it('reads the same party under the same number', async () => {
    const reading = await readText(readEuFsf, OLD)
    expect(reading.published).toBe('2016-02-11')
    expect(reading.rejected).toBe(1)
    expect(reading.parties).toEqual([
      {
        id: '13',
        source: 'eu-fsf',
        list: 'eu-fsf',
        schema: 'Person',
        name: 'Arkadi Lomen',
        aliases: ['Αρκάδι Λόμεν'],
        weakAliases: [],
        addresses: ['Rashid Street, Baghdad'],
        countries: ['IQ', 'JO'],
        birthDates: ['1958', '1959', '1960', '1961-03-04'],
        identifiers: { passport: ['D 0001203'] },
        programmes: ['IRQ'],
        remarks: 'Director; (fictional)',
        from: '2003-07-08',
        rule: { footnotes: [], citation: '2015/1 (OJ L1)' },
      },
    ])
  })
})
