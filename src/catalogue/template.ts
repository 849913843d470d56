/** A table that people fill in: which columns it has and what they mean. */
export interface Template {
  readonly name: 'items' | 'parties' | 'shipments' | 'tools' | 'tickets' | 'denials'
  readonly what: string
  readonly columns: readonly Column[]
}

export interface Column {
  readonly name: string
  readonly what: string
  readonly example: string
  /** A row without it is refused. */
  readonly required?: true
  /** Further headings that mean the same, as an ERP system or another language writes them. */
  readonly also?: readonly string[]
  /** Any heading that begins with the name is a column of this sort: `parameters.tpp`. */
  readonly open?: true
}

export function column(
  name: string,
  what: string,
  example: string,
  further: Pick<Column, 'required' | 'also' | 'open'> = {},
): Column {
  return { name, what, example, ...further }
}

/** Of what is taken out of the file and read again: nothing is lost for want of a column. */
export const MORE: Column = {
  name: 'more_json',
  what: 'What has no column of its own, as JSON.',
  example: '',
}

/** A heading as it is compared: `End user ID` is `end_user_id`. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}

/** The table to fill in: heading and example. An open column stands in no empty table. */
export function templateRows({ columns }: Template): readonly (readonly string[])[] {
  const closed = columns.filter(({ open }) => open !== true)
  return [closed.map(({ name }) => name), closed.map(({ example }) => example)]
}
