export * from './wire/hiring.ts'
export * from './wire/opening.ts'
