import { z } from 'zod'
import {
  interval,
  jurisdictionCode,
  legalDay,
  mustBeOrdered,
  sourced,
  text,
  texts,
} from './law-format-basics.ts'

/** <jurisdiction>/jurisdiction.yaml and <jurisdiction>/groups.yaml. */
const since = z
  .union([legalDay, interval], { error: 'Neither a day (YYYY-MM-DD) nor an interval {from, to}' })
  .meta({ description: 'A day, or an interval.' })

export const jurisdictionFile = z.strictObject({
  jurisdiction: jurisdictionCode,
  name: text,
  authority: text,
  territory: texts,
  binding: z.boolean(),
  unlisted: text
    .exactOptional()
    .meta({ description: 'What it calls an item that is on none of its entries, as EAR99.' }),
  catchAll: texts.exactOptional().meta({
    description:
      'Items of its list that catch what is on no other: a claim of one says that nothing else lists the item.',
  }),
  coverage: z.strictObject({
    setAside: text,
    notes: text,
    complete: z.record(text, since),
    partly: z.record(text, since),
    none: texts,
    undecidable: texts,
  }),
})

const group = z.strictObject({
  label: text.exactOptional(),
  effective: interval
    .default({})
    .meta({ description: 'Days on which the group exists; outside them nobody is in it.' }),
  coveredFrom: legalDay
    .exactOptional()
    .meta({ description: 'The day from which its members are known.' }),
  members: texts,
  without: texts
    .default([])
    .meta({ description: 'Regions of its members that are not in it, as FR-OT.' }),
  ...sourced,
})

const ends = { from: legalDay.exactOptional(), to: legalDay.exactOptional() }

export const groupsFile = z.strictObject({
  jurisdiction: jurisdictionCode.exactOptional(),
  groups: z.record(text, group),
  moves: z
    .array(
      z
        .strictObject({
          country: text,
          group: text,
          ...ends,
          published: legalDay.exactOptional(),
          ...sourced,
        })
        .superRefine(mustBeOrdered)
        .refine((move) => move.from !== undefined || move.to !== undefined, {
          error: 'A move has a day: from, to or both',
        }),
    )
    .default([]),
  held: z
    .array(
      z
        .strictObject({ country: text, groups: texts.min(1), ...ends, ...sourced })
        .superRefine(mustBeOrdered),
    )
    .default([]),
  treated: z
    .array(
      z.strictObject({ country: text, as: text, ...ends, ...sourced }).superRefine(mustBeOrdered),
    )
    .default([]),
})
