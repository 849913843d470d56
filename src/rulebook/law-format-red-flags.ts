import { z } from 'zod'
import {
  expression,
  interval,
  jurisdictionCode,
  legalDay,
  sourced,
  text,
  texts,
} from './law-format-basics.ts'

/** red-flags.yaml, shared by all jurisdictions, and <jurisdiction>/red-flags.yaml. */
const flag = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: (issue) => `${JSON.stringify(issue.input)} is not words with hyphens, as payer-unknown`,
  }),
  title: text,
  raises: text.meta({ description: 'What a person must find out, in own words.' }),
  when: expression,
  duty: z
    .strictObject({ what: text, to: text, by: text.exactOptional() })
    .exactOptional()
    .meta({ description: 'What is owed besides, whatever the verdict.' }),
  effective: interval.default({}),
  coveredFrom: legalDay.exactOptional(),
  ...sourced,
})

export const redFlagsFile = z.strictObject({
  jurisdiction: jurisdictionCode.exactOptional(),
  flags: z.array(flag),
  clearance: z
    .strictObject({ mayResolve: texts.min(1), mayNotResolve: texts, ...sourced })
    .exactOptional()
    .meta({ description: 'Whose role may resolve a flag; in the shared file only.' }),
})
