/** 3.4 kB, 12 MB: as files are spoken of. */
export function formatBytes(bytes: number, formats: string): string {
  const [unit, size] =
    bytes < 1_000 ? ['byte', bytes] : bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000]
  return new Intl.NumberFormat(formats, { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size)
}
