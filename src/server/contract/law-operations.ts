import { z } from 'zod'
import { operation } from './operation.ts'
import { asOf, cursor, day, digest, jurisdiction, limit, next } from './shapes.ts'

const interval = z.strictObject({
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
})
const standing = z.enum(['in-force', 'suspended', 'not-covered', 'not-in-force'])
const edition = z.strictObject({ edition: z.string(), digest })

const entryLine = z.strictObject({
  id: z.string(),
  jurisdiction: z.string(),
  code: z.string(),
  version: z.string(),
  title: z.string(),
  standing,
  effective: interval,
  mark: z.string(),
  cite: z.string(),
})

export const lawStatus = operation({
  id: 'lawStatus',
  method: 'GET',
  path: '/api/v1/law',
  tag: 'law',
  summary: 'The edition in use, its digest and its size.',
  answer: z.strictObject({
    ...edition.shape,
    engine: z.string(),
    jurisdictions: z.string(),
    entries: z.int(),
    rules: z.int(),
    authorisations: z.int(),
    groups: z.int(),
    latestTextRead: z.string(),
  }),
  examples: [{ name: 'edition', summary: 'Which law answers here' }],
})

export const lawJurisdictions = operation({
  id: 'lawJurisdictions',
  method: 'GET',
  path: '/api/v1/law/jurisdictions',
  tag: 'law',
  summary: 'The legal orders encoded, with what is covered on a day.',
  query: z.strictObject({ asOf: asOf.exactOptional() }),
  answer: z.strictObject({
    asOf: z.string(),
    rulebook: edition,
    jurisdictions: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        authority: z.string(),
        binding: z.boolean(),
        territory: z.array(z.string()),
        entriesInForce: z.int(),
        coverage: z.strictObject({
          complete: z.array(z.string()),
          partly: z.array(z.string()),
          none: z.array(z.string()),
          notes: z.string(),
        }),
      }),
    ),
  }),
  examples: [
    { name: 'today', summary: 'As of today' },
    { name: 'earlier', summary: 'As of a past day', query: { asOf: '2024-10-01' } },
  ],
})

export const lawEntries = operation({
  id: 'lawEntries',
  method: 'GET',
  path: '/api/v1/law/entries',
  tag: 'law',
  summary: 'Entries of the control lists, as they stand on a day.',
  query: z.strictObject({
    asOf: asOf.exactOptional(),
    jurisdiction: jurisdiction.exactOptional(),
    code: z.string().min(1).max(60).exactOptional().meta({ description: 'Codes that begin so.' }),
    limit: limit.default(100),
    cursor: cursor.exactOptional(),
  }),
  answer: z.strictObject({
    asOf: z.string(),
    rulebook: edition,
    entries: z.array(entryLine),
    next,
  }),
  examples: [
    {
      name: 'lithography',
      summary: 'The European entries for lithography, as of a past day',
      query: { asOf: '2026-06-01', jurisdiction: 'EU', code: '3B' },
    },
  ],
})

export const lawEntry = operation({
  id: 'lawEntry',
  method: 'GET',
  path: '/api/v1/law/entries/:jurisdiction/:code',
  tag: 'law',
  summary: 'One entry: its criteria, reasons for control and citation, as of a day.',
  description:
    'Every version that the rulebook holds of the paragraph and of those under it; `standing` says which is in force on the day asked.',
  params: z.strictObject({ jurisdiction, code: z.string().min(1).max(60) }),
  query: z.strictObject({ asOf: asOf.exactOptional() }),
  answer: z.strictObject({
    asOf: z.string(),
    rulebook: edition,
    entries: z.array(
      z.strictObject({
        ...entryLine.shape,
        list: z.string(),
        notes: z.string().exactOptional(),
        family: z.string(),
        criteria: z
          .unknown()
          .meta({ description: 'The tree of comparisons, as in the law folder.' }),
        excluded: z.unknown().optional(),
        reasons: z.array(
          z.strictObject({
            reason: z.string(),
            rule: z.string(),
            when: z.string().exactOptional(),
          }),
        ),
        exceptions: z.array(z.string()),
        related: z.array(z.string()),
        regimeOrigin: z.string().exactOptional(),
        coveredFrom: z.string().exactOptional(),
        published: z.string().exactOptional(),
        textAsOf: z.string().exactOptional(),
        incomplete: z.string().exactOptional(),
        suspended: z.array(interval),
        status: z.string(),
      }),
    ),
  }),
  examples: [
    {
      name: 'accelerator',
      summary: 'Advanced computing, on a day after the text of 2023',
      params: { jurisdiction: 'US', code: '3A090.a' },
      query: { asOf: '2024-01-15' },
    },
  ],
})

export const lawChanges = operation({
  id: 'lawChanges',
  method: 'GET',
  path: '/api/v1/law/changes',
  tag: 'law',
  summary: 'What changed in the law, and when: a feed to follow.',
  description:
    'Entries, rules, authorisations, red flags and groups of countries that begin, end or change after a day. Ask again with the last day you have seen. The feed is of the edition in use: a text that is encoded later appears under its own day, so compare `rulebook.digest` too.',
  query: z.strictObject({
    since: day,
    until: day
      .exactOptional()
      .meta({ description: 'Up to and with this day; today where absent.' }),
    jurisdiction: jurisdiction.exactOptional(),
    limit: limit.default(100),
    cursor: cursor.exactOptional(),
  }),
  answer: z.strictObject({
    since: z.string(),
    until: z.string(),
    rulebook: edition,
    changes: z.array(
      z.strictObject({
        on: z.string(),
        what: z.string(),
        id: z.string(),
        change: z.enum(['added', 'removed', 'changed']),
        fields: z.array(
          z.strictObject({
            field: z.string(),
            before: z.unknown().optional(),
            after: z.unknown().optional(),
          }),
        ),
        cite: z.string(),
      }),
    ),
    next,
  }),
  examples: [
    {
      name: 'autumn',
      summary: 'What the Netherlands changed in the autumn of 2024',
      query: { since: '2024-08-31', until: '2024-10-31', jurisdiction: 'NL' },
    },
  ],
})
