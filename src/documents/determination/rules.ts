import type { LicenceFinding, RuleFinding } from '../../determination/index.ts'
import { groupBy, table } from '../blocks.ts'
import { apart, english, type MessageKey, plain, type Scribe, strong } from '../messages.ts'
import type { Block, Words } from '../paper.ts'

const EFFECTS: Readonly<Record<RuleFinding['effect'], MessageKey>> = {
  'licence-required': 'effectLicenceRequired',
  prohibited: 'effectProhibited',
  relief: 'effectRelief',
  formality: 'effectFormality',
}
const TRUTHS = { true: 'applies', false: 'appliesNot', unknown: 'open' } as const

/** Every rule the answer names, those that apply first; one rule for several items is told once. */
export function ruleTable({ by }: LicenceFinding, scribe: Scribe): readonly Block[] {
  const ordered = (['true', 'unknown', 'false'] as const).flatMap((truth) =>
    by.filter((rule) => rule.truth === truth),
  )
  const rows = groupBy(ordered, ({ rule, truth, policy, destination, open, administered }) =>
    JSON.stringify([rule, truth, policy, destination, open, administered]),
  )
  return table(
    [
      [scribe.say('rule'), 3],
      [scribe.say('finding'), 2],
      [scribe.say('whatItSays'), 5],
      [scribe.say('citation'), 3],
    ],
    rows.flatMap((group) => ruleRow(group, scribe)),
  )
}

function ruleRow(group: readonly RuleFinding[], scribe: Scribe): readonly (readonly Words[])[] {
  const [rule] = group
  if (rule === undefined) return []
  const of = [...new Set(group.map(({ item, entry }) => `${item} (${entry})`))].join(', ')
  const to = rule.destination === null ? of : `${of} → ${rule.destination}`
  return [
    [
      strong(rule.rule),
      scribe.strong(TRUTHS[rule.truth]),
      apart([
        english(rule.title),
        scribe.say(EFFECTS[rule.effect]),
        apart([scribe.say('appliesTo'), plain(to)], ': '),
        rule.policy === null ? [] : scribe.say('policy', { policy: rule.policy }),
        administeredOf(rule, scribe),
        ...(rule.open ?? []).map(english),
      ]),
      english(rule.cite),
    ],
  ]
}

function administeredOf({ administered }: RuleFinding, scribe: Scribe): Words {
  if (administered === undefined) return []
  const { truth, what, cite } = administered
  const said = { applied: scribe.text(TRUTHS[truth]), what: `${what} ${cite}` }
  return scribe.say('administered', said)
}
