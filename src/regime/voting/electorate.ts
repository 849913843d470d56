/** Who may vote on one question, as it stood when the question was opened. */
export interface Voter {
  readonly code: string
  /** By the charter's weights: `{population: 83000000}`. */
  readonly weights: Readonly<Record<string, number>>
  /** Makes the technology that the question is about, by the charter's facts. */
  readonly maker: boolean
}

export interface Electorate {
  readonly voters: readonly Voter[]
  /** Members that have no vote on it, and why. */
  readonly excluded: readonly { readonly code: string; readonly why: string }[]
}

/** `silent-break` ends a silence; under any other rule it is a no. */
export const CHOICES = ['yes', 'no', 'abstain', 'silent-break'] as const
export type Choice = (typeof CHOICES)[number]

/** What is known of the members when votes are counted. */
export interface Positions {
  /** The last ballot in time of each member. */
  readonly choices: ReadonlyMap<string, Choice>
  /** Members with an open reservation of substance. */
  readonly reserved: ReadonlySet<string>
}
