// Every page and state of both windows: what is cut, what lies over what, what is not translated, what axe-core finds, and
// whether the keys lead everywhere. It visits the development pages (the same program as the window's, with samples
// behind it) as built files in one browser: a state takes about a second of the processor there, and languages, looks and
// sizes change in place. A host would have to be started and filled for it, and pages such as a crash or a form of a
// server cannot be had at will. What needs the host is tried by the other files here.
import { expect, test as base } from 'playwright/test';
import { noTour, type TourPages, tourPages } from './fixtures/tour/pages.ts';
import { tourStates } from './fixtures/tour/states.ts';
import { judge, leave, look, visit, walk } from './fixtures/tour/visit.ts';

const test = base.extend<object, { readonly tour: TourPages }>({
  tour: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const pages = await tourPages();
      await use(pages);
      await pages.close();
    },
    { scope: 'worker' },
  ],
});

test.skip(noTour !== undefined, noTour ?? '');

/** Kinds of lists that were walked with the arrow keys already. */
const walked = new Set<string>();

for (const state of tourStates) {
  test(state.name, async ({ tour }) => {
    const { page } = tour;
    await visit(tour, state);
    const faults = [
      ...(await look(page, state)),
      ...(await judge(page)),
      ...(await walk(page, walked)),
      ...(await leave(page, state)),
    ];
    expect([...tour.errors(), ...faults]).toEqual([]);
  });
}
