import { holdOf, inOrderOfApplying } from './jurisdiction/applying-order.ts'
import { liftingAll } from './lifting.ts'
import type {
  Determination,
  ExceptionFinding,
  JurisdictionFinding,
  MissingFact,
  RedFlag,
} from './model.ts'
import { EDITION } from './unstated.ts'

/** Questions named at once; the rest stands under `missing`. */
const MOST_QUESTIONS = 5

/** What to do next, most useful first, in sentences. */
export function nextSteps(determination: Determination): readonly string[] {
  const { verdict, jurisdictions, redFlags, duties } = determination
  const steps: string[] = []
  if (verdict === 'prohibited') steps.push('Do not proceed; have a lawyer confirm the ban.')
  steps.push(...resolutions(redFlags.filter(({ state }) => state === 'open')))
  steps.push(...applications(jurisdictions))
  steps.push(...questions(determination))
  steps.push(...toDecide(determination))
  if (verdict === 'clear-with-conditions') {
    steps.push(
      'Keep to the conditions named, and keep the evidence of what was claimed and assumed.',
    )
  }
  if (determination.assumptions.some(({ cite }) => cite === EDITION)) {
    steps.push(
      'Look for a newer edition of the law: navicert law update fetches it from who publishes it.',
    )
  }
  for (const { what, to } of duties) steps.push(`${what} (owed to: ${to})`)
  return steps
}

/** Shown beside the flag that it speaks of, which is the one to resolve. */
const UNFIT = 'resolution-not-fit'

/** Hits of one role together, where there are several: a group of firms may bring dozens. */
function resolutions(open: readonly RedFlag[]): readonly string[] {
  const roleOf = ({ id, rule }: RedFlag): string =>
    HITS.has(rule) ? id.slice(id.lastIndexOf('/') + 1) : id
  const byRole = new Map<string, RedFlag[]>()
  for (const flag of open) {
    if (flag.rule === UNFIT) continue
    byRole.set(roleOf(flag), [...(byRole.get(roleOf(flag)) ?? []), flag])
  }
  return [...byRole].map(([role, flags]) => {
    const [first] = flags
    return flags.length === 1 && first !== undefined
      ? resolving(first)
      : `Resolve the ${flags.length} red flags by which the ${role} is or may be listed (Red flags). Have somebody answerable for compliance, and not for the sale, state of each who and why under knowledge.resolved.`
  })
}

const HITS: ReadonlySet<string> = new Set(['listed-party', 'possible-listed-party'])

function resolving({ id, raises }: RedFlag): string {
  const first = raises === undefined ? '' : ` Find out: ${raises}`
  return `Resolve the red flag ${id}.${first} Then have somebody answerable for compliance, and not for the sale, state who and why under knowledge.resolved.`
}

/** Where several seats ask for a licence, in the order in which they are asked. */
function applications(jurisdictions: readonly JurisdictionFinding[]): readonly string[] {
  const asking = inOrderOfApplying(
    jurisdictions.filter(({ verdict }) => verdict === 'licence-required'),
  )
  return asking.flatMap((one, place) => {
    const { jurisdiction, licence } = one
    const nearest = nearestOf(liftingAll(licence))
    const order = place === 0 ? 'First apply' : 'Then apply'
    const apply =
      asking.length === 1
        ? `Apply for a licence from ${licence.authority}, or see that of who exports; do not go on without it.`
        : `${order} to ${licence.authority} (${jurisdiction}), ${holdOf(one)}.`
    return nearest === undefined ? [apply] : [relying(jurisdiction, nearest), apply]
  })
}

/** What is relied on and can be used is settled; what is relied on and open comes first. */
function nearestOf(exceptions: readonly ExceptionFinding[]): ExceptionFinding | undefined {
  const unsettled = exceptions.filter(({ reliedOn, usable }) => !reliedOn || usable !== true)
  return unsettled.find(({ reliedOn }) => reliedOn) ?? unsettled[0]
}

function relying(jurisdiction: string, exception: ExceptionFinding): string {
  const { id, conditions, reliedOn } = exception
  const open = conditions.filter(({ met }) => met === 'unknown').map(({ text }) => text)
  if (reliedOn === true) {
    const check =
      open.length === 0 ? 'see what keeps it open (Licence required).' : `check: ${open.join('; ')}`
    return `You rely on ${jurisdiction} ${id}, which is not decided: ${check}`
  }
  const check = open.length === 0 ? 'Check it' : `Check: ${open.join('; ')}`
  return `${jurisdiction} ${id} may cover it. ${check} If it holds, state that you rely on it under authorisations.`
}

function questions({ missing, verdict }: Determination): readonly string[] {
  if (verdict === 'prohibited' || verdict === 'clear') return []
  const asked = missing.slice(0, MOST_QUESTIONS).map(question)
  const left = missing.length - asked.length
  return left > 0 ? [...asked, `Then ${left} more, under missing.`] : asked
}

/** Rules that no statement decides: somebody has to read the law. */
function toDecide({ jurisdictions, verdict }: Determination): readonly string[] {
  if (verdict !== 'undetermined') return []
  return jurisdictions.flatMap(({ licence }) => {
    const open = licence.by.filter((one) => one.truth === 'unknown' && one.open !== undefined)
    const rules = [...new Set(open.map(({ rule }) => rule))]
    return rules.length === 0
      ? []
      : [
          `Have somebody who knows the law decide what no statement here decides, or ask ${licence.authority}: ${rules.join(', ')}.`,
        ]
  })
}

function question({ fact, of, why }: MissingFact): string {
  return of === 'transaction' ? `State ${fact}: ${why}` : `State ${fact} of ${of}: ${why}`
}
