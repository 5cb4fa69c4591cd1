export { readShownPosts } from './actions/posts.ts'
export type { BlogDeps } from './deps.ts'
export { blogRoutes } from './routes.ts'
export { blogTasks } from './tasks.ts'
