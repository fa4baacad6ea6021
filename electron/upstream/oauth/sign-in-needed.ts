/** A request was not sent, or not answered, because of the sign-in; the message is a sentence for people. */
export class SignInNeeded extends Error {
  readonly status: number;

  constructor(sentence: string, status = 401) {
    super(sentence);
    this.status = status;
  }
}
