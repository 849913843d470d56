/** Numbers as words and in Roman figures; single I, V and X are initials before they are figures. */
const FIGURES: ReadonlyMap<string, string> = new Map([
  ...romans(),
  ...(
    '1 first one erste primer premier|2 second two ii|3 third three iii|4 fourth four iv|5 fifth five|6 sixth six vi|' +
    '7 seventh seven vii|8 eighth eight viii|9 ninth nine ix|10 tenth ten|11 eleventh eleven xi|12 twelfth twelve xii|' +
    '13 thirteenth thirteen xiii|14 fourteenth fourteen xiv|15 fifteenth fifteen xv|16 sixteenth sixteen xvi|' +
    '17 seventeenth seventeen xvii|18 eighteenth eighteen xviii|19 nineteenth nineteen xix|20 twentieth twenty xx|' +
    '21 xxi|22 xxii|23 xxiii|24 xxiv|25 xxv|30 thirtieth thirty xxx|40 fortieth forty fourty|50 fiftieth fifty|' +
    '60 sixtieth sixty|70 seventieth seventy|80 eightieth eighty|90 ninetieth ninety'
  )
    .split('|')
    .flatMap((row) => {
      const [figure = '', ...words] = row.split(' ')
      return words.map((word): [string, string] => [word, figure])
    }),
])

/** From 26 to 49, but for `XL`, which is a size. */
function romans(): readonly [string, string][] {
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']
  return Array.from({ length: 24 }, (_, at): [string, string] => {
    const number = at + 26
    const tens = ['', '', 'xx', 'xxx', 'xl'][Math.floor(number / 10)] ?? ''
    return [`${tens}${units[number % 10] ?? ''}`, String(number)]
  }).filter(([roman]) => roman !== 'xl')
}

const LONE_ROMAN: Readonly<Record<string, string>> = { i: '1', v: '5', x: '10' }

/** The number a word says, in figures. */
export function figureOf(word: string): string | undefined {
  const first = word.charCodeAt(0)
  if (first >= 48 && first <= 57) {
    const plain = word.replace(/^0+(?=\d)/, '')
    return plain.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1')
  }
  return FIGURES.get(word)
}

/** `I`, `V` or `X` where it can only be a number. */
export function loneRoman(word: string): string | undefined {
  return LONE_ROMAN[word]
}

/** `forty` and `four` are 44; undefined where the two are two numbers. */
export function together(tens: string, units: string): string | undefined {
  return /^[2-9]0$/.test(tens) && /^[1-9]$/.test(units)
    ? String(Number(tens) + Number(units))
    : undefined
}
