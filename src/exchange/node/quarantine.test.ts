import { describe, expect, it } from 'vitest'
import { Members } from './nodes.fixture.ts'
import { quarantine, quarantined } from './quarantine.ts'

describe('what came and was not taken', () => {
  it('is kept once, in bounds for each member, so that none hides what another sent', () => {
    const node = new Members(['JP', 'NL', 'US']).node('NL')
    const came = (member: string, content: string): void =>
      quarantine(node, { member, problems: [], content })
    for (let at = 0; at < 300; at += 1) came('JP', `rubbish ${at}`)
    came('US', 'another history')
    came('US', 'another history')
    const of = (member: string) => quarantined(node).filter((one) => one.member === member)
    expect(of('JP')).toHaveLength(50)
    expect(of('US')).toMatchObject([{ content: 'another history' }])
  })
})
