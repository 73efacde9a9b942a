/** Months of a full year. */
export const MONTHS_A_YEAR = 12;

/**
 * A month as a number of months since the year nought, so that two of them can be compared; a year counts as its January.
 * @param date `YYYY-MM`, with or without a day, or `YYYY`
 */
export const monthNumber = (date: string): number => Number(date.slice(0, 4)) * MONTHS_A_YEAR + Number(date.slice(5, 7) || 1) - 1;
