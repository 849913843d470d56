import { describe, expect, it } from 'vitest'
import { readings } from './index.ts'

const asPerson = (name: string): string | undefined =>
  readings(name, { isPerson: true })
    .find(({ system }) => system === 'han-foreign')
    ?.tokens.join(' ')

describe('a foreign person in Han characters', () => {
  it.each([
    ['谢尔盖·拉夫罗夫', 'sergei lavrov'],
    ['拉姆赞·卡德罗夫', 'ramzan kadrov'],
    ['亚历山大·卢卡申科', 'alexander lukashenko'],
    ['伊戈尔·谢钦', 'igor sechin'],
    ['迈克·蓬佩奥', 'mike pompeo'],
  ])('%s is read by what the characters transcribe', (written, latin) => {
    expect(asPerson(written)).toBe(latin)
  })

  it('is parted where the family name of an East Slav ends', () => {
    expect(asPerson('阿科波夫奥列格')).toBe('akopov oleg')
  })

  it('is not read by part of its name', () => {
    expect(asPerson('伊万诺夫·伊万')).toBe('ivanov ivan')
  })

  it('is no Chinese, Korean or Japanese name', () => {
    expect(asPerson('习近平')).toBeUndefined()
    expect(asPerson('司马相如')).toBeUndefined()
    expect(asPerson('佐々木慎太郎')).toBeUndefined()
  })

  it('is read by sound where the characters are not those of transcriptions', () => {
    expect(asPerson('慧慧慧·嬿嬿嬿')).toBeUndefined()
  })
})

describe('a firm', () => {
  it('is not read as a foreigner unless its parts are told apart', () => {
    expect(readings('阿里巴巴集团').map(({ system }) => system)).not.toContain('han-foreign')
  })
})
