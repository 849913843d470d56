import type { Expression, Wanted } from '../../rulebook/index.ts'

/** A criterion in a line: `kind sme.litho.scanner and dco_nm <= 1.50 and not (…)`. */
export function expressionText(expression: Expression): string {
  if ('unread' in expression) return `(not read: ${String(expression.unread)})`
  if ('never' in expression) return '(not used)'
  if ('not' in expression) return `not ${grouped(expression.not as Expression)}`
  if ('all' in expression)
    return (expression.all as readonly Expression[]).map(grouped).join(' and ')
  if ('any' in expression)
    return (expression.any as readonly Expression[]).map(grouped).join(' or ')
  return Object.entries(expression)
    .map(([parameter, wanted]) => comparisonText(parameter, wanted as Wanted))
    .join(' and ')
}

function grouped(expression: Expression): string {
  const text = expressionText(expression)
  return 'all' in expression || 'any' in expression ? `(${text})` : text
}

function comparisonText(parameter: string, wanted: Wanted): string {
  if (wanted === true) return parameter
  if (wanted === false) return `not ${parameter}`
  if (typeof wanted === 'object') return `${parameter} ${wanted.join(' | ')}`
  const text = String(wanted)
  return /^(?:[<>]=?|!?=)/.test(text) ? `${parameter} ${text}` : `${parameter} = ${text}`
}
