import { describe, expect, it } from 'vitest'
import { WELL_KNOWN_ORGANISATIONS } from '../../bench/organisations-across-scripts.ts'
import { compareParties } from './compare-parties.ts'
import { readings } from './readings/index.ts'

const PAIRS = WELL_KNOWN_ORGANISATIONS.trim()
  .split('\n')
  .map((row) => row.split(' | '))
const schema = 'Organization'

describe('organisations that are known well', () => {
  it('are found by their own name in other letters, nine of ten', () => {
    const missed = PAIRS.filter(
      ([native = '', latin = '']) =>
        !compareParties({ name: native, schema }, { name: latin, schema }).match,
    )
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor(PAIRS.length / 10))
  })

  it('are not taken for one another', () => {
    const confused = PAIRS.flatMap(([native = ''], at) =>
      PAIRS.filter(
        ([, latin = ''], other) =>
          other !== at && compareParties({ name: native, schema }, { name: latin, schema }).match,
      ),
    )
    expect(confused).toEqual([])
  })
})

describe('words of organisations', () => {
  const translated = (name: string): string | undefined =>
    readings(name)
      .find(({ system }) => system === 'translation')
      ?.tokens.join(' ')

  it.each([
    ['железные дороги', 'railways'],
    ['Белкинское пароходство', 'belkin shipping company'],
    ['независимая зерновая компания', 'independent grain company'],
    ['Ачык акционердик коому', 'open joint stock company'],
    ['შეზღუდული პასუხისმგებლობის კომპანია', 'limited liability company'],
    ['უნივერსიტეტების ასოციაცია', 'university association'],
  ])('%s are read as %s', (native, english) => {
    expect(translated(native)).toBe(english)
  })

  it('leave a Georgian name without such a word by its sound alone', () => {
    expect(readings('გიორგი').map(({ system }) => system)).toEqual(['georgian'])
  })
})
