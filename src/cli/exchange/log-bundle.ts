import { type ExchangeNode, exportBundle, importBundle, receiptOf } from '../../exchange/index.ts'
import { ProblemError } from '../../kernel/index.ts'
import { DONE, NOT_CLEAR } from '../exit-code.ts'
import { readInput } from '../input/read-input.ts'
import { type JsonOption, withData, withExamples, withJson, withLaw } from '../options.ts'
import { writeWholeFile } from '../output/whole-file.ts'
import type { CommandAdder, Session } from '../session.ts'
import { inFileAll } from './keys.ts'
import { inNode, type NodeOptions, openNode } from './node-folder.ts'

/** What a node holds in a file, for where no network goes. */
export const addExport: CommandAdder = (log, session, finish) => {
  const command = log
    .command('export')
    .description('Writes what this node holds into one signed file, for where no network goes.')
    .requiredOption('--out <file>', 'where the bundle goes')
    .option('--since <bundle>', 'only beyond what the maker of this bundle held')
  withExamples(
    withLaw(withData(command)),
    'regime log export --out to-jp.bundle',
    'regime log export --since from-jp.bundle --out to-jp.bundle',
  )
  command.action(
    async (options: NodeOptions & { readonly out: string; readonly since?: string }) => {
      const { surroundings, print } = session
      const node = openNode(options, surroundings)
      const since =
        options.since === undefined ? undefined : await heldBy(options.since, node, session)
      await writeWholeFile(options.out, exportBundle(node, since), surroundings)
      print(session.paint('dim', `Bundle of ${node.member}: ${options.out}.`))
      finish(DONE)
    },
  )
}

/** A bundle says what its maker held: that much needs no sending back. */
async function heldBy(
  file: string,
  node: ExchangeNode,
  { surroundings }: Session,
): Promise<ReadonlyMap<string, number>> {
  const held = receiptOf(node, await readInput(file, surroundings))
  if (held.ok) return held.value
  throw new ProblemError(...inFileAll(held.problems, file))
}

/** A file from another member's node. */
export const addImport: CommandAdder = (log, session, finish) => {
  const command = log
    .command('import')
    .description('Verifies a bundle and takes what is new in it; a second time it changes nothing.')
    .argument('<bundle>', 'the file')
  withExamples(withJson(withLaw(withData(command))), 'regime log import from-jp.bundle')
  command.action(async (bundle: string, options: NodeOptions & JsonOption) => {
    const { surroundings, print } = session
    const bytes = await readInput(bundle, surroundings)
    const report = await inNode(options, surroundings, (node) => importBundle(node, bytes))
    if (!report.ok) throw new ProblemError(...inFileAll(report.problems, bundle))
    const { logs, manifest } = report.value
    const faults = logs.filter(({ problems }) => problems.length > 0)
    if (options.json === true) print(JSON.stringify(report.value, null, 2))
    else {
      print(`From ${manifest.from}, made ${manifest.createdAt}.`)
      for (const { member, outcome, from, to } of logs)
        print(`${member}: ${outcome}, ${to - from} new`)
    }
    finish(faults.length === 0 ? DONE : NOT_CLEAR)
  })
}
