import { type LegalDate, unwrap } from '../kernel/index.ts'
import { type Expression, parseLaw, type Rulebook } from '../rulebook/index.ts'
import { createClassifier } from './classifier.ts'
import type { Classification, ClassifyOptions, JurisdictionClassification } from './model.ts'
import { parseItem } from './parse-item.ts'

/** An entry of which a test writes only what matters to it. Its law is invented. */
export interface SmallEntry {
  readonly code: string
  readonly criteria: Expression
  readonly [key: string]: unknown
}

export type SmallLists = Readonly<Record<string, readonly SmallEntry[]>>

const DICTIONARY = {
  kind: { type: 'kind', definition: 'What it is.', question: 'What kind of item is it?' },
  ops: { type: 'list', definition: 'Rates by precision.', question: 'How fast is it?' },
  tpp: {
    type: 'number',
    unit: 'TOPS*bit',
    definition: 'Total performance.',
    formula: 'tera_ops_dense * bits',
    maxOver: 'ops',
  },
  area_mm2: { type: 'number', unit: 'mm2', definition: 'Area of the die.' },
  density: { type: 'number', unit: '1', definition: 'Density.', formula: 'tpp / area_mm2' },
  tops: { type: 'number', unit: '1', definition: 'Plain operations.' },
  dco_nm: { type: 'number', unit: 'nm', definition: 'Overlay.' },
  euv: { type: 'boolean', definition: 'Uses extreme ultraviolet.' },
  for_cars: { type: 'boolean', definition: 'Designed for automobiles.' },
  dose: { type: 'number', unit: '1', definition: 'Dose it withstands.' },
  upset: { type: 'number', unit: '1', definition: 'Upset rate it withstands.' },
  crypto: { type: 'boolean', definition: 'Encrypts.' },
  set_aside_design: { type: 'boolean', definition: 'Made for what the lists set aside.' },
  contains_code: { type: 'codes', definition: 'Codes of its content.', computed: true },
  meets: { type: 'codes', definition: 'Codes it meets.', computed: true },
  also_meets: { type: 'codes', definition: 'Entries it meets.', computed: true },
}

const KINDS = [
  'ic',
  'ic.processor',
  'ic.memory',
  'computer',
  'assembly',
  'sme',
  'sme.litho',
  'other',
]

const PRESUMPTIONS = [
  { id: 'hardening', what: 'Not hardened', parameters: ['dose', 'upset'], effective: {} },
  { id: 'crypto', what: 'Does not encrypt', parameters: ['crypto'], effective: {} },
]

const source = { cite: 'Invented law, section 1', mark: 'text' }

export interface SmallLawOptions {
  /** Kinds covered completely, since ever. */
  readonly complete?: readonly string[]
  readonly presumptions?: readonly unknown[]
}

export function smallRulebook(lists: SmallLists, options: SmallLawOptions = {}): Rulebook {
  const { complete = [], presumptions = PRESUMPTIONS } = options
  const files = Object.entries(lists).flatMap(([jurisdiction, entries]) => {
    const folder = jurisdiction.toLowerCase()
    return [
      file(`${folder}/jurisdiction.yaml`, {
        jurisdiction,
        name: jurisdiction,
        authority: 'An authority',
        territory: [],
        binding: true,
        ...(jurisdiction === 'US' ? { unlisted: 'EAR99' } : {}),
        coverage: {
          setAside: 'Nothing.',
          notes: 'Invented.',
          complete: Object.fromEntries(complete.map((kind) => [kind, '2000-01-01'])),
          partly: {},
          none: KINDS.filter((kind) => !complete.includes(kind)),
          undecidable: [],
        },
      }),
      file(`${folder}/entries/all.yaml`, {
        list: `List of ${jurisdiction}`,
        jurisdiction,
        entries: entries.map((entry) => ({ family: 'f', title: entry.code, ...source, ...entry })),
      }),
    ]
  })
  const rules = ['US:R1', 'US:R2', 'US:chart:NS1'].map((id) => ({
    ...{ id, title: id, effect: 'licence-required', reach: 'named', ...source },
    requires: { destination: ['worldwide'] },
  }))
  const parsed = parseLaw([
    file('characteristics.yaml', { characteristics: DICTIONARY }),
    file('circumstances.yaml', {
      circumstances: { destination: { type: 'place', definition: 'Where it goes.' } },
    }),
    file('kinds.yaml', {
      kinds: Object.fromEntries(
        KINDS.map((id) => [id, { class: id === 'other' ? 'other' : 'c', definition: id }]),
      ),
    }),
    file('presumptions.yaml', {
      presumptions: presumptions.map((one) => ({ ...(one as object), ...source })),
    }),
    file('places.yaml', { places: { US: { name: 'United States' } } }),
    ...files,
    ...('US' in lists
      ? [
          file('us/requirements.yaml', { jurisdiction: 'US', rules }),
          file('us/groups.yaml', { jurisdiction: 'US', groups: {} }),
          file('us/tables/eccn-reasons.yaml', ECCN_REASONS),
        ]
      : []),
  ])
  return unwrap(parsed)
}

const ECCN_REASONS = {
  jurisdiction: 'US',
  eccns: {
    '6A003': {
      reasons: [
        { reason: 'NS', column: 'NS1', scope: 'entire entry' },
        { reason: 'UN', sections: ['746.1(b)'], scope: 'part of the entry' },
        { reason: 'CC', worldwide: true, scope: 'entire entry' },
      ],
      exceptions: { LVS: '$500', GBS: 'no' },
      ...source,
    },
    '6A003.c': { reasons: [{ reason: 'AT', column: 'AT1', scope: 'entire entry' }], ...source },
  },
  notCovered: ['0A999'],
}

function file(path: string, content: unknown): { readonly path: string; readonly text: string } {
  return { path, text: JSON.stringify(content) }
}

export const DAY = '2026-06-01' as LegalDate

/** Classifies an item, spelled as in a transaction, under small lists. */
export function classifySmall(
  lists: SmallLists | Rulebook,
  item: Readonly<Record<string, unknown>>,
  options: Partial<ClassifyOptions> & SmallLawOptions = {},
): Classification {
  const { complete, presumptions, ...asked } = options
  const law = { ...(complete && { complete }), ...(presumptions && { presumptions }) }
  const rulebook = 'digest' in lists ? (lists as Rulebook) : smallRulebook(lists as SmallLists, law)
  return unwrap(
    createClassifier(rulebook).classify(unwrap(parseItem(item)), { asOf: DAY, ...asked }),
  )
}

export function of(found: Classification, jurisdiction = 'US'): JurisdictionClassification {
  const decided = found.byJurisdiction.get(jurisdiction)
  if (decided === undefined) throw new Error(`nothing was said of ${jurisdiction}`)
  return decided
}

export function metCodes(found: Classification, jurisdiction = 'US'): readonly string[] {
  return of(found, jurisdiction).met.map(({ entry }) => entry.code)
}

export function openCodes(found: Classification, jurisdiction = 'US'): readonly string[] {
  return of(found, jurisdiction).undecided.map(({ entry }) => entry.code)
}
