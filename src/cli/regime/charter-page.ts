import type { LegalDate } from '../../kernel/index.ts'
import {
  type Charter,
  charterDigest,
  foundingMembers,
  monthsBetween,
  ruleFor,
  ruleText,
} from '../../regime/index.ts'
import { count, heading, type Page, paragraph, section } from '../answer/page.ts'

const STANDINGS: Readonly<Record<Charter['standing'], string>> = {
  'as-it-works': 'as it works',
  modelled: 'modelled on what was done',
  design: 'a design, in force nowhere',
}

/** A charter in two lines, for the list. */
export function charterRow(page: Page, charter: Charter, day: LegalDate): readonly string[] {
  const members = count(foundingMembers(charter, day).length, 'member')
  return [
    `${page.paint('bold', charter.charter)}  ${charter.name}: ${members}, ${STANDINGS[charter.standing]}`,
    ...paragraph(page, '  ', charter.summary),
    '',
  ]
}

/** A charter whole: who is in it, how each matter is decided, what its members owe each other. */
export function charterPage(page: Page, charter: Charter, day: LegalDate): readonly string[] {
  return [
    ...paragraph(
      page,
      '',
      `${charter.name} (${STANDINGS[charter.standing]}), ${charterDigest(charter).slice(0, 19)}`,
    ),
    ...paragraph(page, '  ', charter.summary),
    ...paragraph(page, '  ', `${charter.cite} · ${charter.mark}`),
    ...memberLines(page, charter, day),
    ...section(page, 'Who makes what', technologyLines(page, charter)),
    ...section(page, 'How it decides', matterLines(page, charter)),
    ...section(page, 'Terms', termLines(page, charter)),
    ...section(page, 'Recognition', recognitionLines(page, charter)),
    ...section(page, 'From decision to law', experienceLines(page, charter)),
  ]
}

function memberLines(page: Page, charter: Charter, day: LegalDate): readonly string[] {
  const members = foundingMembers(charter, day).map(({ code }) => code)
  const observers = charter.observers.map(({ code, why }) => `${code} (${why.replace(/\.$/, '')})`)
  return [
    ...heading(page, `Members on ${day}: ${members.length}`),
    ...paragraph(page, '  ', members.toSorted().join(' ')),
    ...(observers.length === 0 ? [] : paragraph(page, '  Observers: ', observers.join(', '))),
  ]
}

function technologyLines(page: Page, { technologies }: Charter): readonly string[] {
  return technologies.flatMap(({ id, title, makers }) => [
    ...paragraph(
      page,
      `  ${id}  `,
      makers.length === 0 ? `${title}: nobody named` : title,
      `  ${page.paint('bold', id)}  `,
    ),
    ...makers.flatMap(({ member, what, cite, mark }) =>
      paragraph(page, `    ${member}  `, `${what} (${cite} · ${mark})`),
    ),
  ])
}

function matterLines(page: Page, charter: Charter): readonly string[] {
  const width = Math.max(...charter.matters.map(({ matter }) => matter.length)) + 4
  const matters = charter.matters.flatMap(({ matter, excludes }) => {
    const rule = ruleFor(charter, matter)
    const without = excludes === undefined ? '' : '; the member concerned has no vote'
    return paragraph(page, `  ${matter}`.padEnd(width), `${rule.id}${without}`)
  })
  const rules = charter.rules.flatMap((rule) => [
    ...paragraph(page, `  ${rule.id}  `, rule.title, `  ${page.paint('bold', rule.id)}  `),
    ...paragraph(page, '    ', ruleText(rule)),
    ...byHandLines(page, '    ', rule),
    ...paragraph(page, '    ', `${rule.cite} · ${rule.mark}`),
  ])
  const { cycle } = charter
  const yearly =
    cycle === undefined
      ? []
      : [
          ...paragraph(page, '  ', `${cycle.says} (${cycle.cite} · ${cycle.mark})`),
          ...byHandLines(page, '  ', cycle),
        ]
  return [...matters, '', ...rules, ...yearly]
}

function termLines(page: Page, { terms }: Charter): readonly string[] {
  const { information, ...single } = terms
  const all = [
    ...Object.entries(single).flatMap(([name, term]) =>
      term === undefined ? [] : [[name, term] as const],
    ),
    ...information.map((one) => [one.what, one] as const),
  ]
  return all.flatMap(([name, term]) => [
    ...paragraph(page, `  ${name}: `, `${term.says} (${term.cite} · ${term.mark})`),
    ...byHandLines(page, '    ', term),
  ])
}

/** What the program does not see to is not shown as if it did. */
function byHandLines(
  page: Page,
  indent: string,
  { byHand }: { readonly byHand?: string },
): readonly string[] {
  return byHand === undefined ? [] : paragraph(page, `${indent}Not enforced here: `, byHand)
}

function recognitionLines(page: Page, { recognition }: Charter): readonly string[] {
  return recognition.flatMap(({ technology, says, dates }) => [
    ...paragraph(page, `  ${technology}  `, says, `  ${page.paint('bold', technology)}  `),
    ...dates.flatMap(({ member, from, by, cite, mark }) =>
      paragraph(page, `    ${member}  ${from}  `, `${by} (${cite} · ${mark})`),
    ),
  ])
}

function experienceLines(page: Page, { experience }: Charter): readonly string[] {
  return experience.flatMap(({ what, decided, member, inForce, cite, mark, notes }) =>
    paragraph(
      page,
      `  ${member}  `,
      `${what}: ${monthsBetween(decided, inForce)} months, ${decided} to ${inForce} (${[cite, mark, ...(notes === undefined ? [] : [notes])].join(' · ')})`,
    ),
  )
}
