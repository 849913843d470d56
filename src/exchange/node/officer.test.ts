import { describe, expect, it } from 'vitest'
import { keyIdOfEd25519 } from '../entry/envelope.ts'
import { publicBytesOf } from '../note/ed25519.ts'
import { keyOf, REGIME, rootKeys, signed } from '../regime.fixture.ts'
import { Members } from './nodes.fixture.ts'
import { officerProblems } from './officer.ts'

describe('a key that is to sign a message', () => {
  const members = new Members(['JP', 'NL', 'US'])
  const said = (officer: string, type = 'vote.cast') =>
    officerProblems(members.node('NL'), type, keyOf(officer)).map(({ detail }) => detail)

  it('is that of an officer of this member, in a role that sends it', () => {
    expect(said('NL delegate')).toEqual([])
    expect(said('US delegate')).toEqual(['NL has delegated this key to no officer now.'])
    expect(said('NL licensing')).toEqual([
      'Officers of NL in the role of licensing do not send vote.cast.',
    ])
  })

  it('is none that was taken back, or whose delegation has ended', () => {
    const of = new Members(['JP', 'NL', 'US'])
    const node = of.node('NL')
    const asked = () => officerProblems(node, 'vote.cast', keyOf('NL delegate')).length
    expect(asked()).toBe(0)
    const start = of.now
    of.now = Date.parse('2028-01-31T00:00:00Z')
    expect(asked()).toBe(1)
    of.now = start
    const revocation = {
      ...{ type: 'key-revocation' as const, regime: REGIME, member: 'NL' },
      keyId: keyIdOfEd25519(publicBytesOf(keyOf('NL delegate'))),
      compromisedAt: new Date(start).toISOString(),
    }
    node.learn([signed(revocation, rootKeys('NL')).bytes])
    expect(asked()).toBe(1)
  })
})
