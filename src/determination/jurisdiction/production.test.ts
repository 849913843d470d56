import { describe, expect, it } from 'vitest'
import { parseItem } from '../../classification/index.ts'
import { FALSE, TRUE, UNKNOWN, unwrap } from '../../kernel/index.ts'
import type { Jurisdiction, Rulebook } from '../../rulebook/index.ts'
import { ProductionReader } from './production.ts'
import type { Limb } from './reach-tables.ts'

const HOME = { code: 'US', territory: ['US'] } as unknown as Jurisdiction
const rulebook = {
  entries: [{ jurisdiction: 'US', code: '3E001.a', reasons: [{ reason: 'NS', rule: 'US:NS' }] }],
  eccnReasons: {
    jurisdictions: ['US'],
    covered: new Map([['3E991', { reasons: [{ reason: 'AT' }] }]]),
  },
} as unknown as Rulebook
const reader = new ProductionReader(rulebook, HOME)

const technology: Limb = { what: 'technology', by: ['technology'], entries: ['3E001'] }
const plant: Limb = {
  what: 'plant',
  by: ['plant-equipment'],
  entries: ['3E001'],
  equipment: ['3B*'],
}
const secret: Limb = { what: 'secret', by: ['technology'], reasons: ['NS'] }
const read = (limb: Limb, ...madeWith: readonly object[]) =>
  reader.read(unwrap(parseItem({ madeWith })), limb)
const tech = (origin?: string, code?: string) => ({
  what: 'technology',
  ...(origin === undefined ? {} : { origin }),
  ...(code === undefined ? {} : { claimed: { US: code } }),
})

describe('production', () => {
  it('is open where the input is not stated, and asks for it', () => {
    expect(read(technology)).toMatchObject({ truth: UNKNOWN, asked: 'madeWith' })
    expect(read(technology, { what: 'software', origin: 'US' }).truth).toBe(UNKNOWN)
  })
  it('is excluded by an origin elsewhere, whatever the entry', () => {
    expect(read(technology, tech('JP', '3E001')).truth).toBe(FALSE)
    expect(read(technology, tech('JP')).truth).toBe(FALSE)
  })
  it('is found by an input from there on an entry that is named', () => {
    expect(read(technology, tech('US', '3E001')).truth).toBe(TRUE)
    expect(read(technology, tech('JP'), tech('US', '3E001.a')).truth).toBe(TRUE)
  })
  it('is not found by one on another entry or on none', () => {
    for (const code of ['4E001', 'EAR99', 'not-listed']) {
      expect(read(technology, tech('US', code)).truth).toBe(FALSE)
    }
  })
  it('asks for the entry, or for the origin, whichever is left open', () => {
    expect(read(technology, tech('US'))).toMatchObject({
      truth: UNKNOWN,
      asked: 'madeWith.claimed',
    })
    expect(read(technology, tech(undefined, '3E001'))).toMatchObject({
      truth: UNKNOWN,
      asked: 'madeWith.origin',
    })
  })
  it('needs no origin of what is on no entry that is named', () => {
    expect(read(technology, tech(undefined, 'EAR99')).truth).toBe(FALSE)
  })
  it('takes equipment by its own entry, and technology not', () => {
    const equipment = { what: 'plant-equipment', origin: 'US', claimed: { US: '3B001.b.2' } }
    expect(read(plant, equipment).truth).toBe(TRUE)
    expect(read(technology, tech('US', '3B001')).truth).toBe(FALSE)
  })
  it('takes a reason for control of the entry or its head', () => {
    expect(read(secret, tech('US', '3E001')).truth).toBe(TRUE)
    expect(read(secret, tech('US', '3E991')).truth).toBe(FALSE)
  })
  it('leaves an entry open whose reasons nobody read', () => {
    expect(read(secret, tech('US', '7E004')).truth).toBe(UNKNOWN)
    expect(read(secret, tech('US', 'EAR99')).truth).toBe(FALSE)
  })
})
