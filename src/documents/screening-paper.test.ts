import { beforeAll, describe, expect, it } from 'vitest'
import { digestOf } from '../kernel/index.ts'
import type { LANGUAGES } from './paper.ts'
import { type ReadPdf, readFont, readPdf, squeezed, tagsOf } from './printed.fixture.ts'
import { type ScreeningRecord, screeningPaper } from './screening-paper.ts'
import { openTypesetter, type Typesetter } from './typesetter.ts'

const record = {
  query: {
    name: '삼성전자 주식회사',
    country: 'KR',
    otherNames: ['Samsung'],
    identifiers: { lei: '988400SAMPLE00000015' },
  },
  result: {
    state: 'hit',
    because: ['One row is alike.'],
    hits: [
      {
        party: {
          id: 'row-9',
          source: 'us-csl',
          list: 'us-entity-list',
          name: 'Sample Electronics',
          countries: ['KR', 'CN'],
          programmes: ['EL'],
          from: '2024-01-02',
          rule: {
            licenceRequirement: 'For all items subject to the EAR.',
            reviewPolicy: 'Presumption of denial',
            footnotes: [4],
            citation: '89 FR 96790',
          },
        },
        snapshot: `sha256:${'f'.repeat(64)}`,
        probability: 0.83,
        nameScore: 0.91,
        matchedName: '삼성',
        because: ['The same word in Hangul.'],
      },
    ],
  },
  lists: [],
  asOf: '2026-06-01',
  engine: { version: '0.1.0' },
} as unknown as ScreeningRecord

describe('a printed screening', () => {
  let typesetter: Typesetter
  let read: ReadPdf
  let text: string
  beforeAll(async () => {
    typesetter = await openTypesetter(readFont)
    read = await readPdf(typesetter.print(screeningPaper(record, 'en')).bytes)
    text = squeezed(read.pages.join(''))
  })

  it('says the result in words first', () => {
    expect(squeezed(read.trees[0]?.text ?? '')).toMatch(
      /^Screeningof삼성전자주식회사HitArowofalist/,
    )
  })

  it('holds what was asked, every hit with its row and rule, and the digest of it all', () => {
    const said = [
      ...['삼성전자 주식회사', 'Samsung', 'lei: 988400SAMPLE00000015', '2026-06-01'],
      ...['us-entity-list: row-9', 'Sample Electronics', '0.83', '0.91', 'KR, CN'],
      ...['For all items subject to the EAR.', 'Presumption of denial', '89 FR 96790'],
      ...['2024-01-02', 'The same word in Hangul.', digestOf(record)],
    ]
    expect(said.filter((one) => !text.includes(squeezed(one)))).toEqual([])
  })

  it('says that no list was used where none was', () => {
    expect(text).toContain(squeezed('No party list was used: no party is screened.'))
  })

  it('says that there is no hit', async () => {
    const clear = {
      ...record,
      result: { state: 'clear', because: [], hits: [] },
    } as ScreeningRecord
    const { trees } = await readPdf(typesetter.print(screeningPaper(clear, 'en')).bytes)
    expect(squeezed(trees[0]?.text ?? '')).toContain(squeezed('Hits None.'))
  })

  it.each([
    ['de', 'Treffer', 'Was gefragt wurde'],
    ['ja', '該当あり', '照会内容'],
    ['ko', '해당 있음', '조회 내용'],
  ] as const satisfies readonly (readonly [(typeof LANGUAGES)[number], string, string])[])(
    'speaks %s',
    async (language, word, heading) => {
      const { info, trees } = await readPdf(
        typesetter.print(screeningPaper(record, language)).bytes,
      )
      expect(info.Language).toBe(language)
      expect(squeezed(trees[0]?.text ?? '')).toContain(squeezed(word))
      const headings = trees.flatMap((tree) => tagsOf(tree, 'H1')).map((tag) => squeezed(tag.text))
      expect(headings).toContain(squeezed(heading))
    },
  )
})
