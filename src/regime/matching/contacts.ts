interface Contact {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

/** By what two parties can be reached alike. */
export interface SharedContact {
  readonly by: 'mail' | 'mail-domain' | 'phone' | 'person'
  /** As the deal writes it. */
  readonly own: string
}

/** A telephone number short of this is an extension, and many firms have it. */
const LEAST_DIGITS = 7

/** @param freeMail domains that anybody may write from: they say nothing of who writes */
export function sharedContacts(
  own: readonly Contact[],
  refused: readonly Contact[],
  freeMail: ReadonlySet<string>,
): readonly SharedContact[] {
  const mails = new Set(refused.flatMap(({ email }) => (email === undefined ? [] : [plain(email)])))
  const domains = new Set([...mails].map(domainOf))
  const phones = new Set(refused.flatMap(({ phone }) => (phone === undefined ? [] : digits(phone))))
  const persons = new Set(refused.flatMap(({ name }) => (name === undefined ? [] : personOf(name))))
  return own.flatMap(({ name, email, phone }): readonly SharedContact[] => [
    ...(name !== undefined && personOf(name).some((person) => persons.has(person))
      ? [{ by: 'person', own: name } as const]
      : []),
    ...(email === undefined ? [] : mailOf(email, mails, domains, freeMail)),
    ...(phone !== undefined && digits(phone).some((number) => phones.has(number))
      ? [{ by: 'phone', own: phone } as const]
      : []),
  ])
}

function mailOf(
  email: string,
  mails: ReadonlySet<string>,
  domains: ReadonlySet<string>,
  freeMail: ReadonlySet<string>,
): readonly SharedContact[] {
  if (mails.has(plain(email))) return [{ by: 'mail', own: email }]
  const domain = domainOf(plain(email))
  if (domain === '' || freeMail.has(domain) || !domains.has(domain)) return []
  return [{ by: 'mail-domain', own: domain }]
}

/** The words of a name in whatever order they stand; one word alone is a first name, and many bear it. */
function personOf(name: string): readonly string[] {
  const words = plainLetters(name).match(/[\p{L}\p{N}]+/gu) ?? []
  const isOneWord = words.length < 2 && !/\p{Script=Han}{2}/u.test(name)
  return isOneWord ? [] : [words.toSorted().join(' ')]
}

/** Without accents: they are left out as often as they are written. */
function plainLetters(name: string): string {
  return name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '')
}

function plain(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

function domainOf(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 0 ? '' : email.slice(at + 1)
}

/** The digits alone: `+359 (0)2 555-0101` and `00359 2 5550101` are one number. */
function digits(phone: string): readonly string[] {
  const all = phone.normalize('NFKC').replaceAll('(0)', '').replaceAll(/\D/g, '').replace(/^00/, '')
  return all.length < LEAST_DIGITS ? [] : [all]
}
