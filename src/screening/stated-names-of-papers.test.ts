import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'

const isFound = (asked: string, listed: string, schema?: string) =>
  compareParties({ name: asked, schema }, { name: listed, schema: schema ?? 'Organization' }).match

describe('a listed ship on a paper', () => {
  it.each([
    'VLCC Selene Tavarin',
    'S.S. Selene Tavarin',
    'M.T.Selene Tavarin',
    'Vessel: Selene Tavarin, flag Panama',
    'Crude oil tanker Selene Tavarin',
    'Ocean vessel: SELENE TAVARIN V.023E',
    'Selene Tavarin 023E',
    'ex-Selene Tavarin',
    'Halcyon Dawn (ex Selene Tavarin)',
  ])('is found as %s, though nobody says that it is one', (stated) => {
    expect(
      compareParties({ name: stated }, { name: 'SELENE TAVARIN', schema: 'Vessel' }).match,
    ).toBe(true)
  })

  it('may be called by two letters and a number', () => {
    expect(compareParties({ name: 'MT "JX 86"' }, { name: 'JX 86', schema: 'Vessel' }).match).toBe(
      true,
    )
    expect(compareParties({ name: 'MT "JX 87"' }, { name: 'JX 86', schema: 'Vessel' }).match).toBe(
      false,
    )
  })
})

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
    'SHIP TO: Tavarin Lattice Bank',
    'Bill-to Tavarin Lattice Bank',
    'Company name: Tavarin Lattice Bank',
    'Attn Mr Wang, Tavarin Lattice Bank',
    'FAO Tavarin Lattice Bank',
    'Account of Tavarin Lattice Bank',
    '/ORDP/Tavarin Lattice Bank',
    '/DE89370400440532013000\n1/TAVARIN LATTICE BANK',
    'CN-Tavarin Lattice Bank',
    '(CN) Tavarin Lattice Bank',
    'Tavarin Lattice Bank_CN',
    'Tavarin Lattice Bank Headquarters',
    'Tavarin Lattice Bank - Head Office',
    'Tavarin Lattice Bank, Accounts Payable',
    'Tavarin Lattice Bank Finance Dept.',
    'Tavarin Lattice Bank Plant No. 2',
    'Tavarin Lattice Bank, P.R. China',
    'Tavarin Lattice Bank and its affiliates',
    'Tavarin Lattice Bank info@halcyon.example',
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

  it.each([
    'Name: Halid Tavarin',
    'SHIP TO: Mr. Halid Tavarin',
    'His Excellency Halid Tavarin',
    'Halid Tavarin, MSc, PhD',
    'Halid Tavarin, Dubai',
    'Halid Tavarin, 12 Harbour Road, Dover',
    'Halid Tavarin <info@halcyon.example>',
    'Halid Tavarin, Selene Lattice Ltd',
    'Selene Lattice Ltd (Halid Tavarin)',
    'Selene Lattice LLC - Halid Tavarin',
    'Halid Tavarin for Selene Lattice GmbH',
  ])('is that of a person, with more said: %s', (stated) => {
    const listed = { name: 'TAVARIN, Halid', schema: 'Person' }
    expect(compareParties({ name: stated }, listed).match).toBe(true)
    expect(compareParties({ name: stated, schema: 'Person' }, listed).match).toBe(true)
  })

  it('is not that of a firm which shares a word with the person and one with his firm', () => {
    const listed = { name: 'SELENE DAWN', schema: 'Organization' }
    expect(compareParties({ name: 'Halid Dawn, Selene Ltd' }, listed).match).toBe(false)
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
