import { describe, expect, it } from 'vitest'
import { compareBirths } from './births.ts'

describe('compareBirths', () => {
  it.each([
    ['1965-04-29', '1965-04-29', 'sameBirthDay'],
    ['1965-04-09', '1965-09-04', 'birthDaySwapped'],
    ['1965', '1965-04-29', 'sameBirthYear'],
    ['1965-04', '1965-04-29', 'sameBirthYear'],
    ['1965-04-29', '1965-05-29', 'otherBirthDay'],
    ['1965', '1966', 'birthYearNear'],
    ['1965', '1968', 'otherBirthYear'],
    ['1964-08-05', '1965-08-05', 'birthYearSlipped'],
    ['1964-08-05', '1969-08-05', 'birthYearSlipped'],
    ['1964-08-05', '1969-03-08', 'otherBirthDate'],
    ['1964-08-05', '1965-03-08', 'otherBirthDate'],
    ['1964-01-01', '1965-03-08', 'birthYearNear'],
    ['1964-08-05', '1967-01-01', 'otherBirthYear'],
    ['1973', '1983', 'birthYearMistyped'],
    ['1963-10-15', '1993-10-15', 'birthYearMistyped'],
    ['1963-10-15', '1973-02-14', 'farBirthYear'],
    ['1965', '1974', 'farBirthYear'],
    ['1946', '1960', 'otherGeneration'],
  ])('%s and %s: %s', (asked, listed, relation) => {
    expect(compareBirths([asked], [listed])?.relation).toBe(relation)
  })

  it('takes the best of several days', () => {
    expect(compareBirths(['1965'], ['1900', '1965'])?.relation).toBe('sameBirthYear')
  })

  it('says nothing without a year', () => {
    expect(compareBirths(['unknown'], ['1965'])).toBeUndefined()
    expect(compareBirths([], ['1965'])).toBeUndefined()
  })
})
