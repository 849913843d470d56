import { describe, expect, it } from 'vitest'
import { readings } from './index.ts'

/** All readings of a name, each as one text, best first. */
function texts(name: string, country?: string): readonly string[] {
  return readings(name, { country }).map(({ tokens }) => tokens.join(' '))
}

/** The same of a person. */
function personal(name: string): readonly string[] {
  return readings(name, { isPerson: true }).map(({ tokens }) => tokens.join(' '))
}

/** The reading of one system, as one text. */
function by(system: string, name: string, country?: string): string | undefined {
  return readings(name, { country })
    .find((reading) => reading.system === system)
    ?.tokens.join(' ')
}

describe('a Latin name', () => {
  it('has one reading when it is plain', () => {
    expect(readings('ACME Trading Co., Ltd.')).toEqual([
      { tokens: ['acme', 'trading', 'co', 'ltd'], system: 'latin', weight: 1 },
    ])
  })
  it('keeps what an apostrophe joins together and parts what a hyphen joins', () => {
    expect(texts("Sa'b AL-TIKRITI")).toEqual(['sab al tikriti'])
  })
  it('says the ampersand', () => {
    expect(texts('Oil&Gas')).toEqual(['oil and gas'])
  })
  it('loses its marks, and has a second reading with letters in their place', () => {
    expect(texts('Müller Ødegård')).toEqual(['muller odegard', 'mueller oedegaard'])
  })
  it('writes letters that Unicode does not take apart', () => {
    expect(texts('Weißþórð łukasz İpek ılıca æon')[0]).toBe('weissthord lukasz ipek ilica aeon')
  })
  it('spells hacheks and cedillas as English does', () => {
    expect(texts('Vladimirovič Şahin')).toEqual(['vladimirovic sahin', 'vladimirovich shahin'])
  })
  it('has no reading without letters or figures', () => {
    expect(readings('')).toEqual([])
    expect(readings(' - ?! ')).toEqual([])
    expect(readings('　·　')).toEqual([])
  })
})

describe('a Russian name in German letters', () => {
  it.each([
    ['Sergej Tschemesow', 'sergey chemezov'],
    ['Chodorkowskij', 'khodorkovskiy'],
    ['Chruschtschow', 'khrushchov'],
    ['Maria Sacharowa', 'maria sakharova'],
  ])('is read in English too: %s', (name, english) => {
    const [plain, ...others] = readings(name, { isPerson: true })
    expect(plain?.tokens.join(' ')).toBe(name.toLowerCase())
    expect(others.map(({ tokens }) => tokens.join(' '))).toEqual([english])
  })

  it.each(['Matthew Andrews', 'Andrew Schmidt', 'Jane Snow'])('is not %s', (name) => {
    expect(readings(name, { isPerson: true })).toHaveLength(1)
  })

  it('is a name of persons only', () => {
    expect(readings('Tschemesow Handel')).toHaveLength(1)
  })
})

describe('what is typed oddly', () => {
  it('is read through full width, zero width and compatibility forms', () => {
    expect(texts('ＡＣＭＥ　Ｌｔｄ')[0]).toBe('acme ltd')
    expect(texts('Ac\u200bm\u00ade')[0]).toBe('acme')
    expect(texts('㈱テスト')[0]).toBe(texts('(株)テスト')[0])
  })
  it('has its foreign digits turned', () => {
    expect(texts('مصنع ٥٦')[0]).toContain('56')
    expect(texts('५६ ७')).toEqual(['56 7'])
  })
  it('keeps a Cyrillic word Cyrillic when some of its letters are Latin', () => {
    expect(by('cyrillic', 'Алег Мiкалаевiч')).toBe(by('cyrillic', 'Алег Мікалаевіч'))
  })
  it('takes legal forms in Latin twins for Cyrillic ones beside a Cyrillic name', () => {
    expect(by('translation', 'OOO Ромашка')).toBe('llc romashka')
    expect(texts('OOO Romashka')).toEqual(['ooo romashka'])
  })
})

describe('a Cyrillic name', () => {
  it('is read as Russian where nothing else is to be seen', () => {
    expect(texts('Владимир Путин')).toEqual(['vladimir putin'])
  })
  it('is read by ICAO and by BGN too', () => {
    expect(texts('Евгений Юрьевич')).toEqual([
      'evgeniy yurevich',
      'yevgeniy yuryevich',
      'evgenii iurevich',
    ])
  })
  it('is read without its stress marks, with й and ё kept', () => {
    expect(texts('Влади́мир Толсто́й')[0]).toBe('vladimir tolstoy')
    expect(by('cyrillic-bgn', 'Пётр')).toBe('pyotr')
  })
  it('is read in Ukrainian and with the Russian forms of its names', () => {
    expect(by('cyrillic', 'Олександр Григорович Ключковський')).toBe(
      'oleksandr hryhorovych klyuchkovskyy',
    )
    expect(by('cyrillic-russian', 'Сергій Олександрович Зеленський')).toBe(
      'sergey aleksandrovich zelenskiy',
    )
  })
  it('is read in Belarusian and with the Russian forms of its names', () => {
    expect(texts('Уладзімір Мікалаевіч')).toEqual(
      expect.arrayContaining(['uladzimir mikalaevich', 'vladimir nikolaevich']),
    )
  })
  it('is read in Serbian without marks and with them spelt out', () => {
    expect(by('cyrillic', 'Слободан Милошевић')).toBe('slobodan milosevic')
    expect(by('cyrillic-bgn', 'Слободан Милошевић')).toBe('slobodan miloshevich')
  })
  it('is read in Bulgarian where ъ is a vowel', () => {
    expect(texts('Търговище')[0]).toBe('targovishte')
  })
  it('has the letters of Kazakh', () => {
    expect(texts('Нұрсұлтан Әбішұлы')[0]).toBe('nursultan abishuly')
  })
  it('is translated when it is an office', () => {
    expect(by('translation', 'Министерство обороны Российской Федерации')).toBe(
      'ministry defence russian federation',
    )
    expect(by('translation', 'ОАО «Арзамасский машиностроительный завод»')).toBe(
      'ojsc arzamas machine building plant',
    )
  })
  it('keeps initials when it is translated', () => {
    expect(by('translation', 'Завод имени В. И. Ленина')).toBe('plant named v i lenina')
  })
})

describe('names in other alphabets', () => {
  it('are read from Greek with its pairs of letters', () => {
    expect(texts('Γεώργιος Παπανδρέου')).toEqual(['georgios papandreou'])
    expect(texts('Ευάγγελος Μπαρμπής')[0]).toBe('evangelos barmpis')
  })
  it('are read from Georgian and Armenian', () => {
    expect(texts('ვლადიმერ პუტინი')).toEqual(['vladimer putini'])
    expect(texts('Վլադիմիր Պուտին')).toEqual(['vladimir putin'])
  })
  it('are read letter by letter where no reader is for them', () => {
    expect(readings('ভ্লাদিমির')[0]?.system).toBe('other')
    expect(texts('ኤርሚኣስ')).toEqual(['ermias'])
  })
})

describe('Latin letters spelt out in Hangul', () => {
  it('are letters before the words of a firm', () => {
    expect(by('translation', '에스케이화학')).toBe('sk chemical')
    expect(by('translation', '엘지전자')).toBe('lg electronics')
  })
  it('are not seen in syllables that any word has', () => {
    expect(by('translation', '오티무역')).toBe('oti trading')
  })
})

describe('a Korean name', () => {
  it('is read by the spelling of its bearer, by rule and as the North writes', () => {
    expect(texts('김정은')).toEqual([
      'kim jeongeun',
      'kim jung eun',
      'kim jong un',
      'kim chong un',
      'gim jeong eun',
      'gim jung eun',
    ])
  })
  it('has the customary spellings of its surname', () => {
    const first = readings('이영희').map(({ tokens }) => tokens[0])
    expect(first).toEqual(expect.arrayContaining(['lee', 'yi', 'rhee', 'ri']))
  })
  it('knows surnames of two syllables', () => {
    expect(texts('남궁민')[0]).toBe('namgung min')
  })
  it('assimilates where neighbours do', () => {
    expect(texts('신라무역')).toContain('silla trading')
    expect(texts('백령무역')).toContain('baengnyeong trading')
  })
  it('is translated word by word, the rest by its sound', () => {
    expect(texts('조선광명성총회사')).toContain('korea kwangmyongsong general corporation')
    expect(by('translation', '(주)한국전자')).toBe('corporation korea electronics')
  })
  it('of a foreigner is the foreign name', () => {
    expect(texts('블라디미르 푸틴')[0]).toBe('vladimir putin')
  })
})

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

describe('a name in Kana', () => {
  it('is read by Hepburn with short and with long vowels', () => {
    expect(texts('とうきょう')).toEqual(['tokyo', 'toukyou'])
    expect(texts('サッカー')).toEqual(['sakka', 'sakkaa'])
    expect(texts('マッチ')[0]).toBe('matchi')
  })
  it('reads small vowels with the letter before them', () => {
    expect(texts('シェフ ファン ティム ウィル ヴァン')[0]).toBe('shefu fan timu wiru van')
  })
  it('of a foreigner is the foreign name', () => {
    expect(texts('ウラジーミル・プーチン')).toEqual(['vladimir putin'])
  })
})

describe('an Arabic or Persian name', () => {
  it('is read as libraries, Iran and the street spell it', () => {
    expect(texts('محمد طاهر حسين')).toEqual([
      'muhammad tahir husayn',
      'mohamed tahar hussein',
      'mohammad taher hossein',
    ])
  })
  it('has its article apart, and lost before the letters of the sun', () => {
    expect(by('arabic', 'صدام التكريتي')).toBe('saddam al tikriti')
    expect(by('arabic-spoken', 'زكريا السعدي')).toMatch(/ess/)
    expect(by('arabic-persian', 'صدام التكريتي')).toBe('saddam tikriti')
  })
  it('joins servant and God, and faith', () => {
    expect(by('arabic', 'عبد المجيد')).toBe('abd al majid')
    expect(by('arabic-persian', 'عبد المجيد')).toBe('abdul majid')
    expect(by('arabic-persian', 'مطيع الله')).toBe('mutiullah')
    expect(by('arabic-persian', 'شمس الدين')).toBe('shamsuddin')
    expect(by('arabic-persian', 'عبد الله')).toBe('abdullah')
  })
  it('takes two names written in one word apart', () => {
    expect(texts('محمدعلی جعفری')[0]).toBe('mohammad ali jafari')
    expect(texts('نورالدین')).toEqual(expect.arrayContaining(['nur al din', 'nouroddin']))
  })
  it('is the same with and without hamza, signs and Persian shapes', () => {
    expect(texts('أَحْمَد')).toEqual(texts('احمد'))
    expect(texts('علی کاظمی')).toEqual(expect.arrayContaining([...texts('علي كاظمي')]))
  })
  it('puts vowels where no table knows the name', () => {
    expect(by('arabic', 'بارق')).toBe('bariq')
    expect(by('arabic', 'سلطح')).toBe('saltah')
  })
  it('is translated when it is an office', () => {
    expect(by('translation', 'وزارة الدفاع والطيران')).toBe('ministry defence and aviation')
    expect(by('translation', 'شرکت نفت ایران')).toBe('company oil iran')
  })
  it.each([
    ['with a non-joiner', 'علی خامنه\u200cای'],
    ['with a blank', 'علی خامنه ای'],
    ['in one word', 'علی خامنهای'],
  ])('has its ending at its word %s', (_how, written) => {
    expect(texts(written)[0]).toBe('ali khamenei')
  })
  it('has a plural at its word, and no ezafe', () => {
    expect(by('arabic-persian', 'برزن\u200cهای')).toBe('barzanhaye')
    expect(texts('محمد\u200cعلی')[0]).toBe('mohammad ali')
    expect(by('arabic-persian', 'خانه\u200cی مهر')).toBe(by('arabic-persian', 'خانه مهر'))
  })
  it('is translated whole where two written words are one', () => {
    expect(by('translation', 'سازمان انرژی هسته\u200cای')).toBe('organization energy nuclear')
    expect(by('translation', 'شرکت سرمایه گذاری')).toBe('company investment')
    expect(by('translation', 'کارخانه\u200cهای خلیج فارس')).toBe('factory persian gulf')
    expect(by('translation', 'شركة أشباه الموصلات')).toBe('company semiconductors')
  })
})

describe('a Hebrew name', () => {
  it('is read by the table and by guess', () => {
    expect(texts('בנימין נתניהו')).toEqual(['binyamin netanyahu', 'benjamin netanyahu'])
    expect(texts('ינון לוי')[0]).toBe('yinon levi')
    expect(texts('לאומי לישראל')[0]).toMatch(/ le yisrael$/)
  })
  it('has its company form translated', () => {
    expect(by('translation', "איל הרי יהודה בע'מ")).toBe('eyal hari yehuda ltd')
    expect(by('translation', 'איל הרי יהודה בע״מ')).toBe('eyal hari yehuda ltd')
  })
})

describe('a name in several scripts', () => {
  it('is read stretch by stretch', () => {
    expect(by('translation', '华信(HK)有限公司')).toBe('huaxin hk co ltd')
    expect(texts('Bank Банк')[0]).toBe('bank bank')
  })
  it('keeps the order of its stretches in every reading', () => {
    for (const reading of readings('Alpha Юрий Beta')) {
      expect(reading.tokens[0]).toBe('alpha')
      expect(reading.tokens.at(-1)).toBe('beta')
    }
  })
})

it('gives the most trusted reading first and no reading twice', () => {
  for (const name of [
    '김정은',
    '陳大文',
    'محمد حسين',
    'Владимир Юрьевич',
    '北京天海工業有限公司',
  ]) {
    const weights = readings(name).map(({ weight }) => weight)
    expect(weights).toEqual([...weights].sort((one, other) => other - one))
    expect(new Set(texts(name)).size).toBe(weights.length)
    expect(weights.length).toBeLessThanOrEqual(8)
  }
})

it('reads the example of the README', () => {
  expect(readings('朝鮮綾羅888貿易会社')[0]).toEqual({
    tokens: ['korea', 'rungra', '888', 'trading', 'company'],
    system: 'translation-korean',
    weight: 1,
  })
})
