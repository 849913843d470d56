import { isUnit, type Problem, unitsKnown } from '../kernel/index.ts'
import { checkPlace, unknownName } from './check-expression.ts'
import { checkFormula } from './derivation.ts'
import { parseFormula } from './formula.ts'
import type { JurisdictionContent, LawContent } from './law-content.ts'
import type { LawProblems } from './law-problems.ts'
import type { Parameter } from './model.ts'

/** Holds parameters, presumptions and the tables of coverage against the dictionary and the places. */
export function checkDictionary(content: LawContent, problems: LawProblems): void {
  const kinds = content.kinds.map((kind) => kind.id)
  const known = new Map(content.characteristics.map((one) => [one.id, one]))
  const circumstances = new Map(content.circumstances.map((one) => [one.id, one]))
  for (const one of content.characteristics) checkParameter(one, known, problems)
  for (const one of content.circumstances) checkParameter(one, circumstances, problems)
  for (const presumption of content.presumptions) {
    presumption.parameters.forEach((id, index) => {
      if (known.has(id)) return
      const problem = unknownName('parameter', id, [...known.keys()], 'law/characteristics.yaml')
      problems.at(presumption, ['parameters', index], problem)
    })
    presumption.kinds?.forEach((id, index) => {
      if (kinds.includes(id)) return
      const problem = unknownName('kind', id, kinds, 'law/kinds.yaml')
      problems.at(presumption, ['kinds', index], problem)
    })
  }
  const places = new Map(content.places.map((place) => [place.code, place]))
  for (const one of content.jurisdictions) {
    checkCoverageKinds(one, kinds, problems)
    one.territory.forEach((place, index) => {
      for (const problem of checkPlace(place, places)) {
        problems.at(one, ['territory', index], problem)
      }
    })
  }
}

function checkParameter(
  parameter: Parameter,
  known: ReadonlyMap<string, Parameter>,
  problems: LawProblems,
): void {
  const unit = unitProblem(parameter)
  if (unit !== undefined) problems.at(parameter, ['unit'], unit)
  if (parameter.maxOver !== undefined && known.get(parameter.maxOver)?.type !== 'list') {
    problems.at(parameter, ['maxOver'], {
      code: 'formula.no-list',
      detail: `${JSON.stringify(parameter.maxOver)} is not a parameter of type list.`,
      remedy: 'Name the list over whose records the formula is highest.',
    })
  }
  if (parameter.formula === undefined) return
  if (parameter.type !== 'number') {
    problems.at(parameter, ['formula'], {
      code: 'formula.no-number',
      detail: `${parameter.id} is a ${parameter.type}, and a formula makes a number.`,
      remedy: 'Remove the formula, or make it a number with a unit.',
    })
  }
  const formula = checkFormula(parameter, (id) => known.has(id))
  if (!formula.ok) problems.at(parameter, ['formula'], formula.problems[0] as Problem)
  else if (readsItself(parameter.id, known)) {
    problems.at(parameter, ['formula'], {
      code: 'formula.circular',
      detail: `The formula of ${parameter.id} reads itself, directly or through others.`,
      remedy: 'Break the circle: one of them is stated, not derived.',
    })
  }
}

function readsItself(id: string, known: ReadonlyMap<string, Parameter>): boolean {
  const seen = new Set<string>()
  const waiting = [id]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const parameter = known.get(name)
    if (parameter?.formula === undefined || parameter.maxOver !== undefined) continue
    const formula = parseFormula(parameter.formula)
    for (const input of formula.ok ? formula.value.inputs : []) {
      if (input === id) return true
      if (!seen.has(input)) waiting.push(input)
      seen.add(input)
    }
  }
  return false
}

function unitProblem({ id, type, unit }: Parameter): Problem | undefined {
  if (unit === undefined) {
    if (type !== 'number') return undefined
    return {
      code: 'law.no-unit',
      detail: `${id} is a number without a unit.`,
      remedy: 'Give it its unit; 1 where there is none.',
    }
  }
  if (type !== 'number' && type !== 'range') {
    return {
      code: 'law.unit-of-no-number',
      detail: `${id} is a ${type} and has no unit.`,
      remedy: 'Remove the unit, or make it a number.',
    }
  }
  if (isUnit(unit)) return undefined
  return {
    code: 'law.unknown-unit',
    detail: `${JSON.stringify(unit)} is not a unit known here.`,
    remedy: `Use one of ${unitsKnown()}.`,
  }
}

function checkCoverageKinds(
  one: JurisdictionContent,
  kinds: readonly string[],
  problems: LawProblems,
): void {
  const { complete, partly, none, undecidable } = one.coverage
  const known = new Set(kinds)
  const check = (kind: string, path: readonly PropertyKey[]): void => {
    if (known.has(kind)) return
    problems.at(one, ['coverage', ...path], unknownName('kind', kind, kinds, 'law/kinds.yaml'))
  }
  for (const kind of Object.keys(complete)) check(kind, ['complete', kind])
  for (const kind of Object.keys(partly)) check(kind, ['partly', kind])
  none.forEach((kind, index) => {
    check(kind, ['none', index])
  })
  undecidable.forEach((kind, index) => {
    check(kind, ['undecidable', index])
  })
}
