import type { ImportOptions, ImportReport } from './model.ts'

/** @throws ProblemError where the files are not the format at all; nothing is written then */
export async function importList(_options: ImportOptions): Promise<ImportReport> {
  throw new Error('Not written yet')
}
