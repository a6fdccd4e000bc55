// Everywhere: the program and the name model are in this file.

const decoded = (base64) => Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));

const bytes = () => ({ program: decoded(PROGRAM), model: decoded(MODEL) });

/** Gets ready before the first text does it, without holding up the page; a model of your own in `model`. */
const init = async ({ model } = {}) => {
  if (isReady) return;
  const own = bytes();
  await binding({ module_or_path: own.program });
  if (!isReady) install(model ?? own.model);
};
