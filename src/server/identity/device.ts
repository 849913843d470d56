const BROWSERS = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari', 'curl'] as const
const NAMES: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' }
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'] as const

/** `Firefox on Linux`: enough to know one's own devices, too little to know a person by. */
export function deviceOf(userAgent: string | undefined): string {
  const found = <W extends string>(words: readonly W[]): W | undefined =>
    words.find((word) => userAgent?.includes(word))
  const browser = found(BROWSERS)
  const system = found(SYSTEMS)
  const name = browser === undefined ? 'a program' : (NAMES[browser] ?? browser)
  return system === undefined ? name : `${name} on ${system}`
}
