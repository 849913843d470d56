import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type LegalDate, readDocument, unwrap } from '../kernel/index.ts'
import { readLawFiles } from '../rulebook/index.ts'
import { PROJECT_LAW, projectLaw } from '../rulebook/project-law.fixture.ts'
import { electorateFor, foundingMembers, ruleFor } from './charter.ts'
import { charterJsonSchemas, MATTERS } from './charter-format.ts'
import { isCharterFile, parseCharter, parseCharters } from './charter-reading.ts'

const law = projectLaw()
const words = { places: new Set(law.places.keys()), kinds: new Set(law.kinds.keys()) }
const files = readLawFiles(PROJECT_LAW, isCharterFile)
const charters = unwrap(parseCharters(files, words))
const charter = (id: string) => {
  const found = charters.find((one) => one.charter === id)
  if (found === undefined) throw new Error(`no charter ${id}`)
  return found
}
const today = '2026-06-01' as LegalDate

describe('the charters of this project', () => {
  it('are three: a regime as it works, a model of what was done, a design', () => {
    expect(charters.map((one) => [one.charter, one.standing])).toEqual([
      ['compact', 'design'],
      ['plurilateral-2024', 'modelled'],
      ['wassenaar', 'as-it-works'],
    ])
  })

  it('are accepted by the JSON Schema that is published for them', () => {
    const schema = z.fromJSONSchema(
      charterJsonSchemas()['law-charter'] as Parameters<typeof z.fromJSONSchema>[0],
    )
    for (const { path, text } of files)
      expect(schema.safeParse(unwrap(readDocument(text, path)).value).success, path).toBe(true)
  })

  it('give Wassenaar its 42 states and 33 founders', () => {
    expect(foundingMembers(charter('wassenaar'), today)).toHaveLength(42)
    expect(foundingMembers(charter('wassenaar'), '1996-12-01' as LegalDate)).toHaveLength(33)
  })

  it('decide every matter of Wassenaar by consensus', () => {
    const kinds = MATTERS.map((matter) => ruleFor(charter('wassenaar'), matter).kind)
    expect(new Set(kinds)).toEqual(new Set(['consensus']))
  })

  it('leave the largest member of the design without the people to block alone', () => {
    const { voters } = electorateFor(
      charter('compact'),
      foundingMembers(charter('compact'), today).map(({ code }) => code),
      { matter: 'list-delete' },
    )
    const people = voters.map(({ weights }) => weights.population ?? 0).toSorted((a, b) => b - a)
    const all = people.reduce((sum, one) => sum + one, 0)
    expect((people[0] ?? 0) / all).toBeLessThan(0.35)
  })

  it('have a member of the design for every technology, and a technology for every member', () => {
    const { technologies, members } = charter('compact')
    const makers = new Set(technologies.flatMap((one) => one.makers.map(({ member }) => member)))
    expect([...makers].sort()).toEqual(members.states.map(({ code }) => code).sort())
  })
})

describe('an electorate', () => {
  it('leaves out the member that the question is about, and says so', () => {
    const { voters, excluded } = electorateFor(charter('compact'), ['DE', 'FR', 'NL'], {
      matter: 'member-suspend',
      concerns: 'FR',
    })
    expect(voters.map(({ code }) => code)).toEqual(['DE', 'NL'])
    expect(excluded).toEqual([{ code: 'FR', why: 'The question is about this member.' }])
  })

  it('knows who makes the technology', () => {
    const { voters } = electorateFor(charter('compact'), ['NL', 'PL'], {
      matter: 'list-add',
      technology: 'lithography',
    })
    expect(voters.map(({ maker }) => maker)).toEqual([true, false])
  })
})

describe('a faulty charter', () => {
  const text = files.find(({ path }) => path === 'charters/compact.yaml')?.text ?? ''
  const problemsOf = (from: string, to: string): readonly string[] => {
    expect(text).toContain(from)
    const read = parseCharter(
      { path: 'charters/compact.yaml', text: text.replace(from, to) },
      words,
    )
    if (read.ok) return []
    return read.problems.map(
      ({ code, where }) => `${code} ${where?.path} ${where?.line !== undefined}`,
    )
  }

  it.each([
    [
      'ratifyBy: two-majorities',
      'ratifyBy: two',
      'charter.unknown-name rules[2].provisional.ratifyBy true',
    ],
    ['rule: four-fifths, cite', 'rule: four, cite', 'charter.unknown-name matters[5].rule true'],
    [
      '{member: NL, what: scanners',
      '{member: CN, what: scanners',
      'charter.no-member technologies[0].makers[0].member true',
    ],
    ['kinds: [quantum]', 'kinds: [quantums]', 'charter.unknown-name technologies[3].kinds[0] true'],
    ['- {code: AU}', '- {code: XX}', 'charter.unknown-name members.states[1].code true'],
    ['TW: 23626456, ', '', 'charter.weight-missing rules[1].weight.of true'],
    ['silence: consents', 'silence: ignored', 'charter.rule-cannot-work rules[3].silence true'],
    ['states: 2/3', 'states: 3/2', 'input.wrong-shape rules[2].states true'],
    ['standing: design', 'standing: law', 'input.wrong-shape standing true'],
    ['id: urgent', 'id: no-objection', 'charter.twice rules[3] true'],
  ])('is refused at its line: %s as %s', (from, to, expected) => {
    expect(problemsOf(from, to)).toContain(expected)
  })
})
