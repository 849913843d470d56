import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Records } from './records.ts'

const author = fc.constantFrom('JP', 'NL', 'US')
// Few names and many, so that some are written again and some share a bucket.
const id = fc.oneof(
  fc.constantFrom('a', 'b', 'constructor', '__proto__'),
  fc.integer({ max: 2000 }).map(String),
)

/** As a plain map would have them: by author, then by name. */
function listed(all: ReadonlyMap<string, number>): readonly number[] {
  return [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value)
}

describe('records', () => {
  it('are those last written under a name, in the order of author and name, and each state stays as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(author, id), { maxLength: 300 }), (writes) => {
        const known = new Map<string, number>()
        let records = new Records<number>()
        const states: (readonly [Records<number>, readonly number[]])[] = []
        for (const [at, [by, name]] of writes.entries()) {
          records = records.with(by, name, at)
          known.set(`${by} ${name}`, at)
          expect(records.get(by, name)).toBe(at)
          if (at % 50 === 0) states.push([records, listed(known)])
        }
        states.push([records, listed(known)])
        for (const [state, expected] of states) expect(state.all()).toEqual(expected)
        const own = new Map([...known].filter(([name]) => name.startsWith('NL ')))
        expect(records.of('NL')).toEqual(listed(own))
        expect(records.get('KR', 'a')).toBeUndefined()
      }),
      { numRuns: 50 },
    )
  })
})
