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
    ['ハルシオンホールディングス', 'Haloshion Holdings'],
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
    ['トヨタ自動車株式会社', 'T-MOTOR'],
  ])('%s is not %s', (native, latin) => {
    expect(doMatch(native, latin, 'Organization')).toBe(false)
  })
})

describe('two names of firms in Han characters, Kana or Hangul', () => {
  it.each([
    ['甫甯', '甫甯技术有限公司'],
    ['華爲技術', '华为技术有限公司'],
    ['浙江甫甯', '浙江甫甯技术股份有限公司'],
    ['三菱電機', '三菱電機株式会社'],
    ['東京エレクトロン', '東京エレクトロン株式会社'],
    ['㈱甫甯製作所', '甫甯製作所'],
    ['日立', '㈱日立製作所'],
    ['ハルシオン・グループ', 'ハルシオン グループ株式会社'],
    ['삼성전자', '삼성전자 주식회사'],
    ['㈜대동기계', '주식회사 대동기계'],
    ['国防科大', '国防科技大学'],
    ['甫甯電子科技集團公司第十四研究所', '甫甯电子科技集团有限公司第十四研究所'],
  ])('%s is %s', (one, other) => {
    expect(doMatch(one, other, 'Organization')).toBe(true)
    expect(doMatch(other, one, 'Organization')).toBe(true)
  })

  it.each([
    ['华威科技', '华为技术有限公司'],
    ['甫甯科技', '福宁科技有限公司'],
    ['长江电力', '长江存储科技有限责任公司'],
    ['三菱商事', '三菱電機株式会社'],
    ['ハルシオン・グループ', 'セレネ・グループ'],
    ['甫甯電子科技集團公司第十四研究所', '甫甯电子科技集团有限公司第三十八研究所'],
    ['北京航空航天大学', '南京航空航天大学'],
  ])('%s is not %s', (one, other) => {
    expect(doMatch(one, other, 'Organization')).toBe(false)
    expect(doMatch(other, one, 'Organization')).toBe(false)
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
