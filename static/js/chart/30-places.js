// The places of the chart: their links, and what they need and unlock, the essential first.
"use strict";

if (portolan.chart) {
  const { data } = portolan.chart;
  const places = data.places.map((place) => document.getElementById(`at-${place.id}`));
  const number = new Map(places.map((link, at) => [link, at]));
  const needs = data.places.map(() => []);
  const unlocks = data.places.map(() => []);
  for (const edge of data.edges) {
    needs[edge[0]].push(edge);
    unlocks[edge[1]].push(edge);
  }
  for (const edges of [...needs, ...unlocks]) edges.sort((a, b) => b[2] - a[2]);

  /** Which place an element of the drawing belongs to. */
  const under = (target) => number.get(target.closest?.(".place"));

  /** How much something is needed, by the number that edges have for it. */
  const STRENGTHS = ["helpful", "essential, or another like it", "essential"];

  function element(tag, className, ...contents) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...contents);
    return made;
  }

  Object.assign(portolan.chart, { places, needs, unlocks, under, STRENGTHS, element });
}
