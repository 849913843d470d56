// Documents on paper: a determination or a screening in, the bytes of a tagged PDF out.

export {
  type DeterminationRecord,
  determinationPaper,
} from './determination/determination-paper.ts'
export type { FontReader } from './fonts.ts'
export { LANGUAGES, type Language, type Paper } from './paper.ts'
export { type ScreeningRecord, screeningPaper } from './screening-paper.ts'
export { openTypesetter, type PrintedPaper, type Typesetter } from './typesetter.ts'
