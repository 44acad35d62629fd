/** How strong curves are, on the page and in figures: widths in px, and the opacity of the band of replicates. */
export const STRENGTH = { run: 2, theory: 1.25, band: 0.16 } as const;
