import { describe, expect, it } from 'vitest'
import { classifySmall, metCodes, of, openCodes, type SmallLists } from './small-law.fixture.ts'

/** A computer is listed by the processors in it, as in US 4A090 and EU 4A507. */
const COMPUTERS: SmallLists = {
  US: [
    { code: '3A090.a', criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 4800' }] } },
    {
      code: '3A090.b',
      criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 2400' }, { tpp: '< 4800' }] },
    },
    { code: '3A991.p', criteria: { all: [{ kind: ['ic'] }, { tops: '>= 8' }] }, fallback: true },
    containing('4A090.a', '3A090.a'),
    containing('4A090.b', '3A090.b'),
    { ...containing('4A994.l', '3A991.p'), fallback: true },
  ],
  EU: [
    { code: '3A501', criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 6000' }] } },
    containing('4A507', '3A501'),
  ],
}

function containing(code: string, part: string) {
  return {
    code,
    criteria: { all: [{ kind: ['computer', 'assembly'] }, { contains_code: [part] }] },
  }
}

const chip = (tpp?: number | string, more: object = {}) => ({
  kind: 'ic.processor',
  characteristics: { ...(tpp === undefined ? {} : { tpp }), tops: 1 },
  ...more,
})

describe('an entry that asks what is built in', () => {
  it('is undecided where nothing is said of the content, and asks for it', () => {
    const found = classifySmall(COMPUTERS, { kind: 'computer' })
    expect(openCodes(found)).toEqual(['4A090.a', '4A090.b', '4A994.l'])
    expect(of(found).undecided[0]?.missing).toEqual(['content'])
    expect(found.questions[0]).toMatchObject({
      parameter: 'content',
      of: '',
      text: expect.stringContaining('built in'),
    })
  })

  it('is eliminated where it is stated that nothing is', () => {
    const found = classifySmall(COMPUTERS, { kind: 'computer', content: [] })
    expect([...metCodes(found), ...openCodes(found)]).toEqual([])
  })

  it('is met by what a part meets, list by list', () => {
    const found = classifySmall(COMPUTERS, { kind: 'computer', content: [chip(5000)] })
    expect(metCodes(found)).toEqual(['4A090.a'])
    expect(openCodes(found)).toEqual([])
    expect(metCodes(found, 'EU')).toEqual([])
    expect(metCodes(found.content[0] ?? found)).toEqual(['3A090.a'])
  })

  it('is met by what a part is claimed to meet', () => {
    const part = { kind: 'ic.processor', claimed: { US: '3A090.b' } }
    const found = classifySmall(COMPUTERS, { kind: 'computer', content: [part] })
    expect(metCodes(found)).toEqual(['4A090.b'])
    expect(openCodes(found)).toEqual([])
  })

  it('is undecided while a part is undecided under a code it asks for, and says what of which part', () => {
    const content = [chip(1), chip()]
    const found = classifySmall(COMPUTERS, { kind: 'computer', content })
    expect(openCodes(found)).toEqual(['4A090.a', '4A090.b'])
    expect(of(found).undecided[0]?.missing).toEqual(['content[1].ops'])
    expect(found.questions[0]).toEqual({
      parameter: 'ops',
      of: 'content[1]',
      text: 'How fast is it?',
      wouldDecide: ['EU:4A507', 'US:4A090.a', 'US:4A090.b'],
    })
  })

  it('is met although another part is undecided', () => {
    const found = classifySmall(COMPUTERS, { kind: 'computer', content: [chip(), chip(9000)] })
    expect(metCodes(found)).toEqual(['4A090.a'])
    expect(openCodes(found)).toEqual(['4A090.b'])
  })

  it('does not ask again for what is stated as not known', () => {
    const found = classifySmall(COMPUTERS, { kind: 'computer', content: [chip('unknown')] })
    expect(of(found).undecided[0]?.missing).toEqual(['content[0].ops'])
    expect(found.questions.map(({ of: whose, parameter }) => `${whose}.${parameter}`)).toEqual([
      'content[0].ops',
    ])
    const both = { kind: 'ic', characteristics: { tpp: 'unknown', ops: 'unknown', tops: 1 } }
    expect(classifySmall(COMPUTERS, { kind: 'computer', content: [both] }).questions).toEqual([])
  })

  it('sees parts of parts', () => {
    const board = { kind: 'assembly', content: [chip(5000)] }
    const found = classifySmall(COMPUTERS, { kind: 'computer', content: [board] })
    expect(metCodes(found)).toEqual(['4A090.a'])
    const open = { kind: 'assembly', content: [chip()] }
    const undecided = classifySmall(COMPUTERS, { kind: 'computer', content: [open] })
    expect(of(undecided).undecided[0]?.missing).toEqual(['content[0].content[0].ops'])
  })

  it('stays open where a part may hold more and nothing is said of that', () => {
    const found = classifySmall(COMPUTERS, { kind: 'computer', content: [{ kind: 'assembly' }] })
    expect(openCodes(found)).toEqual(['4A090.a', '4A090.b', '4A994.l'])
    expect(of(found).undecided[0]?.missing).toEqual(['content[0].content'])
    const claimed = { kind: 'assembly', claimed: { US: '4A090.a' } }
    const settled = classifySmall(COMPUTERS, { kind: 'computer', content: [claimed] })
    expect(openCodes(settled)).toEqual(['4A090.a'])
  })

  it('reads a fallback of a part, and leaves it open while the part is', () => {
    const slow = { kind: 'ic', characteristics: { tpp: 1, tops: 9 } }
    const found = classifySmall(COMPUTERS, { kind: 'computer', content: [slow] })
    expect(metCodes(found)).toEqual(['4A994.l'])
    expect(of(found).met[0]?.provisional).toBe(false)
    const unclear = { kind: 'ic', characteristics: { tops: 9 } }
    const open = classifySmall(COMPUTERS, { kind: 'computer', content: [unclear] })
    expect(metCodes(open)).toEqual([])
    expect(openCodes(open)).toEqual(['4A090.a', '4A090.b', '4A994.l'])
    expect(of(open).undecided[2]?.missing).toEqual(['content[0].ops'])
  })

  it('does not care about the order of the parts', () => {
    const parts = [chip(), chip(3000), { kind: 'assembly' }]
    const codes = (content: readonly object[]) => {
      const found = classifySmall(COMPUTERS, { kind: 'computer', content })
      return [metCodes(found), openCodes(found)]
    }
    expect(codes(parts.toReversed())).toEqual(codes(parts))
  })
})

describe('an entry that asks what else the item meets', () => {
  const LISTS: SmallLists = {
    US: [
      { code: '3A001.z', criteria: { all: [{ also_meets: ['3A001'] }, { meets: ['3A090.a'] }] } },
      { code: '3A001.a.7', criteria: { euv: true } },
      { code: '3A090.a.1', criteria: { tpp: '>= 4800' } },
      { code: '3A991.p', criteria: { tops: '>= 8' }, fallback: true },
    ],
  }
  const classify = (characteristics: object) =>
    classifySmall(LISTS, { kind: 'ic', characteristics: { tops: 1, ...characteristics } })

  it('is read after the others, wherever it stands', () => {
    expect(metCodes(classify({ euv: true, tpp: 5000 }))).toEqual([
      '3A001.a.7',
      '3A090.a.1',
      '3A001.z',
    ])
  })

  it('is eliminated where one of the others is', () => {
    const found = classify({ euv: false, tpp: 5000 })
    expect(metCodes(found)).toEqual(['3A090.a.1'])
    expect(openCodes(found)).toEqual([])
  })

  it('is undecided while one of the others is, and waits for the same facts', () => {
    const found = classify({ euv: true })
    expect(openCodes(found)).toEqual(['3A090.a.1', '3A001.z'])
    expect(of(found).undecided[1]?.missing).toEqual(['ops'])
    const other = classify({ tpp: 5000 })
    expect(of(other).undecided.map(({ entry, missing }) => [entry.code, missing])).toEqual([
      ['3A001.a.7', ['euv']],
      ['3A001.z', ['euv']],
    ])
  })

  it('takes a fallback as open, since it may give way', () => {
    const lists: SmallLists = {
      US: [
        { code: '3A991.p', criteria: { tops: '>= 8' }, fallback: true },
        { code: '5A002.z', criteria: { meets: ['3A991'] } },
      ],
    }
    const found = classifySmall(lists, { kind: 'ic', characteristics: { tops: 9 } })
    expect(openCodes(found)).toEqual(['5A002.z'])
    expect(of(found).met[0]).toMatchObject({ provisional: true })
  })
})
