export const PAPERS = [
  { title: 'Self-Consuming Generative Models Go MAD', by: 'Alemohammad et al., ICLR 2024', address: 'https://arxiv.org/abs/2307.01850' },
  {
    title: 'AI models collapse when trained on recursively generated data',
    by: 'Shumailov et al., Nature 631, 2024',
    address: 'https://doi.org/10.1038/s41586-024-07566-y',
  },
  {
    title: 'Is Model Collapse Inevitable? Breaking the Curse of Recursion by Accumulating Real and Synthetic Data',
    by: 'Gerstgrasser et al., 2024',
    address: 'https://arxiv.org/abs/2404.01413',
  },
  {
    title: 'Collapse or Thrive? Perils and Promises of Synthetic Data in a Self-Generating World',
    by: 'Kazdan et al., ICML 2025',
    address: 'https://arxiv.org/abs/2410.16713',
  },
] as const;
