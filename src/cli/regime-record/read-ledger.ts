import { z } from 'zod'
import { entriesBy, type Line, linesOf, unreadableLine } from '../../desk/index.ts'
import {
  type Digest,
  digestOf,
  type LegalDate,
  type Problem,
  ProblemError,
  parseShape,
  type Result,
  readJson,
} from '../../kernel/index.ts'
import type { LedgerEntry } from '../../regime/index.ts'
import { inFile } from '../input/placed.ts'
import { readChunks } from '../input/read-lines.ts'
import type { Surroundings } from '../surroundings.ts'

const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, { error: 'A digest is sha256: and 64 hexadecimal digits' })
  .transform((value) => value as Digest)

const time = z.iso.datetime({ error: 'A time is written in UTC, as 2027-02-01T09:00:00Z' })

const line = z.strictObject({
  member: z.string().min(1),
  sequence: z.int().nonnegative().exactOptional(),
  digest: digest.exactOptional(),
  type: z.string().min(1),
  createdAt: time,
  witnessedAt: time.exactOptional(),
  officerRole: z.string().exactOptional(),
  references: z.array(digest).default([]),
  supersedes: digest.exactOptional(),
  body: z.unknown().exactOptional(),
  disputed: z.literal(true).exactOptional(),
})

/**
 * Verified entries of members' logs from JSON lines, an entry a line. Where a line says neither its place in
 * its log nor its digest, as in one written by hand, they are those of the line.
 * @throws ProblemError with every line that is no entry
 */
export async function readLedger(
  files: readonly string[],
  surroundings: Surroundings,
  on?: LegalDate,
): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  const problems: Problem[] = []
  const lengths = new Map<string, number>()
  for (const file of files)
    await inFile(file, async () => {
      for await (const lines of linesOf(readChunks(file, surroundings)))
        for (const one of lines) {
          const read = readLine(one)
          if (read.ok) entries.push(placed(read.value, lengths))
          else problems.push(...read.problems.map((problem) => at(problem, file, one.number)))
        }
    })
  if (problems.length > 0) throw new ProblemError(...problems.slice(0, 20))
  return on === undefined ? entries : entriesBy(entries, on)
}

function readLine(one: Line): Result<z.output<typeof line>> {
  if (!('text' in one)) throw unreadableLine(one)
  const value = readJson(one.text)
  return value.ok ? parseShape(line, value.value) : value
}

function at(problem: Problem, file: string, number: number): Problem {
  return { ...problem, where: { file, line: number } }
}

function placed(said: z.output<typeof line>, lengths: Map<string, number>): LedgerEntry {
  const sequence = said.sequence ?? lengths.get(said.member) ?? 0
  lengths.set(said.member, Math.max(sequence + 1, lengths.get(said.member) ?? 0))
  return { ...said, sequence, digest: said.digest ?? digestOf({ ...said, sequence }) }
}
