import { ENCODINGS, type Encoding, isZip, type Table } from '../../catalogue/index.ts'
import { type Problem, ProblemError, unwrap } from '../../kernel/index.ts'
import { readAside } from './read-aside.ts'

export const CSV = 'text/csv'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const TABLE_TYPES = [CSV, XLSX] as const
type TableType = (typeof TABLE_TYPES)[number]

/** Less than on a machine of one's own: many send at once. */
const MAX_UNPACKED = 64 * 1024 * 1024

/** A body that is said to be a table. */
export class SentTable {
  readonly #bytes: Uint8Array
  readonly #type: TableType
  readonly #contentType: string

  constructor(bytes: Uint8Array, type: TableType, contentType: string) {
    this.#bytes = bytes
    this.#type = type
    this.#contentType = contentType
  }

  /**
   * The table. What it is its content says; where that is not what was declared, one of both is a mistake,
   * and it is not read. @throws ProblemError
   */
  async read(): Promise<Table> {
    if (this.#bytes.length === 0) throw new ProblemError(EMPTY)
    if (isZip(this.#bytes) !== (this.#type === XLSX)) throw new ProblemError(notAs(this.#type))
    const encoding = this.#encoding()
    return unwrap(await readAside({ bytes: this.#bytes, encoding, mostUnpacked: MAX_UNPACKED }))
  }

  /** As `charset` of the Content-Type says it; a workbook has none. */
  #encoding(): Encoding | undefined {
    const [, charset] = /;\s*charset="?([^";\s]+)/i.exec(this.#contentType) ?? []
    if (charset === undefined || this.#type === XLSX) return undefined
    const encoding = ENCODINGS.find((one) => one === charset.toLowerCase())
    if (encoding === undefined) throw new ProblemError(unknownCharset())
    return encoding
  }
}

const EMPTY: Problem = {
  code: 'input.empty',
  detail: 'The body is empty.',
  remedy: 'Send a table with its heading.',
}

function notAs(type: TableType): Problem {
  return {
    code: 'table.not-as-declared',
    detail: `The body is not what its Content-Type says, ${type}.`,
    remedy: `Send CSV as ${CSV} and an Excel workbook (.xlsx) as ${XLSX}.`,
  }
}

function unknownCharset(): Problem {
  return {
    code: 'table.unknown-charset',
    detail: 'A table in that charset is not read.',
    remedy: `Say one of ${ENCODINGS.join(', ')}, or none, where it is then looked for.`,
  }
}
