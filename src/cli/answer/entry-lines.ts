import type { EntryAnswer, ItemFinding } from '../../determination/index.ts'
import type { Margin } from '../../rulebook/index.ts'
import { count, listing, type Page, paragraph } from './page.ts'

const LISTED: Readonly<Record<ItemFinding['listed'], string>> = {
  listed: 'on the list',
  'not-listed': 'on no entry',
  undecided: 'not decided',
  'not-covered': 'not decided: the encoded entries do not cover its kind',
}

/** Undecided entries shown with what they lack; the rest is named. */
const MOST_UNDECIDED = 6

/** One item under one jurisdiction: the entries it is on, those still open, the rest counted. */
export function itemLines(page: Page, item: ItemFinding): readonly string[] {
  const { paint } = page
  const met = item.entries.filter((entry) => entry.truth === 'true')
  const open = item.entries.filter((entry) => entry.truth !== 'true')
  const rest = open.slice(MOST_UNDECIDED)
  const eliminated = `${count(item.eliminated, 'other entry', 'other entries')} tested and not met`
  return [
    ...paragraph(page, '  ', `${item.item}: ${LISTED[item.listed]}`, '  '),
    ...met.flatMap((entry) => entryLines(page, entry)),
    ...open.slice(0, MOST_UNDECIDED).flatMap((entry) => entryLines(page, entry)),
    ...(rest.length === 0
      ? []
      : paragraph(
          page,
          '    ',
          `${count(rest.length, 'more')} open: ${listing(
            rest.map((e) => e.code),
            12,
          )}`,
        )),
    ...(item.eliminated === 0 ? [] : [`    ${paint('dim', eliminated)}`]),
  ]
}

function entryLines(page: Page, entry: EntryAnswer): readonly string[] {
  const { paint } = page
  const version = entry.version === 'current' ? '' : ` (${entry.version})`
  const head = `    ${entry.code}${version}  `
  const painted = `    ${paint('bold', `${entry.code}${version}`)}  `
  return [
    ...paragraph(page, head, entry.title, painted),
    ...paragraph(page, '      ', `${stateOf(entry)} · ${entry.cite}`),
    ...entry.margins.flatMap((margin) => paragraph(page, '      · ', marginText(margin))),
  ]
}

function stateOf(entry: EntryAnswer): string {
  const suspended = entry.suspended === true ? ', suspended on the day' : ''
  if (entry.truth !== 'true') {
    const needs = entry.missing.length === 0 ? '' : `, needs ${listing(entry.missing, 6)}`
    const why = entry.basis === 'text' ? 'open: its text is not read in full' : 'open'
    return `${why}${needs}${claimText(entry)}${suspended}`
  }
  return `${entry.basis === 'claim' ? 'by claim' : 'met'}${claimText(entry)}${suspended}`
}

function claimText({ claimed }: EntryAnswer): string {
  if (claimed === undefined) return ''
  const evidence = claimed.evidence === undefined ? ', no evidence stated' : `: ${claimed.evidence}`
  return `, claimed ${claimed.code} (${claimed.basis}${evidence})`
}

/** `tpp 15824, limit >= 4800: 229.7 % above`. */
export function marginText(margin: Margin): string {
  const { parameter, value, wanted, percent, unit } = margin
  const measured = unit === undefined || unit === '1' ? '' : ` ${unit}`
  return `${parameter} ${value}${measured}, criterion ${wanted}${distanceOf(percent)}`
}

function distanceOf(percent: string | undefined): string {
  if (percent === undefined) return ''
  if (/^[-+]?0(?:\.0)?$/.test(percent)) return ': at the limit'
  return percent.startsWith('-')
    ? `: ${percent.slice(1)} % below`
    : `: ${percent.replace('+', '')} % above`
}
