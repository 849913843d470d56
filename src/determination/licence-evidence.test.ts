import { describe, expect, it } from 'vitest'
import { otherEndUserIn } from './licence-evidence.ts'
import type { Party } from './transaction-parties.ts'

const PHRASES = ['end user is', 'end user', '최종사용자']
const party = (role: Party['role'], name: string, nativeName?: string): Party => ({
  role,
  name,
  ...(nativeName === undefined ? {} : { nativeName }),
})
const USER = party('end-user', 'Song Hong Instruments Co Ltd', '송홍계기')
const other = (evidence: string, parties: readonly Party[] = [USER]) =>
  otherEndUserIn(evidence, parties, PHRASES)

describe('the evidence of a licence', () => {
  it.each([
    ['individual licence, end user Mekong Optics Co', 'Mekong Optics Co'],
    ['End-user: Mekong Optics Co, Vietnam; two years', 'Mekong Optics Co'],
    ['the end user is Mekong Optics Co. Reports are due.', 'Mekong Optics Co'],
    ['최종사용자 메콩광학', '메콩광학'],
  ])('names another end user: %s', (evidence, name) => {
    expect(other(evidence)).toBe(name)
  })
  it.each([
    'individual licence, end user Song Hong Instruments Co Ltd',
    'end user SONG HONG INSTRUMENTS CO., LTD., Hanoi',
    'end user Song Hong Instruments',
    'end users Mekong Optics Co, Song Hong Instruments Co Ltd',
    '최종사용자 송홍계기',
    'granted on the end-user statement of 2026-05-01',
    'end user as in the application',
    'two years, twenty pieces',
    '',
  ])('says nothing against the deal: %s', (evidence) => {
    expect(other(evidence)).toBeUndefined()
  })
  it('is held against who is nearest to use', () => {
    const consignee = party('ultimate-consignee', 'Mekong Optics Co')
    expect(other('end user Mekong Optics Co', [USER, consignee])).toBe('Mekong Optics Co')
    expect(other('end user Mekong Optics Co', [consignee])).toBeUndefined()
    expect(other('end user Mekong Optics Co', [party('exporter', 'Tidewhistle')])).toBeUndefined()
  })
})
