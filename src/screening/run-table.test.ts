import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunTable } from './run-table.ts'

describe('rows of numbers', () => {
  it('have a number of their own, the same whenever they are met', () => {
    const row = fc.array(fc.nat(3), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const table = new RunTable()
        const ids = rows.map((one) => table.idOf(one))
        const known = [...new Set(rows.map(String))]
        expect(ids).toEqual(rows.map((one) => known.indexOf(String(one))))
        expect(table.size).toBe(known.length)
      }),
    )
  })

  it('keep it when there are more than the room they began with', () => {
    const table = new RunTable()
    const ids = Array.from({ length: 9000 }, (_, at) => table.idOf([at, at >> 3, 7]))
    expect(ids).toEqual(Array.from({ length: 9000 }, (_, at) => at))
    expect(table.idOf([8999, 8999 >> 3, 7])).toBe(8999)
  })
})
