import { ProblemError } from '../kernel/index.ts'
import type { SourceFile } from './source-file.ts'
import type { XmlElement } from './xml-element.ts'

/** @throws ProblemError where the file is another document, an error page for one */
export function refuseOtherRoot(
  root: XmlElement,
  wanted: string,
  file: SourceFile,
  remedy: string,
): void {
  if (root.name === wanted) return
  throw new ProblemError({
    code: 'list.not-the-format',
    detail: `The file begins with <${root.name.slice(0, 40)}> where <${wanted}> is expected.`,
    where: { file: file.name, line: root.line },
    remedy,
  })
}
