import { describe, expect, it } from 'vitest'
import { Members } from '../node/nodes.fixture.ts'
import { pull } from '../node/pull.ts'
import { filesInMemory } from '../store/files.fixture.ts'
import { isWhole, verifySignatures } from './audit-log.ts'

describe('a look at a whole log', () => {
  it('holds its entries against the signed head, and finds one bit that turned on the disk', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 300)
    const jp = members.node('JP')
    expect(isWhole(jp, 'NL')).toBe(true)
    await pull(jp, members.peer('NL'))
    expect(isWhole(jp, 'NL')).toBe(true)
    const files = members.files.get('JP')?.copy() ?? filesInMemory()
    const bundle = Buffer.from(files.read('logs/NL/tile/entries/000') ?? [])
    bundle.writeUInt8(bundle.readUInt8(500) ^ 1, 500)
    files.write('logs/NL/tile/entries/000', bundle)
    expect(isWhole(members.open('JP', files), 'NL')).toBe(false)
  })

  it('verifies every signature, and names the entries where one does not hold', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const nl = members.node('NL')
    members.write(nl, 'vote.cast')
    members.write(nl, 'notice')
    expect(verifySignatures(nl, 'NL', 0, 2)).toEqual({ entries: 2, signatures: 3, wrong: [] })
    expect(verifySignatures(nl, 'NL', 1, 2)).toEqual({ entries: 1, signatures: 1, wrong: [] })
    const other = members.open('US', filesInMemory())
    const staged = other.log('US').stage(nl.log('NL').entries(0))
    expect(staged.size).toBe(2)
    other.log('US').commit(nl.log('NL').head?.note ?? expect.unreachable())
    expect(verifySignatures(other, 'US', 0, 2).wrong).toEqual([0, 1])
  })
})
