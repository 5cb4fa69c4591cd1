export type { WebhookDeps } from './deps.ts'
export { webhookRoutes } from './routes.ts'
export { hearForWebhooks, spokenToWebhooks } from './subscriptions.ts'
export { webhookTasks } from './tasks.ts'
