export type { Line, ReadOptions } from './cut';
export { readLines } from './readLines';
export * from './readJson';
export * from './parseJson';
