// Classification under every list of law/, on one core.
//   npx tsc -p bench/tsconfig.json; node node_modules/.cache/bench/bench/classification.js
import { resolve } from 'node:path'
import {
  type Classification,
  createClassifier,
  type ItemFacts,
} from '../src/classification/index.ts'
import { type LegalDate, unwrap } from '../src/kernel/index.ts'
import { loadLawFolder } from '../src/rulebook/index.ts'

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

function main(): void {
  const started = performance.now()
  const rulebook = loadLawFolder(resolve('law'))
  const loaded = performance.now()
  const classifier = createClassifier(rulebook)
  const time = (item: ItemFacts, read: (found: Classification) => number): number => {
    let sum = 0
    const round = (times: number): number => {
      const from = performance.now()
      for (let index = 0; index < times; index += 1) {
        sum += read(unwrap(classifier.classify(item, { asOf: DAY })))
      }
      return ((performance.now() - from) / times) * 1000
    }
    const times = read === verdict ? 20_000 : 2_000
    round(times)
    const rounds = [round(times), round(times), round(times)]
    if (sum < 0) throw new Error('nothing was read')
    return Number(Math.min(...rounds).toFixed(1))
  }
  const figures = Object.entries(ITEMS).map(([name, item]) => [
    name,
    { verdict: time(item, verdict), everything: time(item, everything) },
  ])
  process.stdout.write(
    `${JSON.stringify({
      what: 'microseconds an item, all jurisdictions',
      loadMilliseconds: Math.round(loaded - started),
      ...Object.fromEntries(figures),
    })}\n`,
  )
}

main()
