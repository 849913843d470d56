import { conjoin, disjoin, FALSE, TRUE, type TruthCode, UNKNOWN } from '../kernel/index.ts'
import type { FactTable } from '../rulebook/index.ts'
import type { Circumstances } from './circumstances.ts'
import type { LawInForce, NamedRule, RuleInForce } from './law-in-force.ts'
import type { ItemNexus, ReachTo } from './nexus.ts'
import { type Subject, setSubject } from './subjects.ts'

/** One rule read for one entry of one item and one destination. */
export interface RuleReading {
  readonly inForce: RuleInForce
  readonly truth: TruthCode
  /** As the authority applies it; the same as written where nothing else is known. */
  readonly administered: TruthCode
  readonly subject: Subject
  /** For which the table stood when it was read: a rule that asks for no entry is read once for all of them. */
  readonly readFor: Subject
  readonly destination: string | undefined
  /** The destination as it is worded: its name, or what stands for it. */
  readonly shownTo: string | undefined
  readonly policy: string | null
  /** Of an entry that the item is on, by one of its reasons for control. */
  readonly isOfEntryMet: boolean
  /** Circumstances that would decide it. */
  readonly missing: ReadonlySet<string>
  /** What keeps it open that no fact decides here, in sentences. */
  readonly open: readonly string[]
}

/** What keeps the requirement open without standing in a rule. */
export interface OpenRequirement {
  readonly subject: Subject
  /** Reasons for control whose rules nobody read for the day. */
  readonly reasons: readonly string[]
}

export interface Requirements {
  readonly readings: readonly RuleReading[]
  readonly open: readonly OpenRequirement[]
}

/** Who sees each reading while the table still holds the circumstances it was made of. */
export type ReadingObserver = (reading: RuleReading, facts: FactTable) => void
/** Who looks at the circumstances of each destination. */
export type DestinationObserver = (facts: FactTable) => void

/**
 * Reads the rules of one jurisdiction for one item: those that its entries name, each for its own
 * entry, and those that speak of every item. Invariants: an undecided entry makes its rules no more
 * than unknown; a true exclusion takes a rule away and an unknown one leaves it standing; a rule that
 * nobody read for the day is unknown whatever it says.
 */
export function readRequirements(
  circumstances: Circumstances,
  subjects: readonly Subject[],
  destinations: readonly (string | undefined)[],
  law: LawInForce,
  nexus: ItemNexus,
  observe?: ReadingObserver,
  observeDestination?: DestinationObserver,
  shown: readonly (string | undefined)[] = destinations,
): Requirements {
  const readings: RuleReading[] = []
  for (const [at, destination] of destinations.entries()) {
    circumstances.set('destination', destination)
    const here = nexus.byDestination?.get(destination) ?? nexus
    circumstances.setMembers('subject_through', here.subjectThrough)
    const held: Held = { item: here.item, person: nexus.person, acts: nexus.acts }
    const shownTo = shown[at]
    const context: Context = { circumstances, destination, shownTo, held, readings, observe }
    for (const subject of subjects) {
      setReadFor(context, subject)
      for (const named of subject.law?.rules ?? []) {
        const isShown = subject.truth === TRUE && isWorthSaying(named)
        read(context, named.inForce, subject, subject.truth, isShown, named.onlyWhen)
      }
      if (isUnplaced(subject)) {
        for (const inForce of law.ofPersonsAndServices) {
          read(context, inForce, subject, UNKNOWN, false)
        }
      }
    }
    readGeneral(context, subjects, law)
    observeDestination?.(circumstances.table)
  }
  return { readings, open: isSupplied(nexus) ? subjects.flatMap(unreadReasons) : [] }
}

/** Reasons for control are about supplying an item that the jurisdiction holds. */
function isSupplied({ item, acts }: ItemNexus): boolean {
  return item !== FALSE && acts.has('supply')
}

/** On which entries it is nobody can say, so that each rule that names entries may speak of it. */
export function isUnplaced({ entry }: Subject): boolean {
  return entry.undecided.has('*')
}

/** Even where it comes to nothing: what a reason for control leads to, and bans that hold or rest. */
function isWorthSaying({ byReason, inForce }: NamedRule): boolean {
  return byReason || inForce.rule.effect === 'prohibited'
}

/** Through the item as it goes to one destination, and through those who act. */
interface Held extends Pick<ReachTo, 'item'> {
  readonly person: TruthCode
  readonly acts: ItemNexus['acts']
}

interface Context {
  readonly circumstances: Circumstances
  readonly destination: string | undefined
  readonly shownTo: string | undefined
  readonly held: Held
  readonly readings: RuleReading[]
  readonly observe: ReadingObserver | undefined
  readFor?: Subject
}

function setReadFor(context: Context, subject: Subject): void {
  context.readFor = subject
  setSubject(context.circumstances, subject)
}

/** A rule that asks for the entry is read for each; any other once, for the first. */
function readGeneral(context: Context, subjects: readonly Subject[], law: LawInForce): void {
  // Without an entry met the last subject stands for the item as a whole.
  const whole = subjects.filter(({ truth }) => truth === TRUE)
  const [first] = whole
  if (first === undefined) return
  const rules = law.generalFor(context.destination)
  for (const inForce of rules) {
    if (!inForce.readsEntry) read(context, inForce, first, TRUE, false)
  }
  for (const subject of whole) {
    setReadFor(context, subject)
    for (const inForce of rules) {
      if (inForce.readsEntry) read(context, inForce, subject, TRUE, false)
    }
  }
}

function read(
  context: Context,
  inForce: RuleInForce,
  subject: Subject,
  weight: TruthCode,
  isShown: boolean,
  onlyWhen?: string,
): void {
  const { circumstances, destination, shownTo, readings, observe } = context
  if (!inForce.rule.acts.some((act) => context.held.acts.has(act))) return
  const held = inForce.readsPerson ? context.held.person : context.held.item
  if (held === FALSE) return
  const facts = circumstances.table
  const conditional = onlyWhen === undefined ? weight : conjoin(weight, UNKNOWN)
  const ceiling = conjoin(held, conditional)
  const truth = truthOnDay(inForce, inForce.requires.evaluate(facts), facts, subject, ceiling)
  const applied = inForce.administered
  const administered =
    applied === undefined
      ? truth
      : truthOnDay(inForce, applied.requires.evaluate(facts), facts, subject, ceiling)
  if (!isShown && truth === FALSE && administered === FALSE) return
  // A relief that may or may not hold says nothing: what it would lift is undecided by itself.
  if (inForce.rule.effect === 'relief' && truth !== TRUE) return
  const reading: RuleReading = {
    inForce,
    truth,
    administered,
    subject,
    readFor: context.readFor ?? subject,
    destination,
    shownTo,
    policy: truth === FALSE ? null : policyOf(inForce, facts),
    isOfEntryMet: isShown,
    missing: truth === UNKNOWN ? missingOf(inForce, facts) : NOTHING,
    open: truth === UNKNOWN ? openOf(inForce, facts, onlyWhen) : NONE,
  }
  readings.push(reading)
  observe?.(reading, facts)
}

const NOTHING: ReadonlySet<string> = new Set()
const NONE: readonly string[] = []

function truthOnDay(
  inForce: RuleInForce,
  requires: TruthCode,
  facts: FactTable,
  subject: Subject,
  ceiling: TruthCode,
): TruthCode {
  if (inForce.suspended) return FALSE
  // The entry is listed and has no effect on the day; what relieves or obliges still speaks of it.
  if (subject.suspended && isRequirement(inForce) && inForce.rule.reach === 'named') return FALSE
  if (inForce.notCovered) {
    return inForce.atMost?.evaluate(facts) === FALSE ? FALSE : conjoin(ceiling, UNKNOWN)
  }
  if (requires === FALSE) return FALSE
  if (inForce.excluded?.evaluate(facts) === TRUE) return FALSE
  return conjoin(ceiling, requires)
}

export function isRequirement({ rule }: RuleInForce): boolean {
  return rule.effect === 'licence-required' || rule.effect === 'prohibited'
}

/** The first line that applies; where one before it may apply instead, both. */
function policyOf({ policy }: RuleInForce, facts: FactTable): string | null {
  const lines: string[] = []
  for (const { when, is } of policy) {
    const truth = when === undefined ? TRUE : when.evaluate(facts)
    if (truth === FALSE) continue
    lines.push(is)
    if (truth === TRUE) break
  }
  return lines.length === 0 ? null : lines.join('; or ')
}

/** The part of the entry that its reason speaks of, where no criterion expresses it, and texts not read. */
function openOf(
  inForce: RuleInForce,
  facts: FactTable,
  onlyWhen: string | undefined,
): readonly string[] {
  const open = new Set<string>()
  if (onlyWhen !== undefined) open.add(`It speaks of: ${onlyWhen}.`)
  if (inForce.notCovered) open.add('Its text of that day was not read.')
  else {
    inForce.requires.collectUnread(facts, open)
    inForce.excluded?.collectUnread(facts, open)
  }
  return [...open]
}

function missingOf(inForce: RuleInForce, facts: FactTable): ReadonlySet<string> {
  const missing = new Set<string>()
  if (inForce.notCovered) {
    inForce.atMost?.collectMissing(facts, missing)
    return missing
  }
  inForce.requires.collectMissing(facts, missing)
  inForce.excluded?.collectMissing(facts, missing)
  return missing
}

function unreadReasons(subject: Subject): readonly OpenRequirement[] {
  const reasons = subject.law?.unread ?? []
  return reasons.length === 0 || subject.suspended ? [] : [{ subject, reasons }]
}

/** Whether a licence is required, as far as these readings go. */
export function requiredBy(
  { readings, open }: Requirements,
  side: 'truth' | 'administered',
): TruthCode {
  let required: TruthCode = open.length > 0 ? UNKNOWN : FALSE
  for (const reading of readings) {
    if (isRequirement(reading.inForce)) required = disjoin(required, reading[side])
  }
  return required
}
