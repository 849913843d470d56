import { describe, expect, it } from 'vitest'
import { type LegalDate, parseLegalDate, unwrap } from '../kernel/index.ts'
import { diffDays, diffRulebooks } from './diff.ts'
import { exampleRulebook } from './example-law.fixture.ts'

function day(text: string): LegalDate {
  return unwrap(parseLegalDate(text))
}

describe('the difference between two editions', () => {
  const example = exampleRulebook()

  it('is nothing between an edition and itself', () => {
    expect(diffRulebooks(example, exampleRulebook())).toEqual([])
  })

  it('is the fields that changed, before and after, with the later citation', () => {
    const changed = exampleRulebook({
      'us/entries/3a.yaml': ["        - tpp: '>= 4800'\n", "        - tpp: '>= 3000'\n"],
      'us/groups.yaml': ['[AE, FR, NL]', '[AE, FR, HK, NL]'],
    })
    expect(diffRulebooks(example, changed)).toEqual([
      {
        what: 'entry',
        id: 'US:3A090.a (current)',
        change: 'changed',
        cite: '15 CFR 774 Supp. 1 ECCN 3A090.a',
        fields: [
          {
            field: 'criteria',
            before: { all: [{ kind: ['ic.processor'] }, { tpp: '>= 4800' }] },
            after: { all: [{ kind: ['ic.processor'] }, { tpp: '>= 3000' }] },
          },
        ],
      },
      {
        what: 'group',
        id: 'A:5',
        change: 'changed',
        cite: '15 CFR 740 Supp. 1',
        fields: [{ field: 'members', before: ['AE', 'FR', 'NL'], after: ['AE', 'FR', 'HK', 'NL'] }],
      },
    ])
  })

  it('is what was added and removed', () => {
    const less = exampleRulebook({ 'us/authorisations.yaml': null })
    const nac = { what: 'authorisation', id: 'US NAC', fields: [], cite: '15 CFR 740.8' }
    expect(diffRulebooks(example, less)).toEqual([{ ...nac, change: 'removed' }])
    expect(diffRulebooks(less, example)).toEqual([{ ...nac, change: 'added' }])
  })

  it('names rules and restrictions by their ids', () => {
    const law = (title: string) =>
      exampleRulebook({
        'us/requirements.yaml': ['title: Country chart', `title: ${title}`],
        'us/authorisations.yaml': [
          'authorisations:\n',
          `restrictions:\n  - {id: 'US:r', title: ${title}, only: [NAC], bars: {destination: [CN]}, cite: c 1, mark: text}\n  - {id: 'US:s', title: t, only: [NAC], bars: {destination: [CN]}, cite: c 1, mark: text}\nauthorisations:\n`,
        ],
      })
    expect(
      diffRulebooks(law('old'), law('new')).map(({ what, id, fields }) => [what, id, fields]),
    ).toEqual([
      [
        'rule',
        'US:chart:NS2',
        [{ field: 'title', before: 'old, NS column 2', after: 'new, NS column 2' }],
      ],
      ['restriction', 'US:r', [{ field: 'title', before: 'old', after: 'new' }]],
    ])
  })

  it('names a field that only one of them has', () => {
    const noted = exampleRulebook({
      'us/authorisations.yaml': ['    mark: text', '    mark: text\n    notes: new'],
    })
    expect(diffRulebooks(example, noted)[0]?.fields).toEqual([{ field: 'notes', after: 'new' }])
    expect(diffRulebooks(noted, example)[0]?.fields).toEqual([{ field: 'notes', before: 'new' }])
  })
})

describe('the redline between two days', () => {
  const example = exampleRulebook()
  const redline = (before: string, after: string, rulebook = example) =>
    diffDays(rulebook, day(before), day(after)).map((one) => [
      one.what,
      one.id,
      one.change,
      one.fields.map((field) => field.field),
    ])

  it('is nothing where nothing changed', () => {
    expect(redline('2027-01-01', '2027-06-01')).toEqual([])
  })

  it('shows a new version by what it says, and what came into force', () => {
    expect(redline('2023-11-16', '2023-11-17')).toEqual([
      [
        'entry',
        'US:3A090.a',
        'changed',
        ['cite', 'criteria', 'mark', 'reasons', 'textAsOf', 'title', 'version'],
      ],
      ['rule', 'US:742.6', 'added', []],
      ['authorisation', 'US NAC', 'added', []],
    ])
    expect(redline('2023-11-17', '2023-11-16').map(([, id, change]) => [id, change])).toEqual([
      ['US:3A090.a', 'changed'],
      ['US:742.6', 'removed'],
      ['US NAC', 'removed'],
    ])
  })

  it('shows where the authority began to apply a rule otherwise', () => {
    expect(redline('2025-05-12', '2025-05-13')).toEqual([
      ['rule', 'US:742.6', 'changed', ['administered']],
    ])
  })

  it('shows how the authority applies a rule on each of the days', () => {
    const [change] = diffDays(example, day('2025-05-12'), day('2025-05-13'))
    expect(change?.fields).toEqual([
      {
        field: 'administered',
        before: [],
        after: [expect.objectContaining({ what: 'not enforced' })],
      },
    ])
  })

  it('says once, too, that members are no longer known', () => {
    const [change] = diffDays(example, day('2026-06-01'), day('2026-05-31'))
    expect(change?.fields).toEqual([{ field: 'members', before: 'known', after: 'not known' }])
  })

  it('shows suspensions and texts that nobody had read before', () => {
    const suspended = exampleRulebook({
      'us/entries/3a.yaml': [
        '    mark: text\n',
        '    mark: text\n    suspended: [{from: 2024-01-01, to: 2024-01-31}]\n',
      ],
    })
    const standing = diffDays(suspended, day('2023-12-31'), day('2024-01-01'))[0]?.fields
    expect(standing).toEqual([{ field: 'standing', before: 'in-force', after: 'suspended' }])
    const read = diffDays(example, day('2022-10-06'), day('2022-10-07'))[0]?.fields
    expect(read).toEqual([{ field: 'standing', before: 'not-covered', after: 'in-force' }])
  })

  it('shows who moved, with the citation of the table', () => {
    expect(diffDays(example, day('2026-07-09'), day('2026-07-10'))).toEqual([
      {
        what: 'group',
        id: 'A:5',
        change: 'changed',
        cite: '15 CFR 740 Supp. 1',
        fields: [{ field: 'AE', before: 'false', after: 'true' }],
      },
    ])
  })

  it('says once that the members of a group became known', () => {
    expect(diffDays(example, day('2026-05-31'), day('2026-06-01'))).toEqual([
      {
        what: 'group',
        id: 'A:5',
        change: 'changed',
        cite: '15 CFR 740 Supp. 1',
        fields: [{ field: 'members', before: 'not known', after: 'known' }],
      },
      {
        what: 'group',
        id: 'D:5',
        change: 'changed',
        cite: '15 CFR 740 Supp. 1',
        fields: [{ field: 'members', before: 'not known', after: 'known' }],
      },
    ])
  })
})
