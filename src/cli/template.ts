import { Argument } from 'commander'
import { TEMPLATES, type Template, templateRows, writeTable } from '../catalogue/index.ts'
import { DONE } from './exit-code.ts'
import { withExamples } from './options.ts'
import { writeWholeFile } from './output/whole-file.ts'
import type { CommandAdder } from './session.ts'

interface TemplateOptions {
  readonly out?: string
  readonly columns?: true
}

/** Tables to fill in, and what their columns mean. */
export const addTemplate: CommandAdder = (program, session, finish) => {
  const command = program
    .command('template')
    .description(
      'A table to fill in: items, parties, shipments, tools, tickets or denials, with one example row.',
    )
    .addArgument(new Argument('<name>', 'which').choices(Object.keys(TEMPLATES)))
    .option('--out <file>', 'where it goes: .xlsx, or CSV (default: standard output, as CSV)')
    .option('--columns', 'say what each column means instead')
  withExamples(command, 'template shipments --columns', 'template items --out items.xlsx')
  command.action(async (name: keyof typeof TEMPLATES, { out, columns }: TemplateOptions) => {
    const template = TEMPLATES[name]
    const format = out !== undefined && /\.xlsx$/i.test(out) ? 'xlsx' : 'csv'
    if (columns === true) session.print(...columnLines(template))
    else {
      const bytes = await writeTable(templateRows(template), format)
      if (out === undefined) session.surroundings.stdout.write(bytes)
      else await writeWholeFile(out, bytes, session.surroundings)
    }
    finish(DONE)
  })
}

function columnLines({ what, columns }: Template): readonly string[] {
  const width = Math.max(...columns.map(({ name }) => name.length)) + 3
  return [
    what,
    '',
    ...columns.map(({ name, what: meaning, required, open, also = [] }) => {
      const label = `${name}${open === true ? '…' : ''}${required === true ? ' *' : ''}`
      const headings = also.length === 0 ? '' : ` Also: ${also.join(', ')}.`
      return `${label.padEnd(width)} ${meaning}${headings}`
    }),
    '',
    '* must be filled in',
  ]
}
