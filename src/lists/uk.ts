import type { ListReader } from './reading.ts'
import { readUkTable } from './uk-table.ts'
import { readUkXml } from './uk-xml.ts'
import { isZip } from './zip.ts'

/**
 * The UK Sanctions List of the Foreign, Commonwealth and Development Office, in any of its official
 * formats: XML, CSV, or the OpenDocument workbook, which names each party once without its aliases.
 */
export const readUk: ListReader = async (files, options) => {
  const [file] = files
  if (file === undefined) return readUkTable(files, options)
  const beginning = await file.beginning(64)
  const isXml = !isZip(beginning) && /^\uFEFF?\s*</.test(new TextDecoder().decode(beginning))
  return isXml ? readUkXml(files, options) : readUkTable(files, options)
}
