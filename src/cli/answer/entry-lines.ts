import type { EntryAnswer, ItemFinding } from '../../determination/index.ts'
import type { Margin } from '../../rulebook/index.ts'
import { count, groupBy, listing, named, type Page, paragraph, readable } from './page.ts'

const LISTED: Readonly<Record<ItemFinding['listed'], string>> = {
  listed: 'listed',
  'not-listed': 'on no entry',
  undecided: 'not decided whether it is listed',
  'not-covered': 'not decided whether it is listed: the encoded entries do not cover its kind',
}

/** One item under one jurisdiction: the entries it is on, those still open, the rest counted. */
export function itemLines(page: Page, item: ItemFinding): readonly string[] {
  const met = item.entries.filter((entry) => entry.truth === 'true')
  const open = item.entries.filter((entry) => entry.truth !== 'true')
  const eliminated = `; ${count(item.eliminated, 'other entry', 'other entries')} tested and not met`
  return [
    ...named(
      page,
      '  ',
      item.item,
      `${LISTED[item.listed]}${item.eliminated === 0 ? '' : eliminated}`,
    ),
    ...met.flatMap((entry) => metLines(page, entry)),
    ...groupBy(open, (entry) => needsOf(entry)).flatMap((group) => openLines(page, group)),
  ]
}

function metLines(page: Page, entry: EntryAnswer): readonly string[] {
  const how = entry.basis === 'claim' ? 'By claim' : 'Met'
  const suspended = entry.suspended === true ? ', suspended on the day' : ''
  return [
    ...named(page, '    ', nameOf(entry), entry.title),
    ...paragraph(page, '      ', `${how}${suspended}${claimText(entry)}. ${entry.cite}`),
    ...entry.margins.flatMap((margin) => paragraph(page, '      · ', marginText(margin))),
  ]
}

/** Open entries that lack the same are told of together. */
function openLines(page: Page, group: readonly EntryAnswer[]): readonly string[] {
  const [first] = group
  if (first === undefined) return []
  const names = listing(group.map(nameOf), 10)
  const claims = group.map(claimText).filter((text) => text !== '')
  return paragraph(page, '    Open: ', `${names}${needsOf(first)}${claims.join('')}`)
}

function needsOf({ missing, basis }: EntryAnswer): string {
  if (missing.length > 0) return `; needs ${listing(missing, 6)}`
  return basis === 'text' ? '; its text is not read in full' : ''
}

function nameOf({ code, version }: EntryAnswer): string {
  return version === 'current' ? code : `${code} (${version})`
}

function claimText({ claimed }: EntryAnswer): string {
  if (claimed === undefined) return ''
  const evidence = claimed.evidence === undefined ? 'no evidence stated' : claimed.evidence
  return `, claimed as ${claimed.code} (${claimed.basis}: ${evidence})`
}

/** `tpp 15824, criterion >= 4800: 229.7 % above`. */
export function marginText({ parameter, value, wanted, percent, unit }: Margin): string {
  const measured = unit === undefined || unit === '1' ? '' : ` ${unit}`
  return `${parameter} ${readable(value)}${measured}, criterion ${wanted}${distanceOf(percent)}`
}

/** `: 4 % below`, or nothing where there is no distance. */
export function distanceOf(percent: string | undefined): string {
  if (percent === undefined) return ''
  if (/^[-+]?0(?:\.0)?$/.test(percent)) return ': at the limit'
  return percent.startsWith('-')
    ? `: ${percent.slice(1)} % below`
    : `: ${percent.replace('+', '')} % above`
}
