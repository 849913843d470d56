import type { AlertDecay, Charter, ConsultationRules, Streams } from '../../regime/index.ts'

/** What the law says of regimes. */
export interface RegimeLaw {
  readonly charters: readonly Charter[]
  readonly rules: ConsultationRules
  readonly decays: AlertDecay
  readonly streams: Streams
}
