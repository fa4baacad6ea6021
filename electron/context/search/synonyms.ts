import { wordsOf } from './words.ts';

/**
 * Words that mean nearly the same where tools are spoken of. Each line is one group; the first words of a task are the
 * person's, those of a tool its author's. Chinese ones are in glosses.ts.
 */
const GROUPS = `
get fetch retrieve read load obtain download open view show display collect
find search look lookup seek discover query locate explore
list enumerate browse index
create make new add generate build produce compose
write save store put insert append
update edit change modify set replace rename patch
delete remove erase drop clear discard purge
send post submit publish share message deliver notify
write compose draft reply send
move relocate transfer
copy duplicate clone
run execute invoke launch start evaluate
calculate compute calculation math arithmetic sum expression
convert transform translate export turn
summarize summary digest abstract outline brief
analyze analysis inspect examine identify detect
picture image photo png jpg screenshot snapshot drawing figure illustration
draw paint sketch canvas
chart graph plot diagram visualization visualize
file document path
folder directory
document word docx doc paper
spreadsheet excel sheet workbook xlsx csv table
slide presentation powerpoint pptx deck
email mail inbox gmail
message chat slack conversation
calendar event meeting appointment schedule
task todo reminder ticket issue bug
repository repo git github
commit revision change
webpage website url web page site link
news headline trend trending article hot
article paper publication arxiv literature research
price cost quote rate fee
gold silver asset commodity crypto coin
stock share ticker equity security
earnings income revenue profit statement financial finance
coordinate geocode latitude longitude geographic location address place
place poi attraction restaurant shop amenity nearby
route direction navigation path itinerary trip travel
map location
weather forecast temperature climate
database sql sqlite table record
music audio sound song track
video movie film clip
user account profile member contact
time date clock timezone
text content string
translate language
password secret credential
big large size length
click press tap button
navigate visit open browser
fill type enter input
remember memorize memory store save
forget remove delete
throw discard delete
owner own belong whois
join merge combine concatenate
cut split divide trim
lock protect secure encrypt
unlock unprotect decrypt
swap replace substitute
begin start create
stop end kill terminate cancel abort
answer reply respond response
ask question query
book reserve booking reservation
hotel accommodation lodging flat apartment rental stay listing
walk foot pedestrian drive car bike cycle route
encyclopedia wikipedia wiki
log history record
error exception failure crash bug
version release
documentation manual guide reference readme docs
package module library dependency
dictionary definition meaning
shareholder dividend payout investor holder
company firm business corporation enterprise
money cash currency dollar euro
puzzle problem challenge exercise
subscribe follow
favorite star bookmark
program process command terminal shell script
contact person people
team channel group room
sort order rank
shuffle mix randomize random
dice random
check verify validate test
fix repair correct
explain describe
speech voice speak audio
subtitle caption transcript
recent latest newest lately activity
count total number amount
author maintainer
near nearby around close
legal allowed valid permitted
`;

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** For each stem, the stems that stand beside it in a group. */
export function synonyms(): ReadonlyMap<string, readonly string[]> {
  return (known ??= groups());
}

function groups(): Map<string, string[]> {
  const beside = new Map<string, Set<string>>();
  for (const line of GROUPS.trim().split('\n')) {
    const stems = wordsOf(line);
    for (const stem of stems) {
      const known = beside.get(stem) ?? new Set();
      for (const other of stems) if (other !== stem) known.add(other);
      beside.set(stem, known);
    }
  }
  return new Map([...beside].map(([stem, others]) => [stem, [...others]]));
}
