import { distinct } from './name-text.ts'

/**
 * Aliases that a publisher prints one after another: between semicolons where there are any, else
 * between commas, save for the comma before a legal form (`Co., Ltd.`), and between languages by a
 * slash with nothing else.
 */
export function aliasesInText(text: string): readonly string[] {
  const bare = text.replace(/^\(([^()]*)\)$/, '$1')
  const parts = /[;；]/.test(bare) ? bare.split(/[;；]/) : splitAtCommas(bare)
  return distinct(parts.map((part) => part.replace(/^\s*(?:and|et)\s+/i, '').trim()))
}

const LEGAL_FORM =
  /^(?:ltd|limited|inc|incorporated|corp|llc|l\.l\.c|llp|plc|gmbh|ag|s\.?a|s\.?r\.?l|b\.?v|n\.?v|bhd|pte|pty|pvt|jsc|jr|sr|i{2,3})\b\.?/i

function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = []
  for (const part of text.split(/,(?=\s|$|\S)/)) {
    const last = parts.at(-1)
    if (last !== undefined && LEGAL_FORM.test(part.trim())) {
      parts[parts.length - 1] = `${last}, ${part.trim()}`
    } else parts.push(part)
  }
  return parts
}
