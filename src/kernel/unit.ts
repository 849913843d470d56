import { type Decimal, decimal } from './decimal.ts'
import { fail, ok, type Result } from './problem.ts'

/**
 * Units by dimension, with exact factors to a base unit of the dimension (SI brochure, 9th ed.; IEC
 * 80000-13 for bits and bytes). Factors are fractions, and temperatures have an offset:
 * base = (value * numerator + offset) / denominator. A conversion divides once, at its end, so that
 * 1265 degF is 685 degC to the last digit.
 *
 * A dimension is a name, not a product of powers: `GB/s` is `data-rate`, `TPP/mm2` is `performance-density`.
 * Only what the law's thresholds use is here, so that a slip (metres for seconds) is an error.
 */
interface Unit {
  readonly dimension: string
  readonly numerator: Decimal
  readonly denominator: Decimal
  /** In numerators: over the denominator. */
  readonly offset: Decimal
}

const TABLE: Readonly<Record<string, readonly string[]>> = {
  length: [
    'm 1',
    'km 1e3',
    'dm 0.1',
    'cm 1e-2',
    'mm 1e-3',
    'um 1e-6',
    'nm 1e-9',
    'pm 1e-12',
    'in 0.0254',
    'inch 0.0254',
    'ft 0.3048',
    'angstrom 1e-10',
  ],
  area: ['m2 1', 'cm2 1e-4', 'mm2 1e-6', 'um2 1e-12'],
  time: ['s 1', 'ms 1e-3', 'us 1e-6', 'ns 1e-9', 'ps 1e-12', 'min 60', 'h 3600', 'd 86400'],
  frequency: ['Hz 1', 'kHz 1e3', 'MHz 1e6', 'GHz 1e9', 'THz 1e12'],
  'mass-rate': ['kg/h 1', 'g/h 1e-3', 'g/min 0.06', 'kg/s 3600', 'kg/d 1/24'],
  'sample-rate': ['SPS 1', 'kSPS 1e3', 'MSPS 1e6', 'GSPS 1e9', 'S/s 1', 'MS/s 1e6', 'GS/s 1e9'],
  temperature: [
    'K 1',
    'degC 1 273.15',
    'C 1 273.15',
    '°C 1 273.15',
    'degF 5/9 2298.35',
    '°F 5/9 2298.35',
  ],
  pressure: [
    'Pa 1',
    'hPa 100',
    'kPa 1e3',
    'MPa 1e6',
    'GPa 1e9',
    'bar 1e5',
    'mbar 100',
    'mPa 1e-3',
    'Torr 101325/760',
    'mTorr 101325/760000',
    'atm 101325',
  ],
  power: ['W 1', 'uW 1e-6', 'mW 1e-3', 'kW 1e3', 'MW 1e6'],
  energy: ['J 1', 'kJ 1e3', 'MJ 1e6', 'Wh 3600', 'kWh 3.6e6'],
  'particle-energy': ['eV 1', 'keV 1e3', 'MeV 1e6'],
  voltage: ['V 1', 'mV 1e-3', 'kV 1e3', 'MV 1e6'],
  current: ['A 1', 'uA 1e-6', 'mA 1e-3', 'kA 1e3'],
  'data-rate': [
    'bit/s 1',
    'kbit/s 1e3',
    'Mbit/s 1e6',
    'Gbit/s 1e9',
    'Tbit/s 1e12',
    'Mb/s 1e6',
    'Gb/s 1e9',
    'Tb/s 1e12',
    'Mbps 1e6',
    'Gbps 1e9',
    'Tbps 1e12',
    'B/s 8',
    'kB/s 8e3',
    'MB/s 8e6',
    'GB/s 8e9',
    'TB/s 8e12',
  ],
  'data-rate-density': ['GB/s/mm2 1', 'TB/s/mm2 1e3'],
  data: ['bit 1', 'kbit 1e3', 'Mbit 1e6', 'Gbit 1e9', 'B 8', 'kB 8e3', 'MB 8e6', 'GB 8e9'],
  operations: ['operations 1', 'op 1', 'FLOP 1'],
  'operation-rate': ['OPS 1', 'GOPS 1e9', 'TOPS 1e12', 'POPS 1e15'],
  'floating-point-rate': ['FLOPS 1', 'MFLOPS 1e6', 'GFLOPS 1e9', 'TFLOPS 1e12', 'PFLOPS 1e15'],
  'weighted-teraflops': ['WT 1'],
  'processing-performance': ['TOPS*bit 1', 'TPP 1'],
  'performance-density': ['TPP/mm2 1'],
  'absorbed-dose': [
    'Gy(Si) 1',
    'Gy 1',
    'rad(Si) 0.01',
    'krad(Si) 10',
    'Mrad(Si) 1e4',
    'krad 10',
    'rad 0.01',
  ],
  'dose-rate': ['Gy(Si)/s 1', 'rad(Si)/s 0.01'],
  fluence: ['n/cm2 1'],
  'upset-rate': ['1/bit/day 1'],
  'number-density': ['atoms/cm3 1'],
  density: ['g/cm3 1', 'kg/m3 1e-3'],
  'specific-energy': ['J/kg 1', 'kJ/kg 1e3', 'Wh/kg 3600'],
  'specific-power': ['W/kg 1', 'kW/kg 1e3'],
  'specific-charge': ['mAh/g 1', 'Ah/kg 1'],
  resistivity: ['ohm-cm 1', 'ohm-m 100'],
  speed: ['m/s 1', 'um/min 1e-6/60', 'nm/min 1e-9/60', 'nm/s 1e-9'],
  angle: ['deg 1', '° 1'],
  level: ['dB 1'],
  'level-carrier': ['dBc 1'],
  'phase-noise': ['dBc/Hz 1'],
  mass: ['kg 1', 'g 1e-3', 'mg 1e-6', 't 1e3', 'lb 0.45359237'],
  'count-rate': ['1/h 1', 'count/h 1', '1/min 60', 'count/min 60', '1/s 3600', 'count/s 3600'],
  number: ['1 1', 'count 1', 'ratio 1', 'points 1', 'channels 1', '% 1e-2', 'ppm 1e-6', '10^9 1e9'],
}

/** Made when first asked: most commands convert nothing. */
let units: ReadonlyMap<string, Unit> | undefined

function unitTable(): ReadonlyMap<string, Unit> {
  units ??= new Map(
    Object.entries(TABLE).flatMap(([dimension, rows]) =>
      rows.map((row) => {
        const [name = '', factor = '', offset = '0'] = row.split(' ')
        const [numerator = '', denominator = '1'] = factor.split('/')
        const unit: Unit = {
          dimension,
          numerator: decimal(numerator),
          denominator: decimal(denominator),
          offset: decimal(offset),
        }
        return [name, unit] as const
      }),
    ),
  )
  return units
}

function unitOf(spelt: string): Unit | undefined {
  return unitTable().get(spell(spelt))
}

/**
 * `mm²` is `mm2`, `µm` (either mu) is `um`, `Ω·cm` is `ohm-cm`, `℃` is `°C`, `W/kg` stays. Compatibility
 * forms fold by Unicode's NFKC: superscripts, the micro, ohm and angstrom signs, full-width letters.
 */
function spell(unit: string): string {
  return unit
    .trim()
    .normalize('NFKC')
    .replaceAll('\u03BC', 'u')
    .replaceAll('\u03A9', 'ohm')
    .replaceAll('\u00C5', 'angstrom')
    .replaceAll(/[·⋅]/g, '*')
    .replaceAll('ohm*', 'ohm-')
}

export function isUnit(unit: string): boolean {
  return unitOf(unit) !== undefined
}

/** All units, for a message: those of one dimension beside each other. */
export function unitsKnown(): string {
  const rows = Object.values(TABLE).map((row) => row.map((unit) => unit.split(' ')[0]).join(' '))
  return rows.join(', ')
}

/** The value in unit `to` of a value in unit `from`. Fails where the two measure different things. */
export function convert(value: Decimal, from: string, to: string): Result<Decimal> {
  const [source, target] = [unitOf(from), unitOf(to)]
  if (source === undefined || target === undefined) {
    const unit = source === undefined ? from : to
    return fail({
      code: 'quantity.unknown-unit',
      detail: `${JSON.stringify(unit)} is not a unit known here.`,
      remedy: `Use ${to}, or another unit of the same dimension.`,
    })
  }
  if (source.dimension !== target.dimension) {
    return fail({
      code: 'quantity.wrong-dimension',
      detail: `${JSON.stringify(from)} measures ${source.dimension}, where ${target.dimension} is asked.`,
      remedy: `State the value in ${to} or a unit that converts to it.`,
    })
  }
  if (source === target) return ok(value)
  const base = value.times(source.numerator).plus(source.offset).times(target.denominator)
  const aboveZero = base.minus(target.offset.times(source.denominator))
  return ok(aboveZero.div(source.denominator.times(target.numerator)))
}

/** Units that measure the same as this one, for messages and completion. */
export function unitsLike(unit: string): readonly string[] {
  const dimension = unitOf(unit)?.dimension
  return [...unitTable()].filter(([, other]) => other.dimension === dimension).map(([name]) => name)
}
