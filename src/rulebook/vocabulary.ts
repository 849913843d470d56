import { assert } from '../kernel/index.ts'
import type { Kind, Parameter } from './model.ts'

/**
 * The parameters that criteria may speak of, each with a slot. Items have one vocabulary (the
 * characteristics), transactions another (the circumstances).
 */
export interface Vocabulary {
  readonly parameters: readonly Parameter[]
  readonly kinds: ReadonlyMap<string, Kind>
  slot(id: string): number | undefined
  parameter(slot: number): Parameter
  /** For a derived parameter the stated ones it is made of; else itself. */
  inputsOf(id: string): readonly string[]
}

export function createVocabulary(
  parameters: Iterable<Parameter>,
  kinds: ReadonlyMap<string, Kind>,
): Vocabulary {
  const list = [...parameters]
  const slots = new Map(list.map((parameter, index) => [parameter.id, index]))
  return {
    parameters: list,
    kinds,
    slot: (id) => slots.get(id),
    parameter: (slot) => {
      const parameter = list[slot]
      assert(parameter !== undefined, 'a slot belongs to a parameter')
      return parameter
    },
    inputsOf: (id) => {
      const slot = slots.get(id)
      const parameter = slot === undefined ? undefined : list[slot]
      if (parameter?.formula === undefined) return [id]
      if (parameter.maxOver !== undefined) return [parameter.maxOver]
      return [...new Set(parameter.formula.match(/[A-Za-z_]\w*/g) ?? [])].filter((name) =>
        slots.has(name),
      )
    },
  }
}

/** Whether a kind lies in the subtree of another: `sme.dep.cvd` in `sme.dep`. */
export function isKindWithin(kind: string, ancestor: string): boolean {
  return kind === ancestor || kind.startsWith(`${ancestor}.`)
}
