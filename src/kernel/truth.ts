/**
 * Kleene's strong three-valued logic. Unknown is never false: a conclusion that rests on a fact
 * nobody stated stays `unknown` until some other fact settles it.
 *
 * Inside hot paths truth is a number, ordered false < unknown < true, so that `and` is the minimum,
 * `or` the maximum and `not` the mirror image (Kleene 1952, §64). Outside it is a word.
 */
export type Truth = 'true' | 'false' | 'unknown'

export const FALSE = 0
export const UNKNOWN = 1
export const TRUE = 2
export type TruthCode = typeof FALSE | typeof UNKNOWN | typeof TRUE

const WORDS = ['false', 'unknown', 'true'] as const satisfies readonly Truth[]

export function truthOf(code: TruthCode): Truth {
  return WORDS[code]
}

export function codeOf(truth: Truth): TruthCode {
  switch (truth) {
    case 'false':
      return FALSE
    case 'unknown':
      return UNKNOWN
    case 'true':
      return TRUE
  }
}

export function negate(code: TruthCode): TruthCode {
  return (TRUE - code) as TruthCode
}

export function conjoin(left: TruthCode, right: TruthCode): TruthCode {
  return left < right ? left : right
}

export function disjoin(left: TruthCode, right: TruthCode): TruthCode {
  return left > right ? left : right
}
