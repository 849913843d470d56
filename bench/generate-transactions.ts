/**
 * Transactions as they come from an order system: chips, boards, tools, machines, cells and parts
 * between members and others, most with a claimed code, some with gaps. The same seed gives the same.
 */
export function* generateTransactions(count: number, seed = 1): Generator<string> {
  const random = mulberry(seed)
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  for (let index = 0; index < count; index += 1) {
    const to = pick(DESTINATIONS)
    const end = pick(NAMES)
    yield JSON.stringify({
      id: `order-${index}`,
      date: pick(['2026-06-15', '2026-08-01', '2026-10-20']),
      kind: 'export',
      route: { from: pick(['US', 'US', 'DE', 'NL', 'JP', 'KR', 'GB']), to },
      items: Array.from({ length: random() < 0.85 ? 1 : 3 }, (_, item) => ({
        id: `line-${item}`,
        ...pick(ITEMS)(random),
      })),
      parties: [
        { role: 'exporter', name: 'Northwind Instruments', country: 'US' },
        { role: 'end-user', name: `${end} ${index % 997}`, country: to, headquarters: to },
      ],
      ...(random() < 0.9
        ? { endUse: { description: 'production', uses: ['civil'], military: false, wmd: false } }
        : {}),
    })
  }
}

const DESTINATIONS = [
  'CN',
  'KR',
  'JP',
  'SG',
  'TW',
  'VN',
  'AE',
  'IN',
  'CH',
  'BR',
  'MX',
  'IL',
  'DE',
  'GB',
]
const NAMES = [
  'Aster Fabrication',
  'Blue Delta Trading',
  'Cobalt Ridge Systems',
  'Dunmore Analytics',
]

type Item = (random: () => number) => Readonly<Record<string, unknown>>

const ITEMS: readonly Item[] = [
  (random) => ({
    name: 'processor',
    kind: 'ic.processor',
    characteristics: {
      tpp: Math.round(random() * 9000),
      tops: Math.round(random() * 900),
      applicable_die_area_mm2: 300 + Math.round(random() * 500),
      designed_or_marketed_for_datacenter: random() < 0.5,
    },
  }),
  (random) => ({
    name: 'field programmable device',
    kind: 'ic.fpga',
    characteristics: {
      max_single_ended_io: Math.round(random() * 1200),
      serdes_one_way_peak_Gbps: Math.round(random() * 900),
    },
    claimed: { US: [{ code: '3A001.a.7', basis: 'maker' }] },
  }),
  (random) => ({
    name: 'converter',
    kind: 'ic.adc',
    characteristics: { resolution_bit: 16, sample_rate_MSPS: Math.round(random() * 130) },
  }),
  (random) => ({
    name: 'immersion scanner',
    kind: 'sme.litho.scanner',
    characteristics: {
      wavelength_nm: 193,
      na_max: 1.35,
      dco_nm: Number((1 + random() * 2).toFixed(2)),
    },
  }),
  (random) => ({
    name: 'milling machine',
    kind: 'mt.milling',
    characteristics: {
      axes_contouring: 5,
      linear_axes: 3,
      travel_m: 1.2,
      upr_um: Number((random() * 6).toFixed(1)),
    },
  }),
  (random) => ({
    name: 'cell',
    kind: 'cell.secondary',
    characteristics: { energy_density_Wh_kg: Math.round(150 + random() * 300) },
  }),
  () => ({ name: 'bracket', kind: 'other.part', claimed: { US: 'EAR99', EU: 'not-listed' } }),
  () => ({
    name: 'server board',
    kind: 'assembly',
    characteristics: { designed_or_marketed_for_datacenter: true },
    content: [{ kind: 'ic.processor', characteristics: { tpp: 15840 } }],
  }),
]

/** Mulberry32: a small, well-spread generator of repeatable numbers in [0, 1). */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
