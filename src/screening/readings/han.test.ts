import { describe, expect, it } from 'vitest'
import { readings } from './index.ts'
import { by, personal, texts } from './readings.fixture.ts'

describe('a Han name', () => {
  it('of a person is read with its surname first, by three systems', () => {
    expect(texts('陳大文')).toEqual(
      expect.arrayContaining(['chen dawen', 'chen ta wen', 'chan tai man']),
    )
  })
  it('of a person is read with its surname first wherever a blank shows it to stand', () => {
    const expected = ['chen dawen', 'chen ta wen', 'chan tai man']
    expect(personal('大文 陳')).toEqual(expect.arrayContaining(expected))
    expect(personal('陳 大文')).toEqual(expect.arrayContaining(expected))
    expect(personal('乃文 歐陽')[0]).toBe('ouyang naiwen')
    expect(personal('大文 小明 陳')[0]).toBe('chen dawen xiaoming')
  })
  it('of a person is spelt as Hong Kong spells it', () => {
    expect(personal('岑詩華')).toContain('shum sze wah')
    expect(personal('區珠如')).toContain('au chu yu')
    expect(personal('陳振新')).toContain('chan chun sun')
  })
  it('has the sound a surname has as a surname, and surnames of two characters', () => {
    expect(texts('单雄信')[0]).toBe('shan xiongxin')
    expect(texts('歐陽修')[0]).toBe('ouyang xiu')
  })
  it('of a company is translated, the name in it by pinyin', () => {
    const [first] = readings('北京天海工业有限公司')
    expect(first?.tokens.join(' ')).toBe('beijing tianhai industry co ltd')
    expect(first?.system).toBe('translation')
  })
  it('is the same word in traditional, simplified and Japanese shapes', () => {
    const simplified = texts('北京电气发展有限公司')[0]
    expect(texts('北京電氣發展有限公司')[0]).toBe(simplified)
    expect(texts('北京電気発展有限公司')[0]).toBe(simplified)
  })
  it('with words of trade is read by their meaning, and not by sounds that any name may have', () => {
    expect(texts('銳元科技有限公司')).toContain('ruiyuan technology co ltd')
    expect(texts('銳元科技有限公司').join()).not.toContain('keji')
    expect(texts('銳元堂')).toContain('rui yuantang')
  })
  it('with a brand that has a meaning is also read by it', () => {
    expect(by('translation', '上海红星贸易有限公司')).toBe('shanghai hongxing trading co ltd')
    expect(by('translation-meaning', '上海红星贸易有限公司')).toBe(
      'shanghai red star trading co ltd',
    )
    expect(by('translation-meaning', '上海甫甯贸易有限公司')).toBeUndefined()
  })
  it('with a brand that may have the first character of the next word is also read so', () => {
    expect(by('translation', '恒邦微电子有限公司')).toBe('hengbang microelectronics co ltd')
    expect(by('translation-longer', '恒邦微电子有限公司')).toBe('hengbangwei electronics co ltd')
    expect(by('translation-longer', '恒邦贸易有限公司')).toBeUndefined()
  })
  it('with a brand in characters that transcribe foreign names is also read by those', () => {
    expect(by('translation-foreign', '伊诺波利斯有限公司')).toBe('inopolis co ltd')
    expect(by('translation-foreign', '恒邦贸易有限公司')).toBeUndefined()
  })
  it('with a brand known by another name is read as that and by its sound', () => {
    expect(by('translation', '成都海光微电子技术有限公司')).toBe(
      'chengdu hygon microelectronics technology co ltd',
    )
    expect(by('translation-split', '成都海光微电子技术有限公司')).toContain('chengdu hai guang')
  })
  it('has its figures read', () => {
    expect(texts('第五十四研究所')[0]).toBe('54 research institute')
    expect(texts('第七○二研究所')[0]).toBe('702 research institute')
    expect(texts('第七○ニ研究所')[0]).toBe('702 research institute')
    expect(texts('第二十研究所')[0]).toBe('20 research institute')
  })
  it('takes the words that leave the name in one piece', () => {
    expect(texts('丹東浩通商貿有限公司')[0]).toBe('dandong haotong trading co ltd')
  })
  it('of Hong Kong is read in Cantonese', () => {
    expect(by('translation-cantonese', '香港華信船務有限公司')).toContain('wa sun')
  })
  it('of North Korea is read in Korean as Pyongyang spells', () => {
    expect(texts('朝鮮綾羅888貿易会社')[0]).toBe('korea rungra 888 trading company')
    expect(by('translation-korean', '南川江貿易会社')).toBe('namchongang trading company')
  })
  it('of a Korean person has the surname that its character is as a surname', () => {
    expect(texts('金正恩', 'KP')).toEqual(
      expect.arrayContaining(['kim jong un', 'kim chong un', 'kim jung eun']),
    )
    expect(by('han-korean', '李雪主', 'KP')).toBe('ri sol ju')
    expect(by('hangul-mccune', '박일규')).toBe('pak il gyu')
  })
  it('of Japan is read by the sounds of its name', () => {
    expect(by('japanese', '山田太郎')).toBe('yamada taro')
    expect(texts('山田太郎', 'JP')[0]).toBe('yamada taro')
    expect(texts('株式会社ゴム', 'JP')).toContain('corporation rubber')
  })
  it('is not read in Korean or Japanese when it is written in simplified characters', () => {
    const systems = readings('东莞圣寅数控设备有限公司').map(({ system }) => system)
    expect(systems).not.toContain('translation-korean')
    expect(systems).not.toContain('translation-japanese')
  })
  it('of a foreigner is the foreign name', () => {
    expect(texts('弗拉基米尔·普京')[0]).toBe('vladimir putin')
  })
})
