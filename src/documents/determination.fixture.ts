import type { Determination, Transaction } from '../determination/index.ts'

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`

/** An answer in which every citation, reason and name is told apart from every other. */
export const ANSWER = {
  id: 'order-4711',
  asOf: '2026-06-02',
  knownAt: '2026-06-03',
  engine: { version: '0.1.0' },
  rulebook: { edition: '2026-09-24-abc', digest: digest('a') },
  lists: [
    { source: 'us-csl', snapshot: 'us-csl 2026-05-28', digest: digest('b'), date: '2026-05-28' },
    { source: 'un', snapshot: 'un 2026-05-30', digest: digest('c'), date: '2026-05-30' },
  ],
  input: digest('d'),
  digest: digest('e'),
  verdict: 'licence-required',
  because: ['tool (3B001.f) to CN: NS licence (15 CFR 742.4).', 'A second reason.'],
  jurisdictions: [
    {
      jurisdiction: 'US',
      name: 'United States',
      verdict: 'licence-required',
      because: ['A licence is required by the Country Chart.'],
      nexus: [
        {
          kind: 'origin',
          truth: 'true',
          through: ['us-origin'],
          because: 'The item originates in US.',
          cite: '15 CFR 734.3(a)(2)',
        },
        { kind: 'person', truth: 'false', because: 'No such person.', cite: '15 CFR 744.6' },
      ],
      items: [
        {
          item: 'tool',
          listed: 'listed',
          eliminated: 190,
          entries: [
            {
              code: '3B001.f',
              version: '2026',
              title: 'Lithography equipment',
              truth: 'true',
              basis: 'parameters',
              margins: [
                {
                  parameter: 'mrf_nm',
                  value: '35.7401234567',
                  wanted: '<= 45',
                  unit: 'nm',
                  percent: '-21',
                  truth: 'true',
                },
              ],
              missing: [],
              cite: '15 CFR 774 Supp. 1 ECCN 3B001.f',
            },
            {
              code: '3B991',
              version: 'current',
              title: 'Other equipment',
              truth: 'unknown',
              basis: 'claim',
              claimed: { code: '3B991', basis: 'maker' },
              suspended: true,
              margins: [],
              missing: ['dco_nm'],
              cite: '15 CFR 774 Supp. 1 ECCN 3B991',
            },
          ],
        },
        { item: 'spare', listed: 'not-covered', eliminated: 0, entries: [] },
      ],
      licence: {
        required: { asWritten: true, asAdministered: 'unknown' },
        by: [
          {
            rule: 'US:744.99',
            title: 'Not for this',
            effect: 'prohibited',
            truth: 'false',
            policy: null,
            item: 'tool',
            entry: '3B001.f',
            destination: null,
            cite: '15 CFR 744.99',
          },
          {
            rule: 'US:742.4',
            title: 'National security',
            effect: 'licence-required',
            truth: 'true',
            policy: 'presumption of denial',
            administered: { truth: 'false', what: 'Not enforced for now.', cite: 'Notice 7' },
            item: 'tool',
            entry: '3B001.f',
            destination: 'CN',
            cite: '15 CFR 742.4',
          },
        ],
        exceptions: [
          {
            id: 'TMP',
            title: 'Temporary exports',
            item: 'tool',
            usable: 'unknown',
            conditions: [
              { text: 'It is returned.', met: 'unknown' },
              { text: 'The owner keeps control.', met: true },
              { text: 'Not to group D:5.', met: false },
            ],
            equivalentControls: [
              {
                entry: '3B001.f',
                destination: 'GB',
                control: 'GB:PL9013',
                since: '2024-04-01',
                cite: 'UK list',
                mark: 'text',
              },
            ],
            formalities: ['Keep a record.'],
            overcomes: ['US:742.4'],
            cite: '15 CFR 740.9',
          },
        ],
        heldBy: ['D1234567'],
        notFitting: [{ because: ['It ended on 2026-05-31.'], id: 'D0999999', item: 'tool' }],
        authority: 'Bureau of Industry and Security',
      },
    },
  ],
  references: [
    {
      jurisdiction: 'WA',
      name: 'Wassenaar Arrangement',
      items: [
        {
          item: 'tool',
          listed: 'listed',
          eliminated: 3,
          entries: [
            {
              code: '3.B.1.f',
              version: 'current',
              title: 'Lithography of the Arrangement',
              truth: 'true',
              basis: 'claim',
              claimed: { code: '3.B.1.f', basis: 'self', evidence: 'Data sheet 12' },
              margins: [],
              missing: [],
              cite: 'WA-LIST (25) 1 3.B.1.f',
            },
          ],
        },
      ],
    },
  ],
  parties: [
    {
      role: 'end-user',
      name: '中芯国际集成电路制造有限公司',
      screening: {
        state: 'hit',
        because: ['Listed.'],
        hits: [
          {
            list: 'us-entity-list',
            entry: 'row 17',
            name: 'Semiconductor Manufacturing International Corporation',
            matchedName: '中芯国际',
            probability: 0.97,
            nameScore: 0.94,
            because: ['Same name in Han characters.'],
            consequence: 'A licence is required for all items subject to the EAR.',
          },
        ],
      },
      ownership: [
        {
          rule: 'US:744.11-owned',
          owned: 'unknown',
          inEffect: 'false',
          share: { least: '0.2', most: '0.6' },
          because: 'Holding owns 0.2 for certain.',
          consequence: 'It would take the status of its owner.',
          cite: '90 FR 47201',
        },
      ],
    },
    {
      role: 'bank',
      name: 'شركة المثال للتجارة',
      screening: { state: 'stale', because: ['Entity List: too old.'], hits: [] },
    },
  ],
  redFlags: [
    {
      id: 'cash',
      rule: 'stated',
      because: 'Cash is offered.',
      raises: 'Who pays, and why in cash.',
      state: 'open',
      cite: '15 CFR 732 Supp. 3',
    },
    {
      id: 'route',
      rule: 'stated',
      because: 'The route is odd.',
      state: 'resolved',
      resolvedBy: 'A. Person',
      cite: '15 CFR 732 Supp. 3 no. 9',
    },
  ],
  duties: [{ what: 'Keep records.', to: 'BIS', by: '2031-06-02', cite: '15 CFR 762.6' }],
  missing: [
    {
      fact: 'endUse.military',
      of: 'transaction',
      why: 'Is the end use military?',
      wouldDecide: ['US:744.21'],
    },
  ],
  assumptions: [{ what: 'No cryptography.', cite: 'Reading rule 3' }],
  coverage: [
    { jurisdiction: 'US', area: 'entries for tools', state: 'partly' },
    { jurisdiction: 'JP', area: 'all rules', state: 'none' },
    { jurisdiction: 'US', area: 'entries for chips', state: 'complete' },
  ],
  reasons: [
    {
      jurisdiction: 'US',
      item: 'tool',
      conclusion: '3B001.f',
      truth: 'true',
      cite: '15 CFR 774 Supp. 1',
      explanation: {
        kind: 'all',
        truth: 'true',
        children: [
          {
            kind: 'fact',
            truth: 'true',
            parameter: 'mrf_nm',
            got: '35.74',
            wanted: '<= 45',
            derivation: '0.25 * wavelength_nm (193) / na_max (1.35)',
          },
          {
            kind: 'not',
            truth: 'true',
            child: {
              kind: 'any',
              truth: 'false',
              children: [
                { kind: 'never', truth: 'false' },
                { kind: 'unread', truth: 'unknown', why: 'The note is not encoded.' },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as Determination

/** Names in every script that a document must show, with what would read as markup. */
export const NAMES = [
  'Müller & Søn “Łódź” GmbH',
  'ООО «Пример»',
  'Εταιρεία Παράδειγμα',
  'شركة المثال للتجارة',
  'חברת דוגמה בע״מ',
  'บริษัท ตัวอย่าง จำกัด',
  'उदाहरण कंपनी',
  '株式会社サンプル',
  '삼성전자 주식회사',
  '中芯国际集成电路制造有限公司',
  '臺灣積體電路製造',
  '#let x = [*bold*] $y$ <a> @b',
]

export const TRANSACTION = {
  id: 'order-4711',
  kind: 'export',
  route: { from: 'US', via: ['SG'], to: 'CN' },
  items: [
    {
      id: 'tool',
      name: 'ArF immersion scanner',
      kind: 'sme.litho.scanner',
      characteristics: { wavelength_nm: '193', na_max: '1.35' },
      claims: [{ jurisdiction: 'EU', code: '3B501.f', basis: 'maker', evidence: 'Letter 5' }],
      serialNumbers: ['SN-1', 'SN-2'],
      madeWith: [],
      value: { amount: '52000000', currency: 'EUR' },
      content: [
        {
          name: 'laser',
          origin: 'JP',
          characteristics: {},
          claims: [],
          serialNumbers: [],
          madeWith: [],
        },
      ],
    },
  ],
  parties: [
    { role: 'exporter', name: 'Example Fab Co', country: 'US', address: '1 Example Road' },
    { role: 'end-user', name: '中芯国际集成电路制造有限公司', country: 'CN' },
    ...NAMES.map((name) => ({ role: 'bank', name, identifiers: { registration: '0815' } })),
  ],
  endUse: { description: 'Logic foundry', military: false },
  documents: [{ type: 'contract', text: 'x'.repeat(5000) }],
} as unknown as Transaction
