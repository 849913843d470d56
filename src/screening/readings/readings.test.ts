import { describe, expect, it } from 'vitest'
import { readings } from './index.ts'
import { by, texts } from './readings.fixture.ts'

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
    expect(texts('Vladimir Şahin')).toEqual(['vladimir sahin', 'vladimir shahin'])
    expect(texts('Orest Kuznečov')).toEqual(['orest kuznecov', 'orest kuznechov'])
  })
  it('has no reading without letters or figures', () => {
    expect(readings('')).toEqual([])
    expect(readings(' - ?! ')).toEqual([])
    expect(readings('　·　')).toEqual([])
  })
})

describe('a Russian name in the letters of another language', () => {
  it.each([
    ['Sergej Tschemesow', 'sergey chemezov'],
    ['Chodorkowskij', 'khodorkovskiy'],
    ['Chruschtschow', 'khrushchov'],
    ['Maria Sacharowa', 'maria sakharova'],
    ['Aleksandr Kusnezow', 'aleksandr kusnetsov'],
    ['Siergiej Szojgu', 'sergey shoygu'],
    ['Dmitrij Miedwiediew', 'dmitriy medvedev'],
    ['Vladimir Poetin', 'vladimir putin'],
    ['Anatolij Tsjoebajs', 'anatoliy chubays'],
    ['Jurij Tjajka', 'yuriy chayka'],
    ['Vladimir Jirinovski', 'vladimir zhirinovski'],
    ['Vladimir Poutine', 'vladimir putin'],
    ['Vjaceslav Kuznecov', 'vyacheslav kuznetsov'],
    ['Nikolaj Cernovskij', 'nikolay chernovskiy'],
  ])('is read in English too: %s', (name, english) => {
    const [plain, ...others] = readings(name, { isPerson: true })
    expect(plain?.tokens.join(' ')).toBe(name.toLowerCase())
    expect(others.map(({ tokens }) => tokens.join(' '))).toEqual([english])
  })

  it.each(['Matthew Andrews', 'Andrew Schmidt', 'Jane Snow'])('is not %s', (name) => {
    expect(readings(name, { isPerson: true })).toHaveLength(1)
  })

  it('bears marks where scholars write it', () => {
    expect(texts('Sergej Šojgu').at(-1)).toBe('sergey shoygu')
    expect(texts('Vâčeslav Kuznecov').at(-1)).toBe('vyacheslav kuznetsov')
  })

  it('is that of a firm where its words are Russian', () => {
    expect(texts('Akcionernoe Obszczestwo Mikron').at(-1)).toBe('aktsionernoe obshchestvo mikron')
    expect(texts('Akcionernoe Obŝestvo Mikron').at(-1)).toBe('aktsionernoe obshchestvo mikron')
    expect(texts('Akzionernoje Obschtschestwo Mikron').at(-1)).toBe(
      'aktsionernoye obshchestvo mikron',
    )
    expect(readings('Tschemesow Handel')).toHaveLength(1)
    expect(readings('Deutsche Maschinen Szeged')).toHaveLength(1)
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
