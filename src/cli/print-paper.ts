import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { openOwnTypesetter } from '../desk/index.ts'
import { LANGUAGES, type Language, type Paper } from '../documents/index.ts'
import { writeWholeFile } from './output/whole-file.ts'
import type { Session } from './session.ts'

export interface PaperOptions {
  readonly pdf?: string
  readonly language: Language
}

export function withPaper(command: Command): Command {
  return command
    .option(
      '--pdf <out>',
      'write the answer as a tagged PDF; into a folder under a name by its digest',
    )
    .addOption(
      new Option('--language <code>', "of the PDF's own words; citations stay as they are")
        .choices([...LANGUAGES])
        .default('en'),
    )
}

/** Writes a document, into a folder under the name that its digest gives. @throws ProblemError */
export async function printPaper(
  paper: Paper,
  out: string,
  { surroundings }: Session,
): Promise<void> {
  const typesetter = await openOwnTypesetter()
  const { bytes, fileName } = typesetter.print(paper)
  const path = resolve(surroundings.workingDirectory, out)
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  const file = isFolder ? join(out, fileName) : out
  await writeWholeFile(file, bytes, surroundings)
  surroundings.stderr.write(`Document written to ${file}.\n`)
}
