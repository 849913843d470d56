import { describe, expect, it } from 'vitest'
import { liftingAll } from './lifting.ts'
import type { ExceptionFinding, LicenceFinding, RuleFinding } from './model.ts'

const rule = (id: string, item = 'chip', truth: RuleFinding['truth'] = 'true'): RuleFinding => ({
  rule: id,
  title: id,
  effect: 'licence-required',
  truth,
  policy: null,
  item,
  entry: '3A001',
  destination: 'IR',
  cite: 'c',
})
const exception = (
  id: string,
  overcomes: readonly string[],
  usable: ExceptionFinding['usable'] = 'unknown',
  item = 'chip',
): ExceptionFinding => ({
  id,
  title: id,
  item,
  usable,
  conditions: [],
  equivalentControls: [],
  formalities: [],
  overcomes,
  cite: 'c',
})
const idsOf = (by: readonly RuleFinding[], exceptions: readonly ExceptionFinding[]) =>
  liftingAll({ by, exceptions } as unknown as LicenceFinding).map(({ id }) => id)

describe('exceptions that lift everything', () => {
  it('are those that overcome each rule that applies', () => {
    expect(idsOf([rule('NS')], [exception('GOV', ['NS'])])).toEqual(['GOV'])
    expect(idsOf([rule('NS'), rule('embargo')], [exception('GOV', ['NS'])])).toEqual([])
  })
  it('may do so together', () => {
    const two = [exception('GOV', ['NS']), exception('RPL', ['RS'])]
    expect(idsOf([rule('NS'), rule('RS')], two)).toEqual(['GOV', 'RPL'])
  })
  it('are none that cannot be used, and help no other item', () => {
    expect(idsOf([rule('NS')], [exception('GOV', ['NS'], false)])).toEqual([])
    const other = exception('RPL', ['RS'], 'unknown', 'tool')
    expect(idsOf([rule('NS'), rule('RS')], [exception('GOV', ['NS']), other])).toEqual(['RPL'])
  })
  it('need not lift what is open, nor what relieves or obliges', () => {
    const relief: RuleFinding = { ...rule('relief'), effect: 'relief' }
    const by = [rule('NS'), rule('party', 'chip', 'unknown'), relief]
    expect(idsOf(by, [exception('GOV', ['NS'])])).toEqual(['GOV'])
  })
})
