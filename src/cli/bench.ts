import { ProblemError } from '../kernel/index.ts'
import { DONE } from './exit-code.ts'
import { withExamples } from './options.ts'
import type { CommandAdder } from './session.ts'

/** Figures of a benchmark, by name. */
export type Figures = Readonly<Record<string, number | string>>

/** A benchmark tells how it goes in lines, and gives its figures at the end. */
export type Benchmark = (tell: (line: string) => void) => Promise<Figures>

/** Benchmarks by name; each is loaded only when it is run. */
const BENCHMARKS: Readonly<Record<string, () => Promise<Benchmark>>> = {}

export const addBench: CommandAdder = (program, session, finish) => {
  const names = Object.keys(BENCHMARKS)
  const command = program
    .command('bench')
    .description(`Measures this machine; the last line is the figures as JSON.`)
    .argument('<name>', names.join(' '))
  withExamples(command, ...names.map((name) => `bench ${name}`))
  command.action(async (name: string) => {
    const load = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined
    if (load === undefined) {
      throw new ProblemError({
        code: 'bench.unknown',
        detail: `There is no benchmark ${JSON.stringify(name)}.`,
        remedy: `Benchmarks: ${names.join(', ') || 'none in this release'}.`,
      })
    }
    const benchmark = await load()
    const figures = await benchmark((line) => session.print(line))
    session.print(JSON.stringify(figures))
    finish(DONE)
  })
}
