import { InvalidArgumentError } from 'commander'
import {
  cutIntoVolumes,
  type ExchangeNode,
  exportBundle,
  importBundle,
  joinVolumes,
  MOST_VOLUMES,
  type NamedFile,
  receiptOf,
} from '../../exchange/index.ts'
import { type Problem, ProblemError, unwrap } from '../../kernel/index.ts'
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
    .option(
      '--volume <size>',
      'in files of this size (as 700k, 25M), numbered .001, .002 …',
      sizeOf,
    )
  withExamples(
    withLaw(withData(command)),
    'regime log export --out to-jp.bundle',
    'regime log export --since from-jp.bundle --out to-jp.bundle',
    'regime log export --out to-jp.bundle --volume 25M',
  )
  command.action(async (options: ExportOptions) => {
    const { surroundings, print } = session
    const { out, volume } = options
    const node = openNode(options, surroundings)
    const since =
      options.since === undefined ? undefined : await heldBy(options.since, node, session)
    const bundle = exportBundle(node, since)
    if (volume !== undefined && bundle.length > volume * MOST_VOLUMES)
      throw new ProblemError(tooMany(bundle.length))
    const volumes = volume === undefined ? [bundle] : cutIntoVolumes(bundle, volume)
    const nameOf = (at: number) =>
      volume === undefined ? out : `${out}.${String(at + 1).padStart(3, '0')}`
    for (const [at, bytes] of volumes.entries())
      await writeWholeFile(nameOf(at), bytes, surroundings)
    const files = volumes.length === 1 ? nameOf(0) : `${nameOf(0)} to ${nameOf(volumes.length - 1)}`
    print(session.paint('dim', `Bundle of ${node.member}: ${files}.`))
    finish(DONE)
  })
}

interface ExportOptions extends NodeOptions {
  readonly out: string
  readonly since?: string
  readonly volume?: number
}

function tooMany(bytes: number): Problem {
  const least = Math.ceil(bytes / MOST_VOLUMES / 1000)
  return {
    code: 'exchange.volumes-too-many',
    detail: `The bundle has ${bytes} bytes: more than ${MOST_VOLUMES} volumes of that size.`,
    remedy: `Ask for larger ones: --volume ${least}k or more.`,
  }
}

/** Bytes: no smaller than a label is worth, no larger than a file that is read. */
function sizeOf(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,6})(k|M)$/.exec(text) ?? []
  const bytes = Number(number) * (unit === 'k' ? 1_000 : 1_000_000)
  if (bytes >= 1_000 && bytes <= 60_000_000) return bytes
  throw new InvalidArgumentError('Write a size from 1k to 60M, as 700k or 25M.')
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

/** A file has no network: what does not come from it is not in it. */
function said(outcome: string, problems: readonly Problem[]): string {
  return outcome === 'unreachable' && problems.length === 0 ? 'not in it' : outcome
}

/** A file from another member's node. */
export const addImport: CommandAdder = (log, session, finish) => {
  const command = log
    .command('import')
    .description('Verifies a bundle and takes what is new in it; a second time it changes nothing.')
    .argument('<files...>', 'the bundle, or all its volumes')
  withExamples(
    withJson(withLaw(withData(command))),
    'regime log import from-jp.bundle',
    'regime log import from-jp.bundle.001 from-jp.bundle.002',
  )
  command.action(async (names: readonly string[], options: NodeOptions & JsonOption) => {
    const { surroundings, print } = session
    const files: NamedFile[] = []
    for (const file of names) files.push({ file, bytes: await readInput(file, surroundings) })
    const bytes = unwrap(joinVolumes(files))
    const report = await inNode(options, surroundings, (node) => importBundle(node, bytes))
    if (!report.ok) throw new ProblemError(...inFileAll(report.problems, names[0] ?? ''))
    const { logs, manifest } = report.value
    const faults = logs.filter(({ problems }) => problems.length > 0)
    if (options.json === true) print(JSON.stringify(report.value, null, 2))
    else {
      print(`From ${manifest.from}, made ${manifest.createdAt}.`)
      for (const { member, outcome, from, to, problems } of logs)
        print(`${member}: ${said(outcome, problems)}, ${to - from} new`)
    }
    finish(faults.length === 0 ? DONE : NOT_CLEAR)
  })
}
