import { z } from 'zod'
import {
  boundedInterval,
  expression,
  interval,
  jurisdictionCode,
  legalDay,
  mark,
  sourced,
  text,
  texts,
} from './law-format-basics.ts'

/** <jurisdiction>/entries/*.yaml, requirements.yaml, authorisations.yaml. */
const standing = {
  effective: interval.default({}),
  coveredFrom: legalDay
    .exactOptional()
    .meta({ description: 'With no effective.from: the day from which the text is known to hold.' }),
  status: text.default('in force'),
}

const entry = z.strictObject({
  code: text,
  version: text.default('current'),
  family: text,
  title: text,
  criteria: expression,
  excluded: expression.exactOptional(),
  reasons: z
    .array(z.strictObject({ reason: text, rule: text, when: text.exactOptional() }))
    .default([]),
  exceptions: texts.default([]),
  related: texts.default([]),
  regimeOrigin: text.exactOptional(),
  ...standing,
  published: legalDay.exactOptional(),
  textAsOf: legalDay.exactOptional(),
  incomplete: text.exactOptional(),
  fallback: z.boolean().default(false),
  suspended: z.array(boundedInterval).default([]),
  ...sourced,
})

export const entriesFile = z.strictObject({
  list: text,
  jurisdiction: jurisdictionCode,
  entries: z.array(entry),
})

const rule = z.strictObject({
  id: text,
  title: text,
  effect: z.enum(['licence-required', 'prohibited', 'relief', 'formality']),
  reach: z.enum(['named', 'general']),
  entries: texts.default([]),
  acts: z
    .array(z.enum(['supply', 'service', 'brokering']))
    .min(1)
    .default(['supply'])
    .meta({
      description:
        'Supplying an item, giving a service on one that stays where it is, or arranging that others supply it.',
    }),
  requires: expression,
  excluded: expression.exactOptional(),
  policy: z.array(z.strictObject({ when: expression.exactOptional(), is: text })).default([]),
  exceptions: texts.default([]),
  ...standing,
  published: legalDay.exactOptional(),
  suspended: z.array(boundedInterval).default([]),
  earlier: z
    .strictObject({
      atMost: expression.meta({
        description: 'Where this is false, no earlier text of the rule reached either.',
      }),
      why: text,
      mark,
    })
    .exactOptional()
    .meta({ description: 'What is known of the texts before coveredFrom, which were not read.' }),
  administered: z
    .array(
      z.strictObject({
        effective: interval.default({}),
        requires: expression,
        what: text,
        ...sourced,
      }),
    )
    .default([]),
  ...sourced,
})

export const requirementsFile = z.strictObject({
  jurisdiction: jurisdictionCode,
  rules: z.array(rule),
})

/** An act owed; with `days`, counted from the export: before it where negative. */
const formality = z.union([
  text.transform((what) => ({ what })),
  z.strictObject({ what: text, days: z.int() }),
])

export const authorisationsFile = z.strictObject({
  jurisdiction: jurisdictionCode,
  authorisations: z
    .array(
      z.strictObject({
        id: text,
        title: text,
        entries: texts.default([]),
        excludedEntries: texts.default([]),
        available: expression,
        equivalentControls: z.boolean().default(false).meta({
          description: 'It looks to whether the destination has the same control in its own law.',
        }),
        conditions: z.array(z.strictObject({ text, met: expression.exactOptional() })).default([]),
        limit: z
          .strictObject({ amount: text.regex(/^\d+$/, { error: 'Digits alone' }), unit: text })
          .exactOptional()
          .meta({
            description: 'Of all that may go by it: no deal that draws more may rely on it.',
          }),
        formalities: z.array(formality).default([]),
        ...standing,
        published: legalDay.exactOptional(),
        ...sourced,
      }),
    )
    .default([]),
  restrictions: z
    .array(
      z
        .strictObject({
          id: text,
          title: text.meta({ description: 'As a condition of use: "Not for …", "Nobody is …".' }),
          only: texts.default([]).meta({ description: 'The authorisations it speaks of.' }),
          spares: texts.default([]).meta({ description: 'Those it leaves alone, of all others.' }),
          bars: expression.meta({ description: 'Where none of them may be used.' }),
          ...standing,
          published: legalDay.exactOptional(),
          ...sourced,
        })
        .refine((one) => one.only.length === 0 || one.spares.length === 0, {
          error: 'A restriction names those it speaks of, or those it spares, not both',
        }),
    )
    .default([])
    .meta({ description: 'What bars authorisations whatever they say themselves.' }),
})
