import { InvalidArgumentError } from 'commander'
import { type Digest, type LegalDate, ProblemError } from '../../kernel/index.ts'
import { standingAt } from '../../regime/index.ts'
import { day, withExamples } from '../options.ts'
import type { CommandAdder } from '../session.ts'
import { withOfficer } from './delegate.ts'
import { type Record, type SpeakOptions, type Speech, speak } from './speak.ts'

interface ReleaseOptions extends SpeakOptions {
  readonly edition: Digest
  readonly from: LegalDate
  readonly proposal?: readonly string[]
}

/** What was decided, as a list of one version that every member can write into its law. */
export const addRelease: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('release')
    .description(
      'Releases what was decided as a list of one version, with the signed edition that holds it, in the own log.',
    )
    .argument('<version>', 'a year and a number, as 2027.1')
    .requiredOption('--edition <digest>', 'of the edition that `law publish` signed', digest)
    .requiredOption('--from <day>', 'first day on which it is to hold', day)
    .option(
      '--proposal <id>',
      'a decision that it holds; repeatable (default: all that are decided and in no release)',
      (id: string, before: readonly string[] = []) => [...before, id],
    )
  withExamples(
    withOfficer(command),
    `regime release 2027.1 --edition sha256:${'0'.repeat(64)} --from 2027-06-01 --charter compact --officer delegate.pem --show`,
  )
  command.action(async (version: string, options: ReleaseOptions) =>
    finish(await speak(options, session, (record) => releasing(record, version, options))),
  )
}

/** A release of these decisions, or of all that wait for one. @throws ProblemError where none does */
export function releasing(
  record: Record,
  version: string,
  { edition, from, proposal }: Pick<ReleaseOptions, 'edition' | 'from' | 'proposal'>,
): Speech {
  const proposals = proposal ?? waiting(record)
  if (proposals.length === 0)
    throw new ProblemError({
      code: 'release.nothing',
      detail: `Under ${record.charter.charter} nothing is decided that is in no release yet.`,
      remedy: 'See where they stand: navicert regime proposals.',
    })
  return {
    type: 'list.release',
    body: { version, edition, effectiveFrom: from, proposals },
    about: proposals,
    says: [
      `Releases the list ${version}, to hold from ${from}: ${proposals.join(', ')}.`,
      `Its edition: ${edition}.`,
    ],
  }
}

const PASSED = ['adopted', 'coalition', 'provisional']

function waiting({ charter, state, at }: Record): readonly string[] {
  const released = new Set(Object.values(state.releases).flatMap(({ proposals }) => proposals))
  return Object.values(state.proposals)
    .filter(({ id }) => !released.has(id))
    .filter((one) => PASSED.includes(standingAt(charter, state, one, { at }).outcome ?? ''))
    .map(({ id }) => id)
}

function digest(text: string): Digest {
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return text as Digest
  throw new InvalidArgumentError('Write sha256: and 64 hexadecimal digits.')
}
