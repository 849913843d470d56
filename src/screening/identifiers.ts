/** Numbers of which a party has one at a time, so that another number is another party. */
const UNIQUE = new Set(['imo', 'lei', 'tailNumber', 'ogrn'])

/** Whether another number of this kind means another party. */
export function isUniqueNumber(kind: string): boolean {
  return UNIQUE.has(kind)
}

export function plainNumber(value: string): string {
  return value
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^IMO(?=\d{7}$)/, '')
}

/** What a number of a kind is searched by. */
export function numberKey(kind: string, value: string): string {
  return `${kind} ${plainNumber(value)}`
}

/** Whether a number is one that its check digits confirm: a shared one is hardly a typing error. */
export function isChecked(kind: string, value: string): boolean {
  const plain = plainNumber(value)
  switch (kind) {
    case 'imo':
      return /^\d{7}$/.test(plain) && isImo(plain)
    case 'lei':
      return /^[A-Z0-9]{18}\d\d$/.test(plain) && mod97(plain) === 1
    case 'tax':
    case 'inn':
      return isInn(plain)
    case 'registration':
    case 'ogrn':
      return isOgrn(plain)
    default:
      return false
  }
}

/** The last digit is that of the sum of the first six, weighted 7 to 2. */
function isImo(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < 6; at += 1) sum += Number(digits[at]) * (7 - at)
  return sum % 10 === Number(digits[6])
}

/** ISO 7064 mod 97-10, letters as 10 to 35. */
function mod97(text: string): number {
  let rest = 0
  for (const letter of text) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

const INN_WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

/** Russian tax numbers: ten digits of a firm, twelve of a person. */
function isInn(digits: string): boolean {
  if (!/^(?:\d{10}|\d{12})$/.test(digits)) return false
  const check = (length: number): boolean => {
    let sum = 0
    const weights = INN_WEIGHTS.slice(11 - length)
    for (let at = 0; at < length; at += 1) sum += Number(digits[at]) * (weights[at] ?? 0)
    return (sum % 11) % 10 === Number(digits[length])
  }
  return digits.length === 10 ? check(9) : check(10) && check(11)
}

/** Russian register numbers: the last digit is the rest of the number before it. */
function isOgrn(digits: string): boolean {
  if (!/^(?:\d{13}|\d{15})$/.test(digits)) return false
  const modulus = digits.length === 13 ? 11n : 13n
  return (BigInt(digits.slice(0, -1)) % modulus) % 10n === BigInt(digits.slice(-1))
}
