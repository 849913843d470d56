import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTypesetter, type Typesetter } from '../documents/index.ts'

/** The fonts that ship with the program; the same path from the sources and from the build. */
const FONTS = fileURLToPath(new URL('../../fonts', import.meta.url))

/** What sets documents in type, with the fonts of this release. @throws ProblemError */
export function openOwnTypesetter(): Promise<Typesetter> {
  return openTypesetter((file) => readFileSync(join(FONTS, file)))
}
