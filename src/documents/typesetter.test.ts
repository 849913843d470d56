import { beforeAll, describe, expect, it } from 'vitest'
import { determinationPaper } from './determination/determination-paper.ts'
import { ANSWER, NAMES, TRANSACTION } from './determination.fixture.ts'
import { type ReadPdf, readFont, readPdf, squeezed, tagsOf } from './printed.fixture.ts'
import { openTypesetter, type Typesetter } from './typesetter.ts'

let typesetter: Typesetter
beforeAll(async () => {
  typesetter = await openTypesetter(readFont)
})

const record = { answer: ANSWER, transaction: TRANSACTION, steps: ['Apply for a licence.'] }

function valuesOf(value: unknown, keys: readonly string[]): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    keys.includes(key) && typeof one === 'string' ? [one] : valuesOf(one, keys),
  )
}

describe('a printed determination', () => {
  let read: ReadPdf
  let text: string
  beforeAll(async () => {
    read = await readPdf(typesetter.print(determinationPaper(record, 'en')).bytes)
    text = squeezed(read.pages.join(''))
  })

  it('holds every citation, reason, consequence and authority of the answer', () => {
    const said = valuesOf(ANSWER, ['cite', 'because', 'consequence', 'authority', 'title', 'what'])
    expect(said.length).toBeGreaterThan(25)
    expect(said.filter((one) => !text.includes(squeezed(one)))).toEqual([])
  })

  it('says the verdict in words before anything else', () => {
    const [first = ''] = read.trees.map((tree) => squeezed(tree.text))
    expect(first.startsWith('Determinationorder-4711LicencerequiredItmaygoahead')).toBe(true)
  })

  it('names days, edition, lists and every digest', () => {
    const { asOf, knownAt, rulebook, lists, input, digest } = ANSWER
    const said = [asOf, knownAt, rulebook.edition, rulebook.digest, input, digest]
    const all = [...said, ...lists.flatMap((list) => [list.snapshot, list.date, list.digest])]
    expect(all.filter((one) => !text.includes(squeezed(one)))).toEqual([])
  })

  it('bears the digest of the answer and its number on every page', () => {
    expect(read.pages.length).toBeGreaterThan(2)
    const unmarked = read.pages.filter(
      (page, at) =>
        !page.includes(ANSWER.digest) || !page.includes(`Page ${at + 1} of ${read.pages.length}`),
    )
    expect(unmarked).toEqual([])
  })

  it('keeps head and foot out of what is read aloud', () => {
    const aloud = read.trees.map((tree) => tree.text).join('')
    expect(aloud).not.toContain('Page 1 of')
    expect(aloud.split(ANSWER.digest).length - 1).toBe(1)
  })

  it('is tagged: headings, lists, tables with header cells', () => {
    expect(read.isMarked).toBe(true)
    const all = (role: string) => read.trees.flatMap((tree) => tagsOf(tree, role))
    expect(all('H1').map((tag) => tag.text.trim())).toContain('Red flags')
    expect(all('H2').map((tag) => tag.text.trim())).toContain('Rules tested')
    expect(all('TH').map((tag) => tag.text.trim())).toContain('Citation')
    expect(all('TD').length).toBeGreaterThan(50)
    expect(all('LBody').map((tag) => squeezed(tag.text))).toContain(
      squeezed('Apply for a licence.'),
    )
  })

  it('has a title, a language and bookmarks, and no time of the run', () => {
    expect(read.info.Title).toBe('Determination order-4711')
    expect(read.info.Language).toBe('en')
    expect(read.bookmarks).toContain('United States (US): Licence required')
    expect(read.info).not.toHaveProperty('CreationDate')
    expect(read.info).not.toHaveProperty('ModDate')
  })

  it('shows names in their own script, letter by letter', () => {
    const leftToRight = NAMES.filter((name) => !/[\u0590-\u06ff\u0900-\u0e7f]/.test(name))
    expect(leftToRight).toHaveLength(NAMES.length - 4)
    expect(leftToRight.filter((name) => !text.includes(squeezed(name)))).toEqual([])
  })
})
