import { describe, expect, it } from 'vitest'
import { formOf, isUnderSteps, readClaimedCode, stepsOf } from './claim-code.ts'

describe('the steps of a code', () => {
  it.each([
    ['3A090.a.1', ['3', 'a', '090', 'a', '1']],
    ['5A992.z.2.b1', ['5', 'a', '992', 'z', '2', 'b', '1']],
    ['7(17)ヲ', ['7', '17', 'ヲ']],
    ['7(17)カ(2)', ['7', '17', 'カ', '2']],
    ['7(17-2)', ['7', '17-2']],
    ['3.A.1.a.5.a', ['3', 'a', '1', 'a', '5', 'a']],
    ['PL9013', ['pl', '9013']],
    ['--', []],
  ])('%s', (code, steps) => {
    expect(stepsOf(code)).toEqual(steps)
  })

  it('tell what is at or below what', () => {
    const under = (code: string, above: string) => isUnderSteps(stepsOf(code), stepsOf(above))
    expect(under('3A090.b.1', '3A090.b')).toBe(true)
    expect(under('3A090.b', '3A090.b')).toBe(true)
    expect(under('3A090.b', '3A090.b.1')).toBe(false)
    expect(under('3A090.b.10', '3A090.b.1')).toBe(false)
    expect(under('7(17-2)', '7(17)')).toBe(false)
    expect(under('3A090', '')).toBe(false)
  })
})

describe('a claimed code', () => {
  it.each([
    ['US', '4A994.l (AT)', '4A994.l'],
    ['US', '4A994.l(AT1, RS)', '4A994.l'],
    ['US', '5A992.c, AT', '5A992.c'],
    ['US', '5A992.c [AT]', '5A992.c'],
    ['US', '3A090.a/RS', '3A090.a'],
    ['JP', '７（１７）ｦ', '7(17)ヲ'],
    ['JP', 'JP:7(17)カ(2)', '7(17)カ(2)'],
    ['JP', '輸出令別表第1の7の項(17)', '7(17)'],
    ['JP', '第7項(17)', '7(17)'],
    ['JP', '16-2', '16-2'],
    ['CN', '61/2025', '61/2025'],
    ['EU', 'US:3A090', 'US:3A090'],
  ])('of %s spelled %s is %s', (jurisdiction, stated, code) => {
    expect(readClaimedCode(jurisdiction, stated)).toMatchObject({ kind: 'paragraph', code })
  })

  it.each(['EAR99 (self)', 'EAR99/NLR', 'ear 99', 'EAR99, NLR'])(
    'may have a remark behind, %s',
    (stated) => {
      expect(readClaimedCode('US', stated)).toEqual({ kind: 'unlisted', word: 'EAR99' })
    },
  )

  it.each([
    '3A991 or 3A001',
    '3A991, 4A003.b',
    'EAR99 or 3A001',
    '3A991 (3A001)',
    '3A991/3A001',
    'EAR99/3A001',
  ])('is none where several stand, %s', (stated) => {
    expect(readClaimedCode('US', stated)).toEqual({ kind: 'paragraph', code: stated, steps: [] })
  })

  it('may say that there is none', () => {
    expect(readClaimedCode('US', 'EAR99')).toEqual({ kind: 'unlisted', word: 'EAR99' })
    expect(readClaimedCode('EU', 'not_listed')).toEqual({ kind: 'unlisted', word: 'not-listed' })
    expect(readClaimedCode('US', 'EAR990').kind).toBe('paragraph')
  })

  it.each(['非該当', '該当なし', '비해당', '해당 없음', 'nicht gelistet', 'Unlisted'])(
    'may say so in the words of its papers, %s',
    (stated) => {
      expect(readClaimedCode('DE', stated)).toEqual({ kind: 'unlisted', word: 'not-listed' })
    },
  )

  it.each(['16', '16項', '16の項(1)', '１６の項(2)', '輸出令別表第1の16の項(2)'])(
    'may name the item that catches what nothing lists, %s',
    (stated) => {
      expect(readClaimedCode('JP', stated, ['16'])).toEqual({
        kind: 'unlisted',
        word: 'not-listed',
      })
      expect(readClaimedCode('JP', stated).kind).toBe('paragraph')
    },
  )
})

describe('the form of a code', () => {
  it('is that of its head', () => {
    expect(formOf('3A090.a.1')).toBe('9A999')
    expect(formOf('7(17)ヲ')).toBe('9')
    expect(formOf('PL9013')).toBe('AA9999')
  })
})
