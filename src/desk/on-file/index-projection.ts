import type { Kysely } from 'kysely'
import { KINDS, type Kind } from '../../on-file/index.ts'
import type { Projection, RecordedEvent } from '../../storage/index.ts'

/** What is known of something on file without opening what is sealed. */
export interface FiledRow {
  readonly kind: Kind
  readonly ref: string
  /** Of its stream. */
  readonly version: number
  readonly is_open: boolean
  /** Nothing of it can be read any more. */
  readonly is_erased: boolean
  readonly filed_on: string
  /** Where in the record it stands as it is stated now, and as it was answered last. */
  readonly filed_at: number
  readonly answered_at: number | null
  readonly answered_on: string | null
  /** The last answer in a word. */
  readonly standing: string | null
  /** Whose law the last answer is by, with spaces between. */
  readonly holds: string | null
}

interface UseRow {
  readonly kind: Kind
  readonly ref: string
  readonly used_kind: Kind
  readonly used_ref: string
}

interface RunRow {
  readonly run: number
  readonly is_done: boolean
}

export interface OnFileViews {
  readonly on_file: FiledRow
  readonly on_file_uses: UseRow
  readonly rechecks: RunRow
}

type Uses = readonly (readonly [Kind, string])[]
interface Body {
  readonly ref: string
  readonly on: string
  readonly uses?: Uses
  readonly standing?: string | null
  readonly holds?: string | null
}

/** An index of what is on file: which there are, where they stand in the record, what names what, which runs were. */
export const ON_FILE: Projection<OnFileViews> = {
  name: 'on-file',
  version: 1,
  tables: ['on_file', 'on_file_uses', 'rechecks'],
  async create(views) {
    await views.schema
      .createTable('on_file')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('ref', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('is_open', 'boolean', (column) => column.notNull())
      .addColumn('is_erased', 'boolean', (column) => column.notNull())
      .addColumn('filed_on', 'text', (column) => column.notNull())
      .addColumn('filed_at', 'bigint', (column) => column.notNull())
      .addColumn('answered_at', 'bigint')
      .addColumn('answered_on', 'text')
      .addColumn('standing', 'text')
      .addColumn('holds', 'text')
      .addPrimaryKeyConstraint('on_file_key', ['kind', 'ref'])
      .execute()
    await views.schema
      .createTable('on_file_uses')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('ref', 'text', (column) => column.notNull())
      .addColumn('used_kind', 'text', (column) => column.notNull())
      .addColumn('used_ref', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('on_file_uses_key', ['kind', 'ref', 'used_kind', 'used_ref'])
      .execute()
    await views.schema
      .createTable('rechecks')
      .addColumn('run', 'integer', (column) => column.primaryKey())
      .addColumn('is_done', 'boolean', (column) => column.notNull())
      .execute()
  },
  apply: (event, views) => takeIn([event], views),
  applyAll: takeIn,
}

/** What of a kind happened, by the type of its event: `order-filed`. */
export function typeOf(kind: Kind, happened: string): string {
  return `${kind}-${happened}`
}

function kindOf(type: string): readonly [Kind, string] | undefined {
  const at = type.indexOf('-')
  const kind = KINDS.find((one) => one === type.slice(0, at))
  return kind === undefined ? undefined : [kind, type.slice(at + 1)]
}

async function takeIn(events: readonly RecordedEvent[], views: Kysely<OnFileViews>): Promise<void> {
  await takeRuns(events, views)
  const own = events.flatMap((event) => {
    const of = kindOf(event.type)
    const isOwn = of !== undefined && event.stream.startsWith(`${of[0]}:`)
    return isOwn ? [{ event, kind: of[0], happened: of[1] }] : []
  })
  if (own.length === 0) return
  const rows = await rowsBefore(views, own)
  const uses = new Map<string, { readonly row: FiledRow; readonly uses: Uses }>()
  for (const { event, kind, happened } of own) {
    const body = event.body as unknown as Body
    const key = `${kind}:${body.ref}`
    const row = after(rows.get(key), kind, happened, event, body)
    if (row === undefined) continue
    rows.set(key, row)
    if (happened === 'filed') uses.set(key, { row, uses: body.uses ?? [] })
  }
  await put(views, [...rows.values()])
  await putUses(views, [...uses.values()])
}

async function takeRuns(
  events: readonly RecordedEvent[],
  views: Kysely<OnFileViews>,
): Promise<void> {
  for (const { type, stream } of events) {
    const run = Number(stream.slice(stream.indexOf(':') + 1))
    if (type === 'recheck.begun')
      await views.insertInto('rechecks').values({ run, is_done: false }).execute()
    else if (type === 'recheck.finished')
      await views.updateTable('rechecks').set({ is_done: true }).where('run', '=', run).execute()
  }
}

const NOT_ANSWERED = { answered_at: null, answered_on: null, standing: null, holds: null }

function after(
  before: FiledRow | undefined,
  kind: Kind,
  happened: string,
  { position, version }: RecordedEvent,
  { ref, on, standing = null, holds = null }: Body,
): FiledRow | undefined {
  if (happened === 'filed') {
    const answer = before ?? NOT_ANSWERED
    const { answered_at, answered_on } = answer
    return {
      ...{ kind, ref, version, is_open: true, is_erased: false, filed_on: on, filed_at: position },
      ...{ answered_at, answered_on, standing: answer.standing, holds: answer.holds },
    }
  }
  if (before === undefined) return undefined
  switch (happened) {
    case 'answered':
      return { ...before, version, answered_at: position, answered_on: on, standing, holds }
    case 'closed':
      return { ...before, version, is_open: false }
    case 'erased':
      return { ...before, version, is_open: false, is_erased: true }
    default:
      return { ...before, version }
  }
}

async function rowsBefore(
  views: Kysely<OnFileViews>,
  own: readonly { readonly kind: Kind; readonly event: RecordedEvent }[],
): Promise<Map<string, FiledRow>> {
  const rows = new Map<string, FiledRow>()
  for (const kind of new Set(own.map((one) => one.kind))) {
    const refs = own.flatMap((one) =>
      one.kind === kind ? [(one.event.body as unknown as Body).ref] : [],
    )
    const found = await views
      .selectFrom('on_file')
      .selectAll()
      .where('kind', '=', kind)
      .where('ref', 'in', [...new Set(refs)])
      .execute()
    for (const row of found) rows.set(`${kind}:${row.ref}`, row)
  }
  return rows
}

async function put(views: Kysely<OnFileViews>, rows: readonly FiledRow[]): Promise<void> {
  await views
    .insertInto('on_file')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['kind', 'ref']).doUpdateSet((eb) => ({
        version: eb.ref('excluded.version'),
        is_open: eb.ref('excluded.is_open'),
        is_erased: eb.ref('excluded.is_erased'),
        filed_on: eb.ref('excluded.filed_on'),
        filed_at: eb.ref('excluded.filed_at'),
        answered_at: eb.ref('excluded.answered_at'),
        answered_on: eb.ref('excluded.answered_on'),
        standing: eb.ref('excluded.standing'),
        holds: eb.ref('excluded.holds'),
      })),
    )
    .execute()
}

async function putUses(
  views: Kysely<OnFileViews>,
  changed: readonly { readonly row: FiledRow; readonly uses: Uses }[],
): Promise<void> {
  for (const kind of new Set(changed.map(({ row }) => row.kind))) {
    const refs = changed.flatMap(({ row }) => (row.kind === kind ? [row.ref] : []))
    const old = views.deleteFrom('on_file_uses').where('kind', '=', kind)
    await old.where('ref', 'in', refs).execute()
  }
  const rows = changed.flatMap(({ row: { kind, ref }, uses }) =>
    uses.map(([used_kind, used_ref]) => ({ kind, ref, used_kind, used_ref })),
  )
  for (let at = 0; at < rows.length; at += 1_000) {
    const some = views.insertInto('on_file_uses').values(rows.slice(at, at + 1_000))
    await some.onConflict((conflict) => conflict.doNothing()).execute()
  }
}
