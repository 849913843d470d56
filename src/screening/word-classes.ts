/**
 * Words of names by what they tell: nothing (legal forms, small words), and words that are written in
 * several ways. Spelt as {@link plainLetters} leaves them.
 */
const LEGAL_WORDS = new Set(
  (
    'co cie company companies corp corporation inc incorporated ltd limited llc llp lp plc gmbh mbh ag kg kgaa ohg ug ' +
    'sa sas sasu sarl srl srls spa sl sau bv nv vof cv oy oyj ab as asa aps kft zrt rt sro spolka zoo doo dd ad eood ood ' +
    'pty pte pvt private sdn bhd tbk pt jsc ojsc cjsc pjsc ooo oao zao pao ao odo tov tzov fze fzco fzc fzllc dmcc ' +
    'sirketi sti anonim ltda eireli cia kk kabushiki kaisha godo yugen youxian gongsi gufen zeren coltd jv'
  ).split(' '),
)

const SMALL_WORDS = new Set(
  (
    'the of and for in at on to by de del della di da do dos das du des la le les el los las y e et und der die das ' +
    'van von zu im a an ve al ul ur as bin ibn bint ben aka fka'
  ).split(' '),
)

/** Legal forms of several words, the longest first. */
const LEGAL_PHRASES: readonly (readonly string[])[] = [
  'obshchestvo s ogranichennoy otvetstvennostyu',
  'obshchestvo s ogranichennoi otvetstvennostyu',
  'publichnoe aktsionernoe obshchestvo',
  'otkrytoe aktsionernoe obshchestvo',
  'zakrytoe aktsionernoe obshchestvo',
  'federal state unitary enterprise',
  'federalnoe gosudarstvennoe unitarnoe predpriyatie',
  'open joint stock company',
  'closed joint stock company',
  'public joint stock company',
  'private joint stock company',
  'limited liability company',
  'limited liability partnership',
  'aktsionernoe obshchestvo',
  'joint stock company',
  'public limited company',
  'sociedad anonima',
  'societe anonyme',
  'besloten vennootschap',
  'free zone company',
  'free zone establishment',
].map((phrase) => phrase.split(' '))

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  [
    'technology technologies tech techs technological',
    'international intl int internacional internationale mezhdunarodny',
    'manufacturing mfg manufacture manufacturers manufacturer',
    'industry industries industrial ind industria',
    'engineering engg eng engineers',
    'enterprise enterprises entp',
    'trading trade traders trader',
    'institute inst institut instituto',
    'university univ universitet',
    'electronics electronic elec electronica electronik',
    'electric electrical',
    'import imp imports',
    'export exp exports',
    'science sciences sci scientific',
    'center centre centr tsentr ctr',
    'equipment equip eqpt',
    'development dev developments',
    'group grp gruppa groupe',
    'holding holdings hldg hldgs',
    'service services svc svcs srvcs',
    'system systems sys',
    'semiconductor semiconductors semicon',
    'communication communications comm comms',
    'telecommunication telecommunications telecom telecoms',
    'laboratory laboratories lab labs',
    'department dept',
    'general gen',
    'national natl',
    'research rsch',
    'solution solutions',
    'product products',
    'material materials',
    'chemical chemicals chem',
    'aerospace aerospase',
    'shipping shpg',
    'management mgmt',
    'brothers bros',
    'muhammad mohammad mohammed muhammed mohamed mohamad muhamad mohd mehmed',
    'abdul abd abdel abdal',
    'defence defense',
  ].flatMap((group) => {
    const [canonical = '', ...others] = group.split(' ')
    return others.map((other): [string, string] => [other, canonical])
  }),
)

/** Numbers as words and in Roman figures; single I, V and X are initials before they are figures. */
const FIGURES: ReadonlyMap<string, string> = new Map(
  [
    '1 first one',
    '2 second two ii',
    '3 third three iii',
    '4 fourth four iv',
    '5 fifth five',
    '6 sixth six vi',
    '7 seventh seven vii',
    '8 eighth eight viii',
    '9 ninth nine ix',
    '10 tenth ten',
    '11 eleventh eleven xi',
    '12 twelfth twelve xii',
    '13 xiii',
    '14 xiv',
    '15 xv',
    '16 xvi',
    '17 xvii',
    '18 xviii',
    '19 xix',
    '20 twentieth twenty xx',
  ].flatMap((row) => {
    const [figure = '', ...words] = row.split(' ')
    return words.map((word): [string, string] => [word, figure])
  }),
)

export function figureOf(word: string): string | undefined {
  return FIGURES.get(word)
}

export function isLegalWord(word: string): boolean {
  return LEGAL_WORDS.has(word)
}

export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word)
}

export function canonicalWord(word: string): string {
  return SPELLINGS.get(word) ?? word
}

/** How many words from `at` on are one legal form; 0 where none begins there. */
export function legalPhraseAt(words: readonly string[], at: number): number {
  const phrase = LEGAL_PHRASES.find((candidate) =>
    candidate.every((word, index) => words[at + index] === word),
  )
  return phrase?.length ?? 0
}
