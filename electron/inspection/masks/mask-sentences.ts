export const IN_ARGUMENTS = 'A number in it is hidden by one of your masks, but a number cannot be replaced.';
export const IN_ANSWER =
  'A number in the answer is hidden by one of your masks, but a number cannot be replaced.';
export const IN_FORM =
  'Something in the answer is hidden by one of your masks, but the tool promises a fixed form in that place, so there it was not replaced.';
export const TOO_MUCH =
  'There is more encoded in it than can be looked at, so nobody knows whether it has something in it that one of your masks hides.';
export const NOT_SENT =
  'It has something in it that is hidden from this server, in a place that cannot be changed. Nothing was sent. Call again without it.';
export const NOT_ASKED =
  'What the server asks has something in it that is hidden from this AI app, so it was not passed on.';
export const NOT_GIVEN =
  'The answer has a number in it that is hidden from this server, so it was not passed on.';
export const TOO_LONG =
  'It is too long to look for everything in it that has to be hidden, so it did not go on. Ask for a smaller part.';
