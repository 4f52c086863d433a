// Shows a small card at a link to an entry, a work or a statement, when the pointer rests on it or the keyboard reaches it; and
// opens citations and footnotes in place when they are clicked. What the card holds is in assets/js/search.js, loaded then.
"use strict";

{
  /** How long the pointer must rest, and how long the card stays when it has left, in milliseconds. */
  const WAIT = 350;
  const STAY = 220;
  /** Links whose page is described beside them anyway, or that only lead through the page. */
  const PLAIN = ".card, .toc, .kicker, .find, .preview, .counts, .anchor, .footnote-back, .statement-head, .statement-list, .work-title, .mark";

  let waiting = null;
  /** Where the pointer was on the screen when it last moved, and whether the page has moved under it since. */
  let pointer = null;
  let carried = false;
  let shown = null;
  /** The link whose card is being sent away. */
  let left;

  const ready = () => Promise.all([portolan.load("assets/js/search.js"), portolan.load("search-index.js")]);

  const close = () => {
    clearTimeout(waiting);
    shown?.card.remove();
    shown?.link.removeAttribute("aria-describedby");
    shown = null;
  };

  /** Puts the card under the link, or above it where there is no room; both move together. */
  const place = (card, link) => {
    const box = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    card.style.left = `${Math.max(8, Math.min(box.left, wide - card.offsetWidth - 8)) + scrollX}px`;
    const below = box.bottom + 6;
    const fits = below + card.offsetHeight <= innerHeight || box.top < card.offsetHeight + 12;
    card.style.top = `${(fits ? below : box.top - card.offsetHeight - 6) + scrollY}px`;
  };

  const open = async (link, pinned) => {
    await ready();
    const contents = await portolan.cardOf(link);
    if (!contents) return false;
    // The reader has gone on while the data came.
    if (!pinned && !link.matches(":hover, :focus-visible")) return true;
    close();
    // The browser would show its own, smaller one over it.
    link.removeAttribute("title");
    const card = document.createElement("div");
    card.className = "preview";
    card.id = "preview";
    card.append(...contents);
    if (pinned) pin(card, link);
    else {
      card.setAttribute("role", "tooltip");
      link.setAttribute("aria-describedby", "preview");
    }
    document.querySelector("main").append(card);
    place(card, link);
    shown = { card, link, pinned };
    if (pinned) card.focus({ preventScroll: true });
    return true;
  };

  /** A card that stays until it is sent away: it has the focus, and its links can be reached. */
  const pin = (card, link) => {
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", link.getAttribute("aria-label") ?? link.textContent);
    card.tabIndex = -1;
    const leave = document.createElement("a");
    leave.href = link.href;
    leave.textContent = link.matches(".cite") ? "Open the page of this work" : "Go to the footnote";
    leave.addEventListener("click", close);
    const line = document.createElement("p");
    line.className = "preview-more";
    line.append(leave);
    card.append(line);
    card.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !card.contains(event.relatedTarget)) close();
    });
  };

  const soon = (link) => {
    clearTimeout(waiting);
    if (shown?.link === link) return;
    waiting = setTimeout(() => open(link, false).catch(() => {}), WAIT);
  };

  const later = () => {
    clearTimeout(waiting);
    if (shown && !shown.pinned) waiting = setTimeout(close, STAY);
  };

  const linkAt = (event) => {
    const link = event.target.closest?.("main a[href]");
    // Links of pictures say by themselves where they lead, and why.
    return link instanceof HTMLAnchorElement && !link.closest(PLAIN) && portolan.address(link) !== null ? link : null;
  };

  if (matchMedia("(hover: hover)").matches) {
    const rests = (event) => !pointer || (event.screenX === pointer[0] && event.screenY === pointer[1]);
    const over = (event) => {
      const link = linkAt(event);
      if (link) soon(link);
      else if (event.target.closest?.(".preview")) clearTimeout(waiting);
      else later();
    };
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      // What comes under a resting pointer because the page scrolls was not pointed at.
      carried = rests(event);
      if (carried) later();
      else over(event);
    });
    document.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch" || (pointer && rests(event))) return;
      pointer = [event.screenX, event.screenY];
      if (!carried) return;
      carried = false;
      over(event);
    });
    document.addEventListener("focusin", (event) => {
      const link = linkAt(event);
      if (link?.matches(":focus-visible") && link !== left) soon(link);
      else if (!event.target.closest?.(".preview")) later();
    });
  }

  document.addEventListener("click", (event) => {
    if (shown && !event.target.closest?.(".preview")) close();
    const link = event.target.closest?.("main .cite, main .footnote-mark a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    const instead = () => location.assign(link.href);
    open(link, true).then((done) => done || instead(), instead);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || (!shown && !waiting)) return;
    const { link, pinned } = shown ?? {};
    close();
    // The card that was sent away does not come back because its link has the focus again.
    left = link;
    if (pinned) link.focus({ preventScroll: true });
    left = undefined;
  });
}
