import { describe, expect, it } from 'vitest'
import { convert, decimal, formatDecimal, isUnit, unitsLike, unwrap } from './index.ts'

const converted = (value: string, from: string, to: string): string =>
  formatDecimal(unwrap(convert(decimal(value), from, to)))

/** Every unit, by dimension. */
const UNITS: readonly (readonly string[])[] = [
  'm km dm cm mm um nm pm in inch ft angstrom',
  'm2 cm2 mm2 um2',
  's ms us ns ps min h d',
  'Hz kHz MHz GHz THz',
  'SPS kSPS MSPS GSPS S/s MS/s GS/s',
  'K degC C °C degF °F',
  'Pa hPa kPa MPa GPa bar mbar mPa Torr mTorr atm',
  'W uW mW kW MW',
  'J kJ MJ Wh kWh',
  'eV keV MeV',
  'V mV kV MV',
  'A uA mA kA',
  'bit/s kbit/s Mbit/s Gbit/s Tbit/s Mb/s Gb/s Tb/s Mbps Gbps Tbps B/s kB/s MB/s GB/s TB/s',
  'GB/s/mm2 TB/s/mm2',
  'bit kbit Mbit Gbit B kB MB GB',
  'operations op FLOP',
  'OPS GOPS TOPS POPS',
  'FLOPS MFLOPS GFLOPS TFLOPS PFLOPS',
  'WT',
  'TOPS*bit TPP',
  'TPP/mm2',
  'Gy(Si) Gy rad(Si) krad(Si) Mrad(Si) krad rad',
  'Gy(Si)/s rad(Si)/s',
  'n/cm2',
  '1/bit/day',
  'atoms/cm3',
  'g/cm3 kg/m3',
  'J/kg kJ/kg Wh/kg',
  'W/kg kW/kg',
  'mAh/g Ah/kg',
  'ohm-cm ohm-m',
  'm/s um/min nm/min nm/s',
  '1/h count/h 1/min count/min 1/s count/s',
  'deg °',
  'dB',
  'dBc',
  'dBc/Hz',
  'kg g mg t lb',
  '1 count ratio points channels % ppm 10^9',
].map((line) => line.split(' '))

const ALL = UNITS.flatMap((units) => units.map((unit) => [units[0] ?? '', unit] as const))

describe('every unit', () => {
  it.each(UNITS)('%s converts to its like, and to nothing else', (...units) => {
    for (const unit of units) expect(unitsLike(unit)).toEqual(units)
    for (const [, other] of ALL) {
      expect(convert(decimal(1), units[0] ?? '', other).ok).toBe(units.includes(other))
    }
  })

  it.each(ALL)('%s to %s and back is the same', (unit, other) => {
    expect(converted(converted('12.5', unit, unit), unit, unit)).toBe('12.5')
    const there = unwrap(convert(decimal('12.5'), unit, other))
    const back = unwrap(convert(there, other, unit))
    expect(back.toSignificantDigits(100).equals(decimal('12.5'))).toBe(true)
  })

  it.each(ALL)('%s: a value in %s keeps its order', (unit, other) => {
    const [less, more] = [convert(decimal('1'), other, unit), convert(decimal('2'), other, unit)]
    expect(unwrap(less).lessThan(unwrap(more))).toBe(true)
  })
})

describe('factors', () => {
  it.each([
    ['1', 'km', 'm', '1000'],
    ['2', '1/min', 'count/h', '120'],
    ['1', 'dm', 'm', '0.1'],
    ['1', 'cm', 'mm', '10'],
    ['1', 'mm', 'um', '1000'],
    ['1', 'um', 'nm', '1000'],
    ['1', 'nm', 'pm', '1000'],
    ['1', 'in', 'mm', '25.4'],
    ['1', 'inch', 'mm', '25.4'],
    ['1', 'ft', 'm', '0.3048'],
    ['1', 'angstrom', 'nm', '0.1'],
    ['814', 'mm2', 'cm2', '8.14'],
    ['1', 'm2', 'mm2', '1000000'],
    ['1', 'mm2', 'um2', '1000000'],
    ['1', 'h', 'min', '60'],
    ['1', 'd', 'h', '24'],
    ['1', 's', 'ms', '1000'],
    ['1', 'us', 'ns', '1000'],
    ['1', 'ns', 'ps', '1000'],
    ['1', 'THz', 'GHz', '1000'],
    ['1', 'MHz', 'kHz', '1000'],
    ['1', 'kHz', 'Hz', '1000'],
    ['1', 'GSPS', 'MSPS', '1000'],
    ['1', 'kSPS', 'SPS', '1000'],
    ['1', 'GS/s', 'MSPS', '1000'],
    ['1', 'MS/s', 'S/s', '1000000'],
    ['1', 'GPa', 'MPa', '1000'],
    ['1', 'kPa', 'hPa', '10'],
    ['1', 'bar', 'mbar', '1000'],
    ['1', 'mbar', 'Pa', '100'],
    ['1', 'Pa', 'mPa', '1000'],
    ['1', 'atm', 'Torr', '760'],
    ['1', 'Torr', 'mTorr', '1000'],
    ['760', 'Torr', 'Pa', '101325'],
    ['1', 'MW', 'kW', '1000'],
    ['1', 'mW', 'uW', '1000'],
    ['1', 'kWh', 'MJ', '3.6'],
    ['1', 'Wh', 'kJ', '3.6'],
    ['1', 'MeV', 'keV', '1000'],
    ['1', 'keV', 'eV', '1000'],
    ['1', 'MV', 'kV', '1000'],
    ['1', 'V', 'mV', '1000'],
    ['1', 'kA', 'A', '1000'],
    ['1', 'mA', 'uA', '1000'],
    ['600', 'GB/s', 'Gbit/s', '4800'],
    ['1', 'GB/s', 'Gb/s', '8'],
    ['1', 'TB/s', 'GB/s', '1000'],
    ['1', 'MB/s', 'kB/s', '1000'],
    ['1', 'B/s', 'bit/s', '8'],
    ['1', 'Tbit/s', 'Tb/s', '1'],
    ['1', 'Gbps', 'Mbps', '1000'],
    ['1', 'Tbps', 'Gbit/s', '1000'],
    ['1', 'Mb/s', 'kbit/s', '1000'],
    ['1', 'Mbit/s', 'bit/s', '1000000'],
    ['1', 'TB/s/mm2', 'GB/s/mm2', '1000'],
    ['1', 'GB', 'Gbit', '8'],
    ['1', 'MB', 'kB', '1000'],
    ['1', 'Mbit', 'kbit', '1000'],
    ['1', 'B', 'bit', '8'],
    ['1', 'op', 'FLOP', '1'],
    ['1', 'operations', 'op', '1'],
    ['1', 'POPS', 'TOPS', '1000'],
    ['1', 'TOPS', 'GOPS', '1000'],
    ['1', 'GOPS', 'OPS', '1000000000'],
    ['1', 'PFLOPS', 'TFLOPS', '1000'],
    ['1', 'GFLOPS', 'MFLOPS', '1000'],
    ['1', 'MFLOPS', 'FLOPS', '1000000'],
    ['4800', 'TPP', 'TOPS*bit', '4800'],
    ['500', 'krad(Si)', 'Gy(Si)', '5000'],
    ['500', 'krad', 'Gy', '5000'],
    ['1', 'Mrad(Si)', 'krad(Si)', '1000'],
    ['1', 'rad(Si)', 'Gy(Si)', '0.01'],
    ['1', 'rad', 'Gy(Si)', '0.01'],
    ['1', 'rad(Si)/s', 'Gy(Si)/s', '0.01'],
    ['1', 'g/cm3', 'kg/m3', '1000'],
    ['350', 'Wh/kg', 'J/kg', '1260000'],
    ['1', 'kJ/kg', 'J/kg', '1000'],
    ['1', 'kW/kg', 'W/kg', '1000'],
    ['1', 'Ah/kg', 'mAh/g', '1'],
    ['1', 'ohm-m', 'ohm-cm', '100'],
    ['60', 'um/min', 'nm/s', '1000'],
    ['1', 'um/min', 'nm/min', '1000'],
    ['1', 'm/s', 'nm/s', '1000000000'],
    ['1', 't', 'kg', '1000'],
    ['1', 'kg', 'g', '1000'],
    ['1', 'g', 'mg', '1000'],
    ['1', 'lb', 'g', '453.59237'],
    ['5', '%', '1', '0.05'],
    ['5', 'ppm', '1', '0.000005'],
    ['1', '10^9', 'count', '1000000000'],
    ['1', 'points', 'channels', '1'],
    ['1', '°', 'deg', '1'],
    ['1', 'ratio', '1', '1'],
  ])('%s %s is in %s: %s', (value, from, to, expected) => {
    expect(converted(value, from, to)).toBe(expected)
  })

  it.each([
    ['685', 'degC', 'K', '958.15'],
    ['958.15', 'K', 'degC', '685'],
    ['1265', 'degF', 'degC', '685'],
    ['685', 'degC', 'degF', '1265'],
    ['32', '°F', '°C', '0'],
    ['-40', 'degF', 'C', '-40'],
    ['0', 'K', '°F', '-459.67'],
    ['4', 'K', 'degC', '-269.15'],
    ['685.0000000000000000001', 'degC', 'K', '958.1500000000000000001'],
  ])('%s %s is in %s exactly: %s', (value, from, to, expected) => {
    expect(converted(value, from, to)).toBe(expected)
  })

  it('divides once, at the end, so that thirds and ninths do not leave a remainder', () => {
    for (let i = 1; i <= 500; i += 1) {
      expect(converted(String(i * 9 + 32), 'degF', 'degC')).toBe(String(i * 5))
      expect(converted(String(i), 'Torr', 'mTorr')).toBe(String(i * 1000))
      expect(converted(String(i * 760), 'Torr', 'atm')).toBe(String(i))
    }
  })
})

describe('spelling', () => {
  it.each([
    ['mm²', 'mm2'],
    ['atoms/cm³', 'atoms/cm3'],
    ['\u00B5m', 'um'],
    ['\u03BCm', 'um'],
    ['µm/min', 'um/min'],
    ['Ω·cm', 'ohm-cm'],
    ['\u2126·cm', 'ohm-cm'],
    ['Ω⋅cm', 'ohm-cm'],
    ['Ω-m', 'ohm-m'],
    ['Ω·m', 'ohm-m'],
    ['ohm*cm', 'ohm-cm'],
    ['Å', 'angstrom'],
    ['\u212B', 'angstrom'],
    ['℃', 'degC'],
    ['TOPS·bit', 'TOPS*bit'],
    [' nm ', 'nm'],
    ['ｎｍ', 'nm'],
    ['％', '%'],
  ])('%s is %s', (spelt, unit) => {
    expect(isUnit(spelt)).toBe(true)
    expect(converted('3', spelt, unit)).toBe('3')
    expect(converted('3', unit, spelt)).toBe('3')
  })

  it.each(['NM', 'mpa', 'gb/s', 'KB', 'tops', '', 'furlong', 'toString', 'nm2', 'ohm'])(
    'does not know %j',
    (unit) => {
      expect(isUnit(unit)).toBe(false)
      expect(unitsLike(unit)).toEqual([])
    },
  )
})

describe('what does not convert', () => {
  it('names the unit that is not known, from the input first', () => {
    expect(convert(decimal(1), 'furlong', 'nm')).toEqual({
      ok: false,
      problems: [
        {
          code: 'quantity.unknown-unit',
          detail: '"furlong" is not a unit known here.',
          remedy: 'Use nm, or another unit of the same dimension.',
        },
      ],
    })
    expect(convert(decimal(1), 'nm', 'furlong')).toMatchObject({
      problems: [{ detail: '"furlong" is not a unit known here.' }],
    })
  })

  it('names both dimensions where they differ', () => {
    expect(convert(decimal(1), 's', 'm')).toEqual({
      ok: false,
      problems: [
        {
          code: 'quantity.wrong-dimension',
          detail: '"s" measures time, where length is asked.',
          remedy: 'State the value in m or a unit that converts to it.',
        },
      ],
    })
  })

  it.each([
    ['m', 'm2'],
    ['Hz', 'SPS'],
    ['J', 'eV'],
    ['GB', 'GB/s'],
    ['OPS', 'FLOPS'],
    ['WT', 'TFLOPS'],
    ['TPP', 'TPP/mm2'],
    ['dBc', 'dB'],
    ['K', '1'],
    ['mPa', 'mW'],
  ])('does not take %s for %s', (from, to) => {
    expect(convert(decimal(1), from, to)).toMatchObject({
      problems: [{ code: 'quantity.wrong-dimension' }],
    })
  })

  it('tells milli from mega', () => {
    expect(converted('1', 'MPa', 'mPa')).toBe('1000000000')
    expect(converted('1', 'MW', 'mW')).toBe('1000000000')
  })
})

describe('units of the same dimension', () => {
  it('lists them, for messages', () => {
    expect(unitsLike('krad')).toEqual([
      'Gy(Si)',
      'Gy',
      'rad(Si)',
      'krad(Si)',
      'Mrad(Si)',
      'krad',
      'rad',
    ])
    expect(unitsLike('µm')).toContain('nm')
  })
})
