export { slavicKey } from './cyrillic.ts'
export { readings } from './readings.ts'
export { skeleton } from './skeleton.ts'
