import { saysFirm } from './firm-said.ts'
import { MAX_CHARACTERS, type NameReading } from './read-name.ts'
import { beforeScanning } from './scanned-letters.ts'
import { isPlace, legalForm } from './word-classes.ts'
import { LEGAL, SMALL, WORD } from './word-kinds.ts'
import { isGenericWord } from './word-weight.ts'

/** How much less a name is trusted that is only part of what was stated. */
export const OF_PART = 0.97
const MOST_PARTS = 10

/** Between two names: another name of the same, or whom it is for. */
const OTHERWISE =
  /(?:[\s,;(["„“]+(?:a\.?\s?k\.?\s?a\.?|f\.?\s?k\.?\s?a\.?|n\.?\s?k\.?\s?a\.?|d\.?\s?b\.?\s?a\.?|a\/k\/a|f\/k\/a|n\/k\/a|d\/b\/a|t\/a|(?:(?:also|formerly|previously|better|now|otherwise) )?known as|formerly|previously|trading as|doing business as|operating as|alias)|(?:^|[\s,;(["„“]+)(?:c\/o|o\/b(?:\/o)?|to (?:the )?order of|on behalf of|for (?:the )?account of|(?:subsidiary|affiliate|division|branch|office) of))(?![\p{L}\p{N}])[.:,]*\s*/iu
/** What party a paper says it is, or the number of its line. */
const BEFORE =
  /^\s*(?:(?:messrs|mssrs|m\/s|attn|attention|(?:the )?(?:(?:ultimate|intermediate|final) consignee|consignee|end[\s-]?user|notify(?: party)?|shipper|remitter|beneficiary|applicant|ubo|beneficial owner|ordering (?:customer|party|institution)|importer|exporter)(?:\/\p{L}+)?(?: (?:bank|name|customer))?)\b[.:]*\s*|(?:buyer|seller|purchaser|supplier|customer|payee|payer|client|drawee|drawer|owner|manager|operator)\s*:\s*|(?:agent|director|owner|shareholder|employee|representative|branch) of\s+|[#(№]?\d+\s*[.):-]?\s+|\d\/)/iu
/** A label of a form, whatever it says; a code or an account before the name in a payment message. */
const LABEL =
  /^\s*(?:[^:\n]{2,40}:\s+|(?:(?:ship|bill|sold|deliver(?:ed)?|send|invoice)[\s-]+to|f\.?a\.?o|(?:for )?account of|benef?|bnf|test)\b[.:]*\s+|\/[A-Z]{3,8}\/(?:\d\/)?|\/[A-Z0-9]{6,34}\s*\n\s*(?:\d\/)?|(?:attn|attention|c\/o)\b[^,\n]{2,40}[,\n]\s*|\([A-Z]{2}\)\s*)/iu
/** The code of a country (ISO 3166-1 alpha-2) that books put before or behind a name: `CN-X`, `X_CN`. */
const COUNTRY_CODE =
  /^(?:AE|BY|CN|DE|GB|HK|IN|IR|JP|KP|KR|KZ|MO|MY|PK|RU|SG|SY|TR|TW|US|VN)[-_](?=\p{L}{3})|(?<=\p{L}{2})[-_][A-Z]{2}$/u
/** What stands behind a name and says nothing of whose it is. */
const TRAILER =
  /[\s,(-]+(?:hq|headquarters?|(?:head|main|corporate|registered) office|(?:[a-z&]+ )?(?:department|dept\.?|dep\.)|accounts? (?:payable|receivable)|(?:r ?& ?d|logistics|service|distribution) cent(?:er|re)|warehouse|(?:plant|fab|factory|branch|works) (?:no\.? ?)?\d+|p\.\s?r\.\s?(?:c\.?|(?:of )?china)|(?:and|&) (?:its |their |all )?(?:affiliates|subsidiaries|affiliated companies)|et al\.?|in liquidation|old|(?:usd|eur|cny|rub|hkd|aed) account|[^\s@,(-]\S{0,60}@\S+)\)?\s*$/iu
/** Behind a name: whom to ask for, numbers to call or be registered by, an address. */
const BEHIND =
  /[\s,;(]+(?:(?:attn|attention)\b|(?:tel|telephone|fax|phone|mob|mobile|add|address|uscc|vat|tin|ein|inn|ogrn|kpp|uscc?|usci|imo|mmsi|duns|eori|tax|reg|registration|e-?mail|website)\b\.?\s*(?:id|no|number|nr)?\.?\s*(?:[:+(#\d]|[A-Z]{2}\d)|p\.?\s?o\.?\s?box\b|[#№]\s*\d|www\.|https?:).*$/iu
/** The number of a paper, with the word before it: `PO 4500123456`, `Ref. 2026-00417`. */
const OF_PAPER =
  /[\s,;(#-]*(?:(?<![\p{L}\p{N}])(?:p\.?\s?o|inv(?:oice)?|order|ref(?:erence)?|contract|acct|account|a\/c|customer|client|lot|job|shipment|awb|id)\b[\s.:#-]*(?:(?:no|nr|number)\b[\s.:#-]*)?)?(?<![\p{L}\p{N}])[A-Z]{0,3}-?\d[\d/-]{4,}\d(?![\p{L}\p{N}])\)?/giu
/** Two lines of a form that say the same; where a mail goes. */
const TWICE = /^\s*(\S.{3,}?)[\s,;]+\1\s*$/iu
const MAIL = /\s*[<(]?@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+[>)]?\s*$/u
/** Of persons: when they were born, what they may be told by. */
const BORN = /[\s,;(]+(?:(?:d\.?o\.?b\b\.?|born|passport|nationality)[\s:.]*|b\.\s*(?=\d)).*$/iu
/** What somebody is, behind the name. */
const POST =
  /[\s,(-]+(?:(?:general|managing|executive|deputy|chief|vice|senior|technical|sales|commercial)[\s-]+)*(?:director|ceo|cfo|coo|cto|president|chairman|chairwoman|manager|minister|owner|founder|partner|secretary|head|officer|professor|engineer|shareholder|ph\.?d\.?|mba|m\.?sc\.?|esq\.?|dipl\.?-?ing\.?)(?:\s+of\s.*)?\)?$/iu
const DEGREES =
  /(?:,\s*(?:ph\.?\s?d|m\.?sc|b\.?sc|m\.?a|b\.?a|mba|m\.?d|ll\.?m|cfa|cpa|esq|p\.?eng|dipl\.?-?ing)\.?)+\s*$/iu
/** Between a person and the firm he works for. */
const WORKS_FOR = /\s*[,;(/]\s*|\s[-–—]\s|\s(?:for|at|of|from)\s/iu
/** And before it. */
const RANK =
  /^\s*(?:(?:the )?(?:estate|heirs|family) of\s+|(?:(?:eng|ing|dipl|col|lt|maj|brig|adm|capt|gen|rev|prof|dr|mr|mrs|ms|hon)\.[\s-]*)+|(?:(?:lt|maj|brig|gen|col|adm|capt|cmdr|sgt|cpl|lieutenant|major|brigadier|general|colonel|rear|vice|admiral|field|marshal|commander|chancellor|king|queen|crown|prince|princess|senator|governor|ambassador|secretary|foreign|prime|minister|supreme|leader|director|owner|chairman|chairwoman|ceo|founder|shareholder|ubo)\s+)+(?=\S+\s+\S))/iu
/** A name between a person's names that others gave him: `Viktor "Merchant" Halcyon`. */
const BY_NAME = /(?<=\S\s*)["“”«»„][^"“”«»„]{2,40}["“”«»„](?=\s*\p{L})/gu
/** Written from the end to the beginning: each word ends with its capital. */
const BACKWARDS = /^\s*\p{Ll}+\p{Lu}(?:\s+\p{Ll}+\p{Lu})+\s*$/u
/** A firm by the place where its pages are. */
const SITE =
  /^\s*(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]{4,})\.(?:com?|net|org|info|biz|gov|edu|ac|[a-z]{2})(?:\.[a-z]{2})?\/?\s*$/iu
const TOGETHER = /\s*(?:[;&/+\n]|\s(?:and|und|et|y)\s)\s*/u
/** A number of a street, a box or a building, and what stands behind: two words more, or a code. */
const NUMBERED =
  /[\s,/;-]+(?:(?:no|nr|num|number|unit|room|suite|floor|building|bldg|block|plot|km)\b[.\s]*)?(?:\d{4,}|\d+\p{L}?[\s,/]+\S+[\s,/]+\S).*$/iu
/** Its branch as other languages call it, or its school, and where that is. */
const BRANCH =
  /[\s,(-]+(?:filiale|succursale|agence|zweigstelle|niederlassung|sucursal|filial|oddzial|oddział|subesi|şubesi|campus)\b.*$/iu
const SCHOOL =
  /(?<=\b(?:university|institute|academy|college)\b.*)[\s,(-]+(?:school|faculty|department|dept|laboratory|lab)\b.*$/iu
/** Behind a name, an office of it and where that is. */
const OFFICE =
  /[\s,(-]+(?:(?:representative|rep\.?|liaison|purchasing|procurement|sales) (?:office|department|dept\.?).*|(?:department|dept\.?)(?: of .*)?|(\S+)\s+(?:branch|office)\s*|branch\s*)[)]?$/iu
const DEPARTMENT =
  /^(?:the )?(?:\S+ )?(?:department|dept|school|faculty|division|section|laboratory|lab|office|branch)\b/iu
const LETTERS_AS_FIGURES = /(?<=\p{L})[0158](?=[\p{L}0158.])|[018](?=\p{L}{2})/gu
const SHIP =
  /^\s*(?:m\.\s?[vt]\.[\s:]*|(?:m\/[vt]\.?|m[vt]\.?|s\.?\/?s\.?|vsl\.?|barge|tug|osv|fpso|fso|vl[cg]c|[a-z]{1,3}\/c|(?:(?:motor|ocean|mother|feeder|crude|oil|chemical|product|gas|lng|lpg|bulk|container|cargo) ){0,2}(?:vessel|tanker|carrier|ship)(?: name)?)[\s:]+)/iu
/** What stands behind the name of a ship: her voyage, number, flag. */
const OF_SHIP =
  /\s+(?:\/|imo\b|voy(?:age)?\b|v(?:\.\s?|-)?\d|mmsi\b|call sign\b|flag\b|\p{L}+ flag\b).*$/iu
/** The mark of nationality and registration of an aircraft (ICAO Annex 7): `EP-MNG`, `T7-ABC`, `N747BA`, `YV2486`; or her maker's number. */
const TAIL_MARK =
  /(?<![\p{L}\p{N}-])(?:(?:[A-Z]{1,2}|\d[A-Z]|[A-Z]\d)-[A-Z0-9]{2,5}|N\d{1,5}[A-Z]{0,2}|[A-Z]{2}\d{3,4}[A-Z]?|MSN\s*\d+)(?![\p{L}\p{N}-])/giu
/** The same where it is not said that it is a ship. */
const VOYAGE =
  /[\s,]+(?:v(?:oy(?:age)?)?[.\s]*\d+[a-z]?|\d{2,4}[nsew]|(?:\p{L}+ )?flag(?:[\s:]+\p{L}+)?)\s*$/iu
const EARLIER = /^\s*ex[\s.-]+(?=\p{L}{2})/iu
/** What a ship was called before, or may be exchanged for. */
const SHIP_BEFORE = /\s+(?:ex[\s.-]+|or (?:substitute|sub)\b\s*)/iu
/** In ideographs: the town before a firm, its branch and where that is, an address behind it. */
const OF_TOWN = /^\p{Script=Han}{2,3}[市省](?=\p{Script=Han}{4})/u
const EASTERN_BRANCH = /(?:分公司|分行|分部|代表处|代表處|办事处|辦事處|支店)$/u
const EASTERN_ADDRESS = /\s+\p{Script=Han}+[市省区區县縣路街道号號].*$/u
const BRACKETS = /^(.*?)[([（［]([^()[\]（）［］]+)[)\]）］](.*)$/u
const PARTED = /[,;|\n\t]|\/\/|\s[-–—]\s/u
const CAMEL_CASE = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})/gu
const LATIN = /[\p{Script=Latin}\p{N}]+/gu
const OTHER = /(?!\p{Script=Latin})\p{L}/gu

/**
 * The names that a stated one holds, itself left out: people write another name behind it (`X a.k.a. Y`, `X (Y)`), one
 * script beside the other, an address, a department. Only what a user states is read so; what an authority
 * prints is a name (`namesPrintedWithin` reads the others it prints with one).
 * @param schema commas part the name of a person itself; behind it stands a post, behind that of a ship her voyage; an
 *   aircraft is told by its mark, whatever else is said
 */
export function namesWithin(whole: string, schema?: string): readonly string[] {
  const stated = whole.slice(0, MAX_CHARACTERS)
  const found = new Set<string>()
  const isShip = schema === 'Vessel'
  const isCraft = isShip || schema === 'Aircraft'
  const mayBeCraft = isCraft || (schema === undefined && SHIP.test(whole) && /\p{N}/u.test(whole))
  const add = (part: string): void => {
    const name = part
      .replaceAll(/^[\s"“”„»«'(),;:-]+|[\s"“”„»«'(,;:-]+$/gu, '')
      .replace(/^([^([]+)[)\]]$/u, '$1')
    const isOne = name !== stated && (mayBeCraft ? /\p{L}/u.test(name) : isName(name))
    if (isOne && found.size < MOST_PARTS) found.add(name)
  }
  if (BACKWARDS.test(stated)) add([...stated].toReversed().join(''))
  if (schema === 'Aircraft') for (const [mark] of stated.matchAll(TAIL_MARK)) add(mark)
  const others = stated.split(OTHERWISE)
  if (others.length > 1) others.forEach(add)
  for (const name of others.length > 1 ? others : [stated]) {
    if (!isCraft) add(name.replaceAll(OF_PAPER, ' '))
    add(name.replace(TWICE, '$1'))
    if (HAN.test(name)) addEastern(name, add)
    else add(beforeScanning(name))
    add(name.replace(MAIL, ''))
    addTogether(name, schema, add)
    if (schema === 'Person' || schema === undefined) {
      addPerson(name, add)
      addBeside(name, add)
    }
    if (schema === 'Person') continue
    add(name.replace(BEFORE, ''))
    add(name.replace(LABEL, ''))
    add(name.replace(TRAILER, ''))
    add(name.replace(COUNTRY_CODE, ''))
    add(name.replace(BEHIND, ''))
    add(name.replace(SITE, '$1'))
    addWithoutOffice(name, add)
    add(name.replace(BRANCH, ''))
    add(name.replace(SCHOOL, ''))
    addBeforeNumber(name, add)
    if (/\p{L}[0158]|[018]\p{L}/u.test(name)) add(name.replace(LETTERS_AS_FIGURES, letterOf))
    add(name.replace(SHIP, ''))
    add(name.replace(SHIP, '').replace(VOYAGE, ''))
    if (isShip) add(name.replace(OF_SHIP, ''))
    add(name.replace(EARLIER, ''))
    if (isShip) name.split(SHIP_BEFORE).forEach(add)
    addBracketed(name, isShip, add)
    addBeforeAddress(name, add)
    addScripts(name, add)
    add(name.replaceAll(CAMEL_CASE, ' '))
  }
  return [...found]
}

const HAN = /\p{Script=Han}{4}/u
const LETTERS_OF_TOWN = [0, 2, 3]

function addEastern(name: string, add: (part: string) => void): void {
  const firm = name.replace(EASTERN_ADDRESS, '')
  add(firm)
  add(firm.replace(OF_TOWN, ''))
  const head = firm.replace(EASTERN_BRANCH, '')
  if (head !== firm) for (const town of LETTERS_OF_TOWN) add(head.slice(0, head.length - town))
}

/** Three letters or two ideographs, and not only one or two words that many names have. */
function isName(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const isEastern = /[\p{Script=Han}\p{Script=Hangul}]/u.test(text)
  if (letters < (isEastern ? 2 : 3)) return false
  const words = wordsOf(text)
  const isGeneral = words.filter((word) => isPlace(word) || isGenericWord(word)).length > 2
  return isGeneral || words.some((word) => !saysNothing(word))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What a paper says instead of a name. */
const ROLES = new Set(
  'shipper consignee buyer seller bearer holder applicant order same above'.split(' '),
)

function saysNothing(word: string): boolean {
  return ROLES.has(word) || isPlace(word) || isGenericWord(word) || legalForm(word) !== undefined
}

/** `X (Y)`; `X (Shenzhen)` is a branch and read as such. */
function addBracketed(name: string, isShip: boolean, add: (part: string) => void): void {
  const [, before = '', within = '', after = ''] = BRACKETS.exec(name) ?? []
  if (!isShip && !(isName(within) && isName(before))) return
  add(within.replace(EARLIER, ''))
  add(`${before} ${after}`)
}

/** A person without post, rank, day of birth, number to call. */
function addPerson(name: string, add: (part: string) => void): void {
  const named = name.replace(BEFORE, '').replace(LABEL, '')
  const bare = named.replace(RANK, '').replace(BEHIND, '').replace(BORN, '')
  add(bare.replace(TRAILER, '').replace(COUNTRY_CODE, ''))
  const own = bare
    .replace(DEGREES, '')
    .replace(POST, '')
    .replace(/\s*\([^()]*\)\s*$/u, '')
  add(own)
  add(own.replaceAll(BY_NAME, ' '))
  if (/\p{L}[0134578]|[0134578]\p{L}/u.test(own)) add(own.replaceAll(/[0134578]/gu, letterOf))
  if (!/\s/u.test(own)) add(own.replaceAll(CAMEL_CASE, ' '))
}

/** A person before an address, which has a number or ends with a place, or beside the firm he works for. */
function addBeside(name: string, add: (part: string) => void): void {
  const parts = name.split(WORKS_FOR)
  const isFull = (part: string | undefined): part is string =>
    part !== undefined && wordsOf(part).length > 1
  if (isFull(parts[0])) addBeforeAddress(name, add)
  if (parts.some((part) => saysFirm(part) && isName(part)))
    for (const part of parts) if (isFull(part)) add(part)
}

/** `X & Y`, where both are of two words at least; `X and Y` are two persons, or one firm. */
function addTogether(name: string, schema: string | undefined, add: (part: string) => void): void {
  const parts = name.split(schema === 'Person' ? TOGETHER : /[;&\n]/u)
  if (parts.length < 2) return
  for (const part of parts) if (wordsOf(part).length > 1) add(part)
}

/** `X Dubai Branch`, `X, Purchasing Department`. */
function addWithoutOffice(name: string, add: (part: string) => void): void {
  const [office, where] = OFFICE.exec(name) ?? []
  if (office === undefined) return
  const isParted = where === undefined || /^\s*[,(-]/u.test(office)
  if (isParted || isPlace(where.toLowerCase())) add(name.slice(0, -office.length))
}

const LETTERS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
}

function letterOf(figure: string): string {
  return LETTERS[figure] ?? figure
}

/**
 * `X, 5 Harbour Road, Halcyon`: what stands before an address, which has a number or ends with a place; `Dept. of
 * Physics, X`: what stands behind a department.
 */
function addBeforeAddress(name: string, add: (part: string) => void): void {
  const [first = '', second = '', ...rest] = name.split(PARTED)
  if (DEPARTMENT.test(first.trim())) add(second)
  const isAddress = [second, ...rest].some(
    (part) => /\p{N}/u.test(part) || (wordsOf(part).length > 0 && wordsOf(part).every(isPlace)),
  )
  if (isAddress) add(first)
}

/** `X Harbour Road 5 20459 Dover`, as fields without a comma have it: what stands before the number, without its street too. */
function addBeforeNumber(name: string, add: (part: string) => void): void {
  const before = name.replace(NUMBERED, '')
  if (before === name) return
  add(before)
  const words = before.trim().split(/\s+/u)
  for (const street of [1, 2]) {
    if (words.length - street > 1) add(words.slice(0, -street).join(' '))
  }
}

/** `华为技术有限公司 Huawei Technologies`: each script by itself, where neither is but an abbreviation. */
function addScripts(name: string, add: (part: string) => void): void {
  const latin = name.match(LATIN) ?? []
  const other = name.match(OTHER) ?? []
  if (latin.length < 2 || other.length < 2) return
  add(name.replaceAll(OTHER, ' '))
  add(name.replaceAll(/\p{Script=Latin}+/gu, ' '))
}

/**
 * A firm without what stands behind its legal form: an address, a department. Nothing where nothing does, or where
 * the form is part of the name (`Corporation of …`).
 */
export function withoutRest(reading: NameReading): NameReading | undefined {
  const { words } = reading
  const start = words.findIndex(({ kind }) => kind === WORD)
  let end = words.findIndex(({ kind }, at) => start >= 0 && at > start && kind === LEGAL)
  if (end < 0) return undefined
  while (words[end]?.kind === LEGAL) end += 1
  const next = words[end]
  if (next === undefined || next.kind === SMALL) return undefined
  const kept = words.slice(0, end)
  const isNamed = kept.some(({ text, kind }) => kind === WORD && !saysNothing(text))
  return isNamed ? { ...reading, words: kept, trust: reading.trust * OF_PART } : undefined
}
