/** Lets parts that `app` depends on report to it without importing it. */
type Report = (event: string, ...args: unknown[]) => void;

let report: Report = () => {};

/** `app` takes the reports. */
export function takeAppEvents(listener: Report): void {
  report = listener;
}

/** Makes `app` emit an event. */
export function appEmit(event: string, ...args: unknown[]): void {
  report(event, ...args);
}
