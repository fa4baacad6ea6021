/**
 * JSON that a careless reader and writer changes: numbers that no double holds, spellings, escapes, keys that mean
 * something to JavaScript, empty things, spaces between the tokens.
 */
export const ODD = String.raw`{ "big" : 9007199254740993, "negative":-12345678901234567890.10,"huge":1e400 ,"tiny":1E-400,"zero":-0,"trailing":1.500e+010,"":"","__proto__":{"constructor":{"prototype":[null]}},"toString":null,"hasOwnProperty":false,"escaped":"\u0041\/\ud83d\udeaa\u2028\b\\","lone":"\ud800","plain":"é🚪  ","key\u0020\"é\"":[[],{},""	,[[[{}]]]],"digits":123456789012345678901234567890.123456789012345678901234567890 }`;

/** The same with line ends between the tokens. */
export const ODD_LINES = ODD.replaceAll(',"', ',\r\n\t"');

/** A member in front of an object's own. */
export const withFirst = (object: string, member: string): string => object.replace('{', `{${member},`);
