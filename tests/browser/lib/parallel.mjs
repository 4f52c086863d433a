// A list of work, done by several workers at once.

/** Calls `work(item, worker)` for each item; each worker takes the next item when it is free. */
export async function inParallel(items, workers, work) {
  const queue = [...items];
  await Promise.all(
    workers.map(async (worker) => {
      while (queue.length > 0) await work(queue.shift(), worker);
    }),
  );
}
