// What the scripts of the site share: where the root is, addresses, and loading a script when it is wanted.
"use strict";

globalThis.portolan ??= {};
{
  // This file lies in assets/js/.
  const root = new URL("../../", document.currentScript.src).href;
  const onDisk = location.protocol === "file:";

  /** The site's root as a whole address. */
  portolan.root = root;

  /** An address of the site (`areas/nngp/#limit`) as one that a link can have. */
  portolan.href = (address) => root + (onDisk ? address.replace(/(^|\/)(?=$|#)/, "$1index.html") : address);

  /** The address within the site that a link leads to, or nothing if it leads out of it. */
  portolan.address = (link) => {
    if (!link.href.startsWith(root)) return null;
    return link.href.slice(root.length).replace(/(^|\/)index\.html(?=$|#)/, "$1");
  };

  const loading = new Map();

  /** Loads a script of the site, once; fails if it is not there, and can then be asked again. */
  portolan.load = (path) => {
    if (!loading.has(path)) {
      const loaded = new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = root + path;
        script.onload = done;
        script.onerror = () => {
          loading.delete(path);
          script.remove();
          failed(new Error(`${path} does not load`));
        };
        document.head.append(script);
      });
      loading.set(path, loaded);
    }
    return loading.get(path);
  };

  /** Whether an event belongs to somebody who is typing. */
  portolan.isTyping = (event) => event.target.closest?.("input, textarea, select, [contenteditable]") !== null;
}
