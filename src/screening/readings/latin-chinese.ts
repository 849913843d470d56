/** First names of the West that people of Hong Kong, Taiwan, Singapore and Korea put before or behind their own. Own list. */
const FIRST_NAMES = new Set(
  `adrian agnes alan albert alex alexander alexandra alfred alice alvin amanda amy andrea andrew andy angela anita anna annie anthony
antony arthur audrey barbara ben benjamin benny bernard bernice betty bonnie brian bruce calvin carl carmen carol caroline carrie
catherine cathy cecilia charles charlie charlotte chris christina christine christopher cindy claire clara clement connie cynthia daisy
daniel david debbie deborah dennis denise derek diana dominic donald doris dorothy douglas eddie edgar edith edmund eduard edward
edwin edwina elaine eleanor elizabeth ellen elsie emily emma eric erica erick ernest esther eugene eva evelyn fanny felix fiona
flora florence frances francis frank franklin fred frederick gabriel gary george gerald gilbert gilles gladys gloria gordon grace
gregory harold harry helen helena henry herbert herman holly howard irene iris isaac ivan ivy jack jackie jackson jacky jacob jacqueline
james jane janet janice jason jasper jeffrey jennifer jenny jeremy jerry jessica jessie jim jimmy joan joanna joanne joe joey john johnny jonathan
jordan joseph josephine joshua joyce judy julia julian julie justin karen katherine kathy keith kelly kelvin ken kenneth kevin kitty
laura lawrence leo leonard leslie lester lewis lillian lily linda lisa louis louisa lucas lucy luke lydia mabel maggie marcus margaret maria marie
marina mark martin mary matthew maurice max melissa michael michelle mimi miranda monica morris moses nancy natalie nathan nelson
nicholas nicole nicolas norman oliver olivia oscar pamela patricia patrick paul pauline peggy peter philip phoebe phyllis priscilla queenie
rachel ralph raymond rebecca regina richard ricky rita robert roger ron ronald ronny rosa rosanna rose roy ruby russell ruth
sabrina sally sam samantha samson samuel sandra sandy sarah scott sean selina shirley sidney simon sonia sophia sophie stanley stella stephanie
stephen steve steven stewart stuart susan susanna suzanne sylvia tammy teresa terence terry theresa thomas tiffany tim timothy tom tommy tony tracy
vanessa veronica vicky victor victoria vincent viola violet virginia vivian walter wendy wesley wilfred william willy wilson winnie winston
yvonne`
    .trim()
    .split(/\s+/),
)
/** A syllable of Chinese or Korean, as any romanisation spells it. */
const SYLLABLE =
  /^(?:zh|ch|sh|ts|tz|hs|ss|ng|kw|gw|[bcdfghjklmnpqrstwxyz])?[aeiou]{1,3}(?:ng|[nhkptmwylr])?$/
/** A surname and two more. */
const FEWEST = 3

/**
 * The name without the first name of the West that stands in it: `John Ka-chiu Lee`, who is 李家超. Nothing where
 * the rest is no name of the East in three syllables at least.
 */
export function withoutFirstName(tokens: readonly string[]): readonly string[] | undefined {
  if (tokens.length <= FEWEST) return undefined
  const rest = tokens.filter((token) => !FIRST_NAMES.has(token))
  const isOfEast = rest.length >= FEWEST && rest.every((token) => SYLLABLE.test(token))
  return isOfEast && rest.length === tokens.length - 1 ? rest : undefined
}
