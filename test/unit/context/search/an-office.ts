import type { FindableTool } from '../../../../electron/context/search/fields.ts';

/** A tool by its id (`server__name`) and what it says of itself. */
export function tool(id: string, description = '', more: Partial<FindableTool> = {}): FindableTool {
  const [server = '', name = ''] = id.split('__');
  return { id, server, name, description, parameters: [], ...more };
}

const key = (name: string, description = ''): { name: string; description: string } => ({
  name,
  description,
});

/** Tools of an office, as their authors describe them. */
export const OFFICE: readonly FindableTool[] = [
  tool('mail__send_message', 'Sends an e-mail to one or more recipients.', {
    parameters: [key('to', 'Addresses'), key('subject'), key('body')],
  }),
  tool('mail__search_inbox', 'Finds messages in the inbox.', { parameters: [key('query')] }),
  tool('files__read_file', 'Returns the complete contents of a file.', { parameters: [key('path')] }),
  tool('files__list_directory', 'Names of all entries of a directory.', { parameters: [key('path')] }),
  tool('files__delete_file', 'Removes a file for ever.', { parameters: [key('path')] }),
  tool('maps__geocode_address', 'Converts an address to coordinates.', { parameters: [key('address')] }),
  tool('maps__plan_route', 'Directions between two places, on foot or by car.', {
    parameters: [key('from'), key('to'), key('mode', 'walking, driving')],
  }),
  tool('git__create_pull_request', 'Opens a pull request.', { parameters: [key('title'), key('branch')] }),
  tool('git__show_log', 'Shows the commits of a branch.', { parameters: [key('branch')] }),
  tool('calendar__add_event', 'Puts an appointment into the calendar.', {
    parameters: [key('start'), key('end'), key('title')],
  }),
  tool('calendar__free_slots', 'Times at which nobody has anything to do.', { parameters: [key('day')] }),
  tool('shop__track_parcel', 'Tells where a shipment is.', { parameters: [key('number')] }),
  tool('weather__forecast', 'Temperature and rain for the next days.', { parameters: [key('city')] }),
  tool('sheets__append_row', 'Adds a row to a spreadsheet.', { parameters: [key('sheet'), key('values')] }),
  tool('charts__pie_chart', 'Draws shares of a whole.', { parameters: [key('data')] }),
  tool('stocks__dividends', 'Dividends that a company paid.', { parameters: [key('symbol')] }),
  tool('wiki__article', 'Text of an article of the encyclopedia.', { parameters: [key('title')] }),
  tool('music__play_track', 'Plays a song.', { parameters: [key('track')] }),
];

/** What people ask for, and the tool that does it. */
export const ASKED: readonly (readonly [query: string, id: string])[] = [
  ['write an email to Ada', 'mail__send_message'],
  ['look through my mails for the invoice', 'mail__search_inbox'],
  ['open /home/ada/notes.txt', 'files__read_file'],
  ['what is in this folder', 'files__list_directory'],
  ['get rid of this file', 'files__delete_file'],
  ['how do I walk from the hotel to the museum', 'maps__plan_route'],
  ['make a pull request', 'git__create_pull_request'],
  ['what was committed lately', 'git__show_log'],
  ['schedule a meeting with Bob', 'calendar__add_event'],
  ['where is my package', 'shop__track_parcel'],
  ['will it be sunny in Madrid tomorrow', 'weather__forecast'],
  ['put the numbers into the workbook', 'sheets__append_row'],
  ['visualise the proportions', 'charts__pie_chart'],
  ['how much did shareholders earn', 'stocks__dividends'],
  ['I want to hear some music', 'music__play_track'],
];
