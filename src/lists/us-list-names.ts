/**
 * The lists inside the Consolidated Screening List, by the source that its rows name: the abbreviation
 * in brackets where there is one, else the name.
 */
const BY_ABBREVIATION: Readonly<Record<string, string>> = {
  EL: 'us-entity-list',
  UVL: 'us-uvl',
  MEU: 'us-meu',
  DPL: 'us-dpl',
  SDN: 'us-sdn',
  SSI: 'us-ssi',
  FSE: 'us-fse',
  ISN: 'us-isn',
  DTC: 'us-dtc',
  PLC: 'us-plc',
  CAP: 'us-cap',
  CMIC: 'us-cmic',
  'NS-MBS': 'us-mbs',
  MBS: 'us-mbs',
}

const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^capta list/i, 'us-cap'],
  [/military end user/i, 'us-meu'],
  [/menu-based sanctions/i, 'us-mbs'],
  [/^entity list/i, 'us-entity-list'],
  [/^unverified list/i, 'us-uvl'],
  [/^denied persons list/i, 'us-dpl'],
]

export interface NamedList {
  readonly list: string
  /** Whether the program knows the list; else the id is made from the publisher's name. */
  readonly known: boolean
}

export function usListNamed(source: string): NamedList {
  const abbreviation = /\(([A-Z-]{2,8})(?: List)?\)/.exec(source)?.[1] ?? ''
  const list =
    BY_ABBREVIATION[abbreviation] ?? BY_NAME.find(([pattern]) => pattern.test(source))?.[1]
  if (list !== undefined) return { list, known: true }
  const words = (source.split(' - ')[0] ?? source).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return { list: `us-${words.replaceAll(/^-|-$/g, '').slice(0, 40)}`, known: false }
}
