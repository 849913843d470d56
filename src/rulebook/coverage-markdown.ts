import type { Interval } from '../kernel/index.ts'
import type { Jurisdiction, Rulebook } from './model.ts'
import { type OfficialText, officialTexts } from './official-texts.ts'

/** The published table: what is encoded of each law, since when, what is missing, where to read it. */
export function coverageMarkdown(rulebook: Rulebook): string {
  const texts = officialTexts(rulebook)
  const encoded = [...rulebook.jurisdictions.values()].map((one) =>
    rowOf(
      one,
      rulebook,
      texts.find(({ code }) => code === one.code),
    ),
  )
  const known = texts.filter(({ code }) => !rulebook.jurisdictions.has(code))
  return [
    '# Coverage',
    '',
    'What of each law is encoded in `law/`, since when, and what is not. Written by',
    '`navicert law coverage --markdown`; `navicert law coverage` says it kind by kind for a day.',
    'A day in this table is the first one for which the text of some kind or rule is held; what is older is',
    'open, and so is what is missing: an answer that would need it is never clear.',
    '',
    '| Law | Entries | Rules | Authorisations | Kinds of items | Since | Missing | Official text |',
    '|---|---|---|---|---|---|---|---|',
    ...encoded,
    ...known.map(rowOfKnown),
    '',
    'Nothing of the last rows is encoded: whatever leaves from there is `undetermined`, with this address.',
    '',
  ].join('\n')
}

function rowOf(one: Jurisdiction, rulebook: Rulebook, text: OfficialText | undefined): string {
  const own = (piece: { readonly jurisdiction: string }): boolean => piece.jurisdiction === one.code
  const { complete, partly, none } = one.coverage
  const count = (pieces: readonly { readonly jurisdiction: string }[]): string =>
    String(pieces.filter(own).length)
  return cells(
    `${one.code} ${one.name}${one.binding ? '' : ' (binds no exporter)'}`,
    count(rulebook.entries),
    count(rulebook.rules),
    count(rulebook.authorisations),
    `${complete.size} complete, ${partly.size} in part, ${none.size} not`,
    first([...complete.values(), ...partly.values()]),
    text?.missing ?? one.coverage.notes,
    text === undefined ? '' : linkTo(text),
  )
}

function rowOfKnown(text: OfficialText): string {
  return cells(`${text.code} ${text.name}`, '0', '0', '0', 'none', '', text.missing, linkTo(text))
}

function first(days: readonly Interval[]): string {
  return days.flatMap(({ from }) => from ?? []).toSorted()[0] ?? ''
}

function linkTo({ what, url }: OfficialText): string {
  return `[${what}](${url})`
}

function cells(...texts: readonly string[]): string {
  return `| ${texts.map((one) => one.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}
