import { keyIdOf, publicJwkOf, type Verification, verifyCertificate } from '../certificate/index.ts'
import {
  type CertifiedPoint,
  compareCertified,
  type GivenList,
  LawEditions,
  ownEdition,
  RELEASE,
  readSigningKey,
  screenersOf,
} from '../desk/index.ts'
import type { Determination } from '../determination/index.ts'
import { type Digest, unwrap } from '../kernel/index.ts'
import { type Page, paragraph } from './answer/page.ts'
import { verdictWord } from './answer/verdict-words.ts'
import { openEngine } from './engine.ts'
import { DONE, NOT_CLEAR } from './exit-code.ts'
import { givenList } from './given-list.ts'
import { readInput, readInputDocument } from './input/read-input.ts'
import {
  type DataOption,
  dataFolderOf,
  type JsonOption,
  type LawOption,
  withData,
  withExamples,
  withJson,
  withLaw,
} from './options.ts'
import type { CommandAdder, Session } from './session.ts'
import type { Surroundings } from './surroundings.ts'

interface VerifyOptions extends LawOption, DataOption, JsonOption {
  readonly against?: string
  readonly signer?: string
  readonly list: readonly GivenList[]
}

type Genuine = Extract<Verification, { genuine: true }>

export const addVerify: CommandAdder = (program, session, finish) => {
  const command = program
    .command('verify')
    .description('Is a certificate genuine and unchanged? With its transaction: is it right?')
    .argument('<file>', 'a certificate')
    .option('--against <transaction>', 'determine the transaction again and compare')
    .option('--signer <keyid>', 'the key it must be signed with, as sha256:…')
    .option(
      '--list <source:file@day>',
      'with --against: screen against an official file without importing it; repeatable',
      (text: string, before: readonly GivenList[]) => [...before, givenList(text)],
      [],
    )
  withExamples(
    withJson(withLaw(withData(command))),
    'verify order.navicert.json',
    'verify order.navicert.json --against order.yaml',
  )
  command.action(async (file: string, options: VerifyOptions) => {
    const bytes = await readInput(file, session.surroundings)
    const verification = verifyCertificate(bytes)
    const points = [
      ...formPoints(verification),
      ...(verification.genuine ? await contentPoints(verification, options, session) : []),
    ]
    report(verification, points, options, session)
    finish(points.every(({ holds }) => holds) ? DONE : NOT_CLEAR)
  })
}

function formPoints({ checks }: Verification): readonly CertifiedPoint[] {
  return checks.map(({ check, holds, detail }) => ({ what: check, holds, detail }))
}

async function contentPoints(
  verification: Genuine,
  options: VerifyOptions,
  session: Session,
): Promise<readonly CertifiedPoint[]> {
  const { signer, against } = options
  const { keyid } = verification
  const points: CertifiedPoint[] = []
  if (signer !== undefined) {
    const holds = signer === keyid
    points.push({
      what: 'signer',
      holds,
      detail: holds ? keyid : `signed by ${keyid}, not ${signer}`,
    })
  }
  if (against === undefined) return points
  const again = await determineAgain(verification, against, options, session)
  return [...points, ...compareCertified(verification.payload, again)]
}

/** The edition that the certificate was made by, where it is here and no other law is asked for. */
function editionOf(rulebook: Digest, options: VerifyOptions, surroundings: Surroundings) {
  if (options.law !== undefined) return options
  const isIt = (edition: string): boolean =>
    edition.endsWith(rulebook.replace('sha256:', '-').slice(0, EDITION_DIGITS + 1))
  if (isIt(ownEdition() ?? '')) return { ...options, law: RELEASE }
  const here = new LawEditions(dataFolderOf(options, surroundings)).all().find(isIt)
  return here === undefined ? options : { ...options, law: here }
}

/** Of the digest, in the name of an edition. */
const EDITION_DIGITS = 8

/** On the days of the certificate, by the law and the lists at hand. @throws ProblemError */
async function determineAgain(
  { payload: { asOf, knownAt, digests } }: Genuine,
  file: string,
  options: VerifyOptions,
  { surroundings }: Session,
): Promise<Determination> {
  const engine = openEngine(editionOf(digests.rulebook, options, surroundings), surroundings)
  const document = await readInputDocument(file, surroundings)
  const transaction = unwrap(engine.parseTransaction(document.value, document))
  const data = dataFolderOf(options, surroundings)
  const screeners = await screenersOf(engine.lawFolder, data, options.list, surroundings)
  const screener = screeners(asOf, knownAt)
  return unwrap(engine.determiner.determine(transaction, { asOf, knownAt, screener }))
}

function report(
  verification: Verification,
  points: readonly CertifiedPoint[],
  options: VerifyOptions,
  session: Session,
): void {
  const holds = points.every((point) => point.holds)
  if (options.json === true) {
    const { genuine } = verification
    const content = genuine ? { keyid: verification.keyid, payload: verification.payload } : {}
    session.print(JSON.stringify({ holds, genuine, ...content, checks: points }, null, 2))
    return
  }
  const page = { width: session.surroundings.columns, paint: session.paint }
  const word = !verification.genuine ? 'NOT GENUINE' : holds ? 'HOLDS' : 'DOES NOT HOLD'
  session.print(
    session.paint(['bold', holds ? 'green' : 'red'], word),
    ...points.flatMap((point) => pointLines(page, point)),
    ...(verification.genuine ? contentLines(page, verification, options, session) : []),
  )
}

function pointLines(page: Page, { what, holds, detail }: CertifiedPoint): readonly string[] {
  return paragraph(page, `  ${holds ? '✓' : '✗'} `, `${what}: ${detail}`)
}

function contentLines(
  page: Page,
  { payload, keyid }: Genuine,
  options: VerifyOptions,
  { surroundings }: Session,
): readonly string[] {
  const own = readSigningKey(dataFolderOf(options, surroundings))
  const whose =
    own !== undefined && keyIdOf(publicJwkOf(own)) === keyid
      ? 'the key of this data folder'
      : options.signer === undefined
        ? 'whose key it is you must know from elsewhere (--signer holds it to one)'
        : 'the key you named'
  const { verdict, asOf, knownAt, engine, digests } = payload
  return [
    '',
    ...paragraph(
      page,
      '',
      `It certifies: ${verdictWord(verdict)}, by the law of ${asOf} as published by ${knownAt}.`,
    ),
    ...paragraph(page, '', `Signed with ${keyid}: ${whose}.`),
    ...paragraph(
      page,
      '',
      `navicert ${engine.version}; rulebook ${digests.rulebook}; answer ${digests.answer}.`,
    ),
    ...(options.against === undefined
      ? paragraph(page, '', 'Whether the answer is right shows --against with the transaction.')
      : []),
  ]
}
