import { describe, expect, it } from 'vitest'
import { CrossFacts } from './facts.ts'

describe('what is said of a deal', () => {
  it('has each ground on which the same is said', () => {
    const facts = new CrossFacts()
    facts.say('numbers_confirmed', false, 'one ship')
    facts.say('numbers_confirmed', false, () => 'another')
    expect(facts.because('numbers_confirmed')).toEqual(['one ship', 'another'])
  })

  it('gives way to something else said later, with its grounds', () => {
    const facts = new CrossFacts()
    facts.say('share', 1, 'one')
    facts.most('share', 3, 'three')
    facts.most('share', 2, 'two')
    expect(facts.because('share')).toEqual(['three'])
  })
})
