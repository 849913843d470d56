import { describe, expect, it } from 'vitest'
import { widthOf } from '../output/wrap.ts'
import { sideBySide } from './side-by-side.ts'

const paint = (_style: unknown, text: string) => text
const rows = [
  { name: 'title', left: 'Processors of 6000 or more', right: 'Processors of 4800 or more' },
  { name: 'notes', right: 'New \u001b[31mred' },
]

describe('two texts beside each other', () => {
  it('stand in two columns, a dash where one says nothing, and no line is wider than the page', () => {
    const lines = sideBySide({ width: 80, paint }, ['as it stands', 'as proposed'], rows)
    expect(lines[1]).toMatch(
      /^ {4}title Processors of 6000 or more {8} Processors of 4800 or more$/,
    )
    expect(lines[2]).toMatch(/^ {4}notes – +New/)
    expect(lines.every((line) => widthOf(line) <= 80)).toBe(true)
    expect(lines.join('')).not.toContain('\u001b')
  })

  it('stand one under the other where the page is narrow', () => {
    const lines = sideBySide({ width: 60, paint }, ['as it stands', 'as proposed'], rows)
    expect(lines.slice(0, 2)).toEqual([
      '    title, as it stands: Processors of 6000 or more',
      '    title, as proposed: Processors of 4800 or more',
    ])
  })
})
