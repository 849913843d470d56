import { describe, expect, it } from 'vitest'
import type { Parameter } from '../../rulebook/index.ts'
import { transactionItemOf, withKnownWords } from './gold-item.ts'

const parameter = (id: string, values?: Record<string, string>): [string, Parameter] => [
  id,
  { id, type: 'set', definition: id, ...(values === undefined ? {} : { values }) },
]
const DICTIONARY = new Map([
  parameter('process', { 'ald.W.fill': 'tungsten fill', other: 'none of these' }),
  parameter('isotopic_form', { oxide: 'oxide' }),
  parameter('free'),
])

describe('words of a gold row that the dictionary does not hold', () => {
  const read = (parameters: Record<string, unknown>) =>
    withKnownWords({ parameters }, DICTIONARY).parameters

  it('are read as other where the vocabulary has it', () => {
    expect(read({ process: ['ald.W.fill', 'ald.X', 'ald.Y'] })).toEqual({
      process: ['ald.W.fill', 'other'],
    })
    expect(read({ process: 'ald.X' })).toEqual({ process: 'other' })
  })

  it('stay as they are where the vocabulary is closed or open, and where nothing is known', () => {
    const stated = { isotopic_form: 'vapour', free: ['anything'], process: 'unknown', tpp: 4 }
    expect(read(stated)).toEqual(stated)
  })

  it('are looked for in contained items too', () => {
    const item = { content: [{ kind: 'sme.dep.ald', parameters: { process: ['ald.X'] } }] }
    expect(withKnownWords(item, DICTIONARY).content?.[0]?.parameters).toEqual({
      process: ['other'],
    })
  })
})

describe('an act', () => {
  it('keeps its kind', () => {
    expect(transactionItemOf({ parameters: { kind: 'service' } })).toMatchObject({
      kind: 'service',
    })
  })
})
