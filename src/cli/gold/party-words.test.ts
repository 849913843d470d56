import { describe, expect, test } from 'vitest'
import { readParty } from './party-words.ts'

const basis = 'stated by the case'

describe('what a row says of a party', () => {
  test.each([
    ['Entity List', [{ list: 'us-entity-list', basis }]],
    ['entity listed', [{ list: 'us-entity-list', basis }]],
    ['fn5', [{ list: 'us-entity-list', footnotes: [5], basis }]],
    ['Entity List, footnotes 1 and fn4', [{ list: 'us-entity-list', footnotes: [1, 4], basis }]],
    ['Entity List fn3', [{ list: 'us-entity-list', footnotes: [3], basis }]],
    ['MEU', [{ list: 'us-meu', basis }]],
    ['Military End-User List', [{ list: 'us-meu', basis }]],
    ['UVL', [{ list: 'us-uvl', basis }]],
    ['DPL', [{ list: 'us-dpl', basis }]],
    ['SDN', [{ list: 'us-sdn', basis }]],
    ['Supp. 8', [{ list: 'us-740-supp8', basis }]],
    [
      'G42',
      [
        { list: 'us-740-supp8', basis },
        { list: 'us-740-supp8-ending', basis },
      ],
    ],
    [
      'G42, ultimate consignee and all end users approved',
      [
        { list: 'us-740-supp8', basis },
        { list: 'us-740-supp8-ending', basis },
        { list: 'us-740-supp8-all-end-users', basis },
      ],
    ],
    ['unlisted', []],
    ['not listed', []],
  ])('%s', (words, claimedStatus) => {
    expect(readParty(words)).toEqual({ claimedStatus, notUnderstood: [] })
  })

  test('a share makes the list that of an owner, and not of the party', () => {
    expect(readParty('affiliate 60 %')).toEqual({
      claimedStatus: [],
      listedOwnerShare: '0.6',
      notUnderstood: [],
    })
    expect(readParty('49.5 % owned by an Entity List party')).toEqual({
      claimedStatus: [],
      listedOwnerShare: '0.495',
      notUnderstood: [],
    })
  })

  test.each(['friend of the minister', 'Entity List since noon', 'affiliate', 'unlisted smuggler'])(
    'words that are not understood are returned: %s',
    (words) => {
      expect(readParty(words).notUnderstood).not.toEqual([])
    },
  )

  test('reading leaves no trace for the next one', () => {
    for (let time = 0; time < 3; time += 1)
      expect(readParty('fn5').claimedStatus[0]).toMatchObject({ footnotes: [5] })
  })
})
