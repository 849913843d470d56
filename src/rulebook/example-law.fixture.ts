import { unwrap } from '../kernel/index.ts'
import type { Rulebook } from './model.ts'
import { type LawFile, parseLaw } from './parse-law.ts'

/** A law folder small enough to read, of which each test changes a line. Its law is invented. */
const EXAMPLE_LAW: Readonly<Record<string, string>> = {
  'characteristics.yaml': `# Characteristics of the example.
characteristics:
  kind: {type: kind, definition: What it is.}
  tpp: {type: number, unit: TOPS*bit, definition: Total processing performance., formula: tera_ops_dense * bits, maxOver: ops}
  ops: {type: list, definition: Rates by precision.}
  wavelength_nm: {type: number, unit: nm, definition: Wavelength of the source.}
  na_max: {type: number, unit: '1', definition: Numerical aperture.}
  mrf_nm: {type: number, unit: nm, definition: Minimum resolvable feature., formula: 0.25 * wavelength_nm / na_max}
  temp_range: {type: range, unit: degC, definition: Rated temperatures.}
  gate_model: {type: boolean, definition: Computes with gates.}
  element: {type: text, definition: Chemical element., values: {Si: silicon, Ge: germanium}}
  uses_of: {type: set, definition: Designed for., values: {logic: logic, memory: memory}}
  contains_code: {type: codes, definition: Codes of its content., computed: true}
`,
  'circumstances.yaml': `circumstances:
  destination: {type: place, definition: Where it goes.}
  headquarters: {type: places, definition: Where the parties have their headquarters.}
  value_usd: {type: number, unit: '1', definition: Value.}
`,
  'kinds.yaml': `kinds:
  ic: {class: component, definition: Integrated circuit.}
  ic.processor: {class: component, definition: Computes.}
  sme: {class: equipment, definition: Makes semiconductors.}
  sme.litho: {class: equipment, definition: Exposes wafers.}
`,
  'places.yaml': `places:
  CN: {name: China}
  HK: {name: Hong Kong}
  FR: {name: France}
  FR-OT: {name: French overseas territories, aliases: [FR-TOM]}
  NL: {name: Netherlands}
  AE: {name: United Arab Emirates}
  US: {name: United States}
`,
  'presumptions.yaml': `presumptions:
  - {id: no-gates, what: not a gate model computer, parameters: [gate_model], effective: {}, cite: reading rule 1, mark: derived}
`,
  'us/jurisdiction.yaml': `jurisdiction: US
name: United States
authority: Bureau of Industry and Security
territory: [US]
binding: true
coverage:
  setAside: Items of military design.
  notes: An example.
  complete: {ic.processor: 2023-11-17}
  partly: {ic: 2023-11-17, sme.litho: {from: 2019-01-01, to: 2030-12-31}}
  none: [sme]
  undecidable: []
unlisted: EAR99
`,
  'us/groups.yaml': `groups:
  D:5: {coveredFrom: 2026-06-01, members: [CN], cite: 15 CFR 740 Supp. 1, mark: text}
  A:5: {coveredFrom: 2026-06-01, members: [AE, FR, NL], cite: 15 CFR 740 Supp. 1, mark: text}
  chart:NS2: {coveredFrom: 2025-11-12, members: [AE, CN], cite: 15 CFR 738 Supp. 1, mark: text}
moves:
  - {country: AE, group: A:5, from: 2026-07-10, cite: 91 FR 43034, mark: text}
held:
  - {country: CN, groups: [D:5], from: 2017-01-15, cite: 15 CFR 740 Supp. 1, mark: derived}
treated:
  - {country: HK, as: CN, from: 2020-12-23, cite: 15 CFR 738 Supp. 1, mark: unverified}
`,
  'us/entries/3a.yaml': `# ECCN 3A090
list: Commerce Control List
jurisdiction: US
entries:
  - code: 3A090.a
    family: adv-compute-ic
    title: Processor of 4800 TPP or more
    criteria:
      all:
        - kind: [ic.processor]
        - tpp: '>= 4800'
    reasons:
      - {reason: RS, rule: 'US:742.6'}
    effective: {from: 2023-11-17}
    textAsOf: 2026-09-24
    cite: 15 CFR 774 Supp. 1 ECCN 3A090.a
    mark: text
  - code: 3A090.a
    version: before-2023-11-17
    family: adv-compute-ic
    title: Processor of 4800 TPP or more with fast links
    criteria: {unread: the limb on links was not read}
    reasons:
      - {reason: NS, rule: 'US:chart:NS2'}
    effective: {to: 2023-11-16}
    coveredFrom: 2022-10-07
    cite: 15 CFR 774 Supp. 1 ECCN 3A090
    mark: secondary
`,
  'us/requirements.yaml': `jurisdiction: US
rules:
  - id: US:742.6
    title: Regional stability licence for advanced computing
    effect: licence-required
    reach: named
    entries: [3A090.a]
    requires:
      any:
        - destination: [D:5]
        - headquarters: [CN, D:5]
    policy:
      - {when: {destination: [CN]}, is: presumption of denial}
      - {is: case by case}
    exceptions: [NAC]
    effective: {from: 2023-11-17}
    administered:
      - {effective: {from: 2025-05-13}, requires: {never: true}, what: not enforced, cite: press release of 2025-05-13, mark: secondary}
    cite: 15 CFR 742.6(a)(6)
    mark: text
  - id: US:chart:NS2
    title: Country chart, NS column 2
    effect: licence-required
    reach: named
    requires: {destination: ['chart:NS2']}
    coveredFrom: 2025-11-12
    cite: 15 CFR 738 Supp. 1
    mark: text
`,
  'us/authorisations.yaml': `jurisdiction: US
authorisations:
  - id: NAC
    title: Notified advanced computing
    entries: [3A090.a]
    available: {not: {destination: [D:5]}}
    conditions:
      - {text: notice was given}
      - {text: small value, met: {value_usd: '<= 5000'}}
    formalities: [notice]
    effective: {from: 2023-11-17}
    cite: 15 CFR 740.8
    mark: text
`,
  'us/tables/eccn-reasons.yaml': `jurisdiction: US
eccns:
  3A991:
    reasons: [{reason: AT, column: NS2, scope: entire entry, except: [FR]}]
    exceptions: {LVS: 'no'}
    cite: 15 CFR 774 Supp. 1 ECCN 3A991
    mark: text
notCovered: [3A001]
`,
  'us/tables/de-minimis.yaml': `levels: [{percent: 25, cite: 15 CFR 734.4, mark: text}]
`,
  'lists.yaml': `lists: {us-csl: {publisher: International Trade Administration}}
`,
}

/** The example's files: one changed text for another, in one file or more; a text of null takes the file away. */
export function exampleFiles(
  changes: Readonly<Record<string, string | null | readonly [string, string]>> = {},
): readonly LawFile[] {
  const texts = new Map(Object.entries(EXAMPLE_LAW))
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) texts.delete(path)
    else if (typeof change === 'string') texts.set(path, change)
    else texts.set(path, replaced(texts.get(path) ?? '', change[0], change[1]))
  }
  return [...texts].map(([path, text]) => ({ path, text }))
}

export function exampleRulebook(changes: Parameters<typeof exampleFiles>[0] = {}): Rulebook {
  return unwrap(parseLaw(exampleFiles(changes)))
}

function replaced(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`the example has no ${JSON.stringify(part)}`)
  return text.replace(part, () => by)
}
