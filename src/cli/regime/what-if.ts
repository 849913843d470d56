import { charterNamed } from '../../desk/index.ts'
import { ProblemError, parseShape, unwrap } from '../../kernel/index.ts'
import {
  type Charter,
  powerUnder,
  strangersIn,
  summaryOf,
  type WhatIfSet,
  whatIf,
  whatIfSet,
} from '../../regime/index.ts'
import { DONE } from '../exit-code.ts'
import { inFile } from '../input/placed.ts'
import { readInputDocument } from '../input/read-input.ts'
import { type JsonOption, type LawOption, withExamples, withJson, withLaw } from '../options.ts'
import type { CommandAdder } from '../session.ts'
import { chartersOf } from './charters-of.ts'
import { type Answered, whatIfPage } from './what-if-page.ts'

interface WhatIfOptions extends LawOption, JsonOption {
  readonly charter?: readonly string[]
  readonly power?: true
}

export const addWhatIf: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('what-if')
    .description(
      'Proposals with the positions of states, under every charter: what passes, how fast, who blocks.',
    )
    .argument('<file>', 'proposals and positions, as YAML or JSON')
    .option('--charter <name...>', 'only these charters')
    .option('--power', 'how much each member can move, whatever anyone wants')
  withExamples(
    withJson(withLaw(command)),
    'regime what-if examples/regime/what-if.yaml',
    'regime what-if examples/regime/what-if.yaml --charter compact --power',
  )
  command.action(async (file: string, options: WhatIfOptions) => {
    const { surroundings, paint } = session
    const all = chartersOf(options, surroundings)
    const charters = options.charter?.map((name) => charterNamed(all, name)) ?? all
    const set = await inFile(file, async (open) => {
      const document = await readInputDocument(file, surroundings)
      open(document)
      const read = unwrap(parseShape(whatIfSet, document.value, document))
      const strangers = strangersIn(read, all)
      if (strangers.length > 0) throw new ProblemError(...strangers)
      return read
    })
    const answered = charters.map((charter) => {
      const answers = whatIf(charter, set)
      const power = options.power === true ? powersOf(charter, set) : []
      return { charter, answers, summary: summaryOf(charter, answers), power }
    })
    if (options.json === true) {
      const shown = answered.map(({ charter, ...rest }) => ({ charter: charter.charter, ...rest }))
      session.print(JSON.stringify({ positions: set.positions, charters: shown }, withBigInts, 2))
    } else session.print(...whatIfPage({ width: surroundings.columns, paint }, set, answered))
    finish(DONE)
  })
}

/** One table for each question that differs by matter or technology. */
function powersOf(charter: Charter, { proposals }: WhatIfSet): Answered['power'] {
  const seen = new Set<string>()
  return proposals.flatMap(({ matter, technology, submitted }) => {
    const question = technology === undefined ? matter : `${matter}, ${technology}`
    if (seen.has(question)) return []
    seen.add(question)
    const asked = { matter, ...(technology === undefined ? {} : { technology }) }
    const power = powerUnder(charter, asked, submitted)
    return power === undefined ? [] : [{ question, power }]
  })
}

function withBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}
