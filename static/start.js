// Starts the program, whose two files the page names in its head, and passes on how loading goes:
// what people see is in loading.js.

const loading = window.newsmarkLoading;
const named = (rel) => document.head.querySelector(`link[rel="${rel}"]`);

/** Answers with the same, and tells how much has arrived. */
const counted = (response, total) => {
  let arrived = 0;
  const count = new TransformStream({
    transform(chunk, controller) {
      arrived += chunk.byteLength;
      loading.progress(arrived, total);
      controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(count), { status, statusText, headers });
};

try {
  const program = named("preload");
  const arriving = fetch(program.href).then((response) => counted(response, Number(program.dataset.bytes)));
  const bindings = await import(named("modulepreload").href);
  await bindings.default({ module_or_path: arriving });
  window.wasmBindings = bindings;
  loading.done();
} catch (error) {
  const arrived = error instanceof WebAssembly.RuntimeError;
  loading.fail(
    arrived ? "The program stopped while it was starting." : "The program did not arrive whole.",
    null,
    String(error),
  );
}
