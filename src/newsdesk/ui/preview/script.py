"""Our own script in the page: it runs in a world apart from the page's, which has none.

Nothing calls out of it: the window asks, and gets an answer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

SOURCE = """
var desk = (() => {
  "use strict";
  let lines = [];

  const isSheet = node => node.nodeName === "LINK" && node.rel === "stylesheet";
  const pathOf = sheet => sheet.getAttribute("href").split("?")[0];

  // The sheet's address may have been changed by `colour`, which is no change of the page.
  const same = (old, fresh) =>
    old.isEqualNode(fresh) || (isSheet(old) && isSheet(fresh) && pathOf(old) === pathOf(fresh));

  function dress(old, fresh) {
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  }

  function turn(old, fresh) {
    if (same(old, fresh)) return;
    if (old.nodeName !== fresh.nodeName) {
      old.replaceWith(document.importNode(fresh, true));
    } else if (old.nodeType === Node.ELEMENT_NODE) {
      dress(old, fresh);
      turnChildren(old, fresh);
    } else {
      old.data = fresh.data;
    }
  }

  function turnChildren(old, fresh) {
    const before = [...old.childNodes], after = [...fresh.childNodes];
    while (before.length && after.length && same(before[0], after[0])) {
      before.shift();
      after.shift();
    }
    while (before.length && after.length && same(before.at(-1), after.at(-1))) {
      before.pop();
      after.pop();
    }
    if (before.length === after.length) {
      before.forEach((node, index) => turn(node, after[index]));
      return;
    }
    const next = before.length ? before.at(-1).nextSibling : placeAfter(old, fresh, after[0]);
    before.forEach(node => node.remove());
    after.forEach(node => old.insertBefore(document.importNode(node, true), next));
  }

  // Nothing goes, something comes: it stands as far into the old children as into the fresh.
  function placeAfter(old, fresh, first) {
    return old.childNodes[[...fresh.childNodes].indexOf(first)] || null;
  }

  const blocks = () => [...(document.querySelector(".body")?.children ?? [])];

  function anchor() {
    if (scrollY === 0) return null;
    const node = blocks().find(block => block.getBoundingClientRect().bottom > 0);
    return node ? { node, top: node.getBoundingClientRect().top } : null;
  }

  return {
    show(html, found) {
      const place = anchor();
      turn(document.documentElement, new DOMParser().parseFromString(html, "text/html").documentElement);
      lines = found;
      const moved = place && place.node.isConnected ? place.node.getBoundingClientRect().top - place.top : 0;
      if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: "instant" });
      return document.body.offsetHeight;
    },
    colour(scheme) {
      for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) {
        sheet.setAttribute("href", pathOf(sheet) + "?" + scheme);
      }
    },
    lineAt(x, y) {
      let node = document.elementFromPoint(x, y);
      if (!node || node.closest("a[href]")) return -1;
      const children = blocks();
      const index = children.findIndex(block => block.contains(node));
      return index >= 0 && index < lines.length ? lines[index] : -1;
    },
    showLine(line) {
      const children = blocks();
      const index = lines.findLastIndex(first => first <= line);
      const target = index >= 0 ? children[index] : document.body.querySelector("h1");
      if (!target) return;
      const place = target.getBoundingClientRect(), margin = Math.min(40, innerHeight / 8);
      if (place.bottom > margin && place.top < innerHeight - margin) return;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      target.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
    },
    goTo(place) {
      scrollTo({ top: place, behavior: "instant" });
    },
  };
})();
"""


def call(name: str, *values: str | float | Sequence[int]) -> str:
    """A call of one of our functions, as script."""
    # A line separator may stand in a JSON text but not, in old engines, in a script.
    written = (json.dumps(value, ensure_ascii=True) for value in values)
    return f"desk.{name}({', '.join(written)})"
