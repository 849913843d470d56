import { Option } from 'commander'
import type { LegalDate } from '../../kernel/index.ts'
import { day, withExamples } from '../options.ts'
import type { CommandAdder } from '../session.ts'
import { withOfficer } from './delegate.ts'
import { type SpeakOptions, type Speech, speak } from './speak.ts'

const STATES = ['adopted', 'adopted-with-changes', 'not-adopted'] as const

interface ImplementOptions extends SpeakOptions {
  readonly cite: string
  readonly state: (typeof STATES)[number]
  readonly from?: LegalDate
  readonly notes?: string
}

/** What the own member made of a decision that was released: what the tracker shows to all. */
export const addImplement: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('implement')
    .description(
      'Says what this member made of a released decision in its own law, since when; in the own log.',
    )
    .argument('<release>', 'the list that holds it, as 2027.1')
    .argument('<proposal>', 'the decision, as 2027-processor-threshold')
    .requiredOption('--cite <text>', 'where it stands in the own law, or why it does not')
    .addOption(
      new Option('--state <state>', 'what was made of it').choices(STATES).default('adopted'),
    )
    .option('--from <day>', 'first day in force', day)
    .option('--notes <text>', 'what was changed')
  withExamples(
    withOfficer(command),
    'regime implement 2027.1 2027-processor-threshold --from 2027-05-01 --cite "Stcrt. 2027, 1" --charter compact --officer delegate.pem',
  )
  command.action(async (release: string, proposal: string, options: ImplementOptions) =>
    finish(await speak(options, session, () => implementing(release, proposal, options))),
  )
}

export function implementing(
  release: string,
  proposal: string,
  { cite, state, from, notes }: Pick<ImplementOptions, 'cite' | 'state' | 'from' | 'notes'>,
): Speech {
  const since = from === undefined ? '' : `, in force from ${from}`
  return {
    type: 'national.implementation',
    body: {
      ...{ release, proposal, state, legalReference: cite },
      ...(from === undefined ? {} : { from }),
      ...(notes === undefined ? {} : { notes }),
    },
    about: [release],
    says: [
      `Says of ${proposal} in the list ${release}: ${state.replaceAll('-', ' ')}${since} (${cite}).`,
    ],
  }
}
