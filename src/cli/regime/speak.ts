import { z } from 'zod'
import { charterNamed } from '../../desk/index.ts'
import { append, type ExchangeNode, judgeAll, officerProblems } from '../../exchange/index.ts'
import { type Digest, digestOf, ProblemError, unwrap } from '../../kernel/index.ts'
import {
  type Charter,
  type LedgerEntry,
  type ProposalsState,
  proposalsSubject,
  readSubject,
} from '../../regime/index.ts'
import { paragraph } from '../answer/page.ts'
import { inFileAll, readKeyFile } from '../exchange/keys.ts'
import { inNode, type NodeOptions } from '../exchange/node-folder.ts'
import { DONE, type ExitCode } from '../exit-code.ts'
import type { JsonOption } from '../options.ts'
import type { Session } from '../session.ts'
import { chartersOf } from './charters-of.ts'

export interface SpeakOptions extends NodeOptions, JsonOption {
  readonly charter: string
  readonly officer: string
  readonly show?: true
}

/** What a delegate says, made of what the record holds now. */
export interface Speech {
  readonly type: string
  readonly body: object
  /** Proposals and releases that it speaks of, by id: it is never read before them. */
  readonly about: readonly string[]
  /** What is signed, in words, shown before it is. */
  readonly says: readonly string[]
}

export interface Record {
  readonly charter: Charter
  readonly state: ProposalsState
  readonly at: string
}

/**
 * Says something in the own log under a charter, signed by the officer. It is held against the record first: what
 * would count for nothing is not signed, and with `--show` nothing is. @throws ProblemError
 */
export async function speak(
  options: SpeakOptions,
  session: Session,
  make: (record: Record) => Speech,
): Promise<ExitCode> {
  const { surroundings, print } = session
  const charter = charterNamed(chartersOf(options, surroundings), options.charter)
  const officer = await readKeyFile(options.officer, surroundings)
  const done = await inNode(options, surroundings, async (node) => {
    const { at, ...speech } = await prepared(node, charter, make)
    const barred = officerProblems(node, speech.type, officer)
    if (barred.length > 0) throw new ProblemError(...inFileAll(barred, options.officer))
    const page = { width: surroundings.columns, paint: session.paint }
    if (options.json !== true) print(...speech.says.flatMap((line) => paragraph(page, '  ', line)))
    if (options.show === true) return { ...speech, sequence: undefined }
    const draft = {
      ...{ id: crypto.randomUUID(), type: speech.type, schema: `${speech.type}/1` },
      ...{ createdAt: at, body: speech.body, refs: speech.references },
    }
    return { ...speech, sequence: unwrap(append(node, draft, officer)).sequence }
  })
  const { type, body, sequence } = done
  if (options.json === true) print(JSON.stringify({ type, body, sequence: sequence ?? null }))
  else if (sequence === undefined) print('Nothing was signed.')
  else
    print(
      `Signed: entry ${sequence} of the own log. It counts when witnesses have seen it (log sync).`,
    )
  return DONE
}

/** What would be signed now, held against the record. @throws ProblemError where it would count for nothing */
export async function prepared(
  node: ExchangeNode,
  charter: Charter,
  make: (record: Record) => Speech,
): Promise<Speech & { readonly at: string; readonly references: readonly Digest[] }> {
  const at = new Date(node.now()).toISOString()
  const entries = await entriesOf(node, proposalsSubject(charter).types)
  const { state } = readSubject(proposalsSubject(charter), entries)
  const speech = make({ charter, state, at })
  const references = entriesAbout(entries, speech.about)
  requireEffect(node, charter, entries, { ...speech, at, references })
  return { ...speech, at, references }
}

/** Of all that counts only what is asked for is held: the rest may be millions. */
async function entriesOf(
  node: ExchangeNode,
  types: readonly string[],
): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for await (const judged of judgeAll(node))
    if (!('problems' in judged) && types.includes(judged.type)) entries.push(judged)
  return entries
}

const SHAPE = z.looseObject({
  content: z.looseObject({ proposal: z.string() }).optional(),
  version: z.string().optional(),
})

/** The last text of each proposal and the release of each version: witnesses may see an answer in the same second. */
function entriesAbout(
  entries: readonly LedgerEntry[],
  about: readonly string[],
): readonly Digest[] {
  const last = new Map<string, Digest>()
  for (const { type, body, digest } of entries) {
    if (!type.startsWith('list.')) continue
    const shaped = SHAPE.safeParse(body)
    const id = shaped.success ? (shaped.data.content?.proposal ?? shaped.data.version) : undefined
    if (id !== undefined && about.includes(id)) last.set(id, digest)
  }
  return [...new Set(last.values())]
}

/** As if witnesses saw it now: what is refused then would be refused later. */
function requireEffect(
  node: ExchangeNode,
  charter: Charter,
  entries: readonly LedgerEntry[],
  { type, body, at, references }: Speech & { at: string; references: readonly Digest[] },
): void {
  const trial: LedgerEntry = {
    ...{ member: node.member, sequence: node.log(node.member).size, type, body },
    ...{ createdAt: at, witnessedAt: at, references },
    digest: digestOf({ trial: body }),
  }
  const { refused } = readSubject(proposalsSubject(charter), [...entries, trial])
  const found = refused.find(({ entry }) => entry.digest === trial.digest)
  if (found !== undefined) throw new ProblemError(...found.problems)
}
