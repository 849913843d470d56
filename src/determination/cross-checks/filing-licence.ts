import { contains, TRUE } from '../../kernel/index.ts'
import type { ItemRequirement } from '../item-requirement.ts'
import type { Transaction } from '../transaction.ts'
import type { DealView } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { isRequired, itemsOfFiling } from './filing-code.ts'
import { plain } from './words.ts'

type Filing = NonNullable<Transaction['filing']>

/** What the filing says of a licence against what was found to be required, held and usable. */
export function compareLicence(view: DealView, filing: Filing, facts: CrossFacts): void {
  const found = itemsOfFiling(view, filing)
  const needing = found.filter(isRequired)
  if (needing.length > 0) {
    facts.say('filing_licence_required', true, `a licence is required for ${requiredText(needing)}`)
  }
  const code = licenceCodeOf(view, filing)
  if (code !== undefined) {
    const meaning = code.exception ?? code.states
    facts.say('filing_states', code.states, `licence code ${code.code} (${meaning}) is filed`)
    if (code.exception !== undefined) compareException(code.exception, found, facts)
  }
  compareReference(view, filing, facts)
  const names = namesAuthorisation(view, filing, code?.states)
  if (names !== undefined) {
    facts.say('filing_names_authorisation', names, 'the filing names no licence and no exception')
  }
}

type LicenceCode = DealView['lexicon']['tables']['filing']['licenceCodes'][number]

function licenceCodeOf(view: DealView, filing: Filing): LicenceCode | undefined {
  const { licenceCode, system } = filing
  if (licenceCode === undefined) return undefined
  const wanted = licenceCode.trim().toUpperCase()
  return view.lexicon.tables.filing.licenceCodes.find(
    (row) =>
      row.code === wanted &&
      (system === undefined || row.system === system.toUpperCase()) &&
      contains(row.effective, view.day),
  )
}

/** An exception that cannot be used for an item whose licence is required does not lift it. */
function compareException(id: string, found: readonly ItemRequirement[], facts: CrossFacts): void {
  const needing = found.filter((one) => isRequired(one) && one.heldBy.length === 0)
  const names = (own: string): boolean =>
    own === id || own.split('/').includes(id) || own === `${id}-gpl`
  const barred = needing.filter(({ exceptions }) => {
    const fitting = exceptions.filter((one) => names(one.id))
    return fitting.length === 0 || fitting.every(({ usable }) => usable === false)
  })
  if (barred.length > 0) {
    const items = barred.map(({ item }) => item.id).join(', ')
    facts.say('filing_exception_usable', false, `${id} is filed and does not reach ${items}`)
  } else if (needing.length > 0) {
    facts.say('filing_exception_usable', true, `${id} may be used`)
  }
}

/** A licence number that none of the licences stated as held bears. */
function compareReference(view: DealView, filing: Filing, facts: CrossFacts): void {
  const { authorisations } = view.transaction
  const { licenceReference } = filing
  if (licenceReference === undefined || authorisations === undefined) return
  const agrees = authorisations.some(({ id }) => plain(id) === plain(licenceReference))
  const held = authorisations.map(({ id }) => id).join(', ')
  facts.say(
    'filing_reference_held',
    agrees,
    `the filing names licence ${licenceReference}, held: ${held === '' ? 'none' : held}`,
  )
}

/** Undefined where the filing does not speak of codes at all. */
function namesAuthorisation(
  view: DealView,
  filing: Filing,
  states: LicenceCode['states'] | undefined,
): boolean | undefined {
  const { licenceReference, documentCodes } = filing
  if (licenceReference !== undefined || states === 'licence' || states === 'exception') return true
  if (states === undefined && documentCodes === undefined) return undefined
  return view.lexicon.tables.filing.documentCodes.some(
    (row) => row.states === 'authorised' && documentCodes?.includes(row.code) === true,
  )
}

function requiredText(items: readonly ItemRequirement[]): string {
  return items
    .map(({ item, requirements, classification }) => {
      const by = requirements.readings
        .filter(({ truth, inForce }) => truth === TRUE && inForce.rule.effect !== 'formality')
        .map(({ inForce }) => inForce.rule.id)
      return `${item.id} (${by[0] ?? classification.jurisdiction})`
    })
    .join(', ')
}
