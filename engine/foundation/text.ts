/** One thing said in both languages. */
export interface Text { readonly fr: string; readonly en: string }

/** What people read: in both languages, or once as it is, as names, addresses and a person's own words are. */
export type Wording = Text | string;
