import { describe, expect, it } from 'vitest'
import { readText } from './temporary-files.fixture.ts'
import { readUsBis } from './us-bis.ts'

function supplement(
  number: number,
  rows: string,
  introduction = `Introduction ${number}.`,
): string {
  return `<DIV9 N="Supplement No. ${number} to Part 744" TYPE="APPENDIX"><HEAD>Supplement No. ${number}</HEAD>
<P>${introduction}</P><DIV><DIV class="gpotbl_div"><TABLE><THEAD><TR><TH>Country</TH><TH>Entity</TH></TR></THEAD>
<TBODY>${rows}</TBODY><TFOOT><TR><TD colspan="5"><sup>1</sup> A footnote.</TD></TR></TFOOT></TABLE></DIV></DIV></DIV9>`
}

function row(...cells: readonly string[]): string {
  return `<TR>\n${cells.map((cell) => (cell === '' ? '<TD class="left"/>' : `<TD class="left">${cell}</TD>`)).join('\n')}\n</TR>`
}

const RULE = 'For all items subject to the EAR. (See &#xA7; 744.11 of the EAR)'
const ENTITIES = [
  row(
    "CHINA, PEOPLE'S REPUBLIC OF",
    'Halcyon Lattice Co., Ltd., a.k.a., the following one alias:<br/>&#x2014;HLS.<br/> <br/> 1 Road, Shanghai, China; <E T="03">and</E> 2 Street, Hong Kong.',
    RULE,
    'Presumption of denial',
    '88 FR 1, 3/6/23.<br/>85 FR 2, 12/23/20.',
  ),
  row(
    ' ',
    'Nimbus Etch, 3 Road, Shenzhen, China',
    'For all items subject to the EAR (See &#xA7;&#xA7; 734.9(e)(3), and 744.11 of the EAR) <sup>5</sup>',
    'Case-by-case review',
    '89 FR 3, 12/5/24.\n',
  ),
  row(' ', '<E T="03">Subordinate institution</E><br/>Nimbus 201 Factory.', '', '', ''),
  row(
    ' ',
    'Address 01,\nUnit D, 16/F One Place, Wan Chai, Hong Kong.',
    RULE,
    'Presumption of denial',
    '89 FR 51652, 6/18/24.',
  ),
  row(
    'RUSSIA',
    'Borealis JSC, 5 Street, Moscow, Russia',
    RULE,
    'Policy of denial',
    '87 FR 4, 4/7/22.',
  ),
].join('\n')
const UNVERIFIED = row(
  'UNITED ARAB EMIRATES',
  'Amberline Trading FZE, Sharjah, U.A.E.',
  '88 FR 5, June 12, 2023.',
)
const MILITARY = [
  row('BURMA', '[Reserved]', '[Reserved]'),
  row(
    "CHINA, PEOPLE'S REPUBLIC OF",
    'Meridian Rotorcraft Institute, Harbin, China',
    '85 FR 83799, 12/23/2020.',
  ),
  row(' ', '<E T="03">Subordinate institution:</E>', ''),
].join('\n')

function part(four = ENTITIES, six = UNVERIFIED, seven = MILITARY): string {
  return `<?xml version="1.0"?><DIV5 N="744" TYPE="PART">${supplement(4, four)}${supplement(5, '')}${supplement(6, six)}${supplement(7, seven)}</DIV5>`
}

describe('15 CFR part 744', () => {
  it('counts rows as printed, headings and reserved rows among them', async () => {
    const reading = await readText(readUsBis, part())
    expect(Object.fromEntries(reading.rows)).toEqual({
      'us-entity-list': 5,
      'us-uvl': 1,
      'us-meu': 3,
    })
    expect(reading).toMatchObject({ rowCount: 9, rejected: 0, latestDay: '2024-12-05' })
    expect(reading.parties.map(({ list, name }) => [list, name])).toEqual([
      ['us-entity-list', 'Halcyon Lattice Co., Ltd.'],
      ['us-entity-list', 'Nimbus Etch'],
      ['us-entity-list', 'Nimbus 201 Factory'],
      ['us-entity-list', 'Address 01'],
      ['us-entity-list', 'Borealis JSC'],
      ['us-uvl', 'Amberline Trading FZE'],
      ['us-meu', 'Meridian Rotorcraft Institute'],
    ])
  })

  it('keeps what the row demands, since when, and where the party is', async () => {
    const { parties } = await readText(readUsBis, part())
    expect(parties[0]).toMatchObject({
      source: 'us-bis',
      aliases: ['HLS'],
      addresses: ['1 Road, Shanghai, China', '2 Street, Hong Kong'],
      countries: ['CN', 'HK'],
      from: '2020-12-23',
      rule: {
        licenceRequirement: 'For all items subject to the EAR. (See § 744.11 of the EAR)',
        reviewPolicy: 'Presumption of denial',
        citation: '88 FR 1, 3/6/23. 85 FR 2, 12/23/20.',
        footnotes: [],
      },
    })
    expect(parties[1]?.rule.footnotes).toEqual([5])
  })

  it('gives a row that goes on with the one before the rule of that one', async () => {
    const { parties } = await readText(readUsBis, part())
    expect(parties[2]?.rule).toEqual(parties[1]?.rule)
    expect(parties[2]?.countries).toEqual(['CN'])
  })

  it('takes the requirement of the other two lists from their first paragraph', async () => {
    const { parties } = await readText(readUsBis, part())
    expect(parties.at(-2)?.rule).toMatchObject({
      licenceRequirement: 'Introduction 6.',
      citation: '88 FR 5, June 12, 2023.',
    })
    expect(parties.at(-1)?.rule.licenceRequirement).toBe('Introduction 7.')
  })

  it('gives rows ids that do not change with punctuation', async () => {
    const [before] = (await readText(readUsBis, part())).parties
    const [after] = (
      await readText(
        readUsBis,
        part(ENTITIES.replace('Halcyon Lattice Co., Ltd.,', 'Halcyon  Lattice Co. Ltd.,')),
      )
    ).parties
    expect(after?.id).toBe(before?.id)
  })

  it('reports a row with a cell missing and goes on', async () => {
    const reading = await readText(
      readUsBis,
      part(
        `${ENTITIES}\n${row('IRAN', 'Two cells only')}\n${row('IRAN', 'Good, Tehran, Iran', RULE, 'x', 'y')}`,
      ),
    )
    expect(reading.rejected).toBe(1)
    expect(reading.rejections[0]).toMatchObject({
      detail: 'The row of us-entity-list has 2 cells where 5 are expected; the row is left out.',
    })
    expect(reading.parties.some(({ name }) => name === 'Good')).toBe(true)
  })

  it('reports a row that stands under no country', async () => {
    const reading = await readText(
      readUsBis,
      part(row(' ', 'Nowhere Ltd', RULE, 'x', 'y') + ENTITIES),
    )
    expect(reading.rejections[0]?.detail).toContain('under no country')
  })

  it('refuses XML without one of the three tables', async () => {
    await expect(
      readText(readUsBis, `<DIV5>${supplement(4, ENTITIES)}</DIV5>`),
    ).rejects.toMatchObject({
      problems: [
        { code: 'list.not-the-format', detail: expect.stringContaining('supplement 6, 7') },
      ],
    })
  })

  it('refuses XML that breaks off, with its line', async () => {
    await expect(readText(readUsBis, part().slice(0, 900))).rejects.toMatchObject({
      problems: [
        { code: 'list.not-the-format', where: { file: 'file-1.csv', line: expect.any(Number) } },
      ],
    })
  })

  it('refuses what is no XML', async () => {
    await expect(readText(readUsBis, 'a,b\n1,2\n')).rejects.toMatchObject({
      problems: [{ code: 'list.not-the-format' }],
    })
  })
})
