import { describe, expect, it } from 'vitest'
import { describeProblem, fail, ok, type Place, ProblemError, unwrap } from './index.ts'

const PROBLEM = { code: 'kind.unknown', detail: 'There is no kind "ship".' }

describe('a problem in words', () => {
  it.each<[Place | undefined, string]>([
    [undefined, ''],
    [{}, ''],
    [{ file: 'a.yaml' }, 'a.yaml: '],
    [{ file: 'a.yaml', line: 3 }, 'a.yaml:3: '],
    [{ file: 'a.yaml', line: 3, column: 7 }, 'a.yaml:3:7: '],
    [{ line: 3, column: 7 }, '3:7: '],
    [{ file: 'a.yaml', column: 7 }, 'a.yaml: '],
    [{ file: 'a.yaml', line: 3, column: 7, path: 'items[0].kind' }, 'a.yaml:3:7: items[0].kind: '],
    [{ path: 'items[0].kind' }, 'items[0].kind: '],
    [{ file: 'a.yaml', path: '' }, 'a.yaml: '],
  ])('begins with its place %j', (where, place) => {
    expect(describeProblem({ ...PROBLEM, ...(where === undefined ? {} : { where }) })).toBe(
      `${place}There is no kind "ship". [kind.unknown]`,
    )
  })

  it('ends with what to do', () => {
    expect(describeProblem({ ...PROBLEM, remedy: 'Did you mean "chip"?' })).toBe(
      'There is no kind "ship". Did you mean "chip"? [kind.unknown]',
    )
  })
})

describe('a result', () => {
  it('gives its value', () => {
    expect(unwrap(ok(5))).toBe(5)
  })

  it('throws all its problems, a line each', () => {
    const refused = fail(PROBLEM, { code: 'x.y', detail: 'Other.' })
    expect(refused.ok).toBe(false)
    try {
      unwrap(refused)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError)
      const { name, message, problems } = error as ProblemError
      expect(name).toBe('ProblemError')
      expect(message).toBe('There is no kind "ship". [kind.unknown]\nOther. [x.y]')
      expect(problems).toEqual([PROBLEM, { code: 'x.y', detail: 'Other.' }])
    }
  })
})
