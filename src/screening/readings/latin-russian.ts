/**
 * How a language of Europe spells Russian: groups of letters that only a Russian name has in it, in the name of a person
 * and, fewer, in that of a firm; and what English has for its letters (BGN/PCGN 1947).
 */
interface Spelling {
  readonly person: RegExp
  readonly firm: RegExp
  readonly letters: RegExp
  readonly english: Readonly<Record<string, string>>
}

/** `Siergiej Szojgu`, `Akcionernoe Obszczestwo`. */
const POLISH: Spelling = {
  person: /cz|sz|ie[wj]$/,
  firm: /szcz|czesk|wicz$|(?:sz|cz).*(?:ow|ew|stwo|skij)$/,
  letters: /szcz|cz|sz|ch|(?<=[bdfgkmnprstwvz])ie|[wjc]/g,
  english: { szcz: 'shch', cz: 'ch', sz: 'sh', ch: 'kh', ie: 'e', w: 'v', j: 'y', c: 'ts' },
}

/** Dutch and Scandinavian: `Sjojgoe`, `Tsjoebajs`, `Tjajka`. */
const NORTHERN: Spelling = {
  person: /[stz]j|oe.*(?:ov|ev|in|ski|skij|enko)$/,
  firm: /sjts?j|tsj|zj|tj?esk/,
  letters: /sjts?j|ts?j|[sz]j|oe(?<!(?:[nrst]n|sk|yt)oe$)|ch|j/g,
  english: {
    sjtsj: 'shch',
    sjtj: 'shch',
    tsj: 'ch',
    tj: 'ch',
    sj: 'sh',
    zj: 'zh',
    oe: 'u',
    ch: 'kh',
    j: 'y',
  },
}

/** `Choïgou`, `Jirinovski`, `Tchoubaïs`, `Poutine`. */
const FRENCH: Spelling = {
  person: /tch|ou.*(?:ov|ev|ine|ski|enko|ova|eva)$|^j.*(?:ov|ev|ski|enko|ova|eva)$/,
  firm: /chtch|tchesk/,
  letters: /chtch|tch|(?<![sk])ch|iou|ou|dj|j|gu(?=[ei])|ss|(?<=in)e$/g,
  english: {
    chtch: 'shch',
    tch: 'ch',
    ch: 'sh',
    iou: 'yu',
    ou: 'u',
    dj: 'dzh',
    j: 'zh',
    gu: 'g',
    ss: 's',
    e: '',
  },
}

/** `Tschemesow`, `Schoigu`, `Akzionernoje Obschtschestwo`. */
const GERMAN: Spelling = {
  person: /tsch|(?<!th|dr)(?:ow|ew)$|[oe]wa$|skij$|skaja$/,
  firm: /schtsch|tschesk|zionern|stwo$|skoje$|sawod$/,
  letters: /schtsch|tsch|sch|ch|ss|(?<=[aeiou])s(?=[aeiou])|tz|[wjz]/g,
  english: {
    schtsch: 'shch',
    tsch: 'ch',
    sch: 'sh',
    ch: 'kh',
    ss: 's',
    s: 'z',
    w: 'v',
    j: 'y',
    z: 'ts',
    tz: 'ts',
  },
}

/** As scholars, ISO 9 and old passports have it, its marks spelt out: `Šojgu`, `Kuznecov`, `Vjačeslavovič`. */
const MARKED: Spelling = {
  person: /skij$|nyj$|jaja$/,
  firm: /skij$|nyj$|jaja$/,
  letters: /[ckpstz]h|[cjxh]/g,
  english: { c: 'ts', j: 'y', x: 'kh', h: 'kh' },
}

/** The same with its marks lost, so that c is one of two letters: `Kuznecov`, `Cernov`, `Vjaceslavovic`. */
const UNMARKED: Spelling = {
  person: /^(?!.*(?:w|ch|ss)).*(?:skij|[oe]vic|nyj|jaja|[kt]aja|[ec]ov|cev|j[oe]v|ckij)$/,
  firm: /cionern|skij$|skoe$|nyj$|zavod$/,
  letters: /[ckpstz]h|sc(?=[aeio])|ic$|ec$|c[kv]|c[oe]v|ci[oa]|[cjxh]/g,
  english: {
    sc: 'shch',
    ic: 'ich',
    ec: 'ets',
    ck: 'tsk',
    cv: 'tsv',
    cov: 'tsov',
    cev: 'tsev',
    cio: 'tsio',
    cia: 'tsia',
    c: 'ch',
    j: 'y',
    x: 'kh',
    h: 'kh',
  },
}

const SPELLINGS = [POLISH, NORTHERN, FRENCH, UNMARKED, GERMAN]
const SHORTEST = 6

/**
 * A name from Russian in the letters of another language as English spells it: `Tschemesow` is Chemezov, `Poetin` Putin.
 * Undefined where it is none.
 * @param isMarked letters bore the marks of scholars (`č`, `š`, `ž`), which are spelt out here
 */
export function asEnglishSpells(
  tokens: readonly string[],
  isPerson: boolean,
  isMarked = false,
): readonly string[] | undefined {
  const tells = (spelling: Spelling) =>
    tokens.some(
      (token) =>
        token.length >= SHORTEST && (isPerson ? spelling.person : spelling.firm).test(token),
    )
  const spelling = isMarked ? MARKED : SPELLINGS.find(tells)
  if (spelling === undefined) return undefined
  const english = tokens.map((token) => spelt(token, spelling))
  return english.every((token, at) => token === tokens[at]) ? undefined : english
}

function spelt(token: string, { letters, english }: Spelling): string {
  return token.replaceAll(letters, (found) => english[found] ?? found)
}
