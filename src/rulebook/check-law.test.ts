import { describe, expect, it } from 'vitest'
import { describeProblem } from '../kernel/index.ts'
import { exampleFiles } from './example-law.fixture.ts'
import { parseLaw } from './parse-law.ts'

function problemsOf(changes: Parameters<typeof exampleFiles>[0]): readonly string[] {
  const result = parseLaw(exampleFiles(changes))
  return result.ok ? [] : result.problems.map(describeProblem)
}

/** The one problem of the example's first entry with other criteria. */
function criteriaProblem(limb: string): string {
  const found = problemsOf({ 'us/entries/3a.yaml': ["tpp: '>= 4800'", limb] })
  expect(found).toHaveLength(1)
  return found[0] ?? ''
}

describe('criteria', () => {
  it.each([
    'element: Si',
    "element: '!= Si'",
    'element: [Si, Ge]',
    'gate_model: true',
    "wavelength_nm: '< 0.193 um'",
    'wavelength_nm: 193',
    'uses_of: [logic]',
    "contains_code: [3A001.a, '3B*', EAR99]",
    'not: {kind: [sme]}',
    'never: true',
    'unread: not read',
  ])('may say %s', (limb) => {
    expect(problemsOf({ 'us/entries/3a.yaml': ["tpp: '>= 4800'", limb] })).toEqual([])
  })

  it('name the nearest parameter where one is unknown', () => {
    expect(criteriaProblem("tp: '>= 4800'")).toBe(
      'us/entries/3a.yaml:11:11: entries[0].criteria.all[1].tp: "tp" is not in law/characteristics.yaml. Did you mean "tpp"? Correct the name, or add it to that file. [criteria.unknown-parameter]',
    )
  })

  it('of an entry do not read circumstances, nor rules characteristics', () => {
    expect(criteriaProblem('destination: [CN]')).toContain(
      '"destination" is not in law/characteristics.yaml.',
    )
    const found = problemsOf({ 'us/requirements.yaml': ['headquarters: [CN, D:5]', 'kind: [sme]'] })
    expect(found[0]).toMatch(
      /^us\/requirements\.yaml:11:11: rules\[0\]\.requires\.any\[1\]\.kind: "kind" is not in law\/circumstances\.yaml\./,
    )
  })

  it('name the nearest kind where one is unknown', () => {
    expect(criteriaProblem('kind: [sme.lito]')).toBe(
      'us/entries/3a.yaml:11:11: entries[0].criteria.all[1].kind: There is no kind "sme.lito" in law/kinds.yaml. Did you mean "sme.litho"? Correct the name, or add it there. [law.unknown-kind]',
    )
  })

  it('keep to a closed vocabulary', () => {
    expect(criteriaProblem("element: '!= Sj'")).toBe(
      'us/entries/3a.yaml:11:11: entries[0].criteria.all[1].element: There is no value "Sj" in the values of element. Did you mean "Si"? Correct the name, or add it there. [law.unknown-value]',
    )
    expect(criteriaProblem('uses_of: [logic, memry]')).toContain('There is no value "memry"')
  })

  it('name codes of their own jurisdiction, without it', () => {
    expect(criteriaProblem("contains_code: ['US:3A001']")).toMatch(
      /"US:3A001" names a jurisdiction.* Write "3A001"\. \[law\.unknown-code\]$/,
    )
  })

  it.each([
    [
      'all: []',
      '`all` has no limbs, so it would hold of everything or of nothing.',
      'criteria.empty',
    ],
    [
      'any: []',
      '`any` has no limbs, so it would hold of everything or of nothing.',
      'criteria.empty',
    ],
    ['any: {kind: [sme]}', '`any` has no list of limbs.', 'criteria.empty'],
    ['{}', 'A criterion is empty.', 'criteria.wrong-shape'],
    ['not: {}', 'A criterion is empty.', 'criteria.wrong-shape'],
    ['not: [kind]', '["kind"] is not a criterion.', 'criteria.wrong-shape'],
    ['just words', '"just words" is not a criterion.', 'criteria.wrong-shape'],
    ['', 'null is not a criterion.', 'criteria.wrong-shape'],
    ['unread: ""', '`unread` is not written so.', 'criteria.wrong-shape'],
    ['unread: true', '`unread` is not written so.', 'criteria.wrong-shape'],
    ['never: false', '`never` is not written so.', 'criteria.wrong-shape'],
    ['{tpp: ">= 1", gate_model: true}', 'several keys (tpp, gate_model)', 'criteria.wrong-shape'],
    ['tpp: 4800 TPP', 'tpp is a number', 'criteria.wrong-comparison'],
    ['tpp: ">= many"', 'is not a number with an optional unit', 'quantity.invalid'],
    ['tpp: ">= 4800 nm"', 'measures length', 'quantity.wrong-dimension'],
    ['wavelength_nm: "< 193 furlongs"', '"furlongs" is not a unit', 'quantity.unknown-unit'],
    ['gate_model: yes', 'gate_model is a boolean', 'criteria.wrong-comparison'],
    ['kind: []', 'kind is a kind', 'criteria.wrong-comparison'],
    ['uses_of: [8]', 'in which something is not a text', 'criteria.wrong-comparison'],
    ['temp_range: ">= 5"', 'temp_range is a range', 'criteria.wrong-comparison'],
    ['ops: [a]', 'ops is a list', 'criteria.wrong-comparison'],
  ])('refuse %j', (limb, detail, code) => {
    const problem = criteriaProblem(limb)
    expect(problem).toMatch(/^us\/entries\/3a\.yaml:1[01]:\d+: entries\[0\]\.criteria\.all\[1\]/)
    expect(problem).toContain(detail)
    expect(problem).toContain(`[${code}]`)
  })

  it('are checked wherever they stand', () => {
    const wrong = '{nowhere: true}'
    const where = (changes: Parameters<typeof exampleFiles>[0]): string | undefined =>
      /: (\S+): "nowhere" is not in/.exec(problemsOf(changes)[0] ?? '')?.[1]
    expect(
      where({ 'us/entries/3a.yaml': ['    reasons:\n', `    excluded: ${wrong}\n    reasons:\n`] }),
    ).toBe('entries[0].excluded.nowhere')
    const rule = (from: string, to: string) => where({ 'us/requirements.yaml': [from, to] })
    expect(rule("{destination: ['chart:NS2']}", wrong)).toBe('rules[1].requires.nowhere')
    expect(rule('{destination: [CN]}', wrong)).toBe('rules[0].policy[0].when.nowhere')
    expect(rule('{never: true}', wrong)).toBe('rules[0].administered[0].requires.nowhere')
    expect(rule('    policy:\n', `    excluded: ${wrong}\n    policy:\n`)).toBe(
      'rules[0].excluded.nowhere',
    )
    const leave = (from: string, to: string) => where({ 'us/authorisations.yaml': [from, to] })
    expect(leave('{not: {destination: [D:5]}}', wrong)).toBe('authorisations[0].available.nowhere')
    expect(leave("{value_usd: '<= 5000'}", wrong)).toBe(
      'authorisations[0].conditions[1].met.nowhere',
    )
  })
})

describe('places in law', () => {
  it('name the nearest place or group where one is unknown', () => {
    expect(
      problemsOf({
        'us/requirements.yaml': ['headquarters: [CN, D:5]', 'headquarters: [CN, D:7]'],
      }),
    ).toEqual([
      'us/requirements.yaml:11:11: rules[0].requires.any[1].headquarters: There is no place "D:7" in law/places.yaml or a groups.yaml. Did you mean "D:5"? Correct the name, or add it there. [law.unknown-place]',
    ])
  })

  it('have one name', () => {
    expect(problemsOf({ 'us/requirements.yaml': ['[CN, D:5]', '[FR-TOM]'] })).toEqual([
      'us/requirements.yaml:11:11: rules[0].requires.any[1].headquarters: "FR-TOM" is another name of FR-OT. Write FR-OT: in law files a place has one name. [law.alias]',
    ])
  })

  it('may be the whole world', () => {
    expect(problemsOf({ 'us/requirements.yaml': ['[CN, D:5]', '[worldwide]'] })).toEqual([])
  })

  it.each([
    [
      'members: [CN], ',
      'members: [CX], ',
      /groups\.yaml:2:\d+: groups\.D:5\.members\[0\]: .*"CX".*unknown-place/,
    ],
    [
      'members: [CN], ',
      'members: [CN], without: [XX], ',
      /groups\.D:5\.without\[0\]: .*unknown-place/,
    ],
    ['country: AE, ', 'country: AA, ', /groups\.yaml:6:\d+: moves\[0\]\.country: .*unknown-place/],
    [
      'group: A:5, ',
      'group: A:9, ',
      /moves\[0\]\.group: There is no group "A:9" in the groups\.yaml files\. .*unknown-group/,
    ],
    ['country: CN, ', 'country: CM, ', /groups\.yaml:8:\d+: held\[0\]\.country: .*unknown-place/],
    ['groups: [D:5]', 'groups: [D:6]', /held\[0\]\.groups\[0\]: .*unknown-group/],
    [
      'country: HK, ',
      'country: HX, ',
      /groups\.yaml:10:\d+: treated\[0\]\.country: .*unknown-place/,
    ],
    ['as: CN, ', 'as: CX, ', /treated\[0\]\.as: .*unknown-place/],
    [
      '  D:5: {',
      '  CN: {coveredFrom: 2026-06-01, members: [], cite: c 1, mark: text}\n  D:5: {',
      /groups\.yaml:2:\d+: groups\.CN: "CN" names a place or the built-in group already\. .*group-name-taken/,
    ],
    [
      '  D:5: {',
      '  worldwide: {members: [], cite: c 1, mark: text}\n  D:5: {',
      /"worldwide" names a place or the built-in group/,
    ],
  ] as const)('are held against each other: %s', (from, to, problem) => {
    const found = problemsOf({ 'us/groups.yaml': [from, to] })
    expect(found.some((line) => problem.test(line))).toBe(true)
  })

  it('of a jurisdiction and of an ECCN are places too', () => {
    expect(
      problemsOf({ 'us/jurisdiction.yaml': ['territory: [US]', 'territory: [UX]'] })[0],
    ).toMatch(
      /^us\/jurisdiction\.yaml:4:13: territory\[0\]: There is no place "UX" in law\/places\.yaml\. Did you mean "US"\?/,
    )
    expect(
      problemsOf({ 'us/tables/eccn-reasons.yaml': ['except: [FR]', 'except: [FX]'] })[0],
    ).toMatch(
      /^us\/tables\/eccn-reasons\.yaml:4:\d+: eccns\.3A991\.reasons\[0\]\.except\[0\]: There is no place "FX"/,
    )
  })

  it('are not treated as one that is treated as another', () => {
    const chain = '  - {country: CN, as: NL, cite: c 1, mark: text}\n'
    expect(problemsOf({ 'us/groups.yaml': ['treated:\n', `treated:\n${chain}`] })).toEqual([
      'us/groups.yaml:11:19: treated[1].as: HK is treated as CN, which is itself treated as another. Name the country whose rows apply in the end. [law.treatment-chain]',
    ])
  })
})

describe('moves and tables', () => {
  const move = (line: string) =>
    problemsOf({ 'us/groups.yaml': ['moves:\n', `moves:\n  - ${line}\n`] })

  it('contradict each other where the table lacks who moved in for good', () => {
    expect(move('{country: HK, group: A:5, from: 2020-01-01, cite: c 1, mark: text}')).toEqual([
      'us/groups.yaml:6:5: moves[0]: The table does not have HK in A:5, and its moves have it in. A table holds the later state: mend the members or the move. [law.group-contradiction]',
    ])
  })

  it('contradict each other where the table has who moved out before it', () => {
    expect(move('{country: NL, group: A:5, to: 2020-01-01, cite: c 1, mark: text}')).toEqual([
      'us/groups.yaml:6:5: moves[0]: The table has NL in A:5, and its moves have it out. A table holds the later state: mend the members or the move. [law.group-contradiction]',
    ])
  })

  it('agree where a member leaves after the table was covered, or a former member left', () => {
    expect(move('{country: NL, group: A:5, to: 2027-01-01, cite: c 1, mark: text}')).toEqual([])
    expect(move('{country: HK, group: A:5, to: 2020-01-01, cite: c 1, mark: text}')).toEqual([])
  })

  it('agree where a member left once and came back', () => {
    expect(
      problemsOf({
        'us/groups.yaml': [
          'moves:\n',
          'moves:\n  - {country: NL, group: A:5, to: 2010-01-01, cite: c 1, mark: text}\n  - {country: NL, group: A:5, from: 2012-01-01, cite: c 1, mark: text}\n',
        ],
      }),
    ).toEqual([])
  })
})

describe('names', () => {
  it('of rules that reasons give must exist; each missing one is reported once', () => {
    expect(problemsOf({ 'us/requirements.yaml': ['id: US:742.6', 'id: US:742.66'] })).toEqual([
      'us/entries/3a.yaml:13:22: entries[0].reasons[0].rule: There is no rule "US:742.6" in the requirements.yaml files. Did you mean "US:742.66"? Correct the name, or add it there. [law.unknown-rule]',
    ])
    const change = [
      ' - {reason: RS,',
      ` - {reason: NS, rule: 'US:742.6'}\n      - {reason: RS,`,
    ] as const
    expect(
      problemsOf({
        'us/requirements.yaml': ['id: US:742.6', 'id: US:742.66'],
        'us/entries/3a.yaml': change,
      })[0],
    ).toContain('in the requirements.yaml files. 2 reasons name it.')
  })

  it('of rules that reasons of an ECCN give must exist too', () => {
    const rule = (id: string) =>
      problemsOf({
        'us/tables/eccn-reasons.yaml': [
          'scope: entire entry, ',
          `scope: part of the entry, paragraphs: [3A991.a], when: some, rule: '${id}', `,
        ],
      })
    expect(rule('US:742.6')).toEqual([])
    expect(rule('US:742.7')).toEqual([
      'us/tables/eccn-reasons.yaml:4:102: eccns.3A991.reasons[0].rule: There is no rule "US:742.7" in the requirements.yaml files. Did you mean "US:742.6"? Correct the name, or add it there. [law.unknown-rule]',
    ])
  })

  it('of entries and their relatives are codes', () => {
    expect(
      problemsOf({ 'us/entries/3a.yaml': ['  - code: 3A090.a', "  - code: ' 3A090.a'"] })[0],
    ).toMatch(
      /^us\/entries\/3a\.yaml:5:5: entries\[0\]\.code: "US: 3A090\.a" is not the code of an entry\..*\[entry\.invalid\]$/,
    )
    const related = ['    mark: text\n', '    mark: text\n    related: [3A501.a]\n'] as const
    expect(problemsOf({ 'us/entries/3a.yaml': related })[0]).toMatch(
      /^us\/entries\/3a\.yaml:18:15: entries\[0\]\.related\[0\]: "3A501\.a" is not the code of an entry\./,
    )
  })

  it('of jurisdictions have their own file', () => {
    const found = problemsOf({
      'eu/authorisations.yaml':
        'jurisdiction: EU\nauthorisations:\n  - {id: EU001, title: t, available: {never: true}, cite: c 1, mark: text}\n',
    })
    expect(found).toEqual([
      'eu/authorisations.yaml:3:5: authorisations[0]: There is no jurisdiction "EU" in the jurisdiction.yaml files. Correct the name, or add it there. [law.unknown-jurisdiction]',
    ])
  })

  it('of kinds in coverage exist, in each state', () => {
    const state = (from: string, to: string) =>
      problemsOf({ 'us/jurisdiction.yaml': [from, to] })[0]
    expect(state('{ic.processor: 2023', '{ic.procesor: 2023')).toBe(
      'us/jurisdiction.yaml:9:14: coverage.complete.ic.procesor: There is no kind "ic.procesor" in law/kinds.yaml. Did you mean "ic.processor"? Correct the name, or add it there. [law.unknown-kind]',
    )
    expect(state('{ic: 2023', '{icc: 2023')).toContain(
      'coverage.partly.icc: There is no kind "icc"',
    )
    expect(state('none: [sme]', 'none: [smr]')).toContain(
      'coverage.none[0]: There is no kind "smr"',
    )
    expect(state('undecidable: []', 'undecidable: [x]')).toContain(
      'coverage.undecidable[0]: There is no kind',
    )
  })

  it('stand once', () => {
    const again = (path: string, from: string, to: string) => problemsOf({ [path]: [from, to] })
    expect(again('us/entries/3a.yaml', 'version: before-2023-11-17', 'version: current')).toEqual([
      'us/entries/3a.yaml:19:5: entries[1].version: US:3A090.a (version current) stands in the law files twice. Remove one, or give it a name or version of its own. [law.duplicate]',
    ])
    expect(again('us/requirements.yaml', 'id: US:chart:NS2', 'id: US:742.6')).toContain(
      'us/requirements.yaml:21:5: rules[1].id: US:742.6 stands in the law files twice. Remove one, or give it a name or version of its own. [law.duplicate]',
    )
    expect(again('places.yaml', 'aliases: [FR-TOM]', 'aliases: [CN]')[0]).toMatch(
      /places\.yaml:5:\d+: places\.FR-OT\.aliases\[0\]: CN stands in the law files twice/,
    )
    const presumed =
      '- {id: no-gates, what: w, parameters: [gate_model], effective: {}, cite: c 1, mark: derived}'
    expect(again('presumptions.yaml', 'presumptions:', `presumptions:\n  ${presumed}`)[0]).toMatch(
      /presumptions\.yaml:3:\d+: presumptions\[1\]\.id: no-gates stands in the law files twice/,
    )
    const group = 'groups:\n  D:5: {members: [CN], cite: c 1, mark: text}\n'
    expect(
      problemsOf({
        'eu/groups.yaml': group,
        'eu/jurisdiction.yaml': null,
      })[0],
    ).toMatch(/groups\.yaml:2:3: groups\.D:5: D:5 stands in the law files twice/)
  })

  it('of one authorisation may stand in two jurisdictions', () => {
    const other = (text: string | null) => text
    expect(
      problemsOf({
        'nl/jurisdiction.yaml': other(
          'jurisdiction: NL\nname: Netherlands\nauthority: CDIU\nterritory: [NL]\nbinding: true\ncoverage: {setAside: s, notes: n, complete: {}, partly: {}, none: [], undecidable: []}\n',
        ),
        'nl/authorisations.yaml': other(
          'jurisdiction: NL\nauthorisations:\n  - {id: NAC, title: t, available: {never: true}, cite: c 1, mark: text}\n',
        ),
      } as Parameters<typeof exampleFiles>[0]),
    ).toEqual([])
  })
})

describe('a restriction', () => {
  const found = (keys: string) =>
    problemsOf({
      'us/authorisations.yaml': [
        'authorisations:\n',
        `restrictions:\n  - {id: 'US:r', title: t, ${keys}, cite: c 1, mark: text}\nauthorisations:\n`,
      ],
    })
  it('names authorisations of its own jurisdiction', () => {
    expect(found('spares: [NAC], bars: {destination: [CN]}')).toEqual([])
    expect(found('spares: [NAX], bars: {destination: [CN]}')[0]).toMatch(
      /restrictions\[0\]\.spares\[0\]: .*NAX/,
    )
    expect(found('only: [EU001], bars: {destination: [CN]}')[0]).toMatch(/only\[0\]/)
  })
  it('names those it speaks of or those it spares', () => {
    expect(found('only: [NAC], spares: [NAC], bars: {destination: [CN]}')[0]).toContain(
      'names those it speaks of, or those it spares',
    )
  })
  it('is held against the circumstances', () => {
    expect(found('bars: {colour: red}')[0]).toContain('"colour" is not in law/circumstances.yaml')
  })
})

describe('versions of one entry', () => {
  it('do not hold on the same day', () => {
    expect(problemsOf({ 'us/entries/3a.yaml': ['{to: 2023-11-16}', '{to: 2023-11-17}'] })).toEqual([
      'us/entries/3a.yaml:25:5: entries[1].effective: Versions current and before-2023-11-17 of US:3A090.a hold on the same days. End one before the other begins: 2023-11-17 to open; always to 2023-11-17. [law.overlapping-versions]',
    ])
  })

  it('overlap where neither says its days', () => {
    const found = problemsOf({ 'us/entries/3a.yaml': ['    effective: {to: 2023-11-16}\n', ''] })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('[law.overlapping-versions]')
  })
})
