import { InvalidArgumentError } from 'commander'
import { append, appendSealed, officerProblems } from '../../exchange/index.ts'
import { type Digest, describeProblem, ProblemError, readJson, unwrap } from '../../kernel/index.ts'
import { DONE, type ExitCode } from '../exit-code.ts'
import { readInput } from '../input/read-input.ts'
import { type JsonOption, withData, withExamples, withJson, withLaw } from '../options.ts'
import { printable } from '../output/printable.ts'
import type { CommandAdder, Session } from '../session.ts'
import { inFileAll, readKeyFile } from './keys.ts'
import { inNode, type NodeOptions } from './node-folder.ts'

interface AppendOptions extends NodeOptions, JsonOption {
  readonly type: string
  readonly body: string
  readonly officer: string
  readonly id?: string
  readonly schema?: string
  readonly ref: readonly Digest[]
  readonly supersedes?: Digest
  readonly to?: readonly string[]
}

/** A message in the own log, signed by an officer; sealed where only some are to read it. */
export const addAppend: CommandAdder = (log, session, finish) => {
  const command = log
    .command('append')
    .description('Adds a message to the member’s own log, signed by an officer and the node.')
    .requiredOption('--type <type>', 'of the message, as denial.notify')
    .requiredOption('--body <file>', 'what it says, JSON')
    .requiredOption('--officer <file>', 'private key of the officer who answers for it')
    .option('--id <text>', 'its name in this log (default: a new one)')
    .option(
      '--ref <digest>',
      'an entry that it speaks of; repeatable',
      (digest: string, before: readonly Digest[]) => [...before, reference(digest)],
      [],
    )
    .option('--supersedes <digest>', 'the own entry in whose place it stands', reference)
    .option(
      '--to <member>',
      'seals the body to this member; repeatable; "all" for every member of the root in force',
      (member: string, before: readonly string[] = []) => [...before, member],
    )
  withExamples(
    withJson(withLaw(withData(command))),
    'regime log append --type denial.notify --body denial.json --officer licensing.pem',
    'regime log append --type consult.request --body question.json --officer licensing.pem --to JP',
  )
  command.action(async (options: AppendOptions) => finish(await add(options, session)))
}

function reference(digest: string): Digest {
  if (/^sha256:[0-9a-f]{64}$/.test(digest)) return digest as Digest
  throw new InvalidArgumentError('Write sha256: and 64 hexadecimal digits.')
}

async function add(options: AppendOptions, session: Session): Promise<ExitCode> {
  const { surroundings, print } = session
  const body = readJson(Buffer.from(await readInput(options.body, surroundings)).toString('utf8'))
  if (!body.ok) throw new ProblemError(...inFileAll(body.problems, options.body))
  const officer = await readKeyFile(options.officer, surroundings)
  const { barred, sequence } = await inNode(options, surroundings, async (node) => {
    const draft = {
      id: options.id ?? crypto.randomUUID(),
      type: options.type,
      schema: `${options.type}/1`,
      createdAt: new Date(node.now()).toISOString(),
      refs: options.ref,
      ...(options.supersedes === undefined ? {} : { supersedes: options.supersedes }),
      body: body.value,
    }
    const { to } = options
    const barred = officerProblems(node, options.type, officer)
    if (to === undefined) return { barred, ...unwrap(append(node, draft, officer)) }
    const readers = to.includes('all') ? 'all' : to
    return { barred, ...unwrap(await appendSealed(node, draft, readers, officer)) }
  })
  // It stands in the log for whoever must be shown it; that it counts for nothing is said at once.
  for (const one of barred)
    surroundings.stderr.write(`It counts for nothing: ${printable(describeProblem(one))}\n`)
  if (options.json === true) print(JSON.stringify({ sequence }))
  else print(`Entry ${sequence} of the own log. Others see it at their next pull.`)
  return DONE
}
