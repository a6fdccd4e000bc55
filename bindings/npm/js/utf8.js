// UTF-8 where the world around has no TextDecoder and no TextEncoder: Jest's jsdom, bare engines. Only texts come
// and go, so what is read is well formed.

const TextDecoder = globalThis.TextDecoder ?? class {
  decode(bytes = []) {
    let text = "";
    let units = [];
    for (let at = 0; at < bytes.length; ) {
      const first = bytes[at++];
      const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let point = more === 0 ? first : first & (0x3f >> more);
      for (let n = 0; n < more; n++) point = (point << 6) | (bytes[at++] & 0x3f);
      if (point < 0x10000) units.push(point);
      else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + (point & 0x3ff));
      if (units.length > 4096) {
        text += String.fromCharCode(...units);
        units = [];
      }
    }
    return text + String.fromCharCode(...units);
  }
};

const TextEncoder = globalThis.TextEncoder ?? class {
  encode(text) {
    // No character takes more than three bytes for each unit.
    const bytes = new Uint8Array(text.length * 3);
    let length = 0;
    for (const character of text) {
      let point = character.codePointAt(0);
      // Half a character becomes the sign for one that is lost, as everywhere.
      if (point >= 0xd800 && point < 0xe000) point = 0xfffd;
      if (point < 0x80) {
        bytes[length++] = point;
        continue;
      }
      const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      bytes[length++] = (0xf00 >> (more + 1)) & 0xff | (point >> (6 * more));
      for (let n = more - 1; n >= 0; n--) bytes[length++] = 0x80 | ((point >> (6 * n)) & 0x3f);
    }
    return bytes.slice(0, length);
  }
};
