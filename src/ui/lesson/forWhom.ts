/** Whom a lesson is for, in words: years of age as `14-17`, or a school. */
export const forWhom = (ages: string): string => (/^\d/.test(ages) ? `ages ${ages.replace('-', ' to ')}` : `for ${ages}`);
