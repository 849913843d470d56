import { describe, expect, it } from 'vitest'
import { readText } from './temporary-files.fixture.ts'
import { readUsOfac } from './us-ofac.ts'

const SDN = `36,QUILLON MARITIME LTD.,-0- ,NPWMD] [IRAN-EO13382,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,a.k.a. 'QML'; Company Number HE 999 (Cyprus).
37,"TAVARIN, Orsolya",individual,SDGT,Director of nothing,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 30 Apr 1971; alt. DOB circa 1970; nationality Cyprus; Passport X0000001 (Cyprus); alt. Passport X0000002 (Cyprus)."
38,SELENE DAWN,vessel,NPWMD,-0- ,XX99,General Cargo,2595,1865,Panama,-0- ,Vessel Registration Identification IMO 9999993; MMSI 370000000.
\u001a
`
const ADD = `36,25,-0- ,"Limassol","Cyprus",-0- 
36,26,"9 Invented Quay","Rotterdam 3000","Netherlands",-0- 
37,27,-0- ,-0- ,"Korea, North",-0- 
`
const ALT = `36,12,aka,QUILLON SHIPPING,-0- 
37,13,fka,"TAVARIN, Orsola",-0- 
`

describe('the SDN list', () => {
  it('joins the three files, in whatever order they come', async () => {
    const { parties, rowCount, rejected, warnings } = await readText(readUsOfac, [ALT, SDN, ADD])
    expect({ rowCount, rejected, warnings }).toEqual({ rowCount: 3, rejected: 0, warnings: [] })
    expect(parties[0]).toMatchObject({
      id: '36',
      list: 'us-sdn',
      schema: 'Organization',
      name: 'QUILLON MARITIME LTD.',
      aliases: ['QUILLON SHIPPING'],
      weakAliases: ['QML'],
      addresses: ['Limassol, Cyprus', '9 Invented Quay, Rotterdam 3000, Netherlands'],
      countries: ['CY', 'NL'],
      programmes: ['NPWMD', 'IRAN-EO13382'],
    })
  })

  it('reads births, nationality and numbers from the remarks', async () => {
    const { parties } = await readText(readUsOfac, [SDN, ADD, ALT])
    expect(parties[1]).toMatchObject({
      schema: 'Person',
      aliases: ['TAVARIN, Orsola'],
      birthDates: ['1971-04-30', '1970'],
      countries: ['CY', 'KP'],
      addresses: [],
      identifiers: { passport: ['X0000001', 'X0000002'] },
    })
    expect(parties[2]).toMatchObject({
      schema: 'Vessel',
      countries: ['PA'],
      identifiers: { imo: ['9999993'], mmsi: ['370000000'], callSign: ['XX99'] },
    })
  })

  it('keeps both rows of a number that stands twice, and says so', async () => {
    const twice = `${SDN.replace('\u001a\n', '')}36,SECOND NAME,-0- ,X,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n`
    const { parties, warnings } = await readText(readUsOfac, [twice, ADD, ALT])
    expect(parties.map(({ name }) => name)).toContain('SECOND NAME')
    expect(warnings.map(({ code }) => code)).toEqual(['list.same-number'])
  })

  it('warns of addresses and aliases that belong to no one', async () => {
    const { warnings } = await readText(readUsOfac, [
      SDN,
      `${ADD}99,1,"Road","Town","Cuba",-0- \n`,
      ALT,
    ])
    expect(warnings).toMatchObject([
      { code: 'list.orphans', detail: expect.stringContaining('(99)') },
    ])
  })

  it('reports bad rows and reads the rest', async () => {
    const bad = `${SDN}x,NO NUMBER,-0- ,X,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n40,-0- ,-0- ,X,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n`
    const { rejections, parties } = await readText(readUsOfac, [
      bad,
      ADD,
      `${ALT}36,14,aka,-0- ,-0- \n`,
    ])
    expect(parties).toHaveLength(3)
    expect(rejections.map(({ where }) => where?.line)).toEqual([5, 6, 3])
  })

  it('refuses two of the three files', async () => {
    await expect(readText(readUsOfac, [SDN, ADD])).rejects.toMatchObject({
      problems: [{ code: 'list.incomplete', detail: 'The files with the aliases are missing.' }],
    })
  })

  it('refuses a file given twice', async () => {
    await expect(readText(readUsOfac, [SDN, ADD, ALT, ALT])).rejects.toMatchObject({
      problems: [{ code: 'list.incomplete' }],
    })
  })

  it.each(['a,b\n1,2\n', '', '<html></html>'])('refuses %j', async (text) => {
    await expect(readText(readUsOfac, [text])).rejects.toMatchObject({
      problems: [{ code: 'list.not-the-format', remedy: expect.stringContaining('three') }],
    })
  })
})
