import { describe, expect, it } from 'vitest'
import { comparedQuery, compareParties } from './compare-parties.ts'
import type { PartyQuery } from './model.ts'
import { readName } from './read-name.ts'
import { namesWithin, withoutRest } from './stated-names.ts'

describe('what a user writes for the name of a firm', () => {
  it.each([
    ['Halcyon Lattice a.k.a. Selene Works Ltd', 'Halcyon Lattice', 'Selene Works Ltd'],
    ['Halcyon Lattice (formerly known as Selene Works)', 'Halcyon Lattice', 'Selene Works'],
    ['Halcyon Lattice, trading as Selene', 'Halcyon Lattice', 'Selene'],
    ['Halcyon Lattice (Selene Works)', 'Selene Works', 'Halcyon Lattice'],
    ['Halcyon Lattice, 5 Harbour Road, Dover', 'Halcyon Lattice'],
    ['Halcyon Lattice - Beijing', 'Halcyon Lattice'],
    ['Messrs. Halcyon Lattice', 'Halcyon Lattice'],
    ['Halcyon Lattice Halcyon Lattice', 'Halcyon Lattice'],
    ['深圳市霜晨科技有限公司', '霜晨科技有限公司'],
    ['霜晨科技有限公司 深圳市南山区科技园12号', '霜晨科技有限公司'],
    ['HALCYON LATTICE, Halcyon Lattice', 'HALCYON LATTICE'],
    ['halcyon.lattice@selene.example', 'halcyon.lattice'],
    ['Halcyon Lattice PO 4500123456', 'Halcyon Lattice'],
    ['Flarnar Shipping', 'flamar Shipping'],
    ['Tavarincl Works', 'tavarind Works'],
    ['Halcyon Intemational', 'Halcyon international'],
    ['Sele8na 8attery', 'Selebna battery'],
    ['Halcyon Lattice (order no. 2026-00417)', 'Halcyon Lattice'],
    ['To the order of: Halcyon Lattice', 'Halcyon Lattice'],
    ['Selene Works on behalf of Halcyon Lattice', 'Selene Works', 'Halcyon Lattice'],
    ['Selene Works c/o Halcyon Lattice', 'Selene Works', 'Halcyon Lattice'],
    ['Ultimate consignee: Halcyon Lattice', 'Halcyon Lattice'],
    ['Buyer: Halcyon Lattice', 'Halcyon Lattice'],
    ['12. Halcyon Lattice', 'Halcyon Lattice'],
    ['Halcyon Lattice Attn. Mr Selene', 'Halcyon Lattice'],
    ['Halcyon Lattice Tel: +86 571 8807', 'Halcyon Lattice'],
    ['Halcyon Lattice VAT DE123456789', 'Halcyon Lattice'],
    ['Halcyon Lattice Dubai Branch', 'Halcyon Lattice'],
    ['Halcyon Lattice, Purchasing Department', 'Halcyon Lattice'],
    ['Bank of Halcyon, Harbour Branch', 'Bank of Halcyon'],
    ['Dept. of Physics, Halcyon Lattice', 'Halcyon Lattice'],
    ['Selene Works; Halcyon Lattice', 'Selene Works', 'Halcyon Lattice'],
    ['Halcy0n Latt1ce', 'Halcyon Lattice'],
    ['HalcyonLattice', 'Halcyon Lattice'],
    ['甫甯技术有限公司 Funing Technology', '甫甯技术有限公司', 'Funing Technology'],
  ])('%s holds a name', (stated, ...names) => {
    expect(namesWithin(stated)).toEqual(expect.arrayContaining(names))
  })

  it.each([
    'Halcyon Lattice Co., Ltd.',
    'Halcyon Lattice (Shenzhen) Ltd',
    'Halcyon Lattice (Group)',
    'Halcyon Harbour Branch',
    'Alias Akademie GmbH',
    'TCL集团',
    'To the order of shipper',
    'Tel Aviv University',
    'Halcyon Patent Office',
    '38 Research Institute',
    'China Mining, Trading and Export',
  ])('%s holds no other', (stated) => {
    expect(namesWithin(stated, 'Organization')).toEqual([])
  })

  it.each([' ', '(', '(a', ' a.k.a.', 'Aa', ',5'])(
    'is read in no time, be it "%s" without end',
    (part) => {
      expect(namesWithin(part.repeat(1_000_000)).length).toBeLessThanOrEqual(6)
    },
  )

  it('is a person under two names only where that is said', () => {
    expect(namesWithin('Ivan Tavarin alias Petr Selenin', 'Person')).toEqual([
      'Ivan Tavarin',
      'Petr Selenin',
    ])
    expect(namesWithin('TAVARIN, Ivan', 'Person')).toEqual([])
    expect(namesWithin('Ivan Tavarin Jr.', 'Person')).toEqual([])
  })

  it.each([
    'Attn: Mr. Ivan Tavarin',
    'Ivan Tavarin, General Director',
    'Ivan Tavarin (CEO)',
    'Ivan Tavarin - Director of Halcyon Lattice',
    'Ivan Tavarin DOB 07.10.1952',
    'Ivan Tavarin (born 1952)',
    'Ivan Tavarin, PhD',
    'Col. Gen. Ivan Tavarin',
    'Estate of Ivan Tavarin',
    'Ivan Tavarin and family',
    'Ivan Tavarin & Petr Selenin',
    'Ivan Tavarin Tel +7 495 123',
  ])('is a person in "%s"', (stated) => {
    expect(namesWithin(stated, 'Person')).toContain('Ivan Tavarin')
  })

  it('may go on behind the legal form', () => {
    const shorter = (name: string) =>
      readName(name, { schema: 'Organization' })
        .flatMap((reading) => withoutRest(reading) ?? [])[0]
        ?.words.map(({ text }) => text)
        .join(' ')
    expect(shorter('Halcyon Lattice Co., Ltd. Purchasing Dept')).toBe('halcyon lattice limited')
    expect(shorter('Halcyon Lattice Co., Ltd.')).toBeUndefined()
    expect(shorter('OOO Halcyon Lattice')).toBeUndefined()
    expect(shorter('Mining Corporation of Halcyon')).toBeUndefined()
    expect(shorter('Beijing Technology Ltd Halcyon')).toBeUndefined()
  })
})

describe('a listed ship', () => {
  const screened = (name: string, schema?: string) =>
    compareParties(
      comparedQuery({ name, ...(schema === undefined ? {} : { schema }) } as PartyQuery),
      { name: 'Selene Dawn I', schema: 'Vessel', identifiers: { imo: ['9187629'] } },
    ).match

  it.each([
    'M/V Selene Dawn I',
    'MV SELENE DAWN I',
    'M.T. Selene Dawn I',
    'Motor Tanker "Selene Dawn I"',
    'Selene Dawn I V.023W',
    'SELENE DAWN I voy. 12',
    'Selene Dawn I / Panama',
    'Selene Dawn I (ex Halcyon Star)',
    'Halcyon Star (ex Selene Dawn I)',
    'Halcyon Star IMO 9187629',
    'Halcyon Star (IMO No. 9187629)',
  ])('is found in "%s"', (stated) => {
    expect(screened(stated, 'Vessel')).toBe(true)
  })

  it.each(['Selene Dawn I', 'M/V Selene Dawn I'])('is found in "%s", whatever it is', (stated) => {
    expect(screened(stated)).toBe(true)
  })

  it.each(['M/V Halcyon Star', 'Halcyon Star IMO 9187620', 'MV Selene Dawn II'])(
    'is not found in "%s"',
    (stated) => {
      expect(screened(stated, 'Vessel')).toBe(false)
    },
  )

  it('is found by the name of an authority that prints what she is', () => {
    const listed = { name: 'M/V SELENE DAWN', schema: 'Vessel' }
    expect(compareParties({ name: 'Selene Dawn', schema: 'Vessel' }, listed).match).toBe(true)
  })
})

describe('a listed aircraft', () => {
  const listed = { name: 'EP-MNG', schema: 'Aircraft' }
  const match = (name: string) => compareParties({ name, schema: 'Aircraft' }, listed).match

  it.each(['Aircraft EP-MNG', 'Boeing 747-400, tail number EP-MNG', 'reg. ep-mng'])(
    'is found in "%s"',
    (stated) => {
      expect(match(stated)).toBe(true)
    },
  )

  it.each(['Aircraft EP-MNH', 'Boeing 747-400'])('is not found in "%s"', (stated) => {
    expect(match(stated)).toBe(false)
  })
})

describe('a listed firm', () => {
  const match = (asked: string, listed: string): boolean => {
    const schema = 'Organization'
    return compareParties({ name: asked, schema }, { name: listed, schema }).match
  }

  it.each([
    'Selene Harbour Trading (Halcyon Lattice Semiconductor)',
    'Selene Harbour f/k/a Halcyon Lattice Semiconductor Co Ltd',
    'Halcyon Lattice Semiconductor Co., Ltd., 88 Longgang Avenue, Bantian, Shenzhen, China',
    'Halcyon Lattice Semiconductor Co Ltd - R&D Dept',
    'Messrs Halcyon Lattice Semiconductor',
  ])('is found in "%s"', (stated) => {
    expect(match(stated, 'Halcyon Lattice Semiconductor Co., Ltd.')).toBe(true)
  })

  it.each([
    'Selene Harbour, Halcyon Road 5, Dover',
    'Selene Harbour GmbH, Halcyon Lattice Street 3, Bonn',
  ])('is not found in "%s"', (stated) => {
    expect(match(stated, 'Halcyon Lattice Semiconductor Co., Ltd.')).toBe(false)
  })
})

describe('a name that was written otherwise on purpose, or by a machine', () => {
  const match = (asked: string, listed: string, schema: string): boolean =>
    compareParties({ name: asked, schema }, { name: listed, schema }).match

  it.each([
    ['nitevoL riD', 'Dir Lovetin'],
    ['V1ktor H4lcyon', 'Viktor Halcyon'],
    ['Ѕеrgeі Hаlсуоnov', 'Sergei Halcyonov'],
    ['ᴠɪᴋᴛᴏʀ ʜᴀʟᴄʏᴏɴ', 'Viktor Halcyon'],
    ['HalcyonovViktor', 'Viktor Halcyonov'],
    ['Viktor "Lord of Kites" Halcyonov', 'Viktor Halcyonov'],
    ['Lt Col Viktor Halcyonov', 'Viktor Halcyonov'],
    ['Vice Admiral Viktor Halcyonov', 'Viktor Halcyonov'],
    ['Viktor&nbsp;Halcyonov', 'Viktor Halcyonov'],
    ['Alyaksandr Halcyonau', 'Alexander Halcyonov'],
  ])('is found: person %s', (asked, listed) => {
    expect(match(asked, listed, 'Person')).toBe(true)
  })

  it.each([
    ['Halcyon &amp; Sons Lattice', 'Halcyon and Sons Lattice'],
    ['www.halcyonlattice.com', 'Halcyonlattice'],
    ['Lattice Brigade XLIV', 'Lattice Brigade 44'],
    ['NHOC', 'National Halcyon Oil Company'],
    ['Banque Nationale Halcyon', 'Halcyon National Bank'],
    ['Ejercito de Liberacion Halcyon', 'Halcyon Liberation Army'],
    ['Halcyon Forschung Institut', 'Halcyon Research Institute'],
    ['State Research Centre Halcyon Engin', 'State Research Centre Halcyon Engine Orion Works'],
  ])('is found: firm %s', (asked, listed) => {
    expect(match(asked, listed, 'Organization')).toBe(true)
  })

  it.each([
    ['Banque Populaire du Nord', 'Banco Popular'],
    ['HSML', 'Halcyon Ship Management Limited'],
    ['State Research Centre Halcyon Work', 'State Research Centre Zephyx Works'],
    ['The State Research Centre Halcyon', 'State Research Centre Halcyon Engine Orion Works'],
    ['Halcyon Lattice Service Branch 216', 'Halcyon Lattice Service Branch 235 Orion Works'],
  ])('is not: firm %s', (asked, listed) => {
    expect(match(asked, listed, 'Organization')).toBe(false)
  })
})
