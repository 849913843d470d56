import { describe, expect, it } from 'vitest'
import { alignNames } from './align-names.ts'
import { readName } from './name-form.ts'

function aligned(asked: string, listed: string) {
  const { pairs, askedOnly, listedOnly } = alignNames(readName(asked), readName(listed))
  const text = (tokens: readonly { readonly written: string }[]) =>
    tokens.map(({ written }) => written).join(' ')
  return {
    pairs: pairs.map((pair) => `${text(pair.asked)}=${text(pair.listed)}`),
    askedOnly: text(askedOnly),
    listedOnly: text(listedOnly),
  }
}

describe('alignNames', () => {
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

  it('pairs an abbreviation with the words it stands for', () => {
    expect(aligned('PLA Academy', "People's Liberation Army Academy").pairs).toContain(
      'pla=peoples liberation army',
    )
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

  it('leaves differing legal forms without counterpart', () => {
    expect(aligned('Halcyon GmbH', 'Halcyon Ltd')).toEqual({
      pairs: ['halcyon=halcyon'],
      askedOnly: 'gmbh',
      listedOnly: 'ltd',
    })
  })
})
