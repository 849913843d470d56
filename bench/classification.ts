import { fileURLToPath } from 'node:url'
import { type Classification, createClassifier, type ItemFacts } from 'navicert/classification'
import { type LegalDate, unwrap } from 'navicert/kernel'
import { loadLawFolder } from 'navicert/rulebook'
import { type Benchmark, fastest, round } from './figures.ts'

const LAW = fileURLToPath(new URL('../../law', import.meta.url))

const DAY = '2026-06-01' as LegalDate
const PLAIN = { claims: [] } as const

const ITEMS: Readonly<Record<string, ItemFacts>> = {
  'immersion scanner': {
    ...PLAIN,
    kind: 'sme.litho.scanner',
    characteristics: { wavelength_nm: 193, na_max: 1.35, dco_nm: 1.4 },
  },
  'processor, density not stated': {
    ...PLAIN,
    kind: 'ic.processor',
    characteristics: { tpp: 3822, designed_or_marketed_for_datacenter: true },
  },
  converter: {
    ...PLAIN,
    kind: 'ic.adc',
    characteristics: { resolution_bit: 16, sample_rate_MSPS: 65 },
  },
  'battery cell': {
    ...PLAIN,
    kind: 'cell.secondary',
    characteristics: { energy_density_Wh_kg: 260 },
  },
  'board with a processor': {
    ...PLAIN,
    kind: 'assembly',
    characteristics: {},
    content: [{ ...PLAIN, kind: 'ic.processor', characteristics: { tpp: 15840 } }],
  },
  'board by claim': {
    kind: 'assembly',
    characteristics: {},
    claims: [{ jurisdiction: 'US', code: '4A994.l', basis: 'maker' }],
  },
}

/** What a determination reads of a classification. */
function verdict({ byJurisdiction, assumptions }: Classification): number {
  let read = assumptions.length
  for (const { met, undecided, listed } of byJurisdiction.values()) {
    read += met.length + undecided.length + listed.length
  }
  return read
}

/** And what a person does. */
function everything(found: Classification): number {
  let read = verdict(found) + found.questions.length + found.derived.length
  for (const { entries, nearMisses } of found.byJurisdiction.values()) {
    for (const finding of [...entries, ...nearMisses]) {
      read += finding.margins.length + finding.missing.length
      if (finding.explain().truth === 'true') read += 1
    }
  }
  return read
}

/** Microseconds to classify an item under every list, as a batch reads it and as a person does. */
export const benchmark: Benchmark = async (tell) => {
  const rulebook = loadLawFolder(LAW)
  const classifier = createClassifier(rulebook)
  const figures: Record<string, number> = {}
  for (const [name, item] of Object.entries(ITEMS)) {
    for (const [how, times, read] of [
      ['verdict', 20_000, verdict],
      ['everything', 2_000, everything],
    ] as const) {
      let sum = 0
      const milliseconds = fastest(() => {
        for (let index = 0; index < times; index += 1) {
          sum += read(unwrap(classifier.classify(item, { asOf: DAY })))
        }
      })
      if (sum < 0) throw new Error('nothing was read')
      figures[`${name}, ${how}`] = round((milliseconds / times) * 1000)
    }
    tell(
      `${name}: ${figures[`${name}, verdict`]} µs, ${figures[`${name}, everything`]} µs with reasons`,
    )
  }
  return figures
}
