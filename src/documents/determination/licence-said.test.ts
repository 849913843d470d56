import { describe, expect, it } from 'vitest'
import type { Answer, JurisdictionFinding, Verdict } from '../../determination/index.ts'
import { ANSWER } from '../determination.fixture.ts'
import { scribeOf } from '../messages.ts'
import { LANGUAGES, type Language } from '../paper.ts'
import { jurisdictionBlocks } from './jurisdictions.ts'

/** All that a document says of one jurisdiction that answers so. */
function saidOf(required: Answer, verdict: Verdict, language: Language): string {
  const [first] = ANSWER.jurisdictions
  const licence = { ...first?.licence, required: { asWritten: required, asAdministered: required } }
  const one = { ...first, licence, verdict } as JurisdictionFinding
  return JSON.stringify(jurisdictionBlocks(one, [], scribeOf(language)))
}

describe('whether a licence is required, in a document', () => {
  it.each(LANGUAGES)('is no plain "no" for law that is not encoded (%s)', (language) => {
    const careful = scribeOf(language).text('noneEncodedAsks')
    const said = saidOf(false, 'undetermined', language)
    expect(said.split(JSON.stringify(careful)).length - 1).toBe(2)
    expect(saidOf(false, 'clear', language)).not.toContain(careful)
    expect(saidOf(true, 'undetermined', language)).not.toContain(careful)
    expect(saidOf('unknown', 'undetermined', language)).not.toContain(careful)
  })
})
