/** What Doorward is called, in every language. */
export const PRODUCT = 'Doorward';
