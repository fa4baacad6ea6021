export const log = ['imported'];
