import { InvalidArgumentError } from 'commander'
import { settlementDraft } from '../../exchange/index.ts'
import { unwrap } from '../../kernel/index.ts'
import { DONE } from '../exit-code.ts'
import { withData, withExamples, withLaw } from '../options.ts'
import type { CommandAdder } from '../session.ts'
import { type NodeOptions, openNode } from './node-folder.ts'

interface SettleOptions extends NodeOptions {
  readonly member?: string
  readonly size?: number
}

/** Of two histories of a log, the one that this node holds: for the root of its member to sign. */
export const addSettle: CommandAdder = (log, session, finish) => {
  const command = log
    .command('settle')
    .description(
      'Prints the statement that of a log with two histories the one held here stands, for the root of its member to sign.',
    )
    .option('--member <code>', 'whose log it is (default: the own)')
    .option('--size <n>', 'up to which entry it stands (default: all that is held)', sizeOf)
  withExamples(
    withLaw(withData(command)),
    'regime log settle > settlement-draft.json',
    'regime log settle --member US --size 412 > settlement-draft.json',
  )
  command.action((options: SettleOptions) => {
    const node = openNode(options, session.surroundings)
    const { member = node.member, size } = options
    session.print(JSON.stringify(unwrap(settlementDraft(node, member, size)), null, 2))
    finish(DONE)
  })
}

function sizeOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a number of entries.')
}
