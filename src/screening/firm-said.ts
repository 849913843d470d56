/** Forms that stand behind the name of a firm, and are nobody's name. */
const BEHIND =
  /(?:(?<![\p{L}\p{N}.])(?:ltd|limited|ltda|l\.?l\.?c|l\.?l\.?p|inc|incorporated|gmbh|mbh|plc|p\.l\.c|corp|corporation|company|(?<=&\s)co|co(?=\.)|[pc]?jsc|ojsc|f\.?z\.?e|fzco|fzc|dmcc|bhd|kft|zrt|oyj|b\.v|n\.v|s\.a|s\.r\.l|s\.p\.a|s\.a\.r\.l|a\.[sş]|k\.k|d\.o\.o|s\.r\.o|z\s?o\.\s?o|aktiengesellschaft|pty)|有限公司|股份公司|株式会社|주식회사)[.)]?\s*$/iu
/** And before it. */
const BEFORE =
  /^\s*(?:(?:ooo|oao|zao|pjsc|ojsc|cjsc|llc|jsc|ооо|оао|зао|пао|тоо)(?![\p{L}\p{N}])|株式会社|주식회사|㈜)/iu
/** What may stand between several names, or behind the name of somebody else. */
const SEVERAL =
  /[;:|/@\n()[\]]|\s[-–—]\s|(?<![\p{L}\p{N}])(?:a\.?k\.?a|f\.?k\.?a|d\.?b\.?a|known|formerly|previously|alias|trading as|doing business|operating as|of|for|at|by|from|director|owner|manager|agent|m\.?[vt]|vessel)(?![\p{L}\p{N}])/iu
/** A comma before anything but a form. */
const PARTED = /,(?!\s*(?:ltd|limited|l\.?l\.?c|inc|gmbh|s\.a|corp|co|b\.v|n\.v)\b)/iu

/**
 * Whether a stated name tells by its legal form that it is one of a firm: `Tavari & Sons Co.`, so that a listed person
 * called Tavari is another one. Nothing where it may hold a second name, or a form is also the name of people (`Se`, `Ag`).
 */
export function saysFirm(stated: string): boolean {
  if (SEVERAL.test(stated) || PARTED.test(stated)) return false
  return BEHIND.test(stated) || BEFORE.test(stated)
}
