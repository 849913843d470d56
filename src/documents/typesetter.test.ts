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

describe('printing', () => {
  const paper = determinationPaper(record, 'en')

  it('gives the same bytes from the same paper, also by another typesetter', async () => {
    const first = typesetter.print(paper)
    expect(typesetter.print(paper)).toEqual(first)
    const other = await openTypesetter(readFont)
    expect(other.print(paper).digest).toBe(first.digest)
  })

  it('names a file by the digest of its bytes', () => {
    const { digest, fileName } = typesetter.print(paper)
    expect(fileName).toBe(`determination-${digest.slice(7, 23)}.pdf`)
  })

  it('shows names that run from right to left', async () => {
    // A reader gives such words whole, their order and spaces as they stand on the line.
    const words = ['شركة', 'المثال', 'للتجارة', 'חברת', 'דוגמה']
    const { pages } = await readPdf(typesetter.print(paper).bytes)
    const text = pages.join('\n').normalize('NFKC')
    expect(words.filter((word) => !text.includes(word))).toEqual([])
  })

  it('shows a character that no font has as its code point', async () => {
    const strange = {
      ...TRANSACTION,
      id: 'x',
      parties: [{ role: 'bank', name: 'Smile 😀\u202eknaB' }],
    }
    const said = { ...record, transaction: strange as unknown as typeof TRANSACTION }
    const { pages } = await readPdf(typesetter.print(determinationPaper(said, 'en')).bytes)
    expect(pages.join('')).toContain('Smile [U+1F600][U+202E]knaB')
  })

  it('reads no text as markup', async () => {
    const markup = '#panic() $x$ *b* _i_ `c` <l> @r \\ // = - + /'
    const said = { ...record, steps: [markup] }
    const { pages } = await readPdf(typesetter.print(determinationPaper(said, 'en')).bytes)
    expect(pages.join('')).toContain(markup)
  })

  it('names the certificate where the answer was signed', async () => {
    const certificate = { digest: ANSWER.input, keyid: 'sha256:the-key' }
    const signed = determinationPaper({ ...record, certificate }, 'en')
    const { pages } = await readPdf(typesetter.print(signed).bytes)
    expect(pages[0]).toContain('Key that signed it: sha256:the-key')
  })

  it('prints a paper of many pages, with the head of a table on each', async () => {
    const items = Array.from({ length: 120 }, (_, at) => ({
      ...TRANSACTION.items[0],
      id: `tool-${at}`,
    }))
    const long = { ...record, transaction: { ...TRANSACTION, items } as typeof TRANSACTION }
    const { pages, trees } = await readPdf(typesetter.print(determinationPaper(long, 'en')).bytes)
    expect(pages.length).toBeGreaterThan(12)
    const read = trees.map((tree) => tree.text).join('')
    expect(items.filter(({ id }) => !read.includes(id))).toEqual([])
    // The repeated head is seen on every page of the table, and read aloud once.
    expect(pages.filter((page) => page.includes('Characteristics')).length).toBeGreaterThan(8)
    expect(read.split('Characteristics').length - 1).toBe(1)
  })

  it.each(['de', 'ja', 'ko'] as const)(
    'says every verdict and citation in %s too',
    async (code) => {
      const { pages } = await readPdf(typesetter.print(determinationPaper(record, code)).bytes)
      const text = squeezed(pages.join(''))
      const said = valuesOf(ANSWER, ['cite', 'because', 'consequence', 'authority'])
      expect(said.filter((one) => !text.includes(squeezed(one)))).toEqual([])
      expect(text).not.toMatch(/\{\w+\}/)
    },
  )
})
