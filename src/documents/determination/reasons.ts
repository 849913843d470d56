import type { ReasonFinding } from '../../determination/index.ts'
import type { Explanation } from '../../rulebook/index.ts'
import { groupBy, heading, paragraph, section } from '../blocks.ts'
import { apart, english, type Scribe } from '../messages.ts'
import type { Block, Step, Words } from '../paper.ts'

/**
 * The trees under the conclusions, down to the facts: what was eliminated, and why. Items of which the
 * same is concluded for the same reasons stand together. The steps of a tree are numbered, so that
 * its shape is heard as well as seen.
 */
export function reasonBlocks(reasons: readonly ReasonFinding[], scribe: Scribe): readonly Block[] {
  const byJurisdiction = groupBy(reasons, ({ jurisdiction }) => jurisdiction)
  const blocks = byJurisdiction.flatMap((group) => [
    heading(2, english(group[0]?.jurisdiction ?? '')),
    ...groupBy(group, ({ item: _item, ...same }) => JSON.stringify(same)).flatMap((same) =>
      conclusionBlocks(same, scribe),
    ),
  ])
  return section(1, scribe.say('reasons'), blocks)
}

function conclusionBlocks(same: readonly ReasonFinding[], scribe: Scribe): readonly Block[] {
  const [first] = same
  if (first === undefined) return []
  const { conclusion, truth, cite, explanation } = first
  const item = [...new Set(same.map((one) => one.item))].join(', ')
  const said = scribe.say('reasonOf', { conclusion, item, truth: scribe.text(truth) })
  return [
    paragraph(apart([said, english(cite)])),
    { kind: 'steps', steps: stepsOf(explanation, '1', scribe) },
  ]
}

function stepsOf(why: Explanation, number: string, scribe: Scribe): readonly Step[] {
  const below = 'children' in why ? why.children : 'child' in why ? [why.child] : []
  return [
    { number, words: wordsOf(why, scribe) },
    ...below.flatMap((one, at) => stepsOf(one, `${number}.${at + 1}`, scribe)),
  ]
}

function wordsOf(why: Explanation, scribe: Scribe): Words {
  switch (why.kind) {
    case 'fact': {
      const { parameter, got, wanted, derivation } = why
      const value =
        derivation === undefined ? got : scribe.text('derivedFrom', { got, how: derivation })
      const truth = scribe.text(why.truth)
      return scribe.say('factAsked', { truth, parameter, got: value, wanted })
    }
    case 'unread':
      return scribe.say('unread', { why: why.why })
    case 'never':
      return scribe.say('never')
    case 'not':
      return scribe.say('notOf', { truth: scribe.text(why.truth) })
    case 'all':
      return scribe.say('allOf', { truth: scribe.text(why.truth) })
    case 'any':
      return scribe.say('anyOf', { truth: scribe.text(why.truth) })
  }
}
