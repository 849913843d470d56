import { describe, expect, it } from 'vitest'
import { type ComparedParty, compareParties } from './compare-parties.ts'

function compared(asked: string, listed: string, more: Partial<ComparedParty> = {}) {
  return compareParties({ name: asked, ...more }, { name: listed, ...more })
}

describe('names', () => {
  it.each([
    ['Halcyon Lattice', 'HALCYON LATTICE CO., LTD.'],
    ['Orsolya Tavarin', 'TAVARIN, Orsolya'],
    ['Müller Präzision GmbH', 'Muller Prazision'],
    ['OOO Symfoniya', 'Symfoniya Limited Liability Company'],
    ['Газпром', 'Gazprom, OAO'],
    ['Pengcheng Laboratory', 'Peng Cheng Laboratory'],
    ['Semiconductor Mfg Intl', 'Semiconductor Manufacturing International Corporation'],
    [
      'Semiconductor Manufacturing International',
      'Semiconductor Manufacturing International (Beijing) Corporation',
    ],
    ['Mustapha Qadhafi', 'Mustafa Kadafi'],
    ['中芯国际', '中芯国际'],
    ['Halcyonic Airways', 'HALCYONIC AIR'],
    ['Halcyonic', 'Halcyonic Technologies Co., Ltd.'],
    ['Qaeda', 'Qaida'],
    ['Schell plc', 'Shell plc'],
    ['HLC 38', 'Halcyon Lattice Corporation 38th Institute (HLC 38)'],
  ])('takes %s for %s', (asked, listed) => {
    expect(compared(asked, listed)).toMatchObject({ match: true })
  })

  it.each([
    ['Corp', 'Halcyon Corp'],
    ['CORP', 'Corp.'],
    ['Trading', 'Halcyon Trading LLC'],
    ['International Trading', 'International Lattice Etching'],
    ['Institute 13', 'Institute 38'],
    ['Beijing Halcyon Aviation', 'Beijing Zephyr Aviation'],
    ['N.N.', 'Nursultan Nazarov'],
    ['Ltd', 'Ltd'],
    ['', 'Halcyon'],
    ['—', '—'],
    ['Canor', 'CANTOR Ltd'],
    ['HYD', 'HID'],
    ['Tavara Motor Corporation', 'T-MOTOR'],
    ['Song Hong Electronics', 'HONG KONG ELECTRONICS'],
    ['Canor', 'Cason Technologies'],
    ['Halcyonic Insurance Co., Ltd.', 'Halcyonic'],
    ['Shenyang Aircraft Industry Group', 'Changhe Aircraft Industry Group'],
  ])('does not take %s for %s', (asked, listed) => {
    expect(compared(asked, listed)).toMatchObject({ match: false })
  })

  const person = { schema: 'Person' }

  it.each([
    ['Ted Tavarin', 'Theodore Tavarin'],
    ['A. Tavarin', 'Aurel Tavarin'],
    ['Lauren Ttavarin', 'Laurent Tavarin'],
    ['Tavarin Orsolya Anna', 'Orsolya Anna Tavarin'],
    ['Donlad Tavarin', 'Donald Tavarin'],
    ['Jewgeni Tavaroschin', 'Yevgeny Viktorovich TAVAROZHIN'],
    ['Schavarin, Wjatscheslaw', 'Vyacheslav Shavarin'],
    ['Maria Sacharowa', 'Maria Vladimirovna ZAKHAROVA'],
    ['Tavaremesow, Sergej', 'Sergey Tavaremezov'],
    ['Ayatollah Seyyed Ali Tavarmenei', 'TAVARMENEI, Ali Husseini'],
  ])('takes the person %s for %s', (asked, listed) => {
    expect(compared(asked, listed, person)).toMatchObject({ match: true })
  })

  it.each([
    ['Salman bin Tavar al-Orsoli', 'Tavar bin Salman al-Orsoli'],
    ['习近朋', '习近平'],
    ['Wei L.', 'WEI, Linna'],
    ['Wei L.', "WA'IL, Tavar"],
    ['TAVARIN, Barzan Ibrahim', 'TAVARIN, Orsol Thoraya'],
  ])('does not take the person %s for %s', (asked, listed) => {
    expect(compared(asked, listed, person)).toMatchObject({ match: false })
  })

  it('holds it against a son that he bears the names of his father after his own', () => {
    const father = 'AL-TAVARI, Saddam Orsolan'
    const son = compared('AL-TAVARI, Uday Saddam Orsolan', father, person)
    const fuller = compared('AL-TAVARI, Saddam Orsolan Uday', father, person)
    expect(son.nameScore).toBeLessThan(fuller.nameScore)
  })

  it('holds a brand in the middle more against a firm than a general word', () => {
    const brand = compared('Bandar Halcyon Zephyrine Petrochemical', 'Bandar Halcyon Petrochemical')
    const general = compared('Bandar Halcyon Trading Petrochemical', 'Bandar Halcyon Petrochemical')
    expect(brand.nameScore).toBeLessThan(general.nameScore)
  })

  it('takes the branch of a one-word brand for the firm, but not a common word with a place', () => {
    expect(compared('Halcyonic', 'Halcyonic Europe LLC').match).toBe(true)
    expect(compared('Star', 'Star Europe LLC').match).toBe(false)
  })

  it.each([
    ['Zephyx Moscow', 'Zephyx'],
    ['ZPX Dubai', 'ZPX'],
    ['Zephyx Kazan', 'Zephyx'],
    ['Halcyonic Changsha', 'Halcyonic Technologies Co., Ltd.'],
    ['Halcyonic Istanbul', 'Halcyonic Trading LLC'],
    ['Halcyonic (China) Co., Ltd.', 'Halcyonic Technologies Co., Ltd.'],
    ['Halcyonic Dubai', 'Nanjing Halcyonic Digital Technology Co., Ltd.'],
    ['Halcyonic UAE', 'Halcyonic Technologies Co., Ltd. (Halcyonic)'],
  ])('takes %s for a branch of %s, in whatever country it is', (asked, listed) => {
    expect(compared(asked, listed).match).toBe(true)
    const elsewhere = compareParties(
      { name: asked, schema: 'Organization', countries: ['AE'] },
      { name: listed, schema: 'Organization', countries: ['RU'] },
    )
    expect(elsewhere.match).toBe(true)
  })

  it.each([
    ['Zephix Moscow', 'Zephyx'],
    ['霜晨科技有限公司上海分公司', '晨霜电子有限公司'],
    ['Halcyonic Zephyx Moscow', 'Halcyonic Trading LLC'],
    ['Delta Moscow', 'Delta'],
    ['ABX International', 'ABX'],
    ['Kazan', 'Kazan Trading LLC'],
    ['Halcyonic Kazan', 'Halcyonic Moscow'],
    ['Agricultural Bank of Chad', 'Agricultural Bank of China'],
    ['Moscow Trading', 'Halcyonic Trading Moscow'],
  ])('does not take %s for a branch of %s', (asked, listed) => {
    expect(compared(asked, listed).match).toBe(false)
  })

  it('does not take a firm named after a ship and a place for the ship, which has no branches', () => {
    const ship = { name: 'HALCYONIC', schema: 'Vessel' }
    expect(compareParties({ name: 'Halcyonic (HK) Limited' }, ship).match).toBe(false)
    expect(compareParties({ name: 'MV Halcyonic' }, ship).match).toBe(true)
    const firm = { name: 'HALCYONIC', schema: 'Organization' }
    expect(compareParties({ name: 'Halcyonic (HK) Limited' }, firm).match).toBe(true)
  })

  it.each([
    ['Halcyonic', 'Halcyonic Trading LLC'],
    ['Nanjing Halcyonic', 'Nanjing Halcyonic Integrated Circuit Co., Ltd.'],
    ['Halcyonic Information', 'Halcyonic Information Industry Co., Ltd.'],
    ['Halcyonic Digital', 'Nanjing Halcyonic Digital Technology Co., Ltd.'],
    ['Халционик', 'Khaltsionik Trading LLC'],
  ])('takes %s, which says less of what it does, for %s', (asked, listed) => {
    expect(compared(asked, listed)).toMatchObject({ match: true })
  })

  it.each([
    ['Halcyonic Trading', 'Halcyonic'],
    ['Halc', 'Halc Trading LLC'],
    ['Sea', 'Sea Trading LLC'],
    ['Nanjing', 'Nanjing Trading LLC'],
    ['Halcyonic', 'Halcyonic Zephyrine Trading LLC'],
    ['Halcyonic Bank', 'Halcyonic Credit Development Bank'],
    ['Halcyonic Association', 'Halcyonic Trading LLC'],
  ])('does not take %s for %s', (asked, listed) => {
    expect(compared(asked, listed)).toMatchObject({ match: false })
  })

  it('takes an initial before a name for that of a person where it is not said what somebody is', () => {
    const listed = { name: 'TAVARI, Arshad Muhammad', schema: 'Person' }
    expect(compareParties({ name: 'A. Muhammad Tavari' }, listed).match).toBe(true)
    expect(compareParties({ name: 'B. Muhammad Tavari' }, listed).match).toBe(false)
  })

  it('does not take a ship for one of a fuller name, nor a firm abroad for one that says more', () => {
    const ship = { schema: 'Vessel' }
    expect(compared('Halcyonic', 'Halcyonic Trading', ship).match).toBe(false)
    const asked = { name: 'Halcyonic', schema: 'Company', countries: ['BR'] }
    const listed = { name: 'Halcyonic Trading LLC', schema: 'Company', countries: ['RU'] }
    expect(compareParties(asked, listed).match).toBe(false)
  })

  it('does not take an initial for a name letter by letter', () => {
    const asked = { name: 'Tavar Os', schema: 'Person' }
    const whole = compareParties(asked, { name: 'Tavar Os', schema: 'Person' })
    const short = compareParties(asked, { name: 'T. Os', schema: 'Person' })
    expect(short.nameScore).toBeLessThan(whole.nameScore)
  })

  it('holds two mistyped words more against a name than one', () => {
    const one = compared('Orsolya Tavarim', 'Orsolya Tavarin', person)
    const two = compared('Orsolta Tavarim', 'Orsolya Tavarin', person)
    expect(two.nameScore).toBeLessThan(one.nameScore)
  })

  it('holds two letters otherwise against a name in a script that writes all of them', () => {
    const one = compared('Minan Aleksandr', 'Александр Минин', person)
    const two = compared('Manan Aleksandr', 'Александр Минин', person)
    expect(two.nameScore).toBeLessThan(one.nameScore)
  })

  it('lets the place of birth speak, but not a country alone', () => {
    const listed = {
      name: 'Tavarin Ortega',
      schema: 'Person',
      birthPlaces: ['Tavar village, Iraq'],
    }
    const born = (place: string) =>
      compareParties({ name: 'Tavarin Ortege', schema: 'Person', birthPlaces: [place] }, listed)
    expect(born('Tavar').score).toBeGreaterThan(born('Iraq').score)
    expect(born('Tavar').because).toContain('For: born in the same place (Tavar village, Iraq)')
  })

  it('learns nothing from a name that reads as one printed beside it', () => {
    const asked = { name: 'Tavar Bars', schema: 'Organization' }
    const listed = { name: 'Tavar Bars Selet', schema: 'Organization' }
    const inBoth = { ...listed, aliases: ['Тавар Барс Селет'] }
    expect(compareParties(asked, inBoth).score).toBe(compareParties(asked, listed).score)
  })

  it('compares every name with every name', () => {
    const asked = { name: 'Zephyr', aliases: ['Halcyon Lattice'] }
    const found = compareParties(asked, { name: 'Nimbus', aliases: ['Lattice Halcyon Ltd'] })
    expect(found.match).toBe(true)
    expect(found.because[0]).toBe('"Halcyon Lattice" against the listed "Lattice Halcyon Ltd"')
  })

  it('lets a weak alias speak less, unless it agrees word by word', () => {
    const strong = compareParties(
      { name: 'Halcyon Latice' },
      { name: 'X', aliases: ['Halcyon Lattice Etch'] },
    )
    const weak = compareParties(
      { name: 'Halcyon Latice' },
      { name: 'X', weakAliases: ['Halcyon Lattice Etch'] },
    )
    expect(weak.nameScore).toBeLessThan(strong.nameScore)
    expect(compareParties({ name: 'Halcyon' }, { name: 'X', weakAliases: ['Halcyon'] }).match).toBe(
      true,
    )
  })

  it('scores rare names above common ones', () => {
    const rare = compared('Orsolya Tavarin Halcyon', 'Halcyon, Orsolya Tavarin')
    const common = compared('Muhammad Ali', 'Ali, Muhammad')
    expect(rare.score).toBeGreaterThan(common.score)
  })

  it('does not compute what is not a number', () => {
    for (const [asked, listed] of [
      ['', ''],
      ['A', ''],
      ['', 'B'],
      ['!', '?'],
    ] as const) {
      const { score, nameScore } = compared(asked, listed)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(nameScore).toBe(0)
    }
  })
})

describe('evidence beside the names', () => {
  const NAMES: readonly [string, string] = ['Orsolya Tavarin', 'TAVARIN, Orsola']

  function scored(asked: Partial<ComparedParty>, listed: Partial<ComparedParty>): number {
    return compareParties({ name: NAMES[0], ...asked }, { name: NAMES[1], ...listed }).score
  }
  const bare = scored({}, {})

  it('weighs days of birth', () => {
    const born = (date: string) => scored({ birthDates: [date] }, { birthDates: ['1971-04-03'] })
    const order = [
      '1971-04-03',
      '1971-03-04',
      '1971-08-09',
      '1972-01-01',
      '1974-01-01',
      '1999-01-01',
    ].map(born)
    expect(order).toEqual(order.toSorted((a, b) => b - a))
    expect(born('1971-04-03')).toBeGreaterThan(bare)
    expect(born('1971')).toBeGreaterThan(bare)
    expect(born('1999-01-01')).toBeLessThan(0.5)
    expect(born('unknown')).toBe(bare)
  })

  it('takes the best of several days of birth', () => {
    expect(
      scored({ birthDates: ['1971-04-03'] }, { birthDates: ['1950', '1971-04-03'] }),
    ).toBeGreaterThan(bare)
  })

  it('weighs countries both ways, less than a name', () => {
    expect(scored({ countries: ['CY'] }, { countries: ['CY', 'HU'] })).toBeGreaterThan(bare)
    expect(scored({ countries: ['JP'] }, { countries: ['CY'] })).toBeLessThan(bare)
    const same = { name: 'Orsolya Tavarin' }
    const abroad = compareParties({ ...same, countries: ['JP'] }, { ...same, countries: ['CY'] })
    expect(abroad.match).toBe(true)
    expect(scored({ countries: [] }, { countries: ['CY'] })).toBe(bare)
  })

  it('takes the same number for the same party, whatever its spelling', () => {
    const found = compareParties(
      { name: 'Selene Dawn', identifiers: { imo: ['IMO 9999993'.slice(4)] } },
      { name: 'Other Name Entirely', identifiers: { imo: ['999-9993'] } },
    )
    expect(found.match).toBe(true)
    expect(found.because.at(-1)).toBe('For: the same imo 9999993')
  })

  it('takes another IMO number for another vessel, and another passport for nothing', () => {
    expect(scored({ identifiers: { imo: ['1'] } }, { identifiers: { imo: ['2'] } })).toBeLessThan(
      0.5,
    )
    expect(scored({ identifiers: { passport: ['1'] } }, { identifiers: { passport: ['2'] } })).toBe(
      bare,
    )
  })

  it('holds a person and a vessel of one name apart', () => {
    expect(scored({ schema: 'Person' }, { schema: 'Vessel' })).toBeLessThan(0.5)
    expect(scored({ schema: 'Person' }, { schema: 'LegalEntity' })).toBeGreaterThan(0.5)
  })

  it('counts the same address', () => {
    const addresses = ['5th Floor, 12 Invented Road, Halcyon District, Limassol']
    const found = scored({ addresses: ['12 Invented Road, Limassol'] }, { addresses })
    expect(found).toBeGreaterThan(bare)
    expect(scored({ addresses: ['13 Invented Road, Limassol'] }, { addresses })).toBe(bare)
  })
})

describe('explanations', () => {
  it('say which name, which words, and what speaks for and against', () => {
    const { because } = compareParties(
      { name: 'Halcyon Latice Shanghai', countries: ['CN'], birthDates: [] },
      { name: 'X', aliases: ['Halcyon Lattice Ltd'], countries: ['RU'] },
    )
    expect(because).toEqual([
      '"Halcyon Latice Shanghai" against the listed "Halcyon Lattice Ltd"',
      'Words that agree: halcyon, latice with lattice (95 %)',
      'Only in the name asked for: shanghai',
      'Neither for nor against: listed with RU only, for the name asked for says a place',
    ])
  })
})
