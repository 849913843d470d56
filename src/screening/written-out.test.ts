import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'
import { translatedOtherwise, writtenOut } from './written-out.ts'

describe('the name of a firm written out', () => {
  it.each([
    ['Joint Stock Co. Halcyon', 'Joint Stock company Halcyon'],
    ['Ltd Liability Co HALCYON', 'limited Liability company HALCYON'],
    ['Halcyon Technoogies Comany', 'Halcyon technologies company'],
    ['Halcyon Eng. (Selene)', 'Halcyon engineering (Selene)'],
    ['JOINTSTOCK COMPANY HALCYON', 'joint stock COMPANY HALCYON'],
    ['Halcyon Joint Stock', 'Halcyon Joint Stock company'],
    ['LLCHALCYON', 'llc halcyon'],
    ['HALCYONOOO', 'halcyon ooo'],
    ['NII Halcyon', 'scientific research institute Halcyon'],
    ['OBSHCESTVO HALCYON', 'obshchestvo HALCYON'],
  ])('writes %s as %s', (name, written) => {
    expect(writtenOut(name)).toEqual([written])
  })

  it('leaves out the last word of a long name, which may have been cut', () => {
    expect(writtenOut('Nanjing Halcyon Lattice Information Tec')).toContain(
      'Nanjing Halcyon Lattice Information',
    )
    expect(writtenOut('Nanjing Halcyon Lattice Information Technology')).toEqual([])
    expect(writtenOut('Nanjing Halcyon Tec')).toEqual([])
  })

  it.each([
    'Halcyon Limited',
    'Halcyonic',
    'Halcyon Joint Stock Company',
    'Халцион Компани',
    'C',
    '',
  ])('leaves %s as it is', (name) => {
    expect(writtenOut(name)).toEqual([])
  })

  it.each([
    ['Joint Stock Co Halcyon Lattice', 'JOINT STOCK COMPANY HALCYON LATTICE'],
    ['HALCYON ENERGY GROUP COMANY LIMITED', 'HALCYON ENERGY GROUP COMPANY LIMITED'],
    ['Kal Halcyon Avn, Inc.', 'Kal Halcyon Aviation, Inc.'],
    ['Halcyon Zephyx Ltd PO 4500123456', 'Halcyon Zephyx Ltd'],
    ['Halcyon Zephyx Ltd, Ref. No. 2026-00417', 'Halcyon Zephyx Ltd'],
  ])('finds %s as %s', (asked, listed) => {
    const schema = 'Organization'
    expect(compareParties({ name: asked, schema }, { name: listed, schema }).match).toBe(true)
  })
})

describe('the name of a firm as others translate it', () => {
  it('has each of the words that may stand for one of its own', () => {
    expect(translatedOtherwise('Halcyon Oil')).toEqual(['Halcyon petroleum'])
    expect(translatedOtherwise('Halcyon Machine-Building Plant')).toContain(
      'Halcyon engineering Plant',
    )
    expect(translatedOtherwise('OKB Halcyon')).toEqual(['experimental design bureau Halcyon'])
  })

  it('is its own where nothing stands for its words', () => {
    expect(translatedOtherwise('Halcyon Boiler Works')).toEqual([])
    expect(translatedOtherwise('Oiltec Halcyon')).toEqual([])
  })

  const areSame = (name: string, other: string): boolean =>
    compareParties({ name, schema: 'Organization' }, { name: other, schema: 'Organization' }).match

  it.each([
    ['HK Halcyon Lattice Limited', 'Hong Kong Halcyon Lattice Limited'],
    ['Halcyon Lattice (H.K.) Co.', 'Halcyon Lattice Hongkong'],
    ['PRC Academy of Halcyon Rockets', 'China Academy of Halcyon Rockets'],
    ['DPRK Halcyon Trading', 'Korea Halcyon Trading'],
    ['Iranian Halcyon Lines', 'Islamic Republic of Iran Halcyon Lines'],
    ['Russia Federation Halcyon Bank', 'Russian Halcyon Bank'],
    ['SPb Halcyon Works', 'St. Petersburg Halcyon Plant'],
    ['Macao Halcyon Trading', 'Macau Halcyon Trading'],
    ['Halcyon Resistor Factory', 'Halcyon Resistor Plant'],
    [
      'Halcyon Elektronik San. ve Tic. Ltd. Sti.',
      'Halcyon Elektronik Sanayi ve Ticaret Limited Sirketi',
    ],
    ['Halcyon Dis Tic. Ltd. Sti.', 'Halcyon Dis Ticaret Limited Sirketi'],
    ['Halcyon Denizcilik', 'Halcyon Shipping'],
    ['Zephyx Plant', 'Plant named after Zephyx'],
    ['Zavod imeni Zephyxa', 'Zephyxa Plant'],
    ['27th Halcyon Centre', 'No. 27 Halcyon Centre'],
    ['Halcyon Optics Institute', 'Halcyon Optical Institute'],
    ['Halcyon Dept. of Def.', 'Halcyon Department of Defense'],
    ['Halcyon Research and Production Enterprise', 'NPP Halcyon'],
    ['Halcyon Shipbuilding Plant', 'Halcyon Shipyard'],
    ['Halcyon Aviation Repair Works', 'Halcyon Aircraft Repair Plant'],
  ])('finds %s as %s', (asked, listed) => {
    expect(areSame(asked, listed)).toBe(true)
  })

  it.each([
    ['Hong Kong Zephyx Limited', 'HK Halcyon Limited'],
    ['Korea Halcyon Trading', 'Iran Halcyon Trading'],
    ['Halcyon Boiler Works', 'Zephyx Boiler Plant'],
  ])('tells %s from %s', (asked, listed) => {
    expect(areSame(asked, listed)).toBe(false)
  })
})
