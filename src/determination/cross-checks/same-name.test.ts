import { describe, expect, it } from 'vitest'
import { described, isSameName, partiesNamed } from './same-name.ts'

describe('names inside a deal', () => {
  it.each([
    ['case and points', 'Semilang Cloud Sdn Bhd', 'SEMILANG CLOUD SDN. BHD.'],
    ['a legal form', 'Prairie Kestrel Cloud Inc', 'Prairie Kestrel Cloud'],
    [
      'a legal form in words',
      'Bozkaya Elektronik Ticaret Ltd',
      'Bozkaya Elektronik Ticaret Limited Sirketi',
    ],
  ])('are the same but for %s', (_what, one, other) => {
    expect(isSameName(one, other)).toBe(true)
    expect(isSameName(other, one)).toBe(true)
  })

  it('are the same where a paper writes the place behind one', () => {
    const party = { name: 'Eichgrund Werk GmbH' }
    expect(isSameName(party, 'Eichgrund Werk GmbH, Dresden')).toBe(true)
    expect(isSameName(party, 'EICHGRUND WERK GMBH, Elbufer 4, 01099 Dresden')).toBe(true)
    expect(isSameName(party, 'Alster Umschlag GmbH, Eichgrund Werk GmbH')).toBe(false)
    expect(isSameName({ name: 'Eichgrund' }, 'Eichgrund, Dresden Werk Institut')).toBe(false)
  })

  it.each([
    ['XY Trading', 'XY Institute'],
    ['Delta Instruments Pvt', 'Delta Industries Pvt'],
    ['Naniwa University', 'Naniwa Technical Institute'],
  ])('are not the same: %s, %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false)
  })

  it('count in their own script', () => {
    expect(
      isSameName({ name: 'Zhongguo Keji', nativeName: '中国科技有限公司' }, '中国科技有限公司'),
    ).toBe(true)
  })

  it('are looked for as written before they are looked for as meant', () => {
    const short = { role: 'purchaser', name: 'Kiku Seiki' } as const
    const long = { role: 'end-user', name: 'Kiku Seiki KK', country: 'JP' } as const
    expect(partiesNamed([short, long], 'KIKU SEIKI KK')).toEqual([long])
    expect(partiesNamed([short, long], 'Kiku Seiki Kabushiki Kaisha')).toEqual([short, long])
    expect(described(long)).toBe('Kiku Seiki KK (end-user, JP)')
    expect(described(short)).toBe('Kiku Seiki (purchaser)')
  })
})
