import { describe, expect, it } from 'vitest'
import { readings, skeleton, slavicKey } from './index.ts'

function same(key: (token: string) => string, spellings: string): number {
  return new Set(spellings.split(' ').map(key)).size
}

describe('the skeleton of a word', () => {
  it('is one for the spellings of one name', () => {
    expect(same(skeleton, 'muhammad mohammad mohammed muhammed mohamed mohamad muhamad')).toBe(1)
    expect(same(skeleton, 'husayn hussein hossein houssein hussain')).toBe(1)
    expect(same(skeleton, 'yusuf yousef youssef yousuf')).toBe(1)
    expect(same(skeleton, 'qasim kasim kassem casim')).toBe(1)
    expect(same(skeleton, 'abdullah abdallah abdollah')).toBe(1)
    expect(same(skeleton, 'jamal djamal')).toBe(1)
    expect(same(skeleton, 'khalid khaled halid')).toBe(1)
  })
  it('is the one of the Arabic letters', () => {
    const read = readings('محمد')[0]?.tokens[0] ?? ''
    expect(skeleton(read)).toBe(skeleton('Mohammed'.toLowerCase()))
  })
  it('parts names that begin with a vowel from those that do not', () => {
    expect(skeleton('ahmad')).not.toBe(skeleton('hamad'))
    expect(skeleton('omar')).toBe(skeleton('umar'))
  })
  it('parts different consonants', () => {
    expect(skeleton('salim')).not.toBe(skeleton('karim'))
    expect(skeleton('rashid')).not.toBe(skeleton('rasid'))
  })
  it('is empty only for what has no consonant and no vowel at its beginning', () => {
    expect(skeleton('')).toBe('')
    expect(skeleton('aoi')).toBe('a')
  })
})

describe('the Slavic key of a word', () => {
  it('is one for the romanisations of one name', () => {
    expect(same(slavicKey, 'evgeniy yevgeniy evgenii yevgeny evgenij jewgeni jewgenij')).toBe(1)
    expect(same(slavicKey, 'yuriy iurii yury yuri juri')).toBe(1)
    expect(same(slavicKey, 'vladimirovich wladimirowitsch vladimirovitch wladimirowicz')).toBe(1)
    expect(same(slavicKey, 'shcherbakov schtscherbakow szczerbakow')).toBe(1)
    expect(same(slavicKey, 'andreyev andreev andreyeff')).toBe(1)
    expect(same(slavicKey, 'putin poutin')).toBe(1)
    expect(same(slavicKey, 'khodorkovskiy khodorkovsky hodorkovskij')).toBe(1)
  })
  it('parts different names', () => {
    expect(slavicKey('ivanov')).not.toBe(slavicKey('ivanova'))
    expect(slavicKey('petrov')).not.toBe(slavicKey('pavlov'))
  })
})
