/** How many characters were decoded, read and looked at so far, for tests of linear time. */
export const work = { steps: 0 };
