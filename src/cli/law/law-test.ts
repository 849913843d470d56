import { loadLawCases } from '../../rulebook/index.ts'
import { paragraph } from '../answer/page.ts'
import { openEngine } from '../engine.ts'
import { DONE, NOT_CLEAR } from '../exit-code.ts'
import { type JsonOption, type LawOption, withExamples, withJson, withLaw } from '../options.ts'
import type { CommandAdder } from '../session.ts'
import { lawPieces } from './law-pieces.ts'
import { runLawCase } from './run-law-case.ts'
import {
  type SilentPiece,
  silentPieces,
  type UnapproachedPiece,
  unapproachedPieces,
} from './silent-law.ts'

interface TestOptions extends LawOption, JsonOption {
  readonly only?: string
  readonly withoutEach?: boolean
}

export const addLawTest: CommandAdder = (law, session, finish) => {
  const command = law
    .command('test')
    .description(
      'Runs the cases beside the rules; a case that fails is printed with what is wrong.',
    )
    .option('--only <text>', 'only cases whose id or file holds the text')
    .option(
      '--without-each',
      'leaves out every piece of the law in turn, and takes one condition of each as met, and names those that no case misses or nearly reaches',
    )
  withExamples(
    withJson(withLaw(command)),
    'law test',
    'law test --without-each',
    'law test --law ./law --only quantum',
  )
  command.action((options: TestOptions) => {
    const engine = openEngine(options, session.surroundings)
    const { only = '' } = options
    const cases = loadLawCases(engine.lawFolder).filter(
      ({ id, file }) => id.includes(only) || file.includes(only),
    )
    if (options.withoutEach === true) {
      const pieces = lawPieces(engine.rulebook)
      const silent = silentPieces(cases, engine, pieces)
      const unapproached = unapproachedPieces(cases, engine, pieces)
      if (options.json === true) session.print(JSON.stringify({ silent, unapproached }, null, 2))
      else session.print(...silentLines(silent), ...unapproachedLines(unapproached))
      finish(silent.length + unapproached.length === 0 ? DONE : NOT_CLEAR)
      return
    }
    const results = cases.map((lawCase) => ({ lawCase, faults: runLawCase(lawCase, engine) }))
    const failed = results.filter(({ faults }) => faults.length > 0)
    const page = { width: session.surroundings.columns, paint: session.paint }
    if (options.json === true) {
      const list = failed.map(({ lawCase: { id, file }, faults }) => ({ id, file, faults }))
      session.print(JSON.stringify({ cases: cases.length, failed: list }, null, 2))
    } else {
      session.print(
        ...failed.flatMap(({ lawCase: { id, file, what, source }, faults }) => [
          ...paragraph(page, '', `${file}: ${id}`).map((line) => session.paint('bold', line)),
          ...paragraph(page, '  ', `${what} (${source})`),
          ...faults.flatMap((fault) => paragraph(page, '  ✗ ', fault)),
        ]),
        `${cases.length - failed.length} of ${cases.length} cases hold.`,
      )
    }
    finish(failed.length === 0 ? DONE : NOT_CLEAR)
  })
}

function silentLines(silent: readonly SilentPiece[]): readonly string[] {
  return [
    ...silent.map(
      ({ what, id, heard }) => `${what} ${id}: no case fails without it; it speaks in ${heard}.`,
    ),
    silent.length === 0
      ? 'Every piece of the law decides a case.'
      : `${silent.length} pieces of the law decide no case.`,
  ]
}

function unapproachedLines(unapproached: readonly UnapproachedPiece[]): readonly string[] {
  return [
    ...unapproached.map(
      ({ what, id }) => `${what} ${id}: no case fails with one of its conditions taken as met.`,
    ),
    unapproached.length === 0
      ? 'Every piece of the law with conditions is nearly met in a case.'
      : `${unapproached.length} pieces of the law are nearly met in no case.`,
  ]
}
