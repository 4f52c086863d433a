// The one index of a page: made at the first use, its texts asked for at the first query.
"use strict";

{
  let engine = null;
  let texts = null;

  const start = () => {
    engine ??= portolan.find.build(portolan.records(portolan.index));
    return engine;
  };

  /** All records of the site. */
  portolan.allRecords = () => start().records;

  /** What fits a query. `again` is called when the words of the texts have come and there may be more. */
  portolan.query = (text, again) => {
    const index = start();
    texts ??= portolan.load("search-words.js").then(
      () => portolan.find.addTexts(index, portolan.words),
      // Without the texts there are still the names.
      () => {},
    );
    if (!portolan.words) texts.then(again);
    return portolan.find.find(index, text);
  };
}
