import { expect, test } from 'vitest'
import type { Expression } from '../../rulebook/index.ts'
import { expressionText } from './expression-text.ts'

test.each<[Expression, string]>([
  [{ dco_nm: '<= 1.50' }, 'dco_nm <= 1.50'],
  [{ element: 'Si' }, 'element = Si'],
  [{ element: '!= Si' }, 'element != Si'],
  [{ gate_model: true }, 'gate_model'],
  [{ gate_model: false }, 'not gate_model'],
  [{ kind: ['ic.fpga', 'ic.processor'] }, 'kind ic.fpga | ic.processor'],
  [{ not: { destination: ['MO', 'D:5'] } }, 'not destination MO | D:5'],
  [{ unread: 'note 3' }, '(not read: note 3)'],
  [{ never: true }, '(not used)'],
  [
    {
      all: [{ kind: ['a'] }, { any: [{ b: '> 1' }, { not: { all: [{ c: true }, { d: true }] } }] }],
    },
    'kind a and (b > 1 or not (c and d))',
  ],
])('%j reads %s', (expression, text) => {
  expect(expressionText(expression)).toBe(text)
})
