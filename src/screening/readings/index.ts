export { slavicKey } from './cyrillic.ts'
export type { Reading, ReadingHint, ReadingSystem } from './model.ts'
export { readings } from './readings.ts'
export { skeleton } from './skeleton.ts'
