// Everywhere: the program and the name model are in this file.

const atHand = true;
const decoded = (base64) => Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
const own = () => ({ program: decoded(PROGRAM), model: decoded(MODEL) });
