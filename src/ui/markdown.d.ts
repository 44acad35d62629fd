declare module '*.md' {
  /** the text, rendered when the page was built (scripts/markdownModule.ts) */
  export const html: string;
  /** its chapters: ids of headings in `html` */
  export const sections: readonly { readonly id: string; readonly title: string }[];
}
