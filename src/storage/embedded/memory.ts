import { totalmem } from 'node:os'

const mebibyte = 1_048_576

const clamp = (value: number, low: number, high: number) => Math.round(Math.min(Math.max(value, low), high))

/** PostgreSQL settings for a machine (or container) with this much memory, shared with Kith itself. */
export function memorySettings(totalBytes: number): Readonly<Record<string, string>> {
  const total = totalBytes / mebibyte
  return {
    shared_buffers: `${clamp(total / 8, 64, 4096)}MB`,
    effective_cache_size: `${clamp(total / 2, 128, 1_048_576)}MB`,
    work_mem: `${clamp(total / 256, 4, 64)}MB`,
    maintenance_work_mem: `${clamp(total / 32, 32, 1024)}MB`,
    max_wal_size: `${clamp(total / 4, 512, 4096)}MB`,
  }
}

/** What this process may use: the container's limit where there is one. */
export function availableMemory(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}
