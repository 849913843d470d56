import { describe, expect, it } from 'vitest'
import { describeProblem } from '../kernel/index.ts'
import { exampleFiles } from './example-law.fixture.ts'
import { parseLaw } from './parse-law.ts'

function problemsOf(changes: Parameters<typeof exampleFiles>[0]): readonly string[] {
  const result = parseLaw(exampleFiles(changes))
  return result.ok ? [] : result.problems.map(describeProblem)
}

describe('the dictionary', () => {
  const parameter = (from: string, to: string) => problemsOf({ 'characteristics.yaml': [from, to] })

  it.each([
    [
      'unit: nm, definition: Wavelength',
      'definition: Wavelength',
      'wavelength_nm is a number without a unit.',
      'law.no-unit',
    ],
    [
      'unit: nm, definition: Wavelength',
      'unit: nanometer, definition: Wavelength',
      '"nanometer" is not a unit known here. Use one of m km dm cm mm um nm',
      'law.unknown-unit',
    ],
    [
      'type: boolean,',
      "type: boolean, unit: '1',",
      'gate_model is a boolean and has no unit.',
      'law.unit-of-no-number',
    ],
    [
      'maxOver: ops',
      'maxOver: na_max',
      '"na_max" is not a parameter of type list.',
      'formula.no-list',
    ],
    ['maxOver: ops', 'maxOver: opps', '"opps" is not a parameter of type list.', 'formula.no-list'],
    [
      '/ na_max}',
      '/ na_mix}',
      'reads "na_mix", which is not in the dictionary.',
      'formula.unknown-parameter',
    ],
    ['/ na_max}', '/ (na_max}', 'cannot be read', 'formula.invalid'],
    ['/ na_max}', '/ mrf_nm}', 'The formula of mrf_nm reads itself', 'formula.circular'],
    [
      'type: boolean,',
      'type: boolean, formula: 2 * na_max,',
      'gate_model is a boolean, and a formula makes a number.',
      'formula.no-number',
    ],
  ])('refuses %j written %j', (from, to, detail, code) => {
    const found = parameter(from, to)
    expect(found[0]).toMatch(
      /^characteristics\.yaml:\d+:\d+: characteristics\.\w+\.(?:unit|formula|maxOver): /,
    )
    expect(found[0]).toContain(detail)
    expect(found[0]).toContain(`[${code}]`)
  })

  it('is held to its units in the circumstances too', () => {
    expect(
      problemsOf({
        'circumstances.yaml': ["type: number, unit: '1'", 'type: number, unit: dollar'],
      }),
    ).toEqual([
      expect.stringMatching(
        /^circumstances\.yaml:4:\d+: circumstances\.value_usd\.unit: "dollar" is not a unit known here\./,
      ),
    ])
  })

  it('finds a circle of two formulas, and no circle where two read a third', () => {
    const circle = parameter('aperture.}', 'aperture., formula: mrf_nm / 2}')
    expect(circle.map((line) => /\[(.*)\]$/.exec(line)?.[1])).toEqual([
      'formula.circular',
      'formula.circular',
    ])
    expect(parameter('aperture.}', 'aperture., formula: wavelength_nm / 2}')).toEqual([])
  })

  it('names what is wrong with one formula once, however many read it', () => {
    const codes = (from: string, to: string) =>
      parameter(from, to).map((line) => /\.(\w+)\.\w+: .*\[(.*)\]$/.exec(line)?.slice(1))
    expect(codes('aperture.}', 'aperture., formula: nowhere / 2}')).toEqual([
      ['na_max', 'formula.unknown-parameter'],
    ])
    expect(
      codes(
        "Wavelength of the source.}\n  na_max: {type: number, unit: '1', definition: Numerical aperture.}",
        "Wavelength., formula: 2 * na_max}\n  na_max: {type: number, unit: '1', definition: Aperture., formula: wavelength_nm / 2}",
      ),
    ).toEqual([
      ['wavelength_nm', 'formula.circular'],
      ['na_max', 'formula.circular'],
    ])
  })

  it('lets a formula over records read a field called as its result', () => {
    expect(parameter('formula: tera_ops_dense * bits', 'formula: tpp * bits')).toEqual([])
  })

  it('lets a formula of circumstances read circumstances', () => {
    const doubled = (input: string) =>
      problemsOf({
        'circumstances.yaml': [
          'circumstances:\n',
          `circumstances:\n  double: {type: number, unit: '1', definition: d, formula: 2 * ${input}}\n`,
        ],
      })
    expect(doubled('value_usd')).toEqual([])
    expect(doubled('na_max')).toEqual([expect.stringContaining('reads "na_max"')])
  })

  it('holds presumptions to known kinds', () => {
    expect(
      problemsOf({ 'presumptions.yaml': ['[gate_model]', '[gate_model], kinds: [ic.procesor]'] }),
    ).toEqual([
      expect.stringMatching(/presumptions\[0\]\.kinds\[0\]: .*Did you mean "ic.processor"/),
    ])
  })

  it('holds what lifts a presumption to known parameters', () => {
    const unless = "[gate_model], unless: {na_mxa: '>= 1'}"
    expect(problemsOf({ 'presumptions.yaml': ['[gate_model]', unless] })).toEqual([
      expect.stringMatching(/presumptions\[0\]\.unless\.na_mxa: .*Did you mean "na_max"/),
    ])
  })

  it('holds presumptions to known parameters', () => {
    expect(problemsOf({ 'presumptions.yaml': ['[gate_model]', '[gate_modle]'] })).toEqual([
      'presumptions.yaml:2:66: presumptions[0].parameters[0]: There is no parameter "gate_modle" in law/characteristics.yaml. Did you mean "gate_model"? Correct the name, or add it there. [law.unknown-parameter]',
    ])
  })
})
