import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { remedyForNumber } from './misspelt.ts'
import { unwrap } from './problem.ts'
import { parseShape } from './shape.ts'

function said(schema: z.ZodType, value: unknown): string | undefined {
  const result = parseShape(schema, value)
  return result.ok ? undefined : result.problems[0]?.detail
}

const OTHERWISE = 'See the schema of this document under schemas/.'
const kinds = z.enum(['export', 'reexport', 'transit'])
const told = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('road') }),
  z.strictObject({ on: z.literal('sea') }),
])

describe('what is wrong with a value', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string().min(1), '', 'The text is empty.'],
    [z.string().min(3), 'ab', 'The text is shorter than 3 characters.'],
    [z.string().max(2), 'abc', 'The text is longer than 2 characters.'],
    [z.array(z.string()), undefined, 'This is missing: a list is expected.'],
    [z.array(z.string()), 'a', 'A list is expected; this is the text "a".'],
    [z.array(z.string()).min(1), [], 'The list is empty: at least one is expected.'],
    [z.array(z.string()).min(3), ['a'], 'The list is too short: at least 3 are expected.'],
    [z.array(z.string()).max(1), ['a', 'b'], 'The list is longer than 1.'],
    [z.number(), {}, 'A number is expected; this is an object with keys.'],
    [z.number(), [], 'A number is expected; this is a list.'],
    [z.int(), 1.5, 'A whole number is expected; this is 1.5.'],
    [z.number().max(5), 9, 'At most 5 is expected; this is 9.'],
    [z.number().min(1), 0, 'At least 1 is expected; this is 0.'],
    [z.number().gt(0), 0, 'More than 0 is expected; this is 0.'],
    [z.number().lt(2), 2, 'Less than 2 is expected; this is 2.'],
    [z.number().multipleOf(5), 7, 'A multiple of 5 is expected; this is 7.'],
    [z.boolean(), 'yes', 'True or false is expected; this is the text "yes".'],
    [
      kinds,
      'exprot',
      'One of export, reexport, transit is expected; this is the text "exprot". Did you mean "export"?',
    ],
    [kinds, 'sale', 'One of export, reexport, transit is expected; this is the text "sale".'],
    [kinds, undefined, 'This is missing: one of export, reexport, transit is expected.'],
    [z.literal('x'), 5, 'x is expected; this is 5.'],
    [z.union([z.string(), z.number()]), true, 'A text or a number is expected; this is true.'],
    [told, { on: 'rail' }, 'One of road, sea is expected; this is the text "rail".'],
    [told, {}, 'This is missing: one of road, sea is expected.'],
    [z.string().regex(/^a/), 'b', 'The text "b" is not spelt as is read here.'],
    [z.string().regex(/^a/, { error: 'This is no a' }), 'b', 'This is no a.'],
  ])('is said in plain words: %#', (schema, value, words) => {
    expect(said(schema, value)).toBe(words)
  })

  it.each<[z.ZodType, unknown, string | undefined]>([
    [z.array(z.string()), 'a', 'Write it in brackets: [a].'],
    [z.array(z.string()), 5, 'Write it in brackets: [5].'],
    [z.array(z.string()), { a: 1 }, 'Begin each entry of the list with a dash and a space (- ).'],
    [z.array(z.string()), true, OTHERWISE],
    [z.array(z.string()), null, 'Write a value behind the colon, or leave the line out.'],
    [z.array(z.string()), undefined, OTHERWISE],
    [z.string(), ['a'], 'Write one value, without brackets or dashes.'],
    [z.string(), 5, 'Write it in quotes: "5".'],
    [z.string(), false, 'Write it in quotes: "false".'],
    [z.string(), {}, OTHERWISE],
    [z.number(), '14 nm', remedyForNumber('14 nm')],
    [z.number(), [], OTHERWISE],
    [z.boolean(), 'yes', 'Write true, without quotes.'],
    [z.boolean(), 1, OTHERWISE],
    [z.strictObject({}), 'yes', OTHERWISE],
    [z.union([z.string(), z.number()]), true, OTHERWISE],
    [
      z.record(z.string().regex(/^[A-Z]+$/, { error: 'Write capitals' }), z.string()),
      { a: 'b' },
      'Write capitals.',
    ],
  ])('is answered with how to write it: %#', (schema, value, remedy) => {
    const result = parseShape(schema, value)
    expect(result.ok ? 'read' : result.problems[0]?.remedy).toBe(remedy)
  })

  it.each<[z.ZodType, unknown, string]>([
    [z.strictObject({}), 5, 'An object with keys is expected; this is 5.'],
    [z.record(z.string(), z.string()), 5, 'An object with keys is expected; this is 5.'],
    [z.tuple([z.string()]), 5, 'A list is expected; this is 5.'],
    [z.null(), 5, 'Null is expected; this is 5.'],
    [z.date(), 5, 'A day is expected; this is 5.'],
    [z.bigint(), 5, 'A whole number is expected; this is 5.'],
    [z.set(z.string()).min(2), new Set(['a']), 'The list is too short: at least 2 are expected.'],
    [z.set(z.string()).max(0), new Set(['a']), 'The list is longer than 0.'],
    [
      z.union([z.int(), z.bigint()]),
      'x',
      'A number or a whole number is expected; this is the text "x".',
    ],
    [z.union([z.string(), z.literal(7)]), 5, 'This is none of the forms that are read here.'],
    [told, 5, 'An object with keys is expected; this is 5.'],
    [kinds, '', 'One of export, reexport, transit is expected; this is the text "".'],
    [kinds, 7, 'One of export, reexport, transit is expected; this is 7.'],
    [z.number(), 'x'.repeat(60), `A number is expected; this is the text "${'x'.repeat(60)}".`],
    [z.number(), 'x'.repeat(61), `A number is expected; this is the text "${'x'.repeat(60)}" ….`],
    [
      z.enum(Array.from({ length: 30 }, (_, at) => `v${at}`)),
      5,
      `One of ${Array.from({ length: 30 }, (_, at) => `v${at}`).join(', ')} is expected; this is 5.`,
    ],
    [
      z.enum(Array.from({ length: 31 }, (_, at) => `v${at}`)),
      5,
      `One of ${Array.from({ length: 30 }, (_, at) => `v${at}`).join(', ')} … is expected; this is 5.`,
    ],
    [z.record(z.string().regex(/^[A-Z]+$/), z.string()), { a: 'b' }, 'This key cannot stand here.'],
  ])('is said in plain words of rarer shapes: %#', (schema, value, words) => {
    expect(said(schema, value)).toBe(words)
  })

  it('is said briefly, whatever stands there', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const words = said(z.strictObject({ a: kinds }), { a: value })
        if (words === undefined) return
        expect(words.length).toBeLessThan(260)
        expect(words).not.toMatch(/Invalid|expected \w+, received|undefined|Too (small|big)/)
      }),
    )
    expect(said(kinds, 'x'.repeat(1e6))?.length).toBeLessThan(200)
  })

  it('is told with where the shape is described, as the source of the value has it', () => {
    const shapeRemedy = 'Ask the author.'
    const result = parseShape(z.string(), 5, { locate: () => ({ path: '/a' }), shapeRemedy })
    expect(() => unwrap(result)).toThrow('/a: A text is expected; this is 5. Ask the author.')
  })
})
