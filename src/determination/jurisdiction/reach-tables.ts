import { z } from 'zod'
import { parseShape, type Result, unwrap } from '../../kernel/index.ts'
import type { Expression, Rulebook } from '../../rulebook/index.ts'
import { legalInterval, text } from '../table-format.ts'

/**
 * The tables by which a seat reaches what was made abroad: `<jurisdiction>/de-minimis` (what is in it)
 * and `<jurisdiction>/direct-product` (what made it). Where a seat has none, only its nexus table speaks.
 */
const expression = z
  .custom<Expression>((value) => typeof value === 'object' && value !== null)
  .meta({ description: 'Over the circumstances.' })
const texts = z.array(text).min(1)
const day = legalInterval.shape.from

/** Of a list, as patterns of codes; each part that is absent asks nothing. */
const product = z.strictObject({
  entries: texts.exactOptional(),
  except: texts.exactOptional(),
  perhaps: texts
    .exactOptional()
    .meta({ description: 'Entries of which a part is in scope that nothing here tells apart.' }),
  reasons: texts
    .exactOptional()
    .meta({ description: 'On an entry with one of these reasons for control.' }),
  kinds: texts.exactOptional(),
  classes: texts.exactOptional().meta({ description: 'Classes of law/kinds.yaml.' }),
  unread: text
    .exactOptional()
    .meta({ description: 'What else is in scope and not held: what is not in it stays open.' }),
})

const dated = {
  effective: legalInterval.default({}),
  coveredFrom: day,
  suspended: z.array(legalInterval).default([]),
  dateCite: text.exactOptional(),
  dateMark: text.exactOptional(),
  cite: text,
  mark: text,
  notes: text.exactOptional(),
}

const level = z.strictObject({
  id: text,
  percent: z.number().min(0).max(100),
  inclusive: z.boolean().default(false).meta({ description: 'Exactly so much is already above.' }),
  when: expression.exactOptional().meta({ description: 'The first level that applies counts.' }),
  what: text,
})

const zeroCase = z.strictObject({
  id: text,
  what: text,
  product: product.default({}),
  when: expression.exactOptional(),
  content: product.default({}).meta({
    description: 'The content from the territory that is enough; any controlled, if empty.',
  }),
  releases: z
    .array(
      z.strictObject({
        when: expression,
        effective: legalInterval,
        cite: text,
        mark: text,
      }),
    )
    .default([]),
  ...dated,
})

const deMinimisTable = z.strictObject({
  subjectThrough: text.meta({ description: 'Value of subject_through above a level.' }),
  controlledBy: texts.meta({
    description: 'Beginnings of the ids of rules by which content counts as controlled.',
  }),
  counts: product
    .exactOptional()
    .meta({ description: 'Only such content counts; any controlled, if absent.' }),
  levels: z.array(level).min(1),
  zero: z.array(zeroCase).default([]),
  report: z
    .strictObject({ classes: texts, what: text, cite: text, mark: text })
    .exactOptional()
    .meta({
      description: 'What is owed before a level is relied upon, for items of these classes.',
    }),
  cite: text,
  mark: text,
  notes: text.exactOptional(),
})

const limb = z.strictObject({
  what: text,
  by: z.array(z.enum(['technology', 'software', 'plant-equipment'])).min(1),
  entries: texts.exactOptional(),
  reasons: texts.exactOptional(),
  equipment: texts
    .exactOptional()
    .meta({ description: 'Codes of equipment that is itself such a product.' }),
  contained: product
    .exactOptional()
    .meta({ description: 'The limb speaks of a piece of the content, at any depth.' }),
  presumed: z
    .strictObject({ what: text, cite: text, mark: text })
    .exactOptional()
    .meta({ description: 'How it is read of a worked case that says nothing of it.' }),
})

const directProductRule = z.strictObject({
  id: text,
  name: text,
  product: product.default({}),
  when: expression.exactOptional(),
  made: z.array(limb).min(1),
  ...dated,
})

const directProductTable = z.strictObject({ rules: z.array(directProductRule) })

export type ProductScope = z.output<typeof product>
export type DeMinimisTable = z.output<typeof deMinimisTable>
export type ZeroCase = DeMinimisTable['zero'][number]
export type DirectProductRule = z.output<typeof directProductRule>
export type Limb = DirectProductRule['made'][number]
export type InputKind = Limb['by'][number]

/** @throws ProblemError where the table has another shape */
export function deMinimisOf(rulebook: Rulebook, jurisdiction: string): DeMinimisTable | undefined {
  return read(rulebook, `${jurisdiction.toLowerCase()}/de-minimis`, (value) =>
    parseShape(deMinimisTable, value),
  )
}

/** @throws ProblemError where the table has another shape */
export function directProductOf(
  rulebook: Rulebook,
  jurisdiction: string,
): readonly DirectProductRule[] {
  const found = read(rulebook, `${jurisdiction.toLowerCase()}/direct-product`, (value) =>
    parseShape(directProductTable, value),
  )
  return found?.rules ?? []
}

/** Both tables as they stand in `law/`. */
export function reachTablesOf({ tables }: Rulebook, jurisdiction: string): readonly object[] {
  const folder = jurisdiction.toLowerCase()
  const found = [tables.get(`${folder}/de-minimis`), tables.get(`${folder}/direct-product`)]
  return found.filter((table) => typeof table === 'object' && table !== null)
}

/** Every criterion over the circumstances of a deal by which a seat reaches what was made abroad. */
export function reachCriteria(
  rulebook: Rulebook,
  jurisdiction: string,
): readonly (Expression | undefined)[] {
  const { levels = [], zero = [] } = deMinimisOf(rulebook, jurisdiction) ?? {}
  return [
    ...levels.map(({ when }) => when),
    ...zero.flatMap(({ when, releases }) => [when, ...releases.map((one) => one.when)]),
    ...directProductOf(rulebook, jurisdiction).map(({ when }) => when),
  ]
}

function read<T>(
  rulebook: Rulebook,
  name: string,
  parse: (value: unknown) => Result<T>,
): T | undefined {
  const table = rulebook.tables.get(name)
  return table === undefined ? undefined : unwrap(parse(table))
}
