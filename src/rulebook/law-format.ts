import type { z } from 'zod'
import {
  characteristicsFile,
  circumstancesFile,
  kindsFile,
  placesFile,
  presumptionsFile,
} from './law-format-dictionary.ts'
import { groupsFile, jurisdictionFile } from './law-format-jurisdiction.ts'
import { redFlagsFile } from './law-format-red-flags.ts'
import { authorisationsFile, entriesFile, requirementsFile } from './law-format-rules.ts'
import { eccnReasonsFile, tableFile } from './law-format-tables.ts'

/** The schema of every file that makes an edition, by what it holds. */
export const LAW_SCHEMAS = {
  characteristics: characteristicsFile,
  circumstances: circumstancesFile,
  kinds: kindsFile,
  presumptions: presumptionsFile,
  places: placesFile,
  jurisdiction: jurisdictionFile,
  groups: groupsFile,
  entries: entriesFile,
  requirements: requirementsFile,
  authorisations: authorisationsFile,
  'red-flags': redFlagsFile,
  'eccn-reasons': eccnReasonsFile,
  table: tableFile,
} as const satisfies Readonly<Record<string, z.ZodType>>

export type LawFileKind = keyof typeof LAW_SCHEMAS
/** Read by readers of their own: the cases beside the rules, and the charters of regimes. */
type OutsideEdition = 'cases' | 'charter'
export type LawFileContent<K extends LawFileKind> = z.output<(typeof LAW_SCHEMAS)[K]>

/** Where a file of each kind stands in the folder; the first that fits tells the kind. */
const PLACES_OF_FILES: readonly (readonly [RegExp, LawFileKind | OutsideEdition])[] = [
  [/^characteristics\.yaml$/, 'characteristics'],
  [/^circumstances\.yaml$/, 'circumstances'],
  [/^kinds\.yaml$/, 'kinds'],
  [/^presumptions\.yaml$/, 'presumptions'],
  [/^places\.yaml$/, 'places'],
  [/^(?:lists|unstated|official-texts)\.yaml$/, 'table'],
  [/^tables\/[^/]+\.yaml$/, 'table'],
  [/^(?:[a-z]{2}\/)?red-flags\.yaml$/, 'red-flags'],
  [/^[a-z]{2}\/jurisdiction\.yaml$/, 'jurisdiction'],
  [/^[a-z]{2}\/groups\.yaml$/, 'groups'],
  [/^[a-z]{2}\/entries\/[^/]+\.yaml$/, 'entries'],
  [/^[a-z]{2}\/requirements(?:\/[^/]+)?\.yaml$/, 'requirements'],
  [/^[a-z]{2}\/authorisations(?:\/[^/]+)?\.yaml$/, 'authorisations'],
  [/^[a-z]{2}\/tables\/eccn-reasons\.yaml$/, 'eccn-reasons'],
  [/^[a-z]{2}\/tables\/[^/]+\.yaml$/, 'table'],
  [/^charters\/[^/]+\.yaml$/, 'charter'],
  [/^(?:[a-z]{2}\/)?cases\/(?:enforcement\/)?[^/]+\.yaml$/, 'cases'],
]

/** What a file of the law folder holds, told by its path with forward slashes; undefined where none belongs. */
export function kindOfLawFile(path: string): LawFileKind | OutsideEdition | undefined {
  return PLACES_OF_FILES.find(([pattern]) => pattern.test(path))?.[1]
}

/** `US` for `us/entries/3a.yaml`. */
export function jurisdictionOfPath(path: string): string | undefined {
  return /^([a-z]{2})\//.exec(path)?.[1]?.toUpperCase()
}
