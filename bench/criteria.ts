import { type LegalDate, unwrap } from 'navicert/kernel'
import {
  compileExpression,
  createFactReader,
  createVocabulary,
  type Expression,
  type FactTable,
  type GroupTable,
  type Parameter,
} from 'navicert/rulebook'
import { type Benchmark, round } from './figures.ts'

const DAY = '2026-06-01' as LegalDate
const TIMES = 1_000_000

const number = (id: string, unit: string): Parameter => ({
  id,
  type: 'number',
  unit,
  definition: id,
})
const PARAMETERS: readonly Parameter[] = [
  number('dco_nm', 'nm'),
  number('wavelength_nm', 'nm'),
  number('na_max', '1'),
  number('tpp', 'TOPS*bit'),
  number('temp_C', 'degC'),
  { id: 'gate_model', type: 'boolean', definition: '' },
  { id: 'element', type: 'text', definition: '' },
  { id: 'kind', type: 'kind', definition: '' },
  { id: 'used_for', type: 'set', definition: '' },
  { id: 'destination', type: 'place', definition: '' },
]
const KINDS = ['sme', 'sme.litho', 'sme.litho.scanner', 'ic', 'ic.processor']

/** Ten conditions, one of each sort that criteria are made of. */
const CONDITIONS: readonly Expression[] = [
  { kind: ['sme.litho'] },
  { wavelength_nm: '>= 193' },
  { dco_nm: '<= 2.40' },
  { na_max: '> 0.85' },
  { gate_model: false },
  { element: ['Si', 'Ge'] },
  { used_for: ['logic', 'memory'] },
  { temp_C: '< 685' },
  { destination: ['D:5'] },
  { tpp: '>= 4800' },
]
const GROUPS: GroupTable = {
  names: ['D:5'],
  membership: (_group, country) => (country === 'CN' ? 'true' : 'false'),
}

const MET = {
  kind: 'sme.litho.scanner',
  wavelength_nm: 193,
  dco_nm: 1.6,
  na_max: 1.35,
  gate_model: false,
  element: 'Si',
  used_for: ['logic'],
  temp_C: 400,
  destination: 'CN',
  tpp: 16000,
}
/** Each all runs through its ten conditions with these, and each any with their opposites. */
const NOT_MET = {
  kind: 'ic.processor',
  wavelength_nm: 13.5,
  dco_nm: 3,
  na_max: 0.33,
  gate_model: true,
  element: 'C',
  used_for: ['power'],
  temp_C: 700,
  destination: 'NL',
  tpp: 100,
}

/**
 * Evaluations of a criterion of ten conditions in a second on one core, bare: compiled once, facts read
 * beforehand. Every condition is run, since none before the last decides.
 */
export const benchmark: Benchmark = async (tell) => {
  const kinds = new Map(KINDS.map((id) => [id, { id, class: '', definition: '' }]))
  const vocabulary = createVocabulary(PARAMETERS, kinds)
  const context = { vocabulary, groups: GROUPS }
  const readFacts = createFactReader(context, [])
  const table = (stated: Readonly<Record<string, unknown>>): FactTable =>
    unwrap(readFacts(stated, DAY)).facts
  const compile = (expression: Expression): ((facts: FactTable) => number) =>
    unwrap(compileExpression(expression, context)).evaluate
  const [all, any] = [compile({ all: CONDITIONS }), compile({ any: CONDITIONS })]
  const nested = compile({
    all: [
      { any: CONDITIONS.slice(0, 3).toReversed() },
      { any: CONDITIONS.slice(3, 6) },
      { not: { all: CONDITIONS.slice(6) } },
    ],
  })
  const [met, notMet] = [table(MET), table(NOT_MET)]
  const open = table({ ...MET, dco_nm: 'unknown', temp_C: undefined })
  const atThreshold = table({ ...MET, dco_nm: 2.4, na_max: '0.850000000000000000001', tpp: '4800' })
  const figures: Record<string, number> = {}
  const cases: readonly (readonly [string, (facts: FactTable) => number, FactTable])[] = [
    ['all, met', all, met],
    ['all, undecided', all, open],
    ['all, three numbers at their thresholds', all, atThreshold],
    ['any, not met', any, notMet],
    ['all of any and not', nested, met],
  ]
  for (const [name, evaluate, facts] of cases) {
    figures[name] = round(TIMES / leastSeconds(() => run(evaluate, facts)))
    tell(`${name}: ${((figures[name] ?? 0) / 1e6).toFixed(1)} million a second`)
  }
  return figures
}

/** Of the processor, not of the clock, so that a busy machine gives the same; best of several rounds. */
function leastSeconds(round: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let index = 0; index < 7; index += 1) {
    const from = process.cpuUsage()
    round()
    const { user, system } = process.cpuUsage(from)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}

function run(evaluate: (facts: FactTable) => number, facts: FactTable): void {
  const expected = evaluate(facts) * TIMES
  let sum = 0
  for (let index = 0; index < TIMES; index += 1) sum += evaluate(facts)
  if (sum !== expected) throw new Error('an evaluation differed from the others')
}
