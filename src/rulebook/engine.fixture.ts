import { type LegalDate, type Truth, truthOf, unwrap } from '../kernel/index.ts'
import { compileExpression } from './compile.ts'
import type { CompiledExpression, FactTable } from './criteria-model.ts'
import { createFactReader, type FactReader, type ReadFacts } from './facts.ts'
import type { Expression, GroupTable, Kind, Parameter, Presumption } from './model.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** A dictionary, kinds and groups in which tests of the engine state their facts. Invented. */
export const DAY = '2026-06-01' as LegalDate

const NUMBERS: Readonly<Record<string, string>> = {
  dco_nm: 'nm',
  tpp: 'TOPS*bit',
  applicable_die_area_mm2: 'mm2',
  wavelength_nm: 'nm',
  na_max: '1',
  temp_C: 'degC',
  rate_MSPS: 'MSPS',
  noise_dB: 'dB',
  tid_Gy_Si: 'Gy(Si)',
  neutron_fluence: 'n/cm2',
}

const parameter = (
  id: string,
  type: Parameter['type'],
  rest: Partial<Parameter> = {},
): Parameter => ({
  id,
  type,
  definition: id,
  ...rest,
})

export const PARAMETERS: readonly Parameter[] = [
  ...Object.entries(NUMBERS).map(([id, unit]) => parameter(id, 'number', { unit })),
  parameter('performance_density', 'number', {
    unit: 'TPP/mm2',
    formula: 'tpp / applicable_die_area_mm2',
  }),
  parameter('mrf_nm', 'number', { unit: 'nm', formula: '0.25 * wavelength_nm / na_max' }),
  parameter('top_tpp', 'number', { unit: 'TOPS*bit', formula: 'rate * bits', maxOver: 'ops' }),
  parameter('count', 'number'),
  parameter('ops', 'list'),
  parameter('notes', 'list'),
  parameter('gate_model', 'boolean'),
  parameter('element', 'text', { values: { Si: 'silicon', Ge: 'germanium' } }),
  parameter('maker', 'text'),
  parameter('used_for', 'set', { values: { logic: 'logic', memory: 'memory', power: 'power' } }),
  parameter('tags', 'set'),
  parameter('rated_C', 'range', { unit: 'degC' }),
  parameter('kind', 'kind'),
  parameter('codes', 'codes'),
  parameter('contains_code', 'codes', { computed: true }),
  parameter('destination', 'place'),
  parameter('headquarters', 'places'),
]

export const KINDS: ReadonlyMap<string, Kind> = new Map(
  ['ic', 'ic.processor', 'sme', 'sme.dep', 'sme.dep.cvd', 'sme.depot', 'sme.litho'].map((id) => [
    id,
    { id, class: 'equipment', definition: id },
  ]),
)

export const RADIATION: Presumption = {
  id: 'radiation',
  what: 'radiation hardening',
  parameters: ['tid_Gy_Si', 'neutron_fluence', 'not-in-the-dictionary'],
  effective: { from: '2020-01-01' as LegalDate, to: '2026-12-31' as LegalDate },
  cite: 'a rule',
  mark: 'text',
}

/** D:5 knows all of its members; on days before 2020, A:1 knows none; X exists nowhere. */
export function groupsOf(calls: string[] = []): GroupTable {
  const members: Readonly<Record<string, readonly string[]>> = {
    'D:5': ['CN', 'MO', 'RU'],
    'A:1': ['NL', 'JP'],
    'A:5': ['NL'],
  }
  return {
    names: Object.keys(members),
    membership: (group, country, day) => {
      calls.push(`${group} ${country} ${day}`)
      if (group === country) return 'true'
      if (group === 'A:1' && day < '2020-01-01') return 'unknown'
      return members[group]?.includes(country) === true ? 'true' : 'false'
    },
  }
}

export const VOCABULARY: Vocabulary = createVocabulary(PARAMETERS, KINDS)
export const CONTEXT = { vocabulary: VOCABULARY, groups: groupsOf() }

let reader: FactReader | undefined

/** Made when first asked, so that what is wrong with it fails a test and not the file. */
export const readFacts: FactReader = (stated, day) => {
  reader ??= createFactReader(CONTEXT, [RADIATION])
  return reader(stated, day)
}

export function compiled(expression: unknown): CompiledExpression {
  return unwrap(compileExpression(expression as Expression, CONTEXT))
}

export function read(stated: Readonly<Record<string, unknown>>, day: LegalDate = DAY): ReadFacts {
  return unwrap(readFacts(stated, day))
}

export function factsOf(
  stated: Readonly<Record<string, unknown>>,
  undecided: Readonly<Record<string, readonly string[]>> = {},
): FactTable {
  const { facts } = read(stated)
  for (const [id, members] of Object.entries(undecided)) {
    facts.undecided.set(VOCABULARY.slot(id) ?? -1, new Set(members))
  }
  return facts
}

export function truthIn(
  expression: unknown,
  stated: Readonly<Record<string, unknown>>,
  undecided: Readonly<Record<string, readonly string[]>> = {},
): Truth {
  return truthOf(compiled(expression).evaluate(factsOf(stated, undecided)))
}
