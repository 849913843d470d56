import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'

const doMatch = (native: string, latin: string, schema: string): boolean =>
  compareParties({ name: native, schema }, { name: latin, schema }).match

describe('a firm in Han characters or Hangul', () => {
  it.each([
    ['上海甫甯半导体有限公司', 'Shanghai Funing Semiconductor Co., Ltd.'],
    ['上海红鹤半导体有限公司', 'Shanghai Red Crane Semiconductor Co., Ltd.'],
    ['甫甯電子科技集團第十三研究所', 'Funing Electronics Technology Group 13th Research Institute'],
    ['朝鮮白雪機械合営会社', 'Korea Paeksol Machinery Joint Venture Company'],
    ['에스케이하이닉스반도체', 'SK hynix Semiconductor'],
    ['海思半导体', 'HiSilicon Technologies Co., Ltd.'],
    ['沈阳飞机工业集团', 'Shenyang Aircraft Industry Group'],
    ['沈阳飞机工业集团', 'Shenyang Aircraft Corporation'],
    ['比亚迪', 'BYD'],
  ])('%s is %s', (native, latin) => {
    expect(doMatch(native, latin, 'Organization')).toBe(true)
  })

  it.each([
    ['上海甫甯半导体有限公司', 'Shanghai Zhenkai Semiconductor Co., Ltd.'],
    ['上海红鹤半导体有限公司', 'Shanghai White Horse Semiconductor Co., Ltd.'],
    ['甫甯電子科技集團第十三研究所', 'Funing Electronics Technology Group 38th Research Institute'],
    ['朝鮮白雪機械合営会社', 'Korea Kuksabong Joint Venture Company'],
    ['南京航空航天大学', 'Hong Kong Ocean Shipping Limited'],
    ['成都飞机工业集团', 'Shenyang Aircraft Corporation'],
    ['比亚迪', 'BID'],
  ])('%s is not %s', (native, latin) => {
    expect(doMatch(native, latin, 'Organization')).toBe(false)
  })
})

describe('a person in Han characters, Kana or Hangul', () => {
  it.each([
    ['谢尔盖·拉夫罗夫', 'Sergey Lavrov'],
    ['セルゲイ・ラブロフ', 'Sergey Lavrov'],
    ['金正恩', 'Kim Jong Un'],
    ['김정은', 'Kim Jong Un'],
    ['李家超', 'Lee Ka-chiu'],
    ['小泉純一郎', 'Koizumi Junichiro'],
  ])('%s is %s', (native, latin) => {
    expect(doMatch(native, latin, 'Person')).toBe(true)
  })

  it.each([
    ['谢尔盖·拉夫罗夫', 'Sergey Lebedev'],
    ['金正恩', 'Kim Jong Il'],
    ['김정은', 'Kim Yo Jong'],
    ['李家超', 'Lee Hsien Loong'],
  ])('%s is not %s', (native, latin) => {
    expect(doMatch(native, latin, 'Person')).toBe(false)
  })
})

describe('a person in Persian letters', () => {
  it.each([
    ['علی خامنه\u200cای', 'Ali Khamenei'],
    ['علی خامنه ای', 'Ali Khamenei'],
    ['علی\u200cاکبر صالحی', 'Ali Akbar Salehi'],
  ])('%s is %s', (native, latin) => {
    expect(doMatch(native, latin, 'Person')).toBe(true)
  })

  it.each([
    ['علی خامنه\u200cای', 'Mojtaba Khamenei'],
    ['محمد خامنه\u200cای', 'Ali Khamenei'],
  ])('%s is not %s', (native, latin) => {
    expect(doMatch(native, latin, 'Person')).toBe(false)
  })
})
