// The way from what a reader knows to what the reader wants. The rules stand in `src/graph/route.rs`, and this gives the same
// answers. Entries come in an order that can be learnt and are told by their place in it; each has its `needs`: `any`, the places of the
// alternatives, and `helpful` if it is not essential.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.routes = (() => {
  const isChoice = (need) => need.any.length > 1;
  const isCertain = (need) => !need.helpful && !isChoice(need);
  const descending = (places) => [...places].sort((a, b) => b - a);
  const ascending = (places) => [...places].sort((a, b) => a - b);
  /** The first of some lists of numbers, by the first number that differs. */
  const byNumbers = (keys) => (a, b) => {
    const [x, y] = [keys(a), keys(b)];
    const at = x.findIndex((number, n) => number !== y[n]);
    return at < 0 ? 0 : x[at] - y[at];
  };

  /** Some places and everything that they cannot do without, except what is known. */
  function closure(entries, from, known = new Set()) {
    const found = new Set();
    const work = [...from];
    while (work.length > 0) {
      const place = work.pop();
      if (known.has(place) || found.has(place)) continue;
      found.add(place);
      for (const need of entries[place].needs) if (isCertain(need)) work.push(need.any[0]);
    }
    return found;
  }

  class Plan {
    constructor(entries, goals, known) {
      this.entries = entries;
      this.goals = goals;
      this.known = closure(entries, known);
      const open = (need) => !need.helpful && isChoice(need);
      this.askers = [...entries.keys()].filter((place) => entries[place].needs.some(open)).reverse();
    }

    needed(picks) {
      return closure(this.entries, [...this.goals, ...picks.map((pick) => pick.taken)], this.known);
    }

    /** The essential choices of an entry, in the order in which they are written. */
    choicesOf(asker) {
      return this.entries[asker].needs
        .map((need, number) => ({ asker, need: number, any: need.any, open: !need.helpful && isChoice(need) }))
        .filter((choice) => choice.open);
    }

    /** The choice nearest to the goals of which no alternative is known or on the route. */
    openChoice(needed) {
      const isSettled = (place) => this.known.has(place) || needed.has(place);
      for (const asker of this.askers) {
        const open = needed.has(asker) && this.choicesOf(asker).find((choice) => !choice.any.some(isSettled));
        if (open) return open;
      }
      return undefined;
    }

    /** How many steps an entry would add. */
    cost(place, needed) {
      return [...closure(this.entries, [place], this.known)].filter((step) => !needed.has(step)).length;
    }

    settle(choice, needed) {
      const costs = choice.any.map((place) => this.cost(place, needed));
      const least = Math.min(...costs);
      const because = costs.filter((cost) => cost === least).length > 1 ? "first" : "fewer steps";
      return { ...choice, taken: choice.any[costs.indexOf(least)], because };
    }

    /** What was taken for the choices that nothing else settles; picks that later ones made needless are taken back. */
    picks() {
      let picks = [];
      const needed = this.needed(picks);
      for (let open; (open = this.openChoice(needed)); ) {
        const pick = this.settle(open, needed);
        picks.push(pick);
        for (const place of closure(this.entries, [pick.taken], this.known)) needed.add(place);
      }
      for (;;) {
        const needless = picks.findIndex((one) => !this.openChoice(this.needed(picks.filter((pick) => pick !== one))));
        if (needless < 0) return picks;
        picks = picks.filter((_, n) => n !== needless);
      }
    }

    /** How the choices of a step were settled. */
    settled(asker, needed, picks) {
      return this.choicesOf(asker).map(({ need, any }) => {
        const known = any.find((place) => this.known.has(place));
        if (known !== undefined) return { need, taken: known, because: "known" };
        const pick = picks.find((one) => one.asker === asker && one.need === need);
        if (pick) return { need, taken: pick.taken, because: pick.because };
        return { need, taken: any.find((place) => needed.has(place)), because: "on the way" };
      });
    }

    /** Depth first from the goals: each step right before the first one that asks for it. */
    readingOrder(needed) {
      const order = [];
      const entered = new Set();
      for (const goal of this.goals.filter((place) => needed.has(place))) {
        const work = [[goal, false]];
        while (work.length > 0) {
          const [place, left] = work.pop();
          if (left) order.push(place);
          if (left || entered.has(place)) continue;
          entered.add(place);
          work.push([place, true]);
          const below = this.entries[place].needs.flatMap((need) => need.any).filter((to) => needed.has(to));
          for (const to of ascending(new Set(below))) work.push([to, false]);
        }
      }
      return order;
    }

    /** Who asks for each step: essential reasons first, and of these the nearest to a goal. */
    reasons(steps) {
      const found = new Map([...steps.keys()].map((place) => [place, []]));
      for (const [from, choices] of steps) {
        this.entries[from].needs.forEach((need, number) => {
          const taken = choices.find((choice) => choice.need === number)?.taken;
          for (const place of need.any) {
            if (need.helpful || !isChoice(need) || place === taken) found.get(place)?.push({ from, need: number });
          }
        });
      }
      const rank = ({ from, need }) => [
        this.entries[from].needs[need].helpful ? 1 : 0,
        this.goals.includes(from) ? 0 : 1,
        -from,
        need,
      ];
      for (const reasons of found.values()) reasons.sort(byNumbers(rank));
      return found;
    }

    /** What is known and the steps build on. */
    relied(steps) {
      const direct = [];
      for (const [place, choices] of steps) {
        for (const need of this.entries[place].needs) if (isCertain(need)) direct.push(need.any[0]);
        direct.push(...choices.map((choice) => choice.taken));
      }
      return ascending(closure(this.entries, direct.filter((place) => this.known.has(place))));
    }

    /** What would make the way easier, the most asked for first. */
    helpful(needed) {
      const isHere = (place) => this.known.has(place) || needed.has(place);
      const asked = new Map();
      for (const from of descending(needed)) {
        this.entries[from].needs.forEach((need, number) => {
          if (!need.helpful || need.any.some(isHere)) return;
          for (const place of need.any) asked.set(place, [...(asked.get(place) ?? []), { from, need: number }]);
        });
      }
      const found = [...asked].map(([place, reasons]) => ({ place, reasons, steps: this.cost(place, needed) }));
      return found.sort(byNumbers(({ place, reasons, steps }) => [-reasons.length, steps, place]));
    }

    route() {
      const picks = this.picks();
      const needed = this.needed(picks);
      const steps = new Map(ascending(needed).map((place) => [place, this.settled(place, needed, picks)]));
      const reasons = this.reasons(steps);
      return {
        steps: this.readingOrder(needed).map((place) => ({
          place,
          goal: this.goals.includes(place),
          reasons: reasons.get(place),
          choices: steps.get(place),
        })),
        relied: this.relied(steps),
        helpful: this.helpful(needed),
      };
    }
  }

  return { closure, route: (entries, goals, known) => new Plan(entries, goals, known).route() };
})();
