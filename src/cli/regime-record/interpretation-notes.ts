import { notesOf } from '../../regime/index.ts'
import { count, paragraph } from '../answer/page.ts'
import { sideBySide } from '../answer/side-by-side.ts'
import { DONE, type ExitCode } from '../exit-code.ts'
import { withExamples } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { withLedger } from './ledger-options.ts'
import { type CharterOptions, readProposals } from './read-proposals.ts'
import { tellRefused } from './refused-entries.ts'

interface NotesOptions extends CharterOptions {
  readonly entry?: string
}

/** How words of entries are read, as releases published it. */
export const addNotes: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('notes')
    .description(
      'How words of entries are read: each note that was released, with its version, since when it holds and whom it binds.',
    )
    .requiredOption('--charter <name>', 'whose rules and members')
    .option('--entry <id>', 'of this entry only, as EU:2B352.h')
  withExamples(
    withLedger(command),
    'regime notes --charter compact --ledger ledger.jsonl',
    'regime notes --charter compact --ledger ledger.jsonl --entry EU:2B352.h --json',
  )
  command.action(async (options: NotesOptions) => finish(await showNotes(options, session)))
}

async function showNotes(options: NotesOptions, session: Session): Promise<ExitCode> {
  const { charter, state, refused, seen } = await readProposals(options, session)
  const notes = notesOf(charter, state, seen).filter(
    ({ entry }) => options.entry === undefined || entry === options.entry,
  )
  if (options.json === true) {
    session.print(JSON.stringify({ at: seen.at, notes }, null, 2))
    return DONE
  }
  const page = { width: session.surroundings.columns, paint: session.paint }
  session.print(
    ...notes.flatMap(({ entry, words, reading, version, state: stands, from, ...note }) => [
      ...paragraph(
        page,
        '',
        `${entry}, note ${version}: ${stands.replaceAll('-', ' ')}, from ${from} (list ${note.release}, ${note.proposal})`,
      ),
      ...sideBySide(page, ['the words', 'read as'], [{ name: '', left: words, right: reading }]),
      ...paragraph(page, '    binds ', note.binds.join(' ')),
    ]),
    session.paint('dim', `${count(notes.length, 'note')} under ${charter.name}, at ${seen.at}.`),
  )
  tellRefused(refused, session)
  return DONE
}
