import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeProblem, readDocument, unwrap } from '../kernel/index.ts'
import { itemSchema, parseItem } from './parse-item.ts'

describe('parsing an item', () => {
  it('reads a whole item of a transaction', () => {
    const item = unwrap(
      parseItem({
        id: 'tool-1',
        name: 'ArF immersion scanner',
        maker: 'Example',
        kind: 'sme.litho.scanner',
        characteristics: { wavelength_nm: 193, dco_nm: 'unknown' },
        claimed: { EU: '3B501.f.1.b' },
        hs: '848620',
        declaredDescription: 'machine',
        serialNumbers: ['A1'],
        origin: 'NL',
        acquiredUnder: null,
        quantity: { amount: 1, unit: 'piece' },
        value: { amount: '52000000', currency: 'EUR' },
        weightKg: '1000.5',
        madeWith: [{ what: 'technology', origin: 'US', claimed: { US: '3E001' } }],
      }),
    )
    expect(item).toEqual({
      id: 'tool-1',
      name: 'ArF immersion scanner',
      maker: 'Example',
      kind: 'sme.litho.scanner',
      characteristics: { wavelength_nm: 193, dco_nm: 'unknown' },
      claims: [{ jurisdiction: 'EU', code: '3B501.f.1.b', basis: 'self' }],
      hs: '848620',
      declaredDescription: 'machine',
      serialNumbers: ['A1'],
      origin: 'NL',
      quantity: { amount: '1', unit: 'piece' },
      value: { amount: '52000000', currency: 'EUR' },
      weightKg: '1000.5',
      madeWith: [
        {
          what: 'technology',
          origin: 'US',
          claims: [{ jurisdiction: 'US', code: '3E001', basis: 'self' }],
        },
      ],
    })
  })

  it('reads claims as a word, an object, and a list of both', () => {
    const item = unwrap(
      parseItem({
        claimed: {
          US: [
            '5A002.a',
            { code: '4A090.a', basis: 'maker', evidence: 'letter', on: '2026-05-01' },
          ],
          EU: { code: 'not-listed', basis: 'authority' },
        },
      }),
    )
    expect(item.claims).toEqual([
      { jurisdiction: 'US', code: '5A002.a', basis: 'self' },
      { jurisdiction: 'US', code: '4A090.a', basis: 'maker', evidence: 'letter', on: '2026-05-01' },
      { jurisdiction: 'EU', code: 'not-listed', basis: 'authority' },
    ])
  })

  it('keeps absent content apart from content that is stated to be none', () => {
    expect(unwrap(parseItem({})).content).toBeUndefined()
    expect(unwrap(parseItem({ content: [] })).content).toEqual([])
  })

  it('reads contained items with their own origin, value and content', () => {
    const item = unwrap(
      parseItem({
        content: [
          {
            kind: 'assembly',
            origin: 'US',
            content: [{ name: 'chip', claimed: { US: '3A090.a' } }],
          },
        ],
      }),
    )
    expect(item.content?.[0]?.origin).toBe('US')
    expect(item.content?.[0]?.content?.[0]?.claims[0]?.code).toBe('3A090.a')
  })

  it.each([
    [{ knd: 'ic' }, 'knd', 'Did you mean "kind"'],
    [{ content: [{ content: [{ clamed: {} }] }] }, 'content[0].content[0].clamed', '"claimed"'],
    [{ claimed: { US: { code: '3A090', bassis: 'self' } } }, 'claimed.US', 'basis'],
    [{ claimed: { usa: '3A090' } }, 'claimed.usa', ''],
    [{ origin: 'Netherlands' }, 'origin', ''],
    [{ value: { amount: '-1', currency: 'EUR' } }, 'value.amount', ''],
    [{ value: { amount: '1', currency: 'euro' } }, 'value.currency', ''],
    [{ hs: 'abc' }, 'hs', ''],
    [{ madeWith: [{ what: 'magic' }] }, 'madeWith[0].what', ''],
  ])('refuses %j and says where', (value, path, hint) => {
    const parsed = parseItem(value)
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    const [problem] = parsed.problems
    expect(problem?.where?.path).toContain(path)
    expect(problem === undefined ? '' : describeProblem(problem)).toContain(hint)
  })

  it('has a JSON Schema of what may stand in a file', () => {
    const schema = JSON.stringify(z.toJSONSchema(itemSchema, { io: 'input' }))
    expect(schema).toContain('"claimed"')
    expect(schema).toContain('"additionalProperties":false')
  })

  it('names file and line when it is given the document', () => {
    const document = unwrap(readDocument('kind: ic\norign: NL\n', 'deal.yaml'))
    const parsed = parseItem(document.value, document)
    expect(parsed.ok ? undefined : parsed.problems[0]?.where).toMatchObject({
      file: 'deal.yaml',
      line: 2,
    })
  })
})
