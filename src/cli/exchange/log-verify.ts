import { availableParallelism } from 'node:os'
import { InvalidArgumentError } from 'commander'
import { isWhole } from '../../exchange/index.ts'
import { DONE, type ExitCode, NOT_CLEAR } from '../exit-code.ts'
import { type JsonOption, withData, withExamples, withJson, withLaw } from '../options.ts'
import { tableLines } from '../regime-record/table-lines.ts'
import type { CommandAdder, Session } from '../session.ts'
import { type NodeOptions, nodeFolderOf, openNode } from './node-folder.ts'
import { verifyInThreads } from './verify-threads.ts'

interface VerifyOptions extends NodeOptions, JsonOption {
  readonly threads: number
}

/** All that is on the disk, read and verified from the first entry on. */
export const addVerify: CommandAdder = (log, session, finish) => {
  const command = log
    .command('verify')
    .description(
      'Reads every log from the disk, hashes it anew, holds it against its signed head, and verifies every signature in it. Exit 2 where something does not hold.',
    )
    .option('--threads <n>', 'how many work at once', threadsOf, availableParallelism())
  withExamples(withJson(withLaw(withData(command))), 'regime log verify --threads 4')
  command.action(async (options: VerifyOptions) => finish(await verify(options, session)))
}

function threadsOf(text: string): number {
  const threads = Number(text)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads
  throw new InvalidArgumentError('Write a number from 1 to 64.')
}

async function verify(options: VerifyOptions, session: Session): Promise<ExitCode> {
  const { surroundings, print } = session
  const node = openNode(options, surroundings)
  const logs = node.members.map((member) => ({ member, size: node.log(member).size }))
  const folder = nodeFolderOf(options, surroundings)
  const found = await verifyInThreads(folder, logs, options.threads)
  const results = logs.map(({ member, size }) => {
    const { signatures = 0, wrong = [] } = found.get(member) ?? {}
    return { member, entries: size, isWhole: isWhole(node, member), signatures, wrong }
  })
  if (options.json === true) print(JSON.stringify(results, null, 2))
  else {
    const rows = results.map(({ member, entries, isWhole: whole, signatures, wrong }) => [
      member,
      String(entries),
      whole ? 'holds' : session.paint('red', 'other entries than signed'),
      String(signatures),
      wrong.length === 0 ? 'none' : session.paint('red', wrong.join(', ')),
    ])
    print(...tableLines(['Log', 'Entries', 'Root', 'Signatures', 'Wrong at'], rows, session))
  }
  const isRight = results.every(({ isWhole: whole, wrong }) => whole && wrong.length === 0)
  return isRight ? DONE : NOT_CLEAR
}
