import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSealIdentity, parseDocument } from '../../exchange/index.ts'
import { type Problem, ProblemError } from '../../kernel/index.ts'
import { DONE, type ExitCode } from '../exit-code.ts'
import { readInput } from '../input/read-input.ts'
import { type DataOption, withData, withExamples } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import type { Surroundings } from '../surroundings.ts'
import { inFileAll, writeNewKey } from './keys.ts'
import { inNode, NODE_FILE, nodeFolderOf, nodeOpener, ROOT_FILE } from './node-folder.ts'
import { asOnlyWriter } from './only-writer.ts'

interface InitOptions extends DataOption {
  readonly member: string
  readonly root: string
}

/** A member's node: keys of its own, and the draft of the delegation that its member's root signs. */
export const addInit: CommandAdder = (log, session, finish) => {
  const command = log
    .command('init')
    .description(
      'Makes a member’s node in the data folder and prints the delegation for its member’s root to sign.',
    )
    .requiredOption('--member <code>', 'whose node it is')
    .requiredOption('--root <file>', 'the signed root of the regime, received by a way you trust')
  withExamples(
    withData(command),
    'regime log init --member NL --root root.json > delegation-draft.json',
  )
  command.action(async (options: InitOptions) => finish(await init(options, session)))
}

async function init(options: InitOptions, session: Session): Promise<ExitCode> {
  const { surroundings, print } = session
  const folder = nodeFolderOf(options, surroundings)
  if (existsSync(folder)) throw new ProblemError(thereAlready(folder))
  const root = await readInput(options.root, surroundings)
  const regime = regimeOf(root, options)
  const { nodeKey, witnessKey, sealKey } = await besideOf(folder, (beside) =>
    makeFolder(beside, folder, root, options, surroundings),
  )
  const notBefore = `${surroundings.today}T00:00:00Z`
  print(
    JSON.stringify(
      {
        type: 'node-delegation',
        regime,
        member: options.member,
        nodeKey,
        witnessKey,
        sealKey,
        officerKeys: { delegate: [], licensing: [] },
        notBefore,
        expires: yearAfter(notBefore),
      },
      null,
      2,
    ),
  )
  return DONE
}

/** @throws ProblemError where the root is none, or has no such member */
function regimeOf(root: Uint8Array, options: InitOptions): string {
  const read = parseDocument(root)
  if (!read.ok) throw new ProblemError(...inFileAll(read.problems, options.root))
  const { document } = read.value
  if (document.type === 'regime-root' && isMember(document.members, options.member))
    return document.regime
  throw new ProblemError({
    code: 'exchange.not-a-member',
    detail: `The document names no member ${options.member} of a regime.`,
    where: { file: options.root },
    remedy: 'Name a member of the root with --member, or its root with --root.',
  })
}

/** An empty folder beside, to make the node in; what one that was killed left there, the next clears away. */
async function besideOf<T>(folder: string, make: (beside: string) => Promise<T>): Promise<T> {
  const making = `${folder}.new`
  mkdirSync(making, { recursive: true, mode: 0o700 })
  return await asOnlyWriter(making, async () => {
    const beside = join(making, 'node')
    rmSync(beside, { recursive: true, force: true })
    try {
      return await make(beside)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  })
}

/** The public halves of its keys. The folder appears under its name when a node opens in it, or not at all. */
async function makeFolder(
  beside: string,
  folder: string,
  root: Uint8Array,
  options: InitOptions,
  surroundings: Surroundings,
) {
  mkdirSync(join(beside, 'keys'), { recursive: true, mode: 0o700 })
  const nodeKey = writeNewKey(join(beside, 'keys/node.pem'), surroundings)
  const witnessKey = writeNewKey(join(beside, 'keys/witness.pem'), surroundings)
  const seal = await generateSealIdentity()
  writeFileSync(join(beside, 'keys/seal.txt'), `${seal.identity}\n`, { mode: 0o600, flag: 'wx' })
  writeFileSync(join(beside, ROOT_FILE), root)
  writeFileSync(join(beside, NODE_FILE), `${JSON.stringify({ member: options.member })}\n`)
  nodeOpener(options, surroundings, beside)()
  if (existsSync(folder)) throw new ProblemError(thereAlready(folder))
  renameSync(beside, folder)
  return { nodeKey, witnessKey, sealKey: seal.recipient }
}

function thereAlready(folder: string): Problem {
  return {
    code: 'exchange.node-there',
    detail: 'There is a node already; its keys are never written over.',
    where: { file: folder },
    remedy: 'Name another folder with --data.',
  }
}

function isMember(members: readonly { readonly member: string }[], code: string): boolean {
  return members.some(({ member }) => member === code)
}

function yearAfter(time: string): string {
  const day = new Date(time)
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return day.toISOString()
}

/** Documents of trust that came another way: delegations, new roots, revocations. */
export const addLearn: CommandAdder = (log, session, finish) => {
  const command = log
    .command('learn')
    .description('Takes in signed documents of trust: delegations, roots, revocations.')
    .argument('<files...>', 'signed documents')
  withExamples(withData(command), 'regime log learn nl-delegation.json jp-delegation.json')
  command.action(async (files: readonly string[], options: DataOption) => {
    const { surroundings, print } = session
    const documents: Buffer[] = []
    for (const file of files) {
      const bytes = Buffer.from(await readInput(file, surroundings))
      requireDocument(file, bytes)
      documents.push(bytes)
    }
    const taken = await inNode(options, surroundings, async (node) => {
      const before = node.documents().length
      node.learn(documents)
      return node.documents().length - before
    })
    print(`${taken} of ${files.length} counted: signed by those who may, and not known before.`)
    finish(DONE)
  })
}

function requireDocument(file: string, bytes: Uint8Array): void {
  const read = parseDocument(bytes)
  if (!read.ok) throw new ProblemError(...inFileAll(read.problems, file))
}
