import type { Decimal } from '../../kernel/index.ts'
import { decimal, parseDecimal } from '../../kernel/index.ts'
import { type DealView, inRoles, receivers } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { compareCode } from './filing-code.ts'
import { compareLicence } from './filing-licence.ts'
import { checkLimits } from './filing-limits.ts'
import { described, partiesNamed } from './same-name.ts'

/** What is declared to customs against what was found: a declaration is signed, so it must be true. */
export function checkFiling(view: DealView, facts: CrossFacts): void {
  const { filing } = view.transaction
  if (filing === undefined) return
  compareConsignee(view, filing.consignee, facts)
  compareValue(view, facts)
  checkLimits(view, facts)
  for (const code of filing.documentCodes ?? []) {
    facts.add('filing_document_codes', code, `document code ${code} is declared`)
  }
  compareCode(view, filing, facts)
  compareLicence(view, filing, facts)
}

/** Who carries, keeps or passes goods on is not their consignee while another gets them. */
function compareConsignee(view: DealView, declared: string | undefined, facts: CrossFacts): void {
  if (declared === undefined) return
  const going = receivers(view)
  const using = inRoles(view, 'end-user', 'service-customer')
  if (going.length === 0) return
  const declaredAs = partiesNamed(view.parties, declared)
  for (const { country } of declaredAs) {
    if (country !== undefined)
      facts.add('filing_consignee_countries', country, `${declared} is in ${country}`)
  }
  const agrees = [...going, ...using].some((party) => declaredAs.includes(party))
  // A buyer who has the goods sent on to a user of its own may stand there without untruth.
  if (!agrees && declaredAs.some(({ role }) => role === 'purchaser')) return
  const because = agrees
    ? `${declared} is declared as consignee and gets the goods`
    : `${declared} is declared as consignee, the goods go to ${going.map(described).join(', ')}`
  facts.say('filing_consignee_agrees', agrees, because)
}

/** The declared value against what the items are stated to be worth, where both are in one currency. */
function compareValue({ transaction, items }: DealView, facts: CrossFacts): void {
  const { value } = transaction.filing ?? {}
  const declared = value === undefined ? undefined : parseDecimal(value.amount)
  if (value === undefined || declared?.ok !== true) return
  let sum: Decimal = decimal(0)
  for (const { item } of items) {
    const own = item.value === undefined ? undefined : parseDecimal(item.value.amount)
    if (own?.ok !== true || item.value?.currency !== value.currency) return
    sum = sum.plus(own.value)
  }
  if (sum.isZero()) return
  const percent = declared.value.dividedBy(sum).times(100)
  facts.say(
    'filing_value_percent',
    percent.toNumber(),
    `${value.amount} ${value.currency} are declared, the items are stated to be worth ${sum.toString()} ${value.currency}`,
  )
}
