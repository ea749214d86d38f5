// RFC 4648 §6 in lower case and without padding: what survives a mail system that changes case.
const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

export const toBase32 = (bytes: Uint8Array): string => {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31];
};

/** Either case. Undefined when a character, or a bit after the last byte, is none of base32's. */
export const fromBase32 = (text: string): Buffer | undefined => {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text.toLowerCase()) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  // Otherwise one text could be written in several ways.
  return held === 0 ? Buffer.from(bytes) : undefined;
};
