export { places, skills, titles } from './packaged.ts'
