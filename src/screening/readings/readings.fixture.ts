import { readings } from './index.ts'

/** All readings of a name, each as one text, best first. */
export function texts(name: string, country?: string): readonly string[] {
  return readings(name, { country }).map(({ tokens }) => tokens.join(' '))
}

/** The same of a person. */
export function personal(name: string): readonly string[] {
  return readings(name, { isPerson: true }).map(({ tokens }) => tokens.join(' '))
}

/** The reading of one system, as one text. */
export function by(system: string, name: string, country?: string): string | undefined {
  return readings(name, { country })
    .find((reading) => reading.system === system)
    ?.tokens.join(' ')
}
