// Trunk calls this while it loads the program. What people see is in loading.js.

/** Passes the progress and the outcome of loading on to the page. */
export default function initializer() {
  const loading = window.newsmarkLoading;
  return {
    onProgress: ({ current, total }) => loading.progress(current, total),
    onSuccess: () => loading.done(),
    onFailure: (error) => {
      const arrived = error instanceof WebAssembly.RuntimeError;
      loading.fail(
        arrived ? "The program stopped while it was starting." : "The program did not arrive whole.",
        null,
        String(error),
      );
    },
  };
}
