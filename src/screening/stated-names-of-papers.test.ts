import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'

const isFound = (asked: string, listed: string, schema?: string) =>
  compareParties({ name: asked, schema }, { name: listed, schema: schema ?? 'Organization' }).match

describe('a listed name on a paper', () => {
  it.each([
    'SHIPPER Tavarin Lattice Bank',
    'BENEFICIARY BANK: Tavarin Lattice Bank',
    'SHIPPER/EXPORTER: Tavarin Lattice Bank',
    'REMITTER: Tavarin Lattice Bank',
    'Director of Tavarin Lattice Bank',
    '1/TAVARIN LATTICE BANK',
    'TAVARIN LATTICE BANK HARBOUR ROAD 5 20459 DOVER',
    'TAVARIN LATTICE BANK NO 37 SELENE TOWER HARBOUR AVE DOVER',
    'TAVARIN LATTICE BANK//27 HARBOUR RD//DOVER//GB',
    'Tavarin Lattice Bank P.O. Box 16832 Jebel Ali Dubai',
    'Tavarin Lattice Bank INN 7701234567',
    'Tavarin Lattice Bank Filiale Hamburg',
    'Tavarin Lattice Bank Succursale Paris',
    'Tavarin Lattice Bank FZ-LLC',
    'Tavarin Lattice Bank San. ve Tic. A.S.',
    'Tavarin Lattice Bank S.A.L.',
    'TOO Tavarin Lattice Bank',
  ])('is found as %s', (stated) => {
    expect(isFound(stated, 'TAVARIN LATTICE BANK')).toBe(true)
  })

  it.each([
    'Harbour Engineering University NO 145 Selene Street Dover 150001',
    'Harbour Engineering University School of Automation',
  ])('may have words that many have: %s', (stated) => {
    expect(isFound(stated, 'HARBOUR ENGINEERING UNIVERSITY')).toBe(true)
  })

  it.each(['Tavarin Works 9', 'Plant 9 Tavarin', 'Tavarin 2000 Trading'])(
    'keeps the number that is part of it: %s',
    (stated) => {
      expect(isFound(stated, 'Plant 12 Tavarin')).toBe(false)
    },
  )

  it.each([
    'Tavarin A.V.',
    'A.V. Tavarin',
    'Tavarin A. V.',
    'Director Aleksey Tavarin',
    'UBO: Aleksey Tavarin',
  ])('is that of a person: %s', (stated) => {
    const listed = { name: 'TAVARIN, Aleksey Vadimovich', schema: 'Person' }
    expect(compareParties({ name: stated }, listed).match).toBe(true)
    expect(compareParties({ name: stated, schema: 'Person' }, listed).match).toBe(true)
  })

  it('is that of a Korean, North or South', () => {
    expect(isFound('Lee Su Yong', 'RI, Su Yong', 'Person')).toBe(true)
    expect(isFound('Chang Song Chol', 'JANG, Song Chol', 'Person')).toBe(true)
    expect(isFound('Kang Song Chol', 'JANG, Song Chol', 'Person')).toBe(false)
  })

  it.each([
    'MV. SELENE',
    'VSL SELENE',
    'BARGE SELENE',
    'SELENE ex NEW STAR',
    'NEW STAR EX SELENE',
    'SELENE OR SUBSTITUTE',
  ])('is that of a ship: %s', (stated) => {
    expect(isFound(stated, 'SELENE', 'Vessel')).toBe(true)
  })

  it.each([
    ['KIM, Se Gon', 'Person'],
    ['PAO YU LIANG', 'Person'],
    ['AG ALTAVAR, Ahmed', 'Person'],
    ['SAFI AL-DIN, Tavar', 'Person'],
    ['SANTIC, Tavar', 'Person'],
    ["SA'B, Tavar", 'Person'],
    ['TAVARIN GRAND I LLC', 'Organization'],
    ['TAVARIN ENERGY V B.V', 'Organization'],
    ['TAVARIN IZVORI B.I.', 'Organization'],
  ])('is found as printed, without what it is: %s', (printed, schema) => {
    expect(compareParties({ name: printed }, { name: printed, schema }).match).toBe(true)
  })
})
