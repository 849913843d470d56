import {
  buildIndex,
  createNameSearch,
  type NamedParty,
  type NameIndex,
  openIndex,
  serialiseIndex,
} from 'navicert/screening'
import type { Benchmark } from './figures.ts'
import { round } from './figures.ts'
import { readClean, readPopulation } from './screening-lists.ts'

const EVERY = 499
const CLEAN = 1000
/** So many others are searched before it is asked how fast searches have become. */
const BEFORE = 10_000

/** What typing does to a name, one after the other. */
const DISTORTIONS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.slice(0, 3) + name.slice(4),
  (name) => name.slice(0, 2) + name.slice(3, 4) + name.slice(2, 3) + name.slice(4),
  (name) => name.split(' ').toReversed().join(' '),
  (name) => name.replace(/[aeiou](?=[a-z]*$)/i, 'e'),
  (name) => name.replace(' ', ''),
  (name) => name.split(' ').slice(0, -1).join(' ') || name,
]

/**
 * Names searched in all lists together: how many of the hits that comparing with every name gives the
 * index finds, and what it costs on one core.
 */
export const benchmark: Benchmark = async (tell) => {
  const parties = await readPopulation()
  const { bytes, ...built } = build(parties)
  const peakOfBuild = peakMegabytes()
  const opened = timed(() => openIndex(bytes, 'bench'))
  if (opened.value === undefined) throw new Error('the index does not open')
  tell(`${parties.length} parties, ${built.forms} forms of names`)
  const [search, all] = [
    createNameSearch(opened.value),
    createNameSearch(opened.value, { isExhaustive: true }),
  ]
  let [hits, missed] = [0, 0]
  for (let at = 0; at < parties.length; at += EVERY) {
    const { name = '', schema } = parties[at] ?? {}
    const distorted = DISTORTIONS[(at / EVERY) % DISTORTIONS.length]?.(name) ?? name
    const found = new Set(search({ name: distorted, schema }).map(({ party }) => party))
    for (const { party } of all({ name: distorted, schema })) {
      hits += 1
      if (!found.has(party)) missed += 1
    }
  }
  tell(`${hits} hits by comparing all, ${missed} of them missed by the index`)
  const clean = readClean('global', 0, CLEAN)
  const first = timed(() => clean.map((party) => search(party)))
  const again = timed(() => clean.map((party) => search(party)))
  tell(
    `${CLEAN} clean persons: ${perSecond(first)} searches a second first, ${perSecond(again)} again`,
  )
  const settled = searchedAfter(opened.value, 'global')
  const american = searchedAfter(opened.value, 'us')
  return {
    parties: parties.length,
    hits,
    missed,
    buildMilliseconds: round(built.milliseconds),
    openMilliseconds: round(opened.milliseconds),
    indexMegabytes: round(bytes.length / 1e6),
    queriesPerSecondFirst: perSecond(first),
    queriesPerSecondAgain: perSecond(again),
    queriesPerSecondOfOthers: settled.perSecond,
    percentile95OfOthersMilliseconds: settled.percentile95,
    queriesPerSecondOfOthersInUs: american.perSecond,
    percentile95OfOthersInUsMilliseconds: american.percentile95,
    peakMemoryOfBuildMegabytes: peakOfBuild,
    peakMemoryMegabytes: peakMegabytes(),
  }
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

/** Other persons, each for the first time, once 10,000 have been searched: what a long batch or a server settles at. */
function searchedAfter(index: NameIndex, region: 'global' | 'us') {
  const search = createNameSearch(index)
  for (const party of readClean(region, CLEAN, BEFORE)) search(party)
  const times = readClean(region, CLEAN + BEFORE, CLEAN).map(
    (party) => timed(() => search(party)).milliseconds,
  )
  const milliseconds = times.reduce((sum, time) => sum + time, 0)
  const percentile95 = times.toSorted((one, other) => one - other)[Math.floor(CLEAN * 0.95)] ?? 0
  return { perSecond: perSecond({ milliseconds }), percentile95: round(percentile95) }
}

function perSecond({ milliseconds }: { readonly milliseconds: number }): number {
  return Math.round(CLEAN / (milliseconds / 1000))
}

/** The index as a file: what was built is let go, as by whoever opens it. */
function build(parties: readonly NamedParty[]) {
  const { value, milliseconds } = timed(() => buildIndex(parties))
  return { bytes: serialiseIndex(value, 'bench'), forms: value.forms.parties.length, milliseconds }
}

/** By processor time, so that others at work on the machine count little. */
function timed<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const from = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(from)
  return { value, milliseconds: (user + system) / 1000 }
}
