import { type Decimal, decimal, fail, ok, type Result } from '../kernel/index.ts'
import { type Amount, amountOf, lazyAmount } from './amount.ts'

/**
 * Formulas of derived characteristics, as `0.25 * wavelength_nm / na_max` or
 * `phase_noise_dBc_Hz + 126 + 20 * log10(phase_noise_offset_Hz)`.
 *
 * Grammar: sum = product (('+' | '-') product)*; product = unary (('*' | '/') unary)*;
 * unary = '-' unary | number | name | ('log2' | 'log10') '(' sum ')' | '(' sum ')'.
 * Sums, products and quotients are exact (see kernel's decimals); logarithms to 60 digits.
 */
export interface Formula {
  readonly inputs: readonly string[]
  /** Undefined where it has no value: division by zero, a logarithm of nothing. */
  evaluate(input: (name: string) => Amount): Amount | undefined
}

interface Term {
  exact(input: (name: string) => Amount): Decimal
  /** Absent where digits may cancel, so that a double may be far off: in sums, and in logarithms near one. */
  readonly near?: ((input: (name: string) => Amount) => number) | undefined
}

export function parseFormula(text: string): Result<Formula> {
  const tokens = text.match(/\d+\.?\d*(?:e[+-]?\d+)?|[A-Za-z_]\w*|[-+*/()]|\S/g) ?? []
  const parser = new Parser(tokens)
  try {
    const term = parser.sum()
    parser.end()
    return ok({ inputs: [...parser.inputs], evaluate: (input) => value(term, input) })
  } catch (error) {
    return fail({
      code: 'formula.invalid',
      detail: `The formula ${JSON.stringify(text)} cannot be read: ${(error as Error).message}.`,
      remedy: 'Use names, numbers, + - * / ( ) and log2( ), log10( ).',
    })
  }
}

function value(term: Term, input: (name: string) => Amount): Amount | undefined {
  const exact = (): Decimal => term.exact(input).toSignificantDigits(RESULT_DIGITS)
  const near = term.near?.(input)
  if (near !== undefined && Number.isFinite(near)) return lazyAmount(near, exact)
  const result = exact()
  return result.isFinite() ? amountOf(result) : undefined
}

/** Fewer than the arithmetic keeps, so that a third times three is one. */
const RESULT_DIGITS = 150
const LOGARITHM_DIGITS = 60
const BASES: ReadonlyMap<string, number> = new Map([
  ['log2', 2],
  ['log10', 10],
])

function logarithm(of: Decimal, base: number): Decimal {
  const precise = of.log(base)
  const rounded = precise.toSignificantDigits(LOGARITHM_DIGITS)
  const whole = rounded.round()
  return decimal(base).pow(whole).equals(of) ? whole : rounded
}

class Parser {
  readonly inputs = new Set<string>()
  readonly #tokens: readonly string[]
  #at = 0

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
  }

  end(): void {
    const extra = this.#tokens[this.#at]
    if (extra !== undefined) throw new Error(`${JSON.stringify(extra)} is not expected there`)
  }

  sum(): Term {
    let left = this.#product()
    for (let sign = this.#take('+', '-'); sign !== undefined; sign = this.#take('+', '-')) {
      left = sign === '+' ? plus(left, this.#product()) : minus(left, this.#product())
    }
    return left
  }

  #product(): Term {
    let left = this.#unary()
    for (let sign = this.#take('*', '/'); sign !== undefined; sign = this.#take('*', '/')) {
      left = sign === '*' ? times(left, this.#unary()) : over(left, this.#unary())
    }
    return left
  }

  #unary(): Term {
    if (this.#take('-') !== undefined) return minus(constant('0'), this.#unary())
    const token = this.#tokens[this.#at]
    this.#at += 1
    if (token === undefined) throw new Error('it ends too early')
    if (token === '(') return this.#closed(this.sum())
    if (/^\d/.test(token)) return constant(token)
    const base = BASES.get(token)
    if (base !== undefined) {
      if (this.#take('(') === undefined) throw new Error(`${token} needs brackets`)
      const argument = this.#closed(this.sum())
      return { exact: (input) => logarithm(argument.exact(input), base) }
    }
    if (!/^[A-Za-z_]/.test(token)) throw new Error(`${JSON.stringify(token)} is not expected there`)
    this.inputs.add(token)
    return { near: (input) => input(token).near, exact: (input) => input(token).exact }
  }

  #closed(term: Term): Term {
    if (this.#take(')') === undefined) throw new Error('a bracket is not closed')
    return term
  }

  #take(...wanted: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at]
    if (token === undefined || !wanted.includes(token)) return undefined
    this.#at += 1
    return token
  }
}

function constant(text: string): Term {
  const [near, exact] = [Number(text), decimal(text)]
  return { near: () => near, exact: () => exact }
}

function plus(a: Term, b: Term): Term {
  return { exact: (x) => a.exact(x).plus(b.exact(x)) }
}

function minus(a: Term, b: Term): Term {
  return { exact: (x) => a.exact(x).minus(b.exact(x)) }
}

function times(a: Term, b: Term): Term {
  return {
    exact: (x) => a.exact(x).times(b.exact(x)),
    near: bothNear(a, b, (left, right) => left * right),
  }
}

function over(a: Term, b: Term): Term {
  return {
    exact: (x) => a.exact(x).div(b.exact(x)),
    near: bothNear(a, b, (left, right) => left / right),
  }
}

function bothNear(
  { near: a }: Term,
  { near: b }: Term,
  combine: (left: number, right: number) => number,
): Term['near'] {
  return a === undefined || b === undefined ? undefined : (x) => combine(a(x), b(x))
}
