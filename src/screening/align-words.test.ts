import { describe, expect, it } from 'vitest'
import { WordAligner } from './align-words.ts'
import { namesOf } from './printed-names.ts'
import { WordTable } from './word-table.ts'

const words = new WordTable()
const aligner = new WordAligner(words)

function formOf(name: string, schema?: string) {
  const form = namesOf({ name, schema }, words)[0]?.forms[0]
  if (form === undefined) throw new Error(`no name in ${name}`)
  return form
}

function aligned(asked: string, listed: string, schema?: string) {
  const [left, right] = [formOf(asked, schema), formOf(listed, schema)]
  aligner.align(left, right, { loose: false, isPerson: schema === 'Person' })
  const text = (form: typeof left, mask: number): string =>
    [...form.words]
      .filter((_, at) => (mask & (1 << at)) !== 0)
      .map((id) => words.text(id))
      .join(' ')
  return {
    pairs: Array.from(
      { length: aligner.pairs },
      (_, k) => `${text(left, aligner.left[k] ?? 0)}=${text(right, aligner.right[k] ?? 0)}`,
    ),
    askedOnly: text(left, aligner.leftOnly),
    listedOnly: text(right, aligner.rightOnly),
  }
}

describe('WordAligner', () => {
  it('pairs words whatever their order', () => {
    expect(aligned('Orsolya Tavarin', 'TAVARIN, Orsolya')).toEqual({
      pairs: ['orsolya=orsolya', 'tavarin=tavarin'],
      askedOnly: '',
      listedOnly: '',
    })
  })

  it('pairs a word written together with the same written apart, either way round', () => {
    expect(aligned('Pengcheng Laboratory', 'Peng Cheng Laboratory').pairs).toContain(
      'pengcheng=peng cheng',
    )
    expect(aligned('Hal Cy On Etch', 'Halcyon Etch').pairs).toContain('hal cy on=halcyon')
  })

  it('pairs all that is left when blanks stand in other places', () => {
    expect(aligned('Arefullaha Ref Ghazi', 'Arefullah Aref Ghazi').askedOnly).toBe('')
  })

  it('pairs an abbreviation with the words it stands for, but not in names of persons', () => {
    const pair = 'pla=peoples liberation army'
    expect(aligned('PLA Academy', "People's Liberation Army Academy").pairs).toContain(pair)
    expect(aligned('PLA', "People's Liberation Army", 'Person').pairs).toEqual([])
  })

  it('takes three listed letters for nobody who is asked for in full: many a name has them', () => {
    expect(aligned('Serra Dourada Sistemas', 'SDS').pairs).toEqual([])
    expect(aligned('SDS', 'Serra Dourada Sistemas').pairs).toEqual(['sds=serra dourada sistemas'])
    const pair = 'serra dourada sistemas unidos=sdsu'
    expect(aligned('Serra Dourada Sistemas Unidos', 'SDSU').pairs).toEqual([pair])
  })

  it.each([
    ['Halcyon Grp', 'Halcyon Group', 'grp=group'],
    ['Halcyon Tech & Srvces', 'Halcyon Technology and Services', 'srvces=services'],
    ['Nikolai Tavarin', 'Mykola Tavarin', 'nikolai=mykola'],
    ['Bill Tavarin', 'William Tavarin', 'bill=william'],
    ['nituP Vladimir', 'Vladimir Putin', 'nitup=putin'],
    ['Khordorovsky Ltd', 'Khodorkovsky Ltd', 'khordorovsky=khodorkovsky'],
  ])('pairs %s with %s', (asked, listed, pair) => {
    expect(aligned(asked, listed).pairs).toContain(pair)
  })

  it('pairs an initial with a word that begins so', () => {
    expect(aligned('O. Tavarin', 'Orsolya Tavarin').pairs).toContain('o=orsolya')
    expect(aligned('M. Tavarin', 'Orsolya Tavarin').askedOnly).toBe('m')
  })

  it('pairs no number with another', () => {
    expect(aligned('Institute 13', 'Institute 38')).toMatchObject({
      askedOnly: '13',
      listedOnly: '38',
    })
  })

  it('uses each word once', () => {
    const { pairs, listedOnly } = aligned('Halcyon Halcyon', 'Halcyon Nimbus')
    expect(pairs).toEqual(['halcyon=halcyon'])
    expect(listedOnly).toBe('nimbus')
  })
})
