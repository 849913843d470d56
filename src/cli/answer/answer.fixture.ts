import type { Determination, Transaction } from '../../determination/index.ts'

export const MARGIN = {
  parameter: 'dco_nm',
  value: '1.44',
  wanted: '<= 1.5',
  unit: 'nm',
  percent: '-4',
  truth: 'true',
} as const

/** An answer with a little of everything. */
export const ANSWER = {
  id: 'order-1',
  asOf: '2026-06-02',
  knownAt: '2026-06-02',
  engine: { version: '0.1.0' },
  rulebook: { edition: '2026-09-24-aaaa', digest: 'sha256:aaaa' },
  lists: [
    {
      source: 'us-csl',
      snapshot: 'us-csl 2026-06-01',
      digest: `sha256:${'b'.repeat(64)}`,
      date: '2026-06-01',
    },
  ],
  input: 'sha256:cccc',
  digest: `sha256:${'d'.repeat(64)}`,
  verdict: 'licence-required',
  because: ['tool (3B001.f) to CN: a licence is required.', 'A second reason.'],
  jurisdictions: [
    {
      jurisdiction: 'US',
      name: 'United States',
      verdict: 'licence-required',
      because: ['tool (3B001.f) to CN: a licence is required.', 'Another reason.'],
      nexus: [
        { kind: 'territory', truth: 'true', because: 'The item leaves US.', cite: '15 CFR 734.3' },
        { kind: 'origin', truth: 'false', because: 'Not told.', cite: '' },
        { kind: 'person', truth: 'unknown', because: 'Nobody states who acts.', cite: '' },
      ],
      items: [
        {
          item: 'tool',
          listed: 'listed',
          eliminated: 12,
          entries: [
            {
              code: '3B001.f',
              version: 'current',
              title: 'Scanner',
              truth: 'true',
              basis: 'parameters',
              margins: [MARGIN],
              missing: [],
              cite: 'ECCN 3B001.f',
            },
            {
              code: '3B002.a',
              version: '2024',
              title: 'Tester',
              truth: 'unknown',
              basis: 'text',
              margins: [],
              missing: [],
              cite: '',
            },
            {
              code: '3B003.b',
              version: 'current',
              title: 'Other',
              truth: 'unknown',
              basis: 'parameters',
              claimed: { code: '3B003', basis: 'maker', evidence: 'letter' },
              margins: [],
              missing: ['na_max'],
              cite: '',
            },
          ],
        },
      ],
      licence: {
        required: { asWritten: true, asAdministered: false },
        by: [
          {
            rule: 'US:742.4',
            title: 'NS',
            effect: 'licence-required',
            truth: 'true',
            policy: 'case by case',
            item: 'tool',
            entry: '3B001.f',
            destination: 'CN',
            cite: '15 CFR 742.4',
            administered: { truth: 'false', what: 'Not enforced.', cite: 'announcement' },
          },
          {
            rule: 'US:chart:AT1',
            title: 'AT',
            effect: 'licence-required',
            truth: 'false',
            policy: null,
            item: 'tool',
            entry: '3B001.f',
            destination: 'CN',
            cite: '',
          },
        ],
        exceptions: [
          {
            id: 'TMP',
            title: 'Temporary',
            item: 'tool',
            usable: 'unknown',
            conditions: [{ text: 'Returned.', met: 'unknown' }],
            equivalentControls: [],
            formalities: ['a record'],
            overcomes: ['US:742.4'],
            cite: '740.9',
          },
          {
            id: 'STA',
            title: 'Strategic',
            item: 'tool',
            usable: false,
            conditions: [{ text: 'Not to D:5.', met: false }],
            equivalentControls: [],
            formalities: [],
            overcomes: ['US:742.4'],
            cite: '740.20',
          },
          {
            id: 'RFF',
            title: 'Fab',
            item: 'tool',
            usable: 'unknown',
            conditions: [],
            equivalentControls: [],
            formalities: [],
            overcomes: ['US:744.11'],
            cite: '740.26',
          },
        ],
        heldBy: ['D1234'],
        notFitting: [{ because: ['It ended on 2026-05-31.'], id: 'D0999', item: 'tool' }],
        authority: 'BIS',
      },
    },
  ],
  references: [
    {
      jurisdiction: 'WA',
      name: 'Wassenaar',
      items: [
        {
          item: 'tool',
          listed: 'listed',
          eliminated: 0,
          entries: [
            {
              code: '3.B.1.f',
              version: 'current',
              title: '',
              truth: 'true',
              basis: 'parameters',
              margins: [],
              missing: [],
              cite: '',
            },
          ],
        },
      ],
    },
  ],
  parties: [
    {
      role: 'end-user',
      name: 'Fab Co',
      screening: {
        state: 'not-screened',
        because: ['Entity List: no copy.', 'Unverified List: no copy.'],
        hits: [],
      },
    },
    {
      role: 'purchaser',
      name: 'Fab Co',
      screening: {
        state: 'not-screened',
        because: ['Entity List: no copy.', 'Unverified List: no copy.'],
        hits: [],
      },
    },
  ],
  redFlags: [
    { id: 'flag-1', rule: 'stated', because: 'Cash is offered.', state: 'open', cite: 'Supp. 3' },
    {
      id: 'flag-2',
      rule: 'stated',
      because: 'Odd route.',
      state: 'resolved',
      resolvedBy: 'A. Person',
      cite: '',
    },
  ],
  duties: [{ what: 'Keep records.', to: 'BIS', by: '2031-06-02', cite: '15 CFR 762' }],
  missing: [
    { fact: 'screening', of: 'Fab Co', why: 'x', wouldDecide: ['verdict'] },
    {
      fact: 'endUse.military',
      of: 'transaction',
      why: 'Is it military?',
      wouldDecide: ['US:744.21'],
    },
  ],
  assumptions: [{ what: 'No cryptography.', cite: 'Reading rule' }],
  coverage: [{ jurisdiction: 'US', area: 'entries for tools', state: 'partly' }],
} as unknown as Determination

export const TRANSACTION = {
  kind: 'export',
  route: { from: 'US', via: ['SG'], to: 'CN' },
  items: [{}],
} as unknown as Transaction
