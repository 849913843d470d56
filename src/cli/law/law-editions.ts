import {
  fetchEdition,
  type Installed,
  LawEditions,
  nameOf,
  OWN_LAW,
  openRulebook as openFolder,
  type Publisher,
  readPublisher,
  signEdition,
} from '../../desk/index.ts'
import { ProblemError, unwrap } from '../../kernel/index.ts'
import { readLawFiles } from '../../rulebook/index.ts'
import { openRulebook } from '../engine.ts'
import { readKeyFile } from '../exchange/keys.ts'
import { DONE, FAILED } from '../exit-code.ts'
import { readInput } from '../input/read-input.ts'
import {
  type DataOption,
  dataFolderOf,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import { printProblems } from '../output/print-problems.ts'
import { writeWholeFile } from '../output/whole-file.ts'
import type { CommandAdder, Session } from '../session.ts'

interface PublisherOption extends DataOption, JsonOption {
  readonly publisher?: string
}

/** Editions of the law: signed by who publishes them, taken in by who applies them, kept side by side. */
export const addLawEditions: CommandAdder = (law, session, finish) => {
  const publish = law
    .command('publish')
    .description('Writes the law as one signed edition, for others to import.')
    .argument('<out>', 'where the edition goes; packed where the name ends in .gz')
    .requiredOption('--key <file>', 'private key of the publisher (navicert regime key makes one)')
  withExamples(withLaw(publish), 'law publish edition.json.gz --key publisher.pem --law ./law')
  publish.action(async (out: string, options: LawOption & { readonly key: string }) => {
    const folder = lawFolderOf(options, session.surroundings)
    const { edition, digest } = openRulebook(options, session.surroundings)
    const key = await readKeyFile(options.key, session.surroundings)
    const signed = signEdition({ edition, digest, files: readLawFiles(folder) }, key)
    await writeWholeFile(out, signed, session.surroundings)
    session.print(`Edition ${edition}, signed: ${out}.`, `Digest: ${digest}`)
    finish(DONE)
  })

  const take = law
    .command('import')
    .description('Takes in a signed edition; in use from now on where none that is here is newer.')
    .argument('<file>', 'as navicert law publish wrote it')
    .option('--publisher <key>', 'public key of a publisher, named once')
  withExamples(
    withJson(withData(take)),
    'law import edition.json.gz --publisher "$(cat publisher.pub)"',
    'law import edition.json.gz',
  )
  take.action(async (file: string, options: PublisherOption) => {
    const bytes = await readInput(file, session.surroundings)
    const publisher = publisherOf(options)
    report(
      inFile(file, () => editionsOf(options, session).install(bytes, own(), publisher)),
      options,
      session,
    )
    finish(DONE)
  })

  const use = law
    .command('use')
    .description(
      'Puts an edition that is here in use, or that of the release, until a newer one than all that are here comes.',
    )
    .argument('<edition>', 'its name, or release')
  withExamples(withData(use), 'law use 2026-09-24-c8244822', 'law use release')
  use.action((edition: string, options: DataOption) => {
    editionsOf(options, session).use(edition)
    session.print(`In use: ${edition}.`)
    finish(DONE)
  })
  addUpdate(law, session, finish)
}

const addUpdate: CommandAdder = (law, session, finish) => {
  const update = law
    .command('update')
    .description('Fetches the newest editions of the publishers named, where they have changed.')
    .option('--from <url>', 'where a publisher puts the newest edition; kept')
    .option('--publisher <key>', 'public key of that publisher')
  withExamples(
    withJson(withData(update)),
    'law update --from https://regime.example/edition.json.gz --publisher "$(cat publisher.pub)"',
    'law update',
  )
  update.action(async (options: PublisherOption & { readonly from?: string }) => {
    const editions = editionsOf(options, session)
    const named = namedPublisher(options)
    const asked = named === undefined ? editions.publishers : [named]
    const offering = asked.flatMap((one) =>
      one.from === undefined ? [] : [{ ...one, from: one.from }],
    )
    if (offering.length === 0) throw new ProblemError(NOWHERE)
    let failed = false
    for (const publisher of offering) {
      failed = !(await updateFrom(publisher, editions, options, session)) || failed
    }
    finish(failed ? FAILED : DONE)
  })
}

/** One that fails does not hold up the others, and what is here stays. */
async function updateFrom(
  publisher: Publisher & { readonly from: string },
  editions: LawEditions,
  options: PublisherOption,
  session: Session,
): Promise<boolean> {
  const { surroundings } = session
  try {
    const fetched = await fetchEdition(
      publisher,
      (url, request) => fetch(url, request),
      surroundings.interrupted,
    )
    if (fetched === undefined) {
      if (options.json === true)
        session.print(JSON.stringify({ state: 'unchanged', from: publisher.from }))
      else session.print(`${publisher.from}: nothing newer.`)
      return true
    }
    report(editions.install(fetched.bytes, own(), fetched.publisher), options, session)
    return true
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    surroundings.stderr.write(printProblems(error.problems))
    return false
  }
}

function editionsOf(options: DataOption, { surroundings }: Session): LawEditions {
  return new LawEditions(dataFolderOf(options, surroundings))
}

function own(): string {
  return openFolder(OWN_LAW).edition
}

/** @throws ProblemError where it is no key */
function publisherOf({ publisher }: PublisherOption): Publisher | undefined {
  if (publisher === undefined) return undefined
  const key = publisher.trim()
  unwrap(readPublisher(key))
  return { key }
}

function namedPublisher(options: PublisherOption & { readonly from?: string }) {
  const publisher = publisherOf(options)
  const { from } = options
  if ((publisher === undefined) !== (from === undefined)) throw new ProblemError(BOTH)
  return publisher === undefined || from === undefined ? undefined : { ...publisher, from }
}

/** What is wrong with an edition is told with the file that it came in. @throws ProblemError */
function inFile<T>(file: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new ProblemError(
      ...error.problems.map((problem) => ({ ...problem, where: problem.where ?? { file } })),
    )
  }
}

function report(installed: Installed, options: JsonOption, { print }: Session): void {
  const { edition, inUse } = installed
  if (options.json === true) print(JSON.stringify(installed, null, 2))
  else if (edition === inUse) print(`In use: ${edition}.`)
  else {
    print(
      `Kept: ${edition}. In use stays ${inUse}; --law ${edition} applies the other for one command, navicert law use puts it in use.`,
    )
  }
}

/** For `law status`: what is here beside the release's own. */
export function editionsHere(options: DataOption, session: Session) {
  const editions = editionsOf(options, session)
  return {
    editions: editions.all(),
    publishers: editions.publishers.map((one) => ({
      publisher: nameOf(one),
      ...(one.from === undefined ? {} : { from: one.from }),
    })),
  }
}

const NOWHERE = {
  code: 'law.no-publisher',
  detail: 'No publisher is named here that offers editions at an address.',
  remedy: 'Name one: navicert law update --from URL --publisher KEY.',
}
const BOTH = {
  code: 'law.half-named',
  detail: 'A publisher is named by an address and a key, and one of them is missing.',
  remedy: 'Give --from and --publisher together, or neither.',
}
