import type { Problem } from '../kernel/index.ts'
import type { Charter } from './charter-format.ts'

/** A fault of a charter with the way to it in its file. */
export interface CharterFault {
  readonly path: readonly PropertyKey[]
  readonly problem: Problem
}

/** The words that charters share with the law beside them. */
export interface CharterWords {
  readonly places: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
}

/** A charter held against itself and against the law's words: every name exists, every rule can be met. */
export function checkCharter(charter: Charter, words: CharterWords): readonly CharterFault[] {
  return [
    ...checkNames(charter),
    ...checkPlaces(charter, words.places),
    ...checkKinds(charter, words.kinds),
    ...checkRules(charter),
    ...checkWeights(charter),
  ]
}

function checkNames(charter: Charter): readonly CharterFault[] {
  return [
    ...twice(
      charter.members.states.map(({ code }) => code),
      ['members', 'states'],
      'member',
    ),
    ...twice(
      charter.rules.map(({ id }) => id),
      ['rules'],
      'rule',
    ),
    ...twice(
      charter.matters.map((one) => one.matter),
      ['matters'],
      'matter',
    ),
    ...twice(
      charter.technologies.map(({ id }) => id),
      ['technologies'],
      'technology',
    ),
    ...charter.matters.flatMap(({ rule }, at) =>
      unknown(
        rule,
        charter.rules.map(({ id }) => id),
        ['matters', at, 'rule'],
        'rule',
      ),
    ),
    ...charter.rules.flatMap(({ provisional }, at) =>
      provisional === undefined
        ? []
        : unknown(
            provisional.ratifyBy,
            charter.rules.map(({ id }) => id),
            ['rules', at, 'provisional', 'ratifyBy'],
            'rule',
          ),
    ),
    ...charter.recognition.flatMap((one, at) =>
      unknown(
        one.technology,
        charter.technologies.map(({ id }) => id),
        ['recognition', at, 'technology'],
        'technology',
      ),
    ),
  ]
}

function checkPlaces(charter: Charter, places: ReadonlySet<string>): readonly CharterFault[] {
  const members = new Set(charter.members.states.map(({ code }) => code))
  const makers = charter.technologies.flatMap((technology, at) =>
    technology.makers.flatMap(({ member }, place) =>
      members.has(member)
        ? []
        : [
            fault(
              ['technologies', at, 'makers', place, 'member'],
              'charter.no-member',
              `${member} makes it and is no member of this charter.`,
              'Name members only; who else makes it belongs in the notes.',
            ),
          ],
    ),
  )
  const states = charter.members.states.flatMap(({ code }, at) =>
    unknown(code, [...places], ['members', 'states', at, 'code'], 'place'),
  )
  return [...states, ...makers]
}

function checkKinds(charter: Charter, kinds: ReadonlySet<string>): readonly CharterFault[] {
  return charter.technologies.flatMap((technology, at) =>
    technology.kinds.flatMap((kind, place) =>
      unknown(kind, [...kinds], ['technologies', at, 'kinds', place], 'kind'),
    ),
  )
}

function checkRules(charter: Charter): readonly CharterFault[] {
  return charter.rules.flatMap((rule, at) => {
    const faults: CharterFault[] = []
    const refuse = (key: string, detail: string, remedy: string): void => {
      faults.push(fault(['rules', at, key], 'charter.rule-cannot-work', detail, remedy))
    }
    if (rule.kind === 'silence' && rule.silence !== 'consents')
      refuse('silence', 'Under silence whoever says nothing consents.', 'Write silence: consents.')
    if (rule.kind === 'coalition' && rule.silence === 'consents')
      refuse('silence', 'Nobody joins a coalition by silence.', 'Write silence: not-for.')
    if (rule.kind === 'coalition' && rule.otherwise !== undefined)
      refuse('otherwise', 'A coalition has nothing to fall back on.', 'Leave it away.')
    const most = charter.members.states.length
    if (rule.kind === 'threshold' && (rule.minStates ?? 0) > most)
      refuse('minStates', `The charter has ${most} members.`, 'Ask for no more than all.')
    if (rule.kind === 'coalition' && rule.minimum > most)
      refuse('minimum', `The charter has ${most} members.`, 'Ask for no more than all.')
    return faults
  })
}

function checkWeights(charter: Charter): readonly CharterFault[] {
  return charter.rules.flatMap((rule, at): readonly CharterFault[] => {
    if (rule.kind !== 'threshold' || rule.weight === undefined) return []
    const path = ['rules', at, 'weight', 'of']
    const weight = charter.weights.find(({ id }) => id === rule.weight?.of)
    if (weight === undefined)
      return unknown(
        rule.weight.of,
        charter.weights.map(({ id }) => id),
        path,
        'weight',
      )
    const without = charter.members.states.filter(({ code }) => weight.of[code] === undefined)
    return without.length === 0
      ? []
      : [
          fault(
            path,
            'charter.weight-missing',
            `${without.map(({ code }) => code).join(', ')} ${without.length === 1 ? 'has' : 'have'} no ${weight.id}.`,
            'A member without a weight would silently count for nothing: state it with its source.',
          ),
        ]
  })
}

function twice(
  names: readonly string[],
  path: readonly PropertyKey[],
  what: string,
): readonly CharterFault[] {
  return names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [
          fault(
            [...path, at],
            'charter.twice',
            `The ${what} ${name} stands here twice.`,
            'Keep one of them.',
          ),
        ],
  )
}

function unknown(
  name: string,
  known: readonly string[],
  path: readonly PropertyKey[],
  what: string,
): readonly CharterFault[] {
  if (known.includes(name)) return []
  const some = known.slice(0, 12).join(', ')
  const remedy = `Known: ${known.length > 12 ? `${some} and ${known.length - 12} more` : some}.`
  return [fault(path, 'charter.unknown-name', `There is no ${what} ${name}.`, remedy)]
}

function fault(
  path: readonly PropertyKey[],
  code: string,
  detail: string,
  remedy: string,
): CharterFault {
  return { path, problem: { code, detail, remedy } }
}
