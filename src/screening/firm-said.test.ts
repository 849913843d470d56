import { describe, expect, it } from 'vitest'
import { comparedQuery, compareParties } from './compare-parties.ts'
import { saysFirm } from './firm-said.ts'

const PERSON = { name: 'TAVARI, Halid', schema: 'Person', aliases: ['TAVARI'] }

describe('saysFirm', () => {
  it.each([
    'Tavari Ltd',
    'Tavari & Sons Co.',
    'Tavari Trading L.L.C.',
    'Tavari Electronics Co., Ltd.',
    'Tavari Dış Ticaret A.Ş.',
    'OOO Tavari',
    'ООО Тавари',
    'Tavari Sp. z o.o.',
    '塔瓦里贸易有限公司',
    '주식회사 타바리',
  ])('takes %s for a firm', (stated) => {
    expect(saysFirm(stated)).toBe(true)
  })

  it.each([
    'Halid Tavari',
    'Ramon Co',
    'Kim Se Gon',
    'Ag Albachar',
    'Halid Tavari c/o Selene Ltd',
    'Halid Tavari, Director of Selene Ltd',
    'Halid Tavari, Selene Ltd',
    'Halid Tavari - Selene Ltd',
    'Owner of Selene Ltd',
    'MV Tavari Ltd',
    'Halid Tavari (Selene Ltd)',
    'Limited Edition Tavari',
  ])('leaves open what %s is', (stated) => {
    expect(saysFirm(stated)).toBe(false)
  })
})

describe('comparedQuery', () => {
  it('takes a firm named after people for another one than a person of that name', () => {
    expect(compareParties(comparedQuery({ name: 'Halid Tavari Ltd' }), PERSON).match).toBe(false)
    expect(compareParties(comparedQuery({ name: 'Halid Tavari' }), PERSON).match).toBe(true)
    const firm = { name: 'TAVARI', schema: 'Organization' }
    expect(compareParties(comparedQuery({ name: 'Tavari Ltd' }), firm).match).toBe(true)
    const unknown = { name: 'TAVARI', schema: 'LegalEntity' }
    expect(compareParties(comparedQuery({ name: 'Tavari Ltd' }), unknown).match).toBe(true)
  })

  it('still takes it for the person where that is stated, or where it has another name', () => {
    const stated = comparedQuery({ name: 'Halid Tavari Ltd', schema: 'Person' })
    expect(compareParties(stated, PERSON).match).toBe(true)
    const named = comparedQuery({ name: 'Selene Ltd', otherNames: ['Halid Tavari'] })
    expect(compareParties(named, PERSON).match).toBe(true)
  })

  it('says why', () => {
    const { because } = compareParties(comparedQuery({ name: 'Halid Tavari Ltd' }), PERSON)
    expect(because).toContain('Against: the listed one is a person')
  })
})
