/** What stands before each figure of ours where it is seen. */
export const OURS = 'ƒ';
