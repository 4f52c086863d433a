// Addresses of the site end in "/". A web server answers with the folder's index.html; from the file system that is this
// script's work. Without it, a browser would show the list of the folder's files.
"use strict";

if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href");
    if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("#")) continue;
    link.setAttribute("href", href.replace(/(^|\/)(?=$|#)/, "$1index.html"));
  }
}
