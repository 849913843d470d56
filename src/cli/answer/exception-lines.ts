import type { ExceptionFinding, LicenceFinding } from '../../determination/index.ts'
import { clause, groupBy, listing, named, type Page, paragraph } from './page.ts'

/**
 * What may lift the requirement. Exceptions for rules that apply are told in full where they may be
 * usable; those that are not usable are named with what stands against them.
 */
export function exceptionLines(page: Page, licence: LicenceFinding): readonly string[] {
  const applying = new Set(
    licence.by.filter(({ truth }) => truth === 'true').map(({ rule }) => rule),
  )
  const lifting = licence.exceptions.filter(({ overcomes }) =>
    overcomes.some((rule) => applying.has(rule)),
  )
  const others = licence.exceptions.filter((one) => !lifting.includes(one) && one.usable !== false)
  return [
    ...lifting.filter(({ usable }) => usable !== false).flatMap((one) => usableLines(page, one)),
    ...groupBy(
      lifting.filter(({ usable }) => usable === false),
      obstacleOf,
    ).flatMap((group) => obstacleLines(page, group)),
    ...(others.length === 0
      ? []
      : paragraph(
          page,
          '    ',
          `Should an open rule apply, these may matter: ${listing(unique(others.map(({ id }) => id)), 10)}`,
        )),
  ]
}

function usableLines(page: Page, exception: ExceptionFinding): readonly string[] {
  const { id, title, usable, item, conditions, equivalentControls, formalities } = exception
  const { overcomes, cite } = exception
  const state = usable === true ? 'may be used' : 'is open'
  const marks = { true: '✓', false: '✗', unknown: '?' }
  return [
    ...named(
      page,
      '    ',
      id,
      `${title}: ${state} for ${item}, lifts ${listing(overcomes)}. ${cite}`,
    ),
    ...conditions.flatMap(({ met, text }) =>
      paragraph(page, `      ${marks[String(met) as keyof typeof marks]} `, text),
    ),
    ...equivalentControls.flatMap(({ destination, control, since, entry, cite, mark }) =>
      paragraph(
        page,
        '      The same control there: ',
        `${destination} has ${control} for ${entry}, ${since === null ? 'from a day not known' : `since ${since}`}. ${cite} (${mark})`,
      ),
    ),
    ...formalities.flatMap((act) => paragraph(page, '      Owed: ', act)),
  ]
}

function obstacleOf({ conditions }: ExceptionFinding): string {
  return conditions
    .filter(({ met }) => met === false)
    .map(({ text }) => clause(text))
    .join('; ')
}

function obstacleLines(page: Page, group: readonly ExceptionFinding[]): readonly string[] {
  const [first] = group
  const why = first === undefined ? '' : obstacleOf(first)
  const ids = listing(unique(group.map(({ id }) => id)), 12)
  return paragraph(page, '    Not usable: ', `${ids}${why === '' ? '' : `. ${why}`}`)
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}
