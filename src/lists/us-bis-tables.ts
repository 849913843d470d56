import { SaxesParser } from 'saxes'
import { ProblemError } from '../kernel/index.ts'
import { BLOCK } from './entity-text.ts'
import type { SourceFile } from './source-file.ts'

/** A row of one of the three tables of 15 CFR part 744, its cells as text. */
export interface TableRow {
  readonly supplement: 4 | 6 | 7
  readonly line: number
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly text: string
  /** Numbers of raised digits: footnotes. */
  readonly raised: readonly number[]
}

export interface Part744 {
  readonly rows: readonly TableRow[]
  /** First paragraph of each supplement. */
  readonly introductions: ReadonlyMap<number, string>
}

interface OpenCell {
  text: string
  raised: number[]
}

/**
 * Reads the XML of the Electronic Code of Federal Regulations. `<DIV9 N="Supplement No. 4 to Part 744">`
 * holds one table; cells break lines with `<br/>`, raise footnotes with `<sup>` and set names of
 * subordinate institutions in italics (`<E T="03">`).
 */
export async function readPart744(file: SourceFile): Promise<Part744> {
  const tables = new TablesOfPart()
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => tables.open(tag.name, tag.attributes, parser.line))
  parser.on('closetag', (tag) => tables.close(tag.name))
  parser.on('text', (text) => tables.text(text))
  parser.on('error', (error) => {
    throw notXml(file.name, parser.line, error.message)
  })
  for await (const chunk of file.chunks()) parser.write(chunk)
  parser.close()
  return tables
}

const NUMBER = /^supplement no\.? ?([467]) to part 744/i

class TablesOfPart implements Part744 {
  readonly rows: TableRow[] = []
  readonly introductions = new Map<number, string>()
  #supplement: 4 | 6 | 7 | undefined
  #inBody = false
  #cells: Cell[] = []
  #cell: OpenCell | undefined
  #line = 0
  #italics: string | undefined
  #raised: string | undefined
  #paragraph: string | undefined

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (name === 'DIV9') this.#supplement = supplementOf(attributes.N ?? '')
    if (this.#supplement === undefined) return
    if (name === 'TBODY') this.#inBody = true
    else if (name === 'P' && !this.introductions.has(this.#supplement)) this.#paragraph = ''
    else if (!this.#inBody) return
    else if (name === 'TR') {
      this.#cells = []
      this.#line = line
    } else if (name === 'TD') this.#cell = { text: '', raised: [] }
    else if (name === 'br') this.text('\n')
    else if (name === 'sup') this.#raised = ''
    else if (name === 'E' && attributes.T === '03') this.#italics = ''
  }

  text(text: string): void {
    if (this.#paragraph !== undefined) this.#paragraph += text
    if (this.#raised !== undefined) this.#raised += text
    if (this.#italics !== undefined) this.#italics += text
    else if (this.#cell !== undefined) this.#cell.text += text
  }

  close(name: string): void {
    if (this.#supplement === undefined) return
    if (name === 'DIV9') this.#supplement = undefined
    else if (name === 'TBODY') this.#inBody = false
    else if (name === 'P' && this.#paragraph !== undefined) {
      this.introductions.set(this.#supplement, this.#paragraph.replaceAll(/\s+/g, ' ').trim())
      this.#paragraph = undefined
    } else this.#closeInRow(name, this.#supplement)
  }

  #closeInRow(name: string, supplement: 4 | 6 | 7): void {
    if (name === 'TR' && this.#inBody) {
      this.rows.push({ supplement, line: this.#line, cells: this.#cells })
    } else if (name === 'TD' && this.#cell !== undefined) {
      this.#cells.push(this.#cell)
      this.#cell = undefined
    } else if (name === 'sup' && this.#raised !== undefined) {
      const digits = this.#raised.match(/\d/g) ?? []
      this.#cell?.raised.push(...digits.map(Number))
      this.#raised = undefined
    } else if (name === 'E' && this.#italics !== undefined) {
      const italics = this.#italics
      this.#italics = undefined
      this.text(printItalics(italics))
    }
  }
}

/** Italics are a conjunction, a heading of subordinate institutions, or the name of one. */
function printItalics(text: string): string {
  if (/^[\s,;.]*(?:and|or)?[\s,;.]*$/i.test(text)) return text
  if (/^subordinate institut?ion:?$/i.test(text.trim())) return BLOCK
  return /^including\b/i.test(text.trim()) ? text : `${BLOCK}${text}`
}

function supplementOf(name: string): 4 | 6 | 7 | undefined {
  switch (NUMBER.exec(name)?.[1]) {
    case '4':
      return 4
    case '6':
      return 6
    case '7':
      return 7
    default:
      return undefined
  }
}

function notXml(file: string, line: number, message: string): ProblemError {
  return new ProblemError({
    code: 'list.not-the-format',
    detail: `The file is not well-formed XML: ${message.replace(/^\d+:\d+: /, '').slice(0, 120)}`,
    where: { file, line },
    remedy:
      'Download 15 CFR part 744 as XML from ecfr.gov; a file that breaks off is not complete.',
  })
}
