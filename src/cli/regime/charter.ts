import { resolve } from 'node:path'
import { charterNamed } from '../../desk/index.ts'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import { charterDigest, foundingMembers, parseCharter } from '../../regime/index.ts'
import { openRulebook } from '../engine.ts'
import { DONE } from '../exit-code.ts'
import { readInput, textOf } from '../input/read-input.ts'
import {
  day,
  type JsonOption,
  type LawOption,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import type { CommandAdder } from '../session.ts'
import { charterPage, charterRow } from './charter-page.ts'
import { chartersOf } from './charters-of.ts'

interface CharterOptions extends LawOption, JsonOption {
  readonly asOf?: LegalDate
}

export const addCharter: CommandAdder = (regime, session, finish) => {
  const charter = regime
    .command('charter')
    .description('The charters of regimes: members, voting rules, terms.')
  for (const add of [addList, addShow, addCheck]) add(charter, session, finish)
}

const addList: CommandAdder = (charter, session, finish) => {
  const command = charter.command('list').description('The charters of the law folder.')
  withExamples(withJson(withLaw(command)), 'regime charter list')
  command.action((options: CharterOptions) => {
    const { surroundings, paint } = session
    const charters = chartersOf(options, surroundings)
    if (options.json === true) {
      const rows = charters.map((one) => ({
        charter: one.charter,
        name: one.name,
        standing: one.standing,
        members: foundingMembers(one, surroundings.today).map(({ code }) => code),
        digest: charterDigest(one),
      }))
      session.print(JSON.stringify(rows, null, 2))
    } else {
      const page = { width: surroundings.columns, paint }
      session.print(...charters.flatMap((one) => charterRow(page, one, surroundings.today)))
    }
    finish(DONE)
  })
}

const addShow: CommandAdder = (charter, session, finish) => {
  const command = charter
    .command('show')
    .description(
      'Members, makers of each technology, how each matter is decided, terms, experience.',
    )
    .argument('<charter>', 'as wassenaar or compact')
    .option('--as-of <day>', 'members of a day (default: today)', day)
  withExamples(
    withJson(withLaw(command)),
    'regime charter show compact',
    'regime charter show wassenaar --as-of 2017-12-07',
  )
  command.action((name: string, options: CharterOptions) => {
    const { surroundings, paint } = session
    const found = charterNamed(chartersOf(options, surroundings), name)
    const page = { width: surroundings.columns, paint }
    if (options.json === true)
      session.print(JSON.stringify({ ...found, digest: charterDigest(found) }, null, 2))
    else session.print(...charterPage(page, found, options.asOf ?? surroundings.today))
    finish(DONE)
  })
}

const addCheck: CommandAdder = (charter, session, finish) => {
  const command = charter
    .command('check')
    .description(
      'Whether a charter file can be read and fits itself and the law, by file and line.',
    )
    .argument('<file...>', 'charters as YAML')
  withExamples(withLaw(command), 'regime charter check law/charters/compact.yaml')
  command.action(async (files: readonly string[], options: LawOption) => {
    const { surroundings } = session
    const rulebook = openRulebook(options, surroundings)
    const words = { places: new Set(rulebook.places.keys()), kinds: new Set(rulebook.kinds.keys()) }
    for (const file of files) {
      const text = textOf(await readInput(file, surroundings), file)
      const path = file === '-' ? file : resolve(surroundings.workingDirectory, file)
      const read = unwrap(parseCharter({ path, text }, words))
      session.print(
        `${file}: ${read.charter}, ${read.members.states.length} members, ${read.rules.length} rules for ${read.matters.length} matters: no fault found.`,
      )
    }
    finish(DONE)
  })
}
