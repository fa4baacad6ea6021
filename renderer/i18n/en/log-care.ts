/** What happens while the log cannot be written, and what was noticed about it. */
export const logCare = {
  unwritable: {
    label: 'While the log cannot be written',
    hint: 'When the disk is full or fails, Doorward can record nothing.',
    refuse: 'Refuse every call',
    pass: 'Let calls pass without a record',
  },
  passes: 'Calls pass without a record while the disk is full or fails. They are counted, and this is said.',
  fixed: 'Your organisation wants every call on record.',
  passed_one: '1 call passed like that since Doorward was started.',
  passed_other: '{{count}} calls passed like that since Doorward was started.',
  accept: 'Accept this',
  acceptHint: 'The log goes on. That it was noticed, and that you accepted it, stays on record.',
};
