import { z } from 'zod'
import { expression, interval, sourced, text, texts } from './law-format-basics.ts'

/** characteristics.yaml, circumstances.yaml, kinds.yaml, presumptions.yaml, places.yaml. */
const parameterId = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, {
  error: (issue) => `${JSON.stringify(issue.input)} is not a name of letters, digits and _`,
})

const parameter = z.strictObject({
  type: z.enum([
    'number',
    'boolean',
    'text',
    'set',
    'list',
    'range',
    'kind',
    'place',
    'places',
    'codes',
  ]),
  unit: text.exactOptional().meta({ description: 'Unit of a number; 1 where there is none.' }),
  definition: text,
  pitfall: text.exactOptional(),
  values: z
    .record(text, text)
    .exactOptional()
    .meta({ description: 'The closed vocabulary: each value with its meaning.' }),
  formula: text.exactOptional().meta({ description: 'As 0.25 * wavelength_nm / na_max.' }),
  maxOver: text
    .exactOptional()
    .meta({ description: 'The list parameter over whose records the formula is highest.' }),
  computed: z.boolean().exactOptional(),
  question: text.exactOptional(),
})

export const characteristicsFile = z.strictObject({
  characteristics: z.record(parameterId, parameter),
})

export const circumstancesFile = z.strictObject({
  circumstances: z.record(parameterId, parameter),
})

export const kindsFile = z.strictObject({
  kinds: z.record(
    z.string().regex(/^[a-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*$/, {
      error: (issue) => `${JSON.stringify(issue.input)} is not a dotted kind, as sme.litho.scanner`,
    }),
    z.strictObject({ class: text, definition: text }),
  ),
})

export const presumptionsFile = z.strictObject({
  presumptions: z.array(
    z.strictObject({
      id: text,
      what: text,
      parameters: texts.min(1),
      kinds: texts
        .min(1)
        .exactOptional()
        .meta({ description: 'Only items of these kinds or of kinds below them; absent: any.' }),
      unless: expression.exactOptional(),
      effective: interval.default({}),
      ...sourced,
    }),
  ),
})

export const placesFile = z.strictObject({
  places: z.record(
    z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, {
      error: (issue) =>
        `${JSON.stringify(issue.input)} is not a country (two letters) or region (as UA-43)`,
    }),
    z.strictObject({
      name: text,
      aliases: texts.default([]),
      notes: text.exactOptional(),
    }),
  ),
})
