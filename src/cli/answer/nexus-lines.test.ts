import { describe, expect, it } from 'vitest'
import type { JurisdictionFinding, NexusFinding } from '../../determination/index.ts'
import { createPaint } from '../output/paint.ts'
import { ANSWER } from './answer.fixture.ts'
import { nexusLines } from './nexus-lines.ts'
import type { Page } from './page.ts'

const PAGE: Page = { width: 200, paint: createPaint(false) }
const lines = (...nexus: readonly NexusFinding[]): readonly string[] => {
  const [seat] = ANSWER.jurisdictions
  return nexusLines(PAGE, { ...(seat as JurisdictionFinding), nexus })
}
const content = (truth: NexusFinding['truth'], more: Partial<NexusFinding> = {}): NexusFinding => ({
  kind: 'de-minimis',
  truth,
  because: 'Controlled content: 31 %; asked: > 25 %.',
  cite: '15 CFR 734.4',
  ...more,
})

describe('how a seat holds', () => {
  it('is said with the paragraph and the computation', () => {
    expect(lines(content('true', { through: ['us-content'] }))).toEqual([
      '  Through content (us-content): Controlled content: 31 %; asked: > 25 %. 15 CFR 734.4',
    ])
  })
  it('leaves out a paragraph where the way says it all', () => {
    const territory: NexusFinding = {
      kind: 'territory',
      truth: 'true',
      through: ['us-territory'],
      because: 'It leaves US.',
      cite: '734.3',
    }
    expect(lines(territory)).toEqual(['  Through territory: It leaves US. 734.3'])
  })
  it('says what is open, and leaves out what does not hold beside it', () => {
    const made = content('unknown', { kind: 'direct-product', because: 'Open.' })
    expect(lines(content('false'), made)).toEqual([
      '  Through what made it (not decided): Open. 15 CFR 734.4',
    ])
  })
  it('says why not where nothing holds', () => {
    expect(lines(content('false'))).toEqual([
      '  Not through content: Controlled content: 31 %; asked: > 25 %. 15 CFR 734.4',
    ])
  })
})
