import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ProblemError, parseLegalDate, unwrap } from '../kernel/index.ts'
import { exampleFiles, exampleRulebook } from './example-law.fixture.ts'
import { deserialiseRulebook, serialiseRulebook, sourceDigest } from './law-cache.ts'
import { loadLawCases, loadLawFolder, readLawFiles, writeLawCache } from './load-folder.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'law-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(files: ReturnType<typeof exampleFiles>): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function problemsOf(run: () => unknown): readonly unknown[] {
  try {
    run()
  } catch (error) {
    if (error instanceof ProblemError) return error.problems
    throw error
  }
  return []
}

describe('a law folder on disk', () => {
  it('loads to the rulebook of its files, whatever else lies in it', () => {
    write(exampleFiles())
    writeFileSync(join(folder, 'README.md'), '# Law')
    expect(loadLawFolder(folder).digest).toBe(exampleRulebook().digest)
    expect(readLawFiles(folder).map((file) => file.path)).toEqual(
      exampleFiles()
        .map((file) => file.path)
        .toSorted(),
    )
  })

  it('names the files in problems so that one can open them', () => {
    write(
      exampleFiles({ 'kinds.yaml': ['class: component', 'clas: component'], 'places.yaml': null }),
    )
    expect(problemsOf(() => loadLawFolder(folder))).toEqual([
      {
        code: 'input.wrong-shape',
        detail: 'This is missing: a text is expected.',
        remedy: expect.any(String),
        where: { file: join(folder, 'kinds.yaml'), line: 2, column: 3, path: 'kinds.ic.class' },
      },
      {
        code: 'input.unknown-key',
        detail: 'There is no key "clas" here.',
        remedy: 'Did you mean "class"? Keys: class, definition.',
        where: { file: join(folder, 'kinds.yaml'), line: 2, column: 8, path: 'kinds.ic.clas' },
      },
      {
        code: 'law.missing-file',
        detail: 'The law folder lacks this file.',
        remedy: 'Add it; every other file speaks in its words.',
        where: { file: join(folder, 'places.yaml') },
      },
    ])
  })

  it('that is not there is a problem of its own', () => {
    expect(problemsOf(() => loadLawFolder(join(folder, 'none')))).toEqual([
      {
        code: 'law.no-folder',
        detail: expect.stringMatching(/^The law folder cannot be read: ENOENT/),
        remedy: 'Name the folder that holds characteristics.yaml and kinds.yaml.',
        where: { file: join(folder, 'none') },
      },
    ])
  })

  it('refuses a file whose name ends in yml, which nothing would read', () => {
    write(exampleFiles())
    writeFileSync(join(folder, 'us/entries/3b.yml'), 'entries: []')
    expect(problemsOf(() => loadLawFolder(folder))).toMatchObject([
      { code: 'law.unknown-file', where: { file: join(folder, 'us/entries/3b.yml') } },
    ])
  })
})

describe('cases beside the rules', () => {
  const cases = `cases:
  - {id: a, what: w, asOf: 2026-01-01, item: {kind: ic}, expect: {entries: {US: []}}, source: s}
`

  it('are read from every jurisdiction and leave the edition alone', () => {
    write(exampleFiles({ 'us/cases/one.yaml': cases }))
    expect(loadLawCases(folder)).toMatchObject([{ id: 'a', file: 'us/cases/one.yaml' }])
    write(exampleFiles({ 'us/cases/enforcement/one.yaml': cases.replace('id: a', 'id: b') }))
    expect(loadLawCases(folder).map(({ file }) => file)).toContain('us/cases/enforcement/one.yaml')
    expect(loadLawFolder(folder).digest).toBe(exampleRulebook().digest)
  })

  it('name their file in problems', () => {
    write(exampleFiles({ 'us/cases/one.yaml': cases.replace('what: w', "what: ''") }))
    expect(problemsOf(() => loadLawCases(folder))).toMatchObject([
      { where: { file: join(folder, 'us/cases/one.yaml'), line: 2, path: 'cases[0].what' } },
    ])
  })
})

describe('the stored rulebook', () => {
  const cacheFile = () => join(folder, 'out/deep/law-cache.json')
  const law = () => join(folder, 'law')

  beforeEach(() => {
    folder = join(folder)
    for (const { path, text } of exampleFiles()) {
      mkdirSync(dirname(join(law(), path)), { recursive: true })
      writeFileSync(join(law(), path), text)
    }
  })

  it('is the same as the parsed one, in what it holds and what it answers', () => {
    const written = writeLawCache(law(), cacheFile())
    const parsed = loadLawFolder(law())
    const loaded = loadLawFolder(law(), { cacheFile: cacheFile() })
    const { groups: _a, ...loadedData } = loaded
    const { groups: _b, ...parsedData } = parsed
    expect(loadedData).toEqual(parsedData)
    expect(written.digest).toBe(parsed.digest)
    const day = unwrap(parseLegalDate('2020-12-23'))
    expect(loaded.groups.names).toEqual(parsed.groups.names)
    expect(loaded.groups.membership('D:5', 'HK', day)).toBe('true')
  })

  it('is used where the files are the same', () => {
    writeLawCache(law(), cacheFile())
    const [head = '', content = ''] = readFileSync(cacheFile(), 'utf8').split('\n')
    const marked = head.replace(/"edition":"[^"]*"/, '"edition":"from the cache"')
    writeFileSync(cacheFile(), `${marked}\n${content}\n`)
    expect(loadLawFolder(law(), { cacheFile: cacheFile() }).edition).toBe('from the cache')
  })

  it('is passed over where a file changed, appeared or went', () => {
    writeLawCache(law(), cacheFile())
    const before = loadLawFolder(law(), { cacheFile: cacheFile() })
    const kinds = readFileSync(join(law(), 'kinds.yaml'), 'utf8')
    writeFileSync(join(law(), 'kinds.yaml'), `${kinds}  other: {class: other, definition: None.}\n`)
    const after = loadLawFolder(law(), { cacheFile: cacheFile() })
    expect(after.digest).not.toBe(before.digest)
    expect(after.kinds.has('other')).toBe(true)
    writeFileSync(join(law(), 'kinds.yaml'), kinds)
    rmSync(join(law(), 'lists.yaml'))
    expect(loadLawFolder(law(), { cacheFile: cacheFile() }).tables.has('lists')).toBe(false)
  })

  it('is not consulted for cases', () => {
    writeLawCache(law(), cacheFile())
    const [head] = readFileSync(cacheFile(), 'utf8').split('\n')
    mkdirSync(join(law(), 'us/cases'))
    writeFileSync(join(law(), 'us/cases/a.yaml'), 'cases: []')
    writeLawCache(law(), cacheFile())
    expect(readFileSync(cacheFile(), 'utf8').split('\n')[0]).toBe(head)
  })

  it('is passed over where it is missing, damaged or of another form', () => {
    const { digest } = loadLawFolder(law())
    expect(loadLawFolder(law(), { cacheFile: cacheFile() }).digest).toBe(digest)
    writeLawCache(law(), cacheFile())
    const stored = readFileSync(cacheFile(), 'utf8')
    for (const damaged of [
      '',
      'x',
      stored.slice(0, -100),
      stored.replace('4800', '4801'),
      '{}\n{}',
    ]) {
      writeFileSync(cacheFile(), damaged)
      expect(loadLawFolder(law(), { cacheFile: cacheFile() }).digest).toBe(digest)
    }
  })

  it('is not written from a folder with problems', () => {
    rmSync(join(law(), 'kinds.yaml'))
    expect(problemsOf(() => writeLawCache(law(), cacheFile()))).toHaveLength(1)
    expect(() => readFileSync(cacheFile())).toThrow('ENOENT')
  })
})

describe('a rulebook as text', () => {
  const source = sourceDigest(exampleFiles())
  const text = serialiseRulebook(exampleRulebook(), source)

  it('comes back whole, with or without the files it was made of', () => {
    expect(unwrap(deserialiseRulebook(text)).entries).toEqual(exampleRulebook().entries)
    expect(unwrap(deserialiseRulebook(text, source)).digest).toBe(exampleRulebook().digest)
  })

  it.each([
    ['made of other files', text, 'the law files have changed'],
    ['of another form', text.replace(/"format":\d+/, '"format":0'), 'it is not of this form'],
    ['without a head', text.slice(10), 'it is not of this form'],
  ])('is refused where it is %s', (_what, stored, why) => {
    const other = sourceDigest(exampleFiles({ 'lists.yaml': null }))
    expect(deserialiseRulebook(stored, other)).toEqual({
      ok: false,
      problems: [
        {
          code: 'law.stale-cache',
          detail: `The stored rulebook cannot be used: ${why}.`,
          remedy: 'Build it again from the law folder.',
        },
      ],
    })
  })

  it('is refused where its content was changed', () => {
    expect(deserialiseRulebook(text.replace('>= 4800', '>= 9999'), source)).toMatchObject({
      ok: false,
      problems: [{ detail: 'The stored rulebook cannot be used: it is damaged.' }],
    })
  })
})

describe('the digest of the files', () => {
  it('is of paths and texts, in any order', () => {
    const files = [
      { path: 'b', text: '2' },
      { path: 'a', text: '1' },
    ]
    expect(sourceDigest(files)).toBe(sourceDigest(files.toReversed()))
    expect(sourceDigest([{ path: 'a', text: '12' }])).not.toBe(
      sourceDigest([{ path: 'a1', text: '2' }]),
    )
    expect(sourceDigest(files)).not.toBe(sourceDigest(files.slice(1)))
  })
})
