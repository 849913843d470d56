import type { ConditionFinding, ExceptionFinding } from '../../determination/index.ts'
import { groupBy, table } from '../blocks.ts'
import { apart, english, plain, type Scribe } from '../messages.ts'
import type { Block, Phrase, Words } from '../paper.ts'
import { answerKey } from './verdict.ts'

/** What may lift a requirement, with every condition; the same for several items is told once. */
export function exceptionTable(
  exceptions: readonly ExceptionFinding[],
  scribe: Scribe,
): readonly Block[] {
  const groups = groupBy(exceptions, ({ item: _item, overcomes: _overcomes, ...same }) =>
    JSON.stringify(same),
  )
  return table(
    [
      [scribe.say('exception'), 3],
      [scribe.say('usable'), 2],
      [scribe.say('conditions'), 6],
      [scribe.say('citation'), 2],
    ],
    groups.flatMap((group) => exceptionRow(group, scribe)),
  )
}

function exceptionRow(
  group: readonly ExceptionFinding[],
  scribe: Scribe,
): readonly (readonly Words[])[] {
  const [first] = group
  if (first === undefined) return []
  const { id, title, usable, conditions, formalities, equivalentControls, cite } = first
  const rules = [...new Set(group.flatMap(({ overcomes }) => overcomes))].join(', ')
  const items = [...new Set(group.map(({ item }) => item))].join(', ')
  return [
    [
      apart([[{ text: id, style: 'strong' } satisfies Phrase], english(title), plain(items)]),
      scribe.strong(answerKey(usable)),
      apart(
        [
          ...conditions.map((condition) => conditionWords(condition, scribe)),
          ...formalities.map((what) => scribe.say('formality', { what })),
          ...equivalentControls.map(({ destination, control, since, cite: by }) =>
            scribe.say('equivalent', {
              destination,
              control,
              since: since ?? scribe.text('sinceUnknown'),
              cite: by,
            }),
          ),
          scribe.say('overcomes', { rules }),
        ],
        '\n',
      ),
      english(cite),
    ],
  ]
}

function conditionWords({ text, met }: ConditionFinding, scribe: Scribe): Words {
  const word = met === 'unknown' ? 'open' : met ? 'met' : 'notMet'
  return scribe.say('condition', { met: scribe.text(word), text })
}
