import { ProblemError } from '../kernel/index.ts'
import type { ListedParty, RowRule } from '../screening/index.ts'
import { countryNamed, countryOfAddress } from './country-names.ts'
import { type NamedInText, partiesIn } from './entity-text.ts'
import { identityOf } from './identity.ts'
import { daysIn } from './printed-day.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'
import type { SourceFile } from './source-file.ts'
import { type Cell, type Part744, readPart744, type TableRow } from './us-bis-tables.ts'

/**
 * The Entity List, the Unverified List and the Military End-User List of the Bureau of Industry and
 * Security, as XML of the Electronic Code of Federal Regulations (15 CFR part 744, supplements 4, 6
 * and 7). The text names no publication day.
 */
const SUPPLEMENTS = {
  4: { list: 'us-entity-list', cells: 5 },
  6: { list: 'us-uvl', cells: 3 },
  7: { list: 'us-meu', cells: 3 },
} as const

export const readUsBis: ListReader = async (files) => {
  const gathering = new Gathering()
  for (const file of files) {
    const part = await readPart744(file)
    refuseIncomplete(part, file)
    readRows(part, file, gathering)
  }
  return gathering.done()
}

/** @throws ProblemError where one of the three supplements is missing */
function refuseIncomplete(part: Part744, file: SourceFile): void {
  const found = new Set(part.rows.map((row) => row.supplement))
  const missing = ([4, 6, 7] as const).filter((supplement) => !found.has(supplement))
  if (missing.length === 0) return
  throw new ProblemError({
    code: 'list.not-the-format',
    detail: `The file has no table of supplement ${missing.join(', ')} to 15 CFR part 744.`,
    where: { file: file.name },
    remedy: 'Download the whole of part 744 as XML from ecfr.gov.',
  })
}

interface Standing {
  country: string
  rule: RowRule
}

function readRows(part: Part744, file: SourceFile, gathering: Gathering): void {
  const identity = identityOf()
  let supplement = 0
  let standing: Standing = { country: '', rule: { footnotes: [] } }
  for (const row of part.rows) {
    if (row.supplement !== supplement) standing = { country: '', rule: { footnotes: [] } }
    supplement = row.supplement
    const { list, cells } = SUPPLEMENTS[row.supplement]
    if (row.cells.length !== cells) {
      const reason = `The row of ${list} has ${row.cells.length} cells where ${cells} are expected`
      gathering.reject(file.name, row.line, reason, BAD_ROW_REMEDY)
      continue
    }
    standing = standingOf(row, standing, part)
    if (standing.country === '') {
      gathering.reject(file.name, row.line, 'The row stands under no country', BAD_ROW_REMEDY)
      continue
    }
    gathering.row(list)
    for (const named of partiesIn(row.cells[1]?.text ?? '')) {
      gathering.party(partyOf(named, list, standing, identity))
    }
    gathering.sawDay(daysIn(standing.rule.citation ?? '').at(-1))
  }
}

/** A row that goes on with the one before has no country, and sometimes no rule, of its own. */
function standingOf(row: TableRow, before: Standing, part: Part744): Standing {
  const country = tidy(row.cells[0]?.text) || before.country
  const citation = row.cells.at(-1)?.text
  if (row.supplement !== 4) {
    const requirement = part.introductions.get(row.supplement)
    return { country, rule: rowRule({ requirement, citation, footnotes: [] }) }
  }
  const [requirement, policy] = [row.cells[2], row.cells[3]]
  const isContinuation = [requirement, policy, row.cells[4]].every(
    (cell) => tidy(cell?.text) === '',
  )
  if (isContinuation) return { country, rule: before.rule }
  return {
    country,
    rule: rowRule({
      requirement: requirement?.text,
      policy: policy?.text,
      citation,
      footnotes: footnotesOf([requirement, policy]),
    }),
  }
}

function footnotesOf(cells: readonly (Cell | undefined)[]): readonly number[] {
  return [...new Set(cells.flatMap((cell) => cell?.raised ?? []))].toSorted((a, b) => a - b)
}

function partyOf(
  named: NamedInText,
  list: string,
  { country, rule }: Standing,
  identity: (...parts: readonly string[]) => string,
): ListedParty {
  const printed = [countryNamed(country), ...named.addresses.map(countryOfAddress)]
  const countries = [...new Set(printed.filter((code) => code !== undefined))].toSorted()
  const from = daysIn(rule.citation ?? '')[0]
  return {
    id: identity(list, country, named.name),
    source: 'us-bis',
    list,
    schema: 'LegalEntity',
    name: named.name,
    aliases: named.aliases,
    weakAliases: [],
    addresses: named.addresses,
    countries,
    birthDates: [],
    identifiers: {},
    programmes: [],
    ...(from === undefined ? {} : { from }),
    rule,
  }
}
