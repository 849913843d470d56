import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'
import { writtenOut } from './written-out.ts'

describe('the name of a firm written out', () => {
  it.each([
    ['Joint Stock Co. Halcyon', 'Joint Stock company Halcyon'],
    ['Ltd Liability Co HALCYON', 'limited Liability company HALCYON'],
    ['Halcyon Technoogies Comany', 'Halcyon technologies company'],
    ['Halcyon Eng. (Selene)', 'Halcyon engineering (Selene)'],
    ['JOINTSTOCK COMPANY HALCYON', 'joint stock COMPANY HALCYON'],
    ['Halcyon Joint Stock', 'Halcyon Joint Stock company'],
    ['LLCHALCYON', 'llc halcyon'],
    ['HALCYONOOO', 'halcyon ooo'],
    ['NII Halcyon', 'scientific research institute Halcyon'],
    ['OBSHCESTVO HALCYON', 'obshchestvo HALCYON'],
  ])('writes %s as %s', (name, written) => {
    expect(writtenOut(name)).toEqual([written])
  })

  it('leaves out the last word of a long name, which may have been cut', () => {
    expect(writtenOut('Nanjing Halcyon Lattice Information Tec')).toContain(
      'Nanjing Halcyon Lattice Information',
    )
    expect(writtenOut('Nanjing Halcyon Lattice Information Technology')).toEqual([])
    expect(writtenOut('Nanjing Halcyon Tec')).toEqual([])
  })

  it.each([
    'Halcyon Limited',
    'Halcyonic',
    'Halcyon Joint Stock Company',
    'Халцион Компани',
    'C',
    '',
  ])('leaves %s as it is', (name) => {
    expect(writtenOut(name)).toEqual([])
  })

  it.each([
    ['Joint Stock Co Halcyon Lattice', 'JOINT STOCK COMPANY HALCYON LATTICE'],
    ['HALCYON ENERGY GROUP COMANY LIMITED', 'HALCYON ENERGY GROUP COMPANY LIMITED'],
    ['Kal Halcyon Avn, Inc.', 'Kal Halcyon Aviation, Inc.'],
    ['Halcyon Zephyx Ltd PO 4500123456', 'Halcyon Zephyx Ltd'],
    ['Halcyon Zephyx Ltd, Ref. No. 2026-00417', 'Halcyon Zephyx Ltd'],
  ])('finds %s as %s', (asked, listed) => {
    const schema = 'Organization'
    expect(compareParties({ name: asked, schema }, { name: listed, schema }).match).toBe(true)
  })
})
