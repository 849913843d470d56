import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseShape, unwrap } from '../kernel/index.ts'
import { withChangedEntries } from './changed-entries.ts'
import { entriesFile } from './law-format-rules.ts'
import { loadLawFolder } from './load-folder.ts'

const law = loadLawFolder(fileURLToPath(new URL('../../law', import.meta.url)))

/** A paragraph of the Union's list with another limit. */
function paragraph(tpp: string, changes: object = {}) {
  const entry = {
    code: '3A501.a.16',
    family: 'adv-compute-ic',
    title: 'Processing IC',
    criteria: { all: [{ kind: ['ic.processor', 'ic.fpga'] }, { tpp }] },
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
      ['proposed', { all: [{ kind: ['ic.processor', 'ic.fpga'] }, { tpp: '>= 4800' }] }],
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
