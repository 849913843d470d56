import { mulberry } from './random.ts'

/** What a batch of orders is drawn from. */
export interface Drawing {
  /** Orders of one trader: 2,000 items, 500 counterparties, three sites. Else everything is new each time. */
  readonly catalogue: boolean
}

type Stated = Readonly<Record<string, unknown>>
type Random = () => number

/**
 * Transactions as they come from an order system: chips, boards, tools, machines, cells and parts
 * between members and others, most with a claimed code, some with gaps. The same seed gives the same.
 */
export function* generateTransactions(
  count: number,
  { catalogue }: Drawing,
  seed = 1,
): Generator<string> {
  const random = mulberry(seed)
  const world = catalogue ? catalogueWorld(random) : openWorld(random)
  for (let index = 0; index < count; index += 1) {
    const { from, endUser, item } = world.order()
    yield JSON.stringify({
      id: `order-${index}`,
      date: pick(['2026-06-15', '2026-08-01', '2026-10-20'], random),
      kind: 'export',
      route: { from, to: endUser.country },
      items: Array.from({ length: random() < 0.85 ? 1 : 3 }, (_, line) => ({
        id: `line-${line}`,
        ...item(),
        quantity: { amount: String(1 + Math.floor(random() * 20)), unit: 'each' },
      })),
      parties: [{ role: 'exporter', name: 'Northwind Instruments', country: 'US' }, endUser],
      ...(random() < 0.9
        ? { endUse: { description: 'production', uses: ['civil'], military: false, wmd: false } }
        : {}),
    })
  }
}

/**
 * The lines of the first benchmark: items drawn anew for each order, 14 destinations, no quantities. What they
 * cost is held against what they cost the first engine.
 */
export function* generateFirstTransactions(count: number, seed = 1): Generator<string> {
  const random = mulberry(seed)
  for (let index = 0; index < count; index += 1) {
    const to = pick(DESTINATIONS.slice(0, 14), random)
    const name = pick(NAMES, random)
    yield JSON.stringify({
      id: `order-${index}`,
      date: pick(['2026-06-15', '2026-08-01', '2026-10-20'], random),
      kind: 'export',
      route: { from: pick(['US', 'US', 'DE', 'NL', 'JP', 'KR', 'GB'], random), to },
      items: Array.from({ length: random() < 0.85 ? 1 : 3 }, (_, line) => ({
        id: `line-${line}`,
        ...pick(ITEMS, random)(random),
      })),
      parties: [
        { role: 'exporter', name: 'Northwind Instruments', country: 'US' },
        { role: 'end-user', name: `${name} ${index % 997}`, country: to, headquarters: to },
      ],
      ...(random() < 0.9
        ? { endUse: { description: 'production', uses: ['civil'], military: false, wmd: false } }
        : {}),
    })
  }
}

interface World {
  order(): { readonly from: string; readonly endUser: Stated; item(): Stated }
}

/** Buyers order again: each has a range of 20 of the items, is served from one site, and a quarter of the buyers place half of the orders. */
function catalogueWorld(random: Random): World {
  const items = Array.from({ length: 2000 }, () => pick(ITEMS, random)(random))
  const buyers = Array.from({ length: 500 }, (_, index) => endUserOf(index, index, random))
  const sites = ['US', 'DE', 'NL']
  const ranges = buyers.map(() => Array.from({ length: 20 }, () => pick(items, random)))
  return {
    order() {
      const buyer = Math.floor(random() ** 2 * buyers.length)
      return {
        from: at(sites, (buyer % sites.length) / sites.length),
        endUser: buyers[buyer] ?? {},
        item: () => pick(ranges[buyer] ?? items, random),
      }
    },
  }
}

/** No two items are the same: a batch number stands among what is stated of each. */
function openWorld(random: Random): World {
  let made = 0
  const item = (): Stated => {
    const one = pick(ITEMS, random)(random)
    made += 1
    return { ...one, name: `${String(one.name)} ${made}` }
  }
  return {
    order: () => ({
      from: pick(['US', 'DE', 'NL', 'JP', 'KR', 'GB'], random),
      endUser: endUserOf(Math.floor(random() * DESTINATIONS.length), made, random),
      item,
    }),
  }
}

function endUserOf(place: number, number: number, random: Random): Stated {
  const country = DESTINATIONS[place % DESTINATIONS.length]
  const name = `${pick(NAMES, random)} ${number}`
  return { role: 'end-user', name, country, headquarters: country }
}

function pick<T>(values: readonly T[], random: Random): T {
  return at(values, random())
}

function at<T>(values: readonly T[], share: number): T {
  const value = values[Math.floor(share * values.length)]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

const DESTINATIONS = [
  ...['CN', 'KR', 'JP', 'SG', 'TW', 'VN', 'AE', 'IN', 'CH', 'BR', 'MX', 'IL', 'DE', 'GB', 'FR'],
  ...['IT', 'ES', 'PT', 'IE', 'BE', 'NL', 'DK', 'SE', 'FI', 'NO', 'PL', 'CZ', 'SK', 'HU', 'RO'],
  ...['BG', 'GR', 'TR', 'UA', 'RU', 'KZ', 'GE', 'AM', 'SA', 'QA', 'KW', 'EG', 'MA', 'ZA', 'NG'],
  ...['KE', 'TH', 'MY', 'ID', 'PH', 'AU', 'NZ', 'CA', 'US', 'CL', 'AR', 'CO', 'PE', 'PK', 'BD'],
]

const NAMES = [
  'Aster Fabrication',
  'Blue Delta Trading',
  'Cobalt Ridge Systems',
  'Dunmore Analytics',
]

type Item = (random: Random) => Stated

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
