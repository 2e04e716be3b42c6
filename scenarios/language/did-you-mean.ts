/** The name that was probably meant, behind a sentence that has ended; nothing where none is near. */
export const didYouMean = {
  fr: (near: unknown): string => (near ? ` Vouliez-vous dire « ${near} » ?` : ''),
  en: (near: unknown): string => (near ? ` Did you mean "${near}"?` : ''),
};
