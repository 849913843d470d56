import { ProblemError } from '../kernel/index.ts'
import { DONE } from './exit-code.ts'
import { withExamples } from './options.ts'
import type { CommandAdder } from './session.ts'

/** Figures of a benchmark, by name. */
export type Figures = Readonly<Record<string, number | string>>

/** A benchmark tells how it goes in lines, and gives its figures at the end. */
export type Benchmark = (tell: (line: string) => void) => Promise<Figures>

/** Benchmarks stand in bench/, compiled beside the program; each is loaded only when it is run. */
const NAMES = [
  'criteria',
  'classification',
  'transactions',
  'recheck',
  'rescreen',
  'server',
  'server-soak',
  'server-start',
  'screening-retrieval',
  'screening-accuracy',
  'store',
  'exchange',
] as const

async function load(name: (typeof NAMES)[number]): Promise<Benchmark> {
  const file = new URL(`../../dist/bench/${name}.js`, import.meta.url)
  const { benchmark } = (await import(file.href)) as { readonly benchmark: Benchmark }
  return benchmark
}

export const addBench: CommandAdder = (program, session, finish) => {
  const command = program
    .command('bench')
    .description(`Measures this machine; the last line is the figures as JSON.`)
    .argument('<name>', NAMES.join(' '))
  withExamples(command, ...NAMES.map((name) => `bench ${name}`))
  command.action(async (name: string) => {
    const known = NAMES.find((candidate) => candidate === name)
    if (known === undefined) {
      throw new ProblemError({
        code: 'bench.unknown',
        detail: `There is no benchmark ${JSON.stringify(name)}.`,
        remedy: `Benchmarks: ${NAMES.join(', ')}.`,
      })
    }
    const benchmark = await load(known)
    const figures = await benchmark((line) => session.print(line))
    session.print(JSON.stringify(figures))
    finish(DONE)
  })
}
