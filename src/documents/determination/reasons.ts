import type { ReasonFinding } from '../../determination/index.ts'
import type { Explanation } from '../../rulebook/index.ts'
import { section } from '../blocks.ts'
import { apart, english, type Scribe } from '../messages.ts'
import type { Block, Point } from '../paper.ts'

/** The trees under the conclusions, down to the facts: what was eliminated, and why. */
export function reasonBlocks(reasons: readonly ReasonFinding[], scribe: Scribe): readonly Block[] {
  if (reasons.length === 0) return []
  const points = reasons.map(({ item, conclusion, truth, cite, explanation }): Point => {
    const said = { conclusion, item, truth: scribe.text(truth) }
    return {
      words: apart([scribe.say('reasonOf', said), english(cite)]),
      under: [treeOf(explanation, scribe)],
    }
  })
  return section(1, scribe.say('reasons'), [{ kind: 'list', numbered: false, points }])
}

function treeOf(why: Explanation, scribe: Scribe): Point {
  switch (why.kind) {
    case 'fact': {
      const { parameter, got, wanted, derivation } = why
      const value =
        derivation === undefined ? got : scribe.text('derivedFrom', { got, how: derivation })
      const truth = scribe.text(why.truth)
      return leaf(scribe.say('factAsked', { truth, parameter, got: value, wanted }))
    }
    case 'unread':
      return leaf(scribe.say('unread', { why: why.why }))
    case 'never':
      return leaf(scribe.say('never'))
    case 'not':
      return {
        words: scribe.say('notOf', { truth: scribe.text(why.truth) }),
        under: [treeOf(why.child, scribe)],
      }
    case 'all':
    case 'any':
      return {
        words: scribe.say(why.kind === 'all' ? 'allOf' : 'anyOf', {
          truth: scribe.text(why.truth),
        }),
        under: why.children.map((child) => treeOf(child, scribe)),
      }
  }
}

function leaf(words: Point['words']): Point {
  return { words, under: [] }
}
