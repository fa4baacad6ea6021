const LONGEST = 40;

/**
 * A name that somebody else chose, as one short plain line: without direction marks, line breaks and invisible
 * characters, and without towers of combining marks.
 */
export function plainName(text: string, longest: number = LONGEST): string {
  const plain = text
    .slice(0, 8 * longest)
    .replaceAll(/[\t\n\v\f\r\p{Z}]+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
    .replaceAll(/(\p{M}{2})\p{M}+/gu, '$1')
    // Names stand in the quotation marks of some language; their own must not end them.
    .replaceAll(/[\p{Quotation_Mark}\u275D-\u2760]/gu, "'")
    .replaceAll(/ +/g, ' ')
    .trim();
  const characters = Array.from(plain);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : plain;
}

/**
 * The same for a menu. Menus are drawn by the operating system, which follows direction marks, breaks lines, and takes
 * `&` for a shortcut and a tab for a second column: with these a tool could write itself a menu entry such as "Quit".
 * What is left is isolated, so that right-to-left letters cannot move what stands around them.
 */
export function menuText(text: string, longest: number = LONGEST): string {
  const shown = plainName(text, longest).replaceAll('&', '&&');
  return /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u.test(shown)
    ? `\u2068${shown}\u2069`
    : shown;
}
