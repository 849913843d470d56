import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { unwrap } from './problem.ts'
import { parseShape } from './shape.ts'

function said(schema: z.ZodType, value: unknown): string | undefined {
  const result = parseShape(schema, value)
  return result.ok ? undefined : result.problems[0]?.detail
}

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
