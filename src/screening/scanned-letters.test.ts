import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'
import { beforeScanning } from './scanned-letters.ts'

describe('a name that a scanner read', () => {
  it.each([
    ['Flarnar', 'flamar'],
    ['Mahmoucl', 'mahmoud'],
    ['Sevvasto', 'sewasto'],
    ['clefense', 'defense'],
    ['Intemational', 'international'],
    ['Hemandez', 'hernandez'],
    ['TAVARIN CORNPANY', 'TAVARIN company'],
  ])('%s was %s', (read, printed) => {
    expect(beforeScanning(read)).toBe(printed)
  })

  it.each(['International', 'Clara Tavarin', 'Ali Tamer', 'ООО Ромашка', '华为技术有限公司', ''])(
    '%j was nothing else',
    (name) => {
      expect(beforeScanning(name)).toBe(name)
    },
  )

  it('is the printed one', () => {
    const match = (asked: string, listed: string, schema = 'Organization') =>
      compareParties({ name: asked, schema }, { name: listed, schema }).match
    expect(match('Flarnar Tavarin Shipping', 'Flamar Tavarin Shipping Ltd')).toBe(true)
    expect(match('Orest Mahmoucl Tavarin', 'TAVARIN, Orest Mahmoud', 'Person')).toBe(true)
    expect(match('8emard Tavarin', 'TAVARIN, Bernard', 'Person')).toBe(true)
    expect(match('Selene 8attery Works', 'Selene Battery Works')).toBe(true)
  })
})
