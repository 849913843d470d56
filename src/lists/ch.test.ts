import { describe, expect, it } from 'vitest'
import { readCh } from './ch.ts'
import { swissName } from './ch-names.ts'
import { CH_XML } from './official-texts.fixture.ts'
import { readText } from './temporary-files.fixture.ts'
import type { XmlElement } from './xml-element.ts'

describe('readCh', () => {
  it('puts names together from their parts, in every spelling, and places from their numbers', async () => {
    const { parties, published } = await readText(readCh, CH_XML)
    expect(published).toBe('2026-08-27')
    expect(parties[0]).toEqual({
      id: '5142',
      source: 'ch',
      list: 'ch-seco',
      schema: 'Person',
      name: 'Lomen Arkadi',
      aliases: ['Ломен Аркадий', 'Lomen Arkady'],
      weakAliases: ['Arkasha'],
      addresses: ['ul. Vymysl, 4, 220029, Minsk, Belarus'],
      countries: ['BY'],
      birthDates: ['1980-03-23', '1981'],
      identifiers: { passport: ['MP1234567'] },
      programmes: ['Belarus'],
      remarks: 'Colonel; Fictional businessman.',
      from: '2011-02-02',
      to: '2016-03-01',
      rule: { footnotes: [], citation: '140' },
    })
  })

  it('keeps a target listed that was taken off and listed again', async () => {
    const { parties } = await readText(readCh, CH_XML)
    expect(parties[1]).toMatchObject({
      schema: 'Vessel',
      name: 'Grey Petrel',
      from: '2016-05-18',
      identifiers: { imo: ['8405270'] },
    })
    expect(parties[1]).not.toHaveProperty('to')
  })

  it('reports a target without a name', async () => {
    const { rejections } = await readText(readCh, CH_XML)
    expect(rejections.map(({ detail }) => detail)).toEqual([
      'The target has no name; the row is left out.',
    ])
  })
})

describe('swissName', () => {
  const element = (
    name: string,
    children: readonly XmlElement[],
    text = '',
    attributes: Readonly<Record<string, string>> = {},
  ): XmlElement => ({ name, attributes, children, text, line: 1 })

  it('bounds the spellings of a name with hundreds of variants', () => {
    const variants = Array.from({ length: 300 }, (_, index) =>
      element('spelling-variant', [], `v${index}`, { lang: 'RUS', script: 'LATN' }),
    )
    const part = (order: string): XmlElement =>
      element('name-part', [element('value', [], 'x'), ...variants], '', { order })
    const { spellings } = swissName(element('name', ['1', '2', '3'].map(part)))
    expect(spellings.length).toBeLessThanOrEqual(24)
  })
})
