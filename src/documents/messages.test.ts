import { describe, expect, it } from 'vitest'
import { scribeOf } from './messages.ts'
import { DETERMINATION_MESSAGES } from './messages-determination.ts'
import { FRAME_MESSAGES } from './messages-frame.ts'
import { RECORD_MESSAGES } from './messages-record.ts'
import { LANGUAGES } from './paper.ts'

const TABLES = [FRAME_MESSAGES, DETERMINATION_MESSAGES, RECORD_MESSAGES]

describe('the words of documents', () => {
  it('name the same values in every language', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    const uneven = TABLES.flatMap((table) => Object.entries(table)).filter(([, said]) =>
      LANGUAGES.some((language) => `${places(said[language])}` !== `${places(said.en)}`),
    )
    expect(uneven.map(([key]) => key)).toEqual([])
  })

  it('have no key twice, where one table would hide the other', () => {
    const keys = TABLES.flatMap((table) => Object.keys(table))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are said in the language of the document, with their values', () => {
    expect(scribeOf('de').text('eliminated', { count: 3 })).toContain('3 weitere Nummern')
    expect(scribeOf('ko').say('clear')).toEqual([{ text: '가능' }])
  })

  it('leave a value that looks like a place alone', () => {
    const said = scribeOf('en').text('claimedAs', {
      jurisdiction: 'US',
      code: '{basis}',
      basis: 'self',
      evidence: '$& {code}',
    })
    expect(said).toBe('US {basis} (basis: self; $& {code})')
  })
})
