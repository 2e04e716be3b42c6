import type { WrittenQuestion } from './question-schema.ts';

/** A question as data, with completion and checks in an editor: `export default defineQuestion({ changes: [...] })`. */
export const defineQuestion = (question: WrittenQuestion): WrittenQuestion => question;
