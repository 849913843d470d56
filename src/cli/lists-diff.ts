import { diffSnapshots, findSnapshot, LIST_SOURCES, type SnapshotDelta } from '../lists/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { count, listing, type Page, paragraph } from './answer/page.ts'
import { DONE, NOT_CLEAR } from './exit-code.ts'
import {
  type DataOption,
  dataFolderOf,
  type JsonOption,
  withData,
  withExamples,
  withJson,
} from './options.ts'
import type { CommandAdder } from './session.ts'

type DiffOptions = DataOption & JsonOption

/** What changes between two copies of a list in substance, whatever was printed anew. */
export const addListsDiff: CommandAdder = (lists, session, finish) => {
  const command = lists
    .command('diff')
    .description('What changed between two copies of a list, in substance.')
    .argument('<source>', `one of ${LIST_SOURCES.join(' ')}`)
    .argument('[old]', 'a day or a digest (default: the copy before the newest)', 'before')
    .argument('[new]', 'a day or a digest', 'newest')
  withExamples(
    withJson(withData(command)),
    'lists diff un',
    'lists diff us-bis 2026-07-18 2026-07-23',
  )
  command.action((source: string, old: string, young: string, options: DiffOptions) => {
    const data = dataFolderOf(options, session.surroundings)
    const delta = diffSnapshots(findSnapshot(data, source, old), findSnapshot(data, source, young))
    const page = { width: session.surroundings.columns, paint: session.paint }
    if (options.json === true) session.print(JSON.stringify(delta, null, 2))
    else session.print(...deltaLines(page, delta))
    const { added, removed, changed } = delta
    finish(added.length + removed.length + changed.length === 0 ? DONE : NOT_CLEAR)
  })
}

function deltaLines(page: Page, delta: SnapshotDelta): readonly string[] {
  const { older, newer, added, removed, changed, reworded, same } = delta
  const summary = `${older.snapshot} to ${newer.snapshot}: ${added.length} added, ${removed.length} removed, ${changed.length} changed; ${count(reworded, 'party', 'parties')} printed otherwise and saying the same, ${same.toLocaleString('en')} the same to the letter.`
  return [
    ...paragraph(page, '', summary),
    ...added.flatMap((party) => signed(page, '+', 'green', party)),
    ...removed.flatMap((party) => signed(page, '-', 'red', party)),
    ...changed.flatMap(({ newer: party, fields }) => [
      ...signed(page, '~', 'yellow', party),
      ...fields.flatMap(({ field, gone, come }) => [
        ...gone.flatMap((text) => paragraph(page, `    ${field} - `, text)),
        ...come.flatMap((text) => paragraph(page, `    ${field} + `, text)),
      ]),
    ]),
  ]
}

function signed(
  page: Page,
  sign: string,
  colour: 'green' | 'red' | 'yellow',
  party: ListedParty,
): readonly string[] {
  const about = [
    party.list,
    ...(party.programmes.length === 0 ? [] : [listing(party.programmes)]),
    ...(party.from === undefined ? [] : [`from ${party.from}`]),
  ]
  const text = `${party.name} (${about.join('; ')})`
  return paragraph(page, `${sign} `, text, `${page.paint(colour, sign)} `)
}
