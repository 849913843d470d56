import { z } from 'zod'
import { type Problem, ProblemError, parseShape, readJson, unwrap } from '../../kernel/index.ts'
import { splitRow } from '../../lists/index.ts'
import type { PartyQuery } from '../../screening/index.ts'
import { readLines, unreadableLine } from '../input/read-lines.ts'
import type { Surroundings } from '../surroundings.ts'

export interface ReadParty {
  readonly party: string
  readonly query: PartyQuery
}

const shape = z.strictObject({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  name: z.string().trim().min(1),
  otherNames: z.array(z.string()).exactOptional(),
  schema: z.enum(['Person', 'Organization', 'Vessel', 'Aircraft', 'LegalEntity']).exactOptional(),
  country: z.string().exactOptional(),
  birthDate: z.string().exactOptional(),
  address: z.string().exactOptional(),
  identifiers: z.record(z.string(), z.string()).exactOptional(),
})

const MOST_PROBLEMS = 20

/**
 * Parties of a file of JSON lines, or of a comma separated one with the same names as its heading. All
 * or none: a line passed over is a party that nobody screens. @throws ProblemError with the lines
 */
export async function readParties(
  file: string,
  surroundings: Surroundings,
): Promise<readonly ReadParty[]> {
  const parties = new Map<string, ReadParty>()
  const problems: Problem[] = []
  for await (const { line, value } of valuesOf(file, surroundings)) {
    try {
      const { id, ...query } = unwrap(parseShape(shape, value()))
      if (parties.has(id)) throw new ProblemError(twice(id))
      parties.set(id, { party: id, query })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      problems.push(
        ...error.problems.map((one) => ({ ...one, where: { ...one.where, file, line } })),
      )
      if (problems.length >= MOST_PROBLEMS) break
    }
  }
  if (problems.length > 0) throw new ProblemError(...problems)
  return [...parties.values()]
}

interface LineValue {
  readonly line: number
  /** @throws ProblemError where the line cannot be read */
  readonly value: () => unknown
}

async function* valuesOf(file: string, surroundings: Surroundings): AsyncGenerator<LineValue> {
  let table: CsvTable | undefined
  let isFirst = true
  for await (const lines of readLines(file, surroundings)) {
    for (const line of lines) {
      const { number } = line
      if (!('text' in line)) {
        yield {
          line: number,
          value: () => unwrap({ ok: false, problems: unreadableLine(line).problems }),
        }
        continue
      }
      if (isFirst && !line.text.trimStart().startsWith('{')) table = new CsvTable(line.text)
      else if (table === undefined) yield { line: number, value: () => unwrap(readJson(line.text)) }
      else yield* table.take(number, line.text)
      isFirst = false
    }
  }
  if (table !== undefined) yield* table.end()
}

const COLUMNS = /^(?:id|name|otherNames|schema|country|birthDate|address|identifiers\.\w+)$/
const MOST_LINES_A_ROW = 24

/** Rows under a heading; a quoted cell may run over several lines. */
class CsvTable {
  readonly #heading: readonly string[]
  #open: { readonly line: number; readonly texts: string[] } | undefined

  constructor(text: string) {
    this.#heading = (splitRow(text, ',') ?? []).map((cell) => cell.trim())
    const unknown = this.#heading.filter((column) => !COLUMNS.test(column))
    if (unknown.length === 0 && this.#heading.includes('id') && this.#heading.includes('name'))
      return
    throw new ProblemError({
      code: 'monitoring.no-heading',
      detail: `The first line is no heading of a table of parties${unknown.length === 0 ? '' : `: ${unknown.map((one) => JSON.stringify(one.slice(0, 40))).join(', ')}`}.`,
      remedy:
        'Columns: id, name, and where known otherNames (separated by ;), schema, country, birthDate, address, identifiers.lei …',
    })
  }

  *take(number: number, text: string): Generator<LineValue> {
    const open = this.#open ?? { line: number, texts: [] }
    open.texts.push(text)
    const cells = splitRow(open.texts.join('\n'), ',')
    this.#open = cells === undefined ? open : undefined
    if (cells !== undefined) yield { line: open.line, value: () => this.#valueOf(cells) }
    else if (open.texts.length >= MOST_LINES_A_ROW) yield* this.end()
  }

  *end(): Generator<LineValue> {
    if (this.#open === undefined) return
    const { line } = this.#open
    this.#open = undefined
    yield {
      line,
      value: () => {
        throw new ProblemError({
          code: 'monitoring.open-quote',
          detail: 'A quotation mark is opened and not closed.',
          remedy: 'Close it, or write it twice where it is part of the name.',
        })
      },
    }
  }

  #valueOf(cells: readonly string[]): unknown {
    if (cells.length !== this.#heading.length) {
      throw new ProblemError({
        code: 'monitoring.wrong-width',
        detail: `The row has ${cells.length} fields where the heading has ${this.#heading.length}.`,
        remedy: 'Put a name that holds a comma in quotation marks.',
      })
    }
    const filled = this.#heading.flatMap((column, at) => {
      const text = (cells[at] ?? '').trim()
      return text === '' ? [] : [[column, text] as const]
    })
    const numbers = filled.filter(([column]) => column.startsWith('identifiers.'))
    const plain = filled.filter(([column]) => !column.startsWith('identifiers.'))
    return {
      ...Object.fromEntries(
        plain.map(([column, text]) => [column, column === 'otherNames' ? namesOf(text) : text]),
      ),
      ...(numbers.length === 0
        ? {}
        : {
            identifiers: Object.fromEntries(
              numbers.map(([column, text]) => [column.slice('identifiers.'.length), text]),
            ),
          }),
    }
  }
}

function namesOf(text: string): readonly string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function twice(id: string): Problem {
  return {
    code: 'monitoring.twice',
    detail: `The number ${JSON.stringify(id)} stands twice in the file.`,
    remedy: 'Give each party a number of its own.',
  }
}
