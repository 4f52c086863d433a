// Waiting for something, but not for ever: a test that waits in vain would keep the runner from ending.

/** As long as Playwright waits. */
export const PATIENCE = 30_000;

/** A promise, or a failure if it takes too long. */
export async function within(promise, what) {
  let timer;
  const tooLong = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`waited in vain: ${what}`)), PATIENCE);
  });
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer));
}

/** Asks again and again until the answer is yes. */
export async function until(condition, what) {
  const end = Date.now() + PATIENCE;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((again) => setTimeout(again, 50));
  }
}
