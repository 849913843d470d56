import { describe, expect, it } from 'vitest'
import { footnotesIn, rowRule } from './row-rule.ts'

describe('footnotesIn', () => {
  it.each([
    [
      'For all items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)',
      [3],
    ],
    ['(See §§ 734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)', [3]],
    ['For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR) 4', [4]],
    ['For all items subject to the EAR. (See § 734.9(e) and § 744.11 of the EAR)4', [4]],
    ['For all items subject to the EAR, see §§ 734.9(e) 1 and 744.11 of the EAR 2', [1, 2]],
    ['For all items subject to the EAR. (See § 744.11 of the EAR)', []],
    ['overcome by License Exception GOV under § 740.11(b)(2) and (e)', []],
    ['See §§ 744.2(d), 744.3(d), and 744.4(d) of this part', []],
  ])('reads %s', (text, footnotes) => {
    expect(footnotesIn(text)).toEqual(footnotes)
  })
})

describe('rowRule', () => {
  it('leaves out what the row does not say', () => {
    expect(rowRule({ requirement: ' ', policy: undefined })).toEqual({ footnotes: [] })
  })

  it('prefers footnotes that the file marks', () => {
    const rule = rowRule({
      requirement: 'All items 3',
      policy: 'Presumption\n of denial',
      footnotes: [5],
    })
    expect(rule).toEqual({
      licenceRequirement: 'All items 3',
      reviewPolicy: 'Presumption of denial',
      footnotes: [5],
    })
  })
})
