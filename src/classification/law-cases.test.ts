import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAtOrBelow, unwrap } from '../kernel/index.ts'
import type { LawCase } from '../rulebook/index.ts'
import { projectLaw, projectLawCases } from '../rulebook/project-law.fixture.ts'
import { createClassifier } from './classifier.ts'
import type { Classification } from './model.ts'
import { parseItem } from './parse-item.ts'

const cases = projectLawCases().filter(
  ({ item, file }) => item !== undefined && /classification-/.test(file),
)
const classifier = createClassifier(projectLaw())

function classify({ item, asOf, knownAt }: LawCase): Classification {
  const options = { asOf, ...(knownAt === undefined ? {} : { knownAt }) }
  return unwrap(classifier.classify(unwrap(parseItem(item)), options))
}

/** What differs from what the case expects, in words. */
function differences(one: LawCase, found: Classification): readonly string[] {
  const { entries = {}, undecided = {}, missing = [], contradiction } = one.expect
  const result: string[] = []
  for (const [code, wanted] of Object.entries(entries)) {
    const of = found.byJurisdiction.get(code)
    const met = of?.met.map(({ entry }) => entry.code) ?? []
    const open = of?.undecided.map(({ entry }) => entry.code) ?? []
    const shown = `${code}: met ${met.join(' ')}, undecided ${open.join(' ')}`
    if (wanted.length === 0 && met.length + open.length > 0) result.push(shown)
    const absent = wanted.filter((paragraph) => !met.some((it) => isAtOrBelow(it, paragraph)))
    const extra = met.filter((it) => !wanted.some((paragraph) => isAtOrBelow(it, paragraph)))
    if (absent.length + extra.length > 0) result.push(shown)
  }
  for (const [code, wanted] of Object.entries(undecided)) {
    const of = found.byJurisdiction.get(code)
    const open = (of?.undecided ?? []).filter(({ entry }) => !entry.fallback)
    const codes = open.map(({ entry }) => entry.code)
    const absent = wanted.filter((paragraph) => !codes.some((it) => isAtOrBelow(it, paragraph)))
    const extra = codes.filter((it) => !wanted.some((paragraph) => isAtOrBelow(it, paragraph)))
    if (absent.length + extra.length > 0) result.push(`${code}: undecided ${codes.join(' ')}`)
  }
  const asked = [...found.byJurisdiction.values()].flatMap((of) =>
    of.undecided.flatMap((finding) => finding.missing),
  )
  const unasked = missing.filter((it) => !asked.some((path) => path.split('.').at(-1) === it))
  if (unasked.length > 0) result.push(`not missing: ${unasked.join(' ')}`)
  const contradicted = [...found.byJurisdiction.values()].some((of) => of.contradictions.length > 0)
  if (contradiction !== undefined && contradiction !== contradicted) {
    result.push(`contradiction is ${contradicted}`)
  }
  return result
}

describe('the cases beside the rules of law/', () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThan(50)
  })

  it.each(cases.map((one) => ({ ...one, name: `${one.id}: ${one.what}` })))('$name', (one) => {
    expect(differences(one, classify(one))).toEqual([])
  })
})

describe('the example of the README', () => {
  it('answers as it says', () => {
    const readme = readFileSync(resolve(import.meta.dirname, 'README.md'), 'utf8')
    const example = /```js\n(.*?)```/s.exec(readme)?.[1] ?? ''
    const lines = example.split('\n').filter((line) => !line.startsWith('import'))
    const answers: [string, string][] = []
    const code = lines.map((line) => {
      const match = /^(.*\S) \/\/ (.*)$/.exec(line)
      if (match === null) return line
      answers.push([match[1] ?? '', match[2] ?? ''])
      return ''
    })
    expect(answers.length).toBeGreaterThan(4)
    const body = `${code.join('\n')}
      return [${answers.map(([left, right]) => `[${left}, ${right}]`).join(', ')}]`
    const run = new Function('createClassifier', 'parseItem', 'loadLawFolder', body)
    const pairs = run(createClassifier, parseItem, projectLaw) as [unknown, unknown][]
    for (const [got, wanted] of pairs) expect(got).toEqual(wanted)
  })
})
