export { GoOn } from './GoOn.tsx'
export { Room } from './Room.tsx'
export { signIn } from './sign-in.ts'
export { loadMoreWords } from './words.ts'
