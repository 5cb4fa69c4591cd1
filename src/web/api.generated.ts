/** Stands in until `openapi-typescript` has written this file from the running server; then every path is here. */
// biome-ignore lint/complexity/noBannedTypes: the generator's own shape for "no paths"
export type paths = {}
