import type { Problem } from '../../kernel/index.ts'
import { printable } from './printable.ts'

/** Beyond these a reader mends the first ones and asks again. */
const MOST = 50

/**
 * Problems for a person: where, what is wrong, what to do.
 *
 * ```
 * order.yaml:12:7 items[0].characteristics.dco_nm
 *   "1.6 s" measures time, where length is asked.
 *   State the value in nm or a unit that converts to it. [quantity.wrong-dimension]
 * ```
 */
export function printProblems(problems: readonly Problem[]): string {
  const rest = problems.length - MOST
  const more = rest > 0 ? `and ${rest.toLocaleString('en')} more\n` : ''
  return problems.slice(0, MOST).map(printProblem).join('') + more
}

function printProblem({ code, detail, where, remedy }: Problem): string {
  const { file, line, column, path } = where ?? {}
  const position = [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':')
  const place = [position, path ?? ''].filter((part) => part !== '').join(' ')
  const lines = [place === '' ? 'navicert' : place, `  ${detail}`, `  ${remedy ?? ''}[${code}]`]
  if (remedy !== undefined) lines[2] = `  ${remedy} [${code}]`
  return `${lines.map(printable).join('\n')}\n`
}
