import { z } from 'zod'
import {
  fail,
  type LegalDate,
  ok,
  parseShape,
  type Result,
  readDocument,
  unwrap,
} from '../kernel/index.ts'
import { jurisdictionCode, legalDay, text, texts } from './law-format-basics.ts'
import { LawProblems } from './law-problems.ts'
import type { LawFile } from './parse-law.ts'

/** <jurisdiction>/cases/*.yaml: facts in, finding out. What runs them stands above this room. */
const perJurisdiction = <T extends z.ZodType>(value: T) => z.record(jurisdictionCode, value)

/** An item or a transaction as in a transaction file; read by the rooms that know its shape. */
const stated = z.record(z.string(), z.unknown())
const truth = z.union([z.boolean(), z.literal('unknown')], {
  error: 'Neither true, false nor unknown',
})

const expectation = z
  .strictObject({
    entries: perJurisdiction(texts)
      .exactOptional()
      .meta({ description: 'Codes that hold, or one above them; [] where none holds or is open.' }),
    undecided: perJurisdiction(texts).exactOptional(),
    licence: perJurisdiction(truth)
      .exactOptional()
      .meta({ description: 'Whether the text requires a licence.' }),
    asAdministered: perJurisdiction(truth).exactOptional(),
    rules: perJurisdiction(texts).exactOptional(),
    notRules: perJurisdiction(texts).exactOptional().meta({
      description: 'Rules that do not hold, though all but one of their conditions may be met.',
    }),
    administered: perJurisdiction(z.record(text, z.union([truth, z.literal('as written')])))
      .exactOptional()
      .meta({ description: 'What a rule says as the authority applies it.' }),
    undecidedRules: perJurisdiction(texts)
      .exactOptional()
      .meta({ description: 'Rules that stay open.' }),
    authorisations: perJurisdiction(texts)
      .exactOptional()
      .meta({ description: 'Offered: usable, or open; [] where none is.' }),
    exceptions: perJurisdiction(z.record(text, truth))
      .exactOptional()
      .meta({ description: 'Whether each can be used; one that is not offered cannot.' }),
    nexus: perJurisdiction(z.record(text, z.union([truth, texts])))
      .exactOptional()
      .meta({
        description:
          'How the jurisdiction holds it, by kind: a truth, or the rules through which it does.',
      }),
    missing: texts.exactOptional(),
    contradiction: z.boolean().exactOptional(),
    redFlags: texts.exactOptional().meta({
      description: 'Ids of rules whose flag is open, and of no others; [] where none is.',
    }),
    resolvedFlags: texts.exactOptional().meta({
      description: 'Ids of rules whose flag is raised and resolved.',
    }),
    verdict: z
      .enum([
        'prohibited',
        'licence-required',
        'hold',
        'undetermined',
        'clear-with-conditions',
        'clear',
      ])
      .exactOptional(),
  })
  .refine((expect) => Object.keys(expect).length > 0, {
    error: 'Nothing is expected, so the case could not fail',
  })

const lawCase = z
  .strictObject({
    id: text,
    what: text,
    asOf: legalDay,
    knownAt: legalDay.exactOptional(),
    item: stated.exactOptional(),
    transaction: stated.exactOptional(),
    expect: expectation,
    source: text,
  })
  .refine((one) => one.item !== undefined || one.transaction !== undefined, {
    error: 'A case has an item, a transaction or both',
  })

export const casesFile = z.strictObject({ cases: z.array(lawCase) })

export type LawExpectation = z.output<typeof expectation>

/** A case beside the rules, with the file it stands in. */
export interface LawCase {
  readonly id: string
  readonly what: string
  readonly asOf: LegalDate
  readonly knownAt?: LegalDate
  readonly item?: Readonly<Record<string, unknown>>
  readonly transaction?: Readonly<Record<string, unknown>>
  readonly expect: LawExpectation
  readonly source: string
  readonly file: string
}

/** All cases of the files, or all that is wrong with them. An id stands once in all. */
export function parseLawCases(files: readonly LawFile[]): Result<readonly LawCase[]> {
  const problems = new LawProblems()
  const cases: LawCase[] = []
  const ids = new Set<string>()
  for (const file of files) {
    const document = readDocument(file.text, file.path)
    const content = document.ok
      ? parseShape(casesFile, document.value.value, document.value)
      : document
    if (!content.ok) {
      problems.add(...content.problems)
      continue
    }
    content.value.cases.forEach((one, index) => {
      const origin = { document: unwrap(document), path: ['cases', index] }
      const piece = problems.register({ ...one, file: file.path }, origin)
      if (ids.has(one.id)) problems.at(piece, ['id'], duplicate(one.id))
      ids.add(one.id)
      cases.push(piece)
    })
  }
  return problems.found.length > 0 ? fail(...problems.found) : ok(cases)
}

function duplicate(id: string): { code: string; detail: string; remedy: string } {
  return {
    code: 'law.duplicate',
    detail: `Two cases are called ${JSON.stringify(id)}.`,
    remedy: 'Give one of them another id.',
  }
}
