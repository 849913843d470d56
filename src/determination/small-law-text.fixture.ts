/** Two invented seats and a regime, small enough to keep in the head: `US` (Uland) and `EU` (Eland with NL and DE). */
export const SMALL_LAW: Readonly<Record<string, string>> = {
  'characteristics.yaml': `characteristics:
  kind: {type: kind, definition: What it is.}
  tpp: {type: number, unit: '1', definition: Total processing performance., question: How fast is it?}
  hard: {type: boolean, definition: Radiation hardened.}
  designed_or_marketed_for_datacenter: {type: boolean, definition: Sold for data centres.}
`,
  'circumstances.yaml': `circumstances:
  destination: {type: place, definition: Where it goes., question: Where does it go?}
  exporting_country: {type: place, definition: Where it leaves.}
  headquarters: {type: places, definition: Headquarters of those who get it., question: Where is its parent?}
  end_user_country: {type: place, definition: Where the end user is.}
  exporter_headquarters: {type: place, definition: Where the exporter has its headquarters.}
  party_status:
    type: set
    definition: Lists that a party is on.
    values: {us-entity-list: listed, us-entity-list-fn5: footnote 5, us-uvl: unverified, us-dpl: denied}
  owner_status:
    type: set
    definition: Rules on ownership that apply.
    values: {'US:affiliates': listed, 'US:military-affiliates': military}
  us_person: {type: boolean, definition: A person of Uland acts., question: Does a person of Uland act?}
  employer_headquarters: {type: place, definition: Whom the person works for.}
  activity: {type: text, definition: What the person does., values: {servicing: services, shipping: ships}}
  informed_by: {type: set, definition: Who informed the exporter.}
  transaction_kind: {type: text, definition: What is done.}
  deemed_export: {type: boolean, definition: Release within the country.}
  value_usd: {type: number, unit: '1', definition: Value in dollars.}
  notice_days: {type: number, unit: '1', definition: Days since the notice.}
  registered_for: {type: set, definition: Registered for.}
  assurance_held: {type: boolean, definition: Assurance.}
  entry_reasons: {type: set, definition: Reasons., computed: true}
  end_use: {type: set, definition: Uses., values: {civil: civil, military: military, wmd: weapons, ic-production: chips}}
  military_end_use: {type: boolean, definition: Military end use., question: Is it for the military?}
  military_intelligence_end_use: {type: boolean, definition: For intelligence.}
  wmd_end_use: {type: boolean, definition: Weapons., question: Is it for weapons?}
  facility_makes_advanced_node: {type: boolean, definition: Advanced node.}
  facility_node_stated_unknown: {type: boolean, definition: Not known.}
  facility_node_nm: {type: number, unit: nm, definition: Node.}
  facility_non_planar: {type: boolean, definition: Not planar.}
  facility_product: {type: text, definition: Product., values: {logic: logic, nand: memory}}
  entry: {type: codes, definition: The entry., computed: true}
  item_entries: {type: codes, definition: All entries., computed: true}
  item_kind: {type: kind, definition: Kind.}
  subject_through: {type: set, definition: How it is held., question: What is its origin?}
  tpp: {type: number, unit: '1', definition: Performance.}
  datacentre_marketed: {type: boolean, definition: Sold for data centres.}
`,
  'kinds.yaml': `kinds:
  ic: {class: component, definition: Integrated circuit.}
  ic.processor: {class: component, definition: Computes.}
  cell: {class: component, definition: Stores energy.}
  odd: {class: component, definition: Of which no list is encoded.}
  service: {class: activity, definition: What somebody does.}
`,
  'places.yaml': `places:
  US: {name: Uland}
  NL: {name: Netherlands}
  DE: {name: Germany}
  JP: {name: Japan}
  CN: {name: China}
  RU: {name: Russia}
  UA: {name: Ukraine}
  UA-43: {name: Crimea, aliases: [UA-CRIMEA]}
  SG: {name: Singapore}
  MO: {name: Macau}
`,
  'presumptions.yaml': `presumptions:
  - {id: soft, what: not radiation hardened, parameters: [hard], effective: {}, cite: reading rule 3, mark: derived}
`,
  'red-flags.yaml': `flags: []
clearance: {mayResolve: [compliance, legal], mayNotResolve: [sales], cite: 732 Supp. 3, mark: derived}
`,
  'unstated.yaml': `readings:
  - {id: owners, circumstance: owner_status, read: [], what: Unstated owners are on no list., cite: '744.11', mark: derived}
`,
  'us/jurisdiction.yaml': `jurisdiction: US
name: Uland
authority: Bureau of Uland
territory: [US]
binding: true
unlisted: EAR99
coverage:
  setAside: Nothing.
  notes: Invented.
  complete: {ic.processor: 2020-01-01, cell: 2020-01-01}
  partly: {ic: 2020-01-01}
  none: [odd]
  undecidable: []
`,
  'us/groups.yaml': `groups:
  D:5: {coveredFrom: 2021-01-01, members: [CN, RU], cite: groups, mark: text}
  chart:NS2: {coveredFrom: 2021-01-01, members: [CN, RU, SG], cite: chart, mark: text}
`,
  'us/entries/3a.yaml': `list: Uland list
jurisdiction: US
entries:
  - code: 3A090.a
    family: fast
    title: Processor of 4800 or more
    criteria: {all: [{kind: [ic.processor]}, {tpp: '>= 4800'}]}
    reasons: [{reason: RS, rule: 'US:RS'}]
    effective: {from: 2023-01-01}
    cite: 3A090.a
    mark: text
  - code: 3A001.z
    family: hard
    title: Hardened processor
    criteria: {all: [{kind: [ic.processor]}, {hard: true}]}
    reasons: [{reason: NS, rule: 'US:chart:NS2'}]
    cite: 3A001.z
    mark: text
  - code: 3A999
    family: rest
    title: Any other processor
    criteria: {all: [{kind: [ic.processor]}, {tpp: '>= 100'}, {tpp: '< 4800'}]}
    reasons: [{reason: AT, rule: 'US:chart:AT1'}]
    cite: 3A999
    mark: text
  - code: 3A555
    family: bare
    title: Circuit whose reasons nobody read
    criteria: {all: [{kind: [ic.processor]}, {tpp: '= 7'}]}
    cite: 3A555
    mark: text
`,
  'us/requirements.yaml': `jurisdiction: US
rules:
  - id: US:RS
    title: Fast processors everywhere
    effect: licence-required
    reach: named
    requires: {destination: [worldwide]}
    policy:
      - {when: {headquarters: ['D:5']}, is: denial}
      - {when: {destination: [JP]}, is: approval}
      - {is: case by case}
    exceptions: [EXA, GOV]
    effective: {from: 2023-01-01}
    administered:
      - {effective: {from: 2025-05-13}, requires: {destination: ['D:5']}, what: Applied to D:5 alone., cite: announcement, mark: text}
    cite: '742.6'
    mark: text
  - id: US:chart:NS2
    title: Chart, NS column 2
    effect: licence-required
    reach: named
    requires: {destination: ['chart:NS2']}
    coveredFrom: 2021-01-01
    cite: chart NS2
    mark: text
  - id: US:chart:AT1
    title: Chart, AT column 1
    effect: licence-required
    reach: named
    requires: {never: true}
    cite: chart AT1
    mark: text
  - id: US:embargo
    title: Embargo
    effect: licence-required
    reach: general
    requires: {destination: [RU, UA-43]}
    policy: [{is: denial}]
    effective: {from: 2022-02-24}
    published: 2022-02-20
    cite: '746'
    mark: text
  - id: US:entity
    title: Entity List
    effect: licence-required
    reach: general
    requires: {party_status: [us-entity-list, us-entity-list-fn5]}
    cite: '744.11'
    mark: text
  - id: US:affiliates
    title: Owned by listed parties
    effect: licence-required
    reach: general
    requires: {owner_status: ['US:affiliates']}
    effective: {from: 2025-09-29}
    suspended: [{from: 2025-11-10, to: 2026-11-09}]
    cite: 744.11(a)
    mark: text
  - id: US:denied
    title: Denied persons
    effect: prohibited
    reach: general
    requires: {party_status: [us-dpl]}
    cite: '764'
    mark: text
  - id: US:uvl
    title: Statement of an unverified party
    effect: formality
    reach: general
    requires: {party_status: [us-uvl]}
    cite: '744.15'
    mark: text
  - id: US:weapons
    title: Weapons
    effect: licence-required
    reach: general
    requires: {wmd_end_use: true}
    cite: '744.2'
    mark: text
  - id: US:fab
    title: Any item for an advanced fab
    effect: licence-required
    reach: general
    requires: {all: [{destination: ['D:5']}, {facility_makes_advanced_node: true}]}
    cite: 744.23(a)(2)(i)
    mark: text
  - id: US:fab-unknown
    title: Listed items for a fab of unknown node
    effect: licence-required
    reach: named
    entries: ['3A*']
    requires: {all: [{destination: ['D:5']}, {facility_node_stated_unknown: true}]}
    cite: 744.23(a)(2)(ii)
    mark: text
  - id: US:hq
    title: Entities headquartered in D:5
    effect: licence-required
    reach: general
    requires: {all: [{entry: [3A999]}, {headquarters: ['D:5']}]}
    cite: 744.23(a)(3)
    mark: text
  - id: US:person
    title: Support by persons of Uland
    effect: licence-required
    reach: general
    acts: [supply, service]
    requires: {all: [{us_person: true}, {destination: ['D:5']}]}
    excluded: {employer_headquarters: [NL, DE, JP, US]}
    cite: '744.6'
    mark: text
  - id: US:informed
    title: Informed by the authority
    effect: licence-required
    reach: general
    requires: {informed_by: [US]}
    cite: 744.1(b)
    mark: text
`,
  'us/authorisations.yaml': `jurisdiction: US
authorisations:
  - id: EXA
    title: Exception for partners
    available: {destination: [JP, SG, MO]}
    conditions:
      - {text: The notice was given., met: {notice_days: '>= 25'}}
    formalities: [report every year, {what: report the first use, days: 30}]
    cite: '740.8'
    mark: text
  - id: GOV
    title: For the government
    available: {destination: [JP, SG]}
    conditions:
      - {text: For the government.}
    cite: '740.11'
    mark: text
restrictions:
  - id: US:unverified
    title: Nobody unverified takes part.
    spares: [GOV]
    bars: {party_status: [us-uvl]}
    cite: 740.2(a)
    mark: text
`,
  'us/tables/nexus.yaml': `nexus:
  - {kind: territory, what: Exports., subjectThrough: us-territory, cite: 734.3(a)(1), mark: text}
  - {kind: transit, what: Passage., subjectThrough: us-territory, cite: 734.3(a)(1), mark: text}
  - {kind: origin, what: Origin., subjectThrough: us-origin, cite: 734.3(a)(2), mark: text}
  - {kind: de-minimis, what: Content., cite: '734.4', mark: text}
  - {kind: direct-product, what: Production., cite: '734.9', mark: text}
  - {kind: person, what: Persons., cite: '744.6', mark: text}
gaps:
  - {area: Sanctions beyond the lists, when: {destination: [MO]}, cite: OFAC, mark: text}
`,
  'us/tables/listed-rows.yaml': `rows:
  - list: us-entity-list
    everything: [for all items subject to the EAR, all items subject to the EAR]
    limiting: [except, other than, when used in]
    leavesOut:
      - {words: except for technology that is shown to a “standards organization” (see 772.1), kinds: [cell, ic.processor]}
    cite: '744.11'
    mark: text
`,
  'us/tables/ownership-rules.yaml': `rules:
  - id: US:affiliates
    title: Owned by listed parties
    lists: [us-entity-list, us-meu]
    threshold: '0.5'
    consequence: As for the most restricted owner.
    effective: {from: 2025-09-29}
    cite: 744.11(a)
    mark: text
  - id: US:military-affiliates
    title: Owned by military end users
    lists: [us-meu]
    threshold: '0.5'
    consequence: A licence for some items.
    cite: '744.21'
    mark: text
strictest: {requirement: [all items], policy: [denial], cite: 744.11(a), mark: derived}
`,
  'us/tables/definitions.yaml': `definitions:
  - term: advanced
    circumstance: facility_makes_advanced_node
    requires:
      all: [{facility_product: [logic]}, {any: [{facility_non_planar: true}, {facility_node_nm: '<= 16'}]}]
    effective: {from: 2022-10-07}
    cite: '772.1'
    mark: unverified
`,
  'eu/jurisdiction.yaml': `jurisdiction: EU
name: Eland
authority: the authority of the Member State
territory: [NL, DE]
binding: true
coverage:
  setAside: Nothing.
  notes: Invented.
  complete: {ic.processor: 2020-01-01, cell: 2020-01-01}
  partly: {}
  none: [odd]
  undecidable: []
`,
  'eu/groups.yaml': `groups:
  Eland: {members: [NL, DE], cite: customs, mark: text}
  partners: {members: [US, JP], cite: annex, mark: text}
`,
  'eu/entries/3.yaml': `list: Annex
jurisdiction: EU
entries:
  - code: 3A501
    family: fast
    title: Processor of 6000 or more
    criteria: {all: [{kind: [ic.processor]}, {tpp: '>= 6000'}]}
    suspended: [{from: 2024-01-01, to: 2024-06-30}]
    cite: 3A501
    mark: text
`,
  'eu/requirements.yaml': `jurisdiction: EU
rules:
  - id: EU:Art.3
    title: Items of the Annex
    effect: licence-required
    reach: named
    entries: ['*']
    requires: {not: {destination: [Eland]}}
    exceptions: [EU001]
    cite: Art. 3
    mark: text
`,
  'eu/authorisations.yaml': `jurisdiction: EU
authorisations:
  - id: EU001
    title: To partners
    entries: ['*']
    available: {destination: [partners]}
    conditions:
      - {text: No use for weapons., met: {wmd_end_use: false}}
      - {text: Not to a free zone.}
    formalities: [declare it]
    cite: Annex II
    mark: text
`,
  'wa/jurisdiction.yaml': `jurisdiction: WA
name: Regime
authority: none
territory: []
binding: false
coverage: {setAside: Nothing., notes: Invented., complete: {}, partly: {}, none: [], undecidable: []}
`,
}
