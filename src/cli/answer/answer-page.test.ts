import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../desk/index.ts'
import type { JurisdictionFinding } from '../../determination/index.ts'
import { createPaint } from '../output/paint.ts'
import { ANSWER, MARGIN, TRANSACTION } from './answer.fixture.ts'
import { answerPage } from './answer-page.ts'
import { whatWouldChange } from './changes.ts'
import { marginText } from './entry-lines.ts'
import { licenceLines } from './licence-lines.ts'
import { count, groupBy, listing, named, type Page, readable, shortened } from './page.ts'
import { partyLines } from './party-lines.ts'
import { reasonLines } from './reason-lines.ts'

const PAGE: Page = { width: 100, paint: createPaint(false) }
const ruleOf = (id: string) =>
  id.startsWith('US:744') ? { title: 'Military', cite: '15 CFR 744.21' } : undefined

describe('the answer for a person', () => {
  const text = answerPage(PAGE, {
    answer: ANSWER,
    transaction: TRANSACTION,
    subjects: [],
    steps: ['Apply.'],
    ruleOf,
  }).join('\n')

  test('begins with the verdict, the deal and the first reason', () => {
    expect(text.split('\n').slice(0, 3)).toEqual([
      'LICENCE REQUIRED  order-1 · export US → SG → CN · 1 item · law of 2026-06-02',
      'tool (3B001.f) to CN: a licence is required.',
      '· A second reason.',
    ])
  })

  test('tells of every jurisdiction what was not told at the top, its conditions too', () => {
    const [first] = ANSWER.jurisdictions
    const because = ['a', 'b', 'c', 'd', 'e', 'not shown at the top']
    const verdict = 'clear-with-conditions'
    const jurisdictions = [{ ...first, verdict, because } as JurisdictionFinding]
    const answer = { ...ANSWER, verdict, because, jurisdictions } as typeof ANSWER
    const told = { answer, transaction: TRANSACTION, subjects: [], steps: [], ruleOf }
    const lines = answerPage(PAGE, told)
    expect(lines).toContain('· 1 more reason below')
    const at = lines.indexOf('United States: clear with conditions')
    expect(lines[at + 1]).toBe('  not shown at the top')
  })

  test('tells what keeps a rule open that no fact decides', () => {
    const [first] = ANSWER.jurisdictions
    const [rule] = first?.licence.by ?? []
    const open = { ...rule, rule: 'US:744.21', truth: 'unknown', open: ['Not read.'] }
    const required = { asWritten: 'unknown', asAdministered: 'unknown' }
    const licence = { ...first?.licence, required, by: [open] }
    const lines = licenceLines(PAGE, { ...first, licence } as JurisdictionFinding, [], ruleOf)
    const at = lines.findIndex((line) => line.includes('US:744.21  open: '))
    expect(lines.slice(at + 1, at + 3).map((line) => line.trim())).toContain('Not read.')
  })

  test('says no plain "no" for law that is not encoded', () => {
    const [first] = ANSWER.jurisdictions
    const licence = { ...first?.licence, required: { asWritten: false, asAdministered: false } }
    const said = (verdict: string) =>
      licenceLines(
        PAGE,
        { ...first, licence, verdict } as JurisdictionFinding,
        [],
        ruleOf,
      )[0]?.trim()
    expect(said('undetermined')).toBe(
      'Licence required: no rule encoded here asks for one; what is not encoded or not stated may',
    )
    expect(said('clear')).toBe('Licence required: no')
  })

  test.each([
    ['a hold that is there', 'Through territory: The item leaves US. 15 CFR 734.3'],
    ['a hold that is open', 'Through person (not decided): Nobody states who acts.'],
    ['how far a value is from its limit', '· dco_nm 1.44 nm, criterion <= 1.5: 4 % below'],
    ['what is open for want of its text', 'Open: 3B002.a (2024); its text is not read in full'],
    [
      'what is open for want of a fact, with its claim',
      'Open: 3B003.b; needs na_max, claimed as 3B003 (maker: letter)',
    ],
    ['how many others were tested', '12 other entries tested and not met'],
    [
      'that text and administration differ',
      'by the text yes, as administered no: a person must decide which to follow',
    ],
    [
      'the rule, for what and where to',
      'Requires a licence for tool as 3B001.f to CN. 15 CFR 742.4',
    ],
    ['the policy', 'Review policy: case by case'],
    ['the administration', 'As administered: not applied. Not enforced. announcement'],
    ['rules that do not apply', 'Tested and not applying: US:chart:AT1'],
    ['rules that are open', 'Also open: US:744.21'],
    ['licences held', 'Held and fitting: D1234'],
    ['licences that do not fit', 'Held and not fitting: D0999 for tool: It ended on 2026-05-31.'],
    [
      'an exception that may be usable, its condition and what is owed',
      '? Returned.\n      Owed: a record',
    ],
    ['an exception that is not, and why', 'Not usable: STA. Not to D:5'],
    ['an exception for a rule that is open', 'Should an open rule apply, these may matter: RFF'],
    ['a party once for all its roles', 'NOT SCREENED  Fab Co (end-user and purchaser)'],
    ['the reason that lists share', 'Entity List and Unverified List: no copy.'],
    ['an open red flag', 'OPEN  Cash is offered. Supp. 3 (flag-1)'],
    ['a resolved one', 'Resolved by A. Person  Odd route.'],
    [
      'the question to ask',
      '2. Is it military? (transaction)\n     endUse.military; decides US:744.21',
    ],
    ['what is assumed', '· No cryptography. Reading rule'],
    ['what is not encoded', 'US  entries for tools (in part)'],
    ['what a regime lists', 'For reference, binding nobody: WA lists tool under 3.B.1.f'],
    ['a duty with its day', '· Keep records. To: BIS, by 2031-06-02. 15 CFR 762'],
    ['what to do', '1. Apply.'],
    ['the lists used', 'us-csl 2026-06-01'],
    ['the digest of the answer', 'answer sha256:dddddddddddd'],
  ])('tells %s', (_name, part) => {
    expect(text).toContain(part)
  })

  test('leaves out what is not so', () => {
    expect(text).not.toContain('Not told.')
    expect(text.match(/tool \(3B001\.f\) to CN: a licence is required\./g)).toHaveLength(1)
  })

  test('keeps to its width, whatever that is', () => {
    for (const width of [60, 80, 100]) {
      const lines = answerPage(
        { ...PAGE, width },
        { answer: ANSWER, transaction: TRANSACTION, subjects: [], steps: [], ruleOf },
      )
      expect(lines.filter((line) => line.length > width)).toEqual([])
    }
  })

  test('says the same with colour as without', () => {
    const painted = answerPage(
      { width: 100, paint: createPaint(true) },
      { answer: ANSWER, transaction: TRANSACTION, subjects: [], steps: ['Apply.'], ruleOf },
    ).join('\n')
    expect(painted).toContain('\u001b[31m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the escape character.
    expect(painted.replaceAll(/\u001b\[\d+m/g, '')).toBe(text)
  })

  test('shows nothing of a name that would move the cursor', () => {
    const parties = ANSWER.parties.map((party) => ({ ...party, name: 'Fab\u001b[2J Co' }))
    expect(partyLines(PAGE, parties).join('\n')).toContain('Fab\\u{1b}[2J Co')
  })
})

describe('what would change the answer', () => {
  test('names open exceptions for rules that apply, the administration and values near a limit', () => {
    expect(whatWouldChange(ANSWER)).toEqual([
      'United States: an exception whose open conditions (?) all hold: TMP.',
      'United States: to follow the administration instead of the text, which a person must decide.',
      'Values at a limit, or within 5 % of it, measured anew: dco_nm 1.44 nm, criterion <= 1.5: 4 % below (tool, US:3B001.f).',
    ])
  })
})

describe('what to do next', () => {
  test('asks for lists once for all parties, last where a licence is needed anyway', () => {
    const steps = stepsOf(ANSWER)
    expect(steps.filter((step) => step.includes('screening of'))).toEqual([])
    expect(steps.at(-1)).toContain('navicert lists import')
  })

  test('asks for them first where nothing is decided, and not where they are there', () => {
    expect(stepsOf({ ...ANSWER, verdict: 'undetermined' })[0]).toContain('navicert lists import')
    expect(stepsOf({ ...ANSWER, parties: [] }).join()).not.toContain('lists import')
  })
})

describe('reasons', () => {
  test('are told as a tree down to the facts', () => {
    const lines = reasonLines(PAGE, [
      {
        jurisdiction: 'US',
        item: 'tool',
        conclusion: 'US:3B001.f',
        truth: 'true',
        cite: 'ECCN',
        explanation: {
          kind: 'all',
          truth: 'true',
          children: [
            {
              kind: 'fact',
              truth: 'true',
              parameter: 'mrf_nm',
              got: '35.7',
              wanted: '<= 45',
              derivation: '0.25 * 193 / 1.35',
            },
            { kind: 'not', truth: 'true', child: { kind: 'never', truth: 'false' } },
            { kind: 'unread', truth: 'unknown', why: 'notes' },
          ],
        },
      },
    ])
    expect(lines.slice(2)).toEqual([
      '  US:3B001.f of tool: true. ECCN',
      '    ✓ all of:',
      '      ✓ mrf_nm: 35.7, from 0.25 * 193 / 1.35; asked: <= 45',
      '      ✓ not:',
      '        ✗ the paragraph is not used',
      '      ? not read: notes',
    ])
    expect(reasonLines(PAGE, [])).toEqual([])
  })
})

describe('words', () => {
  test('distances are told in percent, and the limit by its name', () => {
    expect(marginText({ ...MARGIN, percent: '+0.0' })).toMatch(/: at the limit$/)
    expect(marginText({ ...MARGIN, percent: '230' })).toMatch(/: 230 % above$/)
    expect(marginText({ parameter: 'a', value: '1', wanted: 'x', truth: 'true' })).toBe(
      'a 1, criterion x',
    )
  })

  test('lists are cut and counted', () => {
    expect(listing(['a'])).toBe('a')
    expect(listing(['a', 'b', 'c'])).toBe('a, b and c')
    expect(listing(['a', 'b', 'c', 'd', 'e'], 3)).toBe('a, b and 3 more')
    expect([count(1, 'entry', 'entries'), count(1200, 'item')]).toEqual(['1 entry', '1,200 items'])
  })

  test('long numbers are rounded for reading and marked so', () => {
    expect([readable('19.4496314496'), readable('1.5'), readable('123456789')]).toEqual([
      '≈ 19.4496',
      '1.5',
      '123456789',
    ])
  })

  test('a reason with very many rules is cut at one of them', () => {
    const long = `undecided under ${Array.from({ length: 60 }, (_, at) => `US:74${at}`).join(', ')}.`
    expect(shortened(long)).toMatch(/US:74\d+ … \(--json has it whole\)$/)
    expect(shortened('short.')).toBe('short.')
  })

  test('a name longer than the line still leads its text', () => {
    expect(
      named({ ...PAGE, width: 30 }, '  ', 'US:742.6(a)(6)(iii)(A)-and-more', 'text')[0],
    ).toContain('US:742.6')
  })

  test('things are grouped in the order in which they come', () => {
    expect(groupBy(['b1', 'a1', 'b2'], (text) => text.charAt(0))).toEqual([['b1', 'b2'], ['a1']])
  })
})
