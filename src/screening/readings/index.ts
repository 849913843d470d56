export { slavicKey } from './cyrillic.ts'
export { foldHan } from './han-fold.ts'
export { readings } from './readings.ts'
export { skeleton } from './skeleton.ts'
