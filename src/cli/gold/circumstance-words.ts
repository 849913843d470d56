/**
 * Reads the free text of a gold row about use and place of use. What is not understood is returned,
 * so that no answer is taken for certain that may have turned on it.
 */
export interface StatedUse {
  readonly uses: readonly string[]
  readonly military: boolean
  readonly wmd: boolean
  readonly understood: boolean
}

const USES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/advanced[- ]node|advanced[- ](?:ic|chip|logic)/i, ['advanced-node', 'ic-production']],
  [/supercomputer/i, ['supercomputer']],
  [/\bai[- ]training|train\w*\b.*\bmodels?\b|model training/i, ['ai-training']],
  [/data[- ]?cent(?:re|er)|\bcloud\b|iaas/i, ['data-centre']],
  [/\bSME\b|(?:manufacturing|production) equipment|toolmak/i, ['sme-production']],
  [
    /\bic\b|\bchips?\b|\bfab\b|\bfoundry|semiconductor|\bwafers?\b|legacy|mature/i,
    ['ic-production'],
  ],
  [/\bmilitary|\barmed forces|\bdefen[cs]e/i, ['military']],
  [/\bwmd\b|nuclear|missile|chemical weapon|biological weapon/i, ['wmd']],
  [/surveillance/i, ['surveillance']],
  [/\brepair/i, ['repair']],
  [/\bresale|stock/i, ['resale']],
  [/\bresearch|university|laborator/i, ['research']],
  [/\bcivil|commercial|consumer|industrial|automotive|medical/i, ['civil']],
]

export function readUse(words: string): StatedUse {
  const found = new Set(USES.flatMap(([pattern, tags]) => (pattern.test(words) ? tags : [])))
  return {
    uses: [...found],
    military: found.has('military'),
    wmd: found.has('wmd'),
    understood: found.size > 0,
  }
}

/** What is said of the plant where the item goes to work. */
export interface StatedFacility {
  readonly type: string
  readonly makesAdvancedNode?: boolean | 'unknown'
  readonly understood: boolean
}

export function readFacility(words: string): StatedFacility {
  const type = /osat|packag|assembl|back[- ]?end|test/i.test(words) ? 'osat' : 'fab'
  if (/unknown|not known/i.test(words))
    return { type, makesAdvancedNode: 'unknown', understood: true }
  if (/not advanced|legacy|mature|non[- ]advanced/i.test(words))
    return { type, makesAdvancedNode: false, understood: true }
  if (/advanced/i.test(words)) return { type, makesAdvancedNode: true, understood: true }
  return { type, understood: type === 'osat' }
}

/** The type of an end user that its description names. */
export function readEndUser(words: string): string | undefined {
  const types: readonly (readonly [RegExp, string])[] = [
    [/military|army|navy|air force|defen[cs]e ministry/i, 'military'],
    [/government|ministry|agency/i, 'government'],
    [/university|institute|academ/i, 'academic'],
    [/cloud|data[- ]?cent(?:re|er)|iaas/i, 'data-centre'],
    [/distributor|reseller/i, 'distributor'],
    [/trader|trading/i, 'trader'],
    [/individual|natural person/i, 'individual'],
    [/company|commercial|civil|private|firm|subsidiary|fab|foundry|maker/i, 'commercial'],
  ]
  return types.find(([pattern]) => pattern.test(words))?.[1]
}

/** 15 CFR 744.22 speaks of these apart from the other military. */
export function ofMilitaryIntelligence(words: string): boolean {
  return /\bmilitary[- ]intelligence\b|\bMIEU\b/i.test(words)
}

/** What the acting person does; servicing where nothing else is said of a service. */
export function readActivity(words: string): string {
  if (/ship|transmit|transfer/i.test(words)) return 'shipping'
  if (/install/i.test(words)) return 'installation'
  if (/develop|design/i.test(words)) return 'development'
  if (/train/i.test(words)) return 'training'
  if (/admin|cleric/i.test(words)) return 'administrative'
  return 'servicing'
}
