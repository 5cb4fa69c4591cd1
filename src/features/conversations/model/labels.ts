/** Named for tokens of the design, so that every colour is legible in both themes. */
export const labelColours = ['plain', 'teal', 'blue', 'green', 'amber', 'red'] as const
export type LabelColour = (typeof labelColours)[number]

export const labelLimits = { perWorkspace: 200, nameLength: 40 } as const
