import { describe, expect, it } from 'vitest'
import { parseShape, unwrap } from '../kernel/index.ts'
import { withChangedEntries } from './changed-entries.ts'
import { exampleRulebook } from './example-law.fixture.ts'
import { entriesFile } from './law-format-rules.ts'
import { projectLaw } from './project-law.fixture.ts'

const law = projectLaw()

/** A paragraph of the Union's list with another limit. */
function paragraph(tpp: string, changes: object = {}) {
  const entry = {
    code: '3A501.a.16',
    family: 'adv-compute-ic',
    title: 'Processing IC',
    criteria: { all: [{ kind: ['ic'] }, { tpp }] },
    cite: 'Invented',
    mark: 'unverified',
    ...changes,
  }
  const file = { list: 'Annex I', jurisdiction: 'EU', entries: [entry] }
  return unwrap(parseShape(entriesFile, file))
}

describe('a law with changed entries', () => {
  it('has the new text in the place of the old, and another digest', () => {
    const next = paragraph('>= 4800', { version: 'proposed' })
    const changed = unwrap(withChangedEntries(law, { old: paragraph('>= 6000'), new: next }))
    const found = changed.entries.filter(({ id }) => id === 'EU:3A501.a.16')
    expect(found.map(({ version, criteria }) => [version, criteria])).toEqual([
      ['proposed', { all: [{ kind: ['ic'] }, { tpp: '>= 4800' }] }],
    ])
    expect(changed.digest).not.toBe(law.digest)
    expect(law.entries.filter(({ version }) => version === 'proposed')).toEqual([])
  })

  it('lacks what is only taken out', () => {
    const changed = unwrap(withChangedEntries(law, { old: paragraph('>= 6000') }))
    expect(changed.entries).toHaveLength(law.entries.length - 1)
  })

  it.each([
    ['an old text that does not stand', { old: paragraph('>= 5000') }, 'law.old-text'],
    [
      'an old entry that is not there',
      { old: paragraph('>= 6000', { version: '1999' }) },
      'law.old-text',
    ],
    [
      'a parameter nobody knows',
      { new: paragraph('>= 1', { code: '3A501.z', criteria: { soap: '>= 1' } }) },
      'criteria.unknown-parameter',
    ],
    ['two texts on one day', { new: paragraph('>= 4800') }, 'law.duplicate'],
  ])('is refused for %s', (_what, change, code) => {
    const changed = withChangedEntries(law, change)
    expect(changed.ok ? [] : changed.problems.map((one) => one.code)).toContain(code)
  })
})

describe('the old text of a small law', () => {
  const small = exampleRulebook({
    'us/entries/3a.yaml': ['    reasons:\n', '    excluded: {gate_model: true}\n    reasons:\n'],
  })
  const quoted = (changes: object) => {
    const entry = {
      code: '3A090.a',
      family: 'f',
      title: 'Quoted shorter',
      criteria: { all: [{ kind: ['ic.processor'] }, { tpp: '>= 4800' }] },
      excluded: { gate_model: true },
      cite: 'c 1',
      mark: 'text',
      ...changes,
    }
    const file = { list: 'Commerce Control List', jurisdiction: 'US', entries: [entry] }
    return { old: unwrap(parseShape(entriesFile, file)) }
  }

  it('takes out the version that is quoted and no other', () => {
    expect(unwrap(withChangedEntries(small, quoted({}))).entries.map((one) => one.version)).toEqual(
      ['before-2023-11-17'],
    )
  })

  it.each<[string, object, string]>([
    [
      'another limit',
      { criteria: { tpp: '>= 1' } },
      'The criteria quoted as old are not those of US:3A090.a (version current).',
    ],
    [
      'another exclusion',
      { excluded: { gate_model: false } },
      'The criteria quoted as old are not those of US:3A090.a (version current).',
    ],
    [
      'an exclusion that the law lacks',
      { version: 'before-2023-11-17', criteria: { unread: 'the limb on links was not read' } },
      'The criteria quoted as old are not those of US:3A090.a (version before-2023-11-17).',
    ],
    [
      'a version that the law lacks',
      { version: '1999' },
      'The law has no US:3A090.a (version 1999) to be changed.',
    ],
    [
      'a code that the law lacks',
      { code: '3A091' },
      'The law has no US:3A091 (version current) to be changed.',
    ],
  ])('is refused with %s', (_what, changes, detail) => {
    expect(withChangedEntries(small, quoted(changes))).toEqual({
      ok: false,
      problems: [
        {
          code: 'law.old-text',
          detail,
          remedy: 'Copy the entry from the law folder as it stands.',
        },
      ],
    })
  })
})
