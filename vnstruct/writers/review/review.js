"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const data = JSON.parse($("data").textContent);
  const root = document.documentElement;
  const docs = new Map(all(".doc").map((element) => [element.dataset.doc, element]));
  const rows = all(".task");
  const scopeOf = (element) => element.closest("[data-doc]").dataset.doc;
  const say = (key, values = {}) => data.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  root.classList.add("script");

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /* ---- annotations: the pieces of each, found once for a document ---- */

  const piecesByDoc = new Map();
  function pieces(scope, id) {
    if (!piecesByDoc.has(scope)) {
      const found = new Map();
      for (const element of all("[data-i]", docs.get(scope))) {
        const known = found.get(element.dataset.i);
        if (known) known.push(element);
        else found.set(element.dataset.i, [element]);
      }
      piecesByDoc.set(scope, found);
    }
    return piecesByDoc.get(scope).get(id) || [];
  }

  function show(scope) {
    for (const [name, element] of docs) element.hidden = name !== scope;
  }

  let arrived = [];
  function reveal(scope, id, { focus = false } = {}) {
    const found = pieces(scope, id);
    if (docs.get(scope).hidden) show(scope);
    for (const element of arrived) element.classList.remove("at");
    arrived = found;
    if (!found.length) return;
    for (const element of found) element.classList.add("at");
    found[0].scrollIntoView({ block: "center", inline: "nearest" });
    if (focus) {
      found[0].tabIndex = -1;
      found[0].focus({ preventScroll: true });
    }
  }

  /* ---- roving focus: one stop of the Tab key for a whole list ---- */

  function roving(items, { activate, visible = (item) => !item.closest("[hidden]") }) {
    let current = items().find(visible);
    const settle = () => {
      for (const item of items()) item.tabIndex = -1;
      if (!current || !visible(current)) current = items().find(visible);
      if (current) current.tabIndex = 0;
    };
    const move = (item, focus = true) => {
      if (!item) return;
      if (current) current.tabIndex = -1;
      current = item;
      current.tabIndex = 0;
      if (focus) current.focus();
    };
    const keys = (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const shown = items().filter(visible);
      const at = shown.indexOf(current);
      const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1, PageDown: at + 10, PageUp: at - 10 };
      if (event.key in steps) {
        event.preventDefault();
        move(shown[Math.max(0, Math.min(shown.length - 1, steps[event.key]))]);
      } else if (activate && (event.key === "Enter" || event.key === " ") && event.target === current) {
        event.preventDefault();
        activate(current);
      }
    };
    settle();
    return { settle, move, keys, current: () => current };
  }

  /* ---- a chosen task and what it rests on ---- */

  const ROLES = [["lead", "lead"], ["with", "with"], ["sup", "supervisor"], ["rep", "report"], ["date", "due"]];
  const ids = (row, name) => (row.dataset[name] ? row.dataset[name].split(" ") : []);
  let chosen = null;
  let tagged = [];

  function untag() {
    for (const [element, className] of tagged) {
      element.classList.remove(className);
      delete element.dataset.tag;
    }
    tagged = [];
    if (chosen) chosen.setAttribute("aria-selected", "false");
    chosen = null;
  }

  function tag(scope, id, className, text) {
    pieces(scope, id).forEach((element, index) => {
      element.classList.add(className);
      if (text && index === 0) element.dataset.tag = text;
      tagged.push([element, className]);
    });
  }

  function choose(row, { jump = true, focus = false, mark = null } = {}) {
    const scope = scopeOf(row);
    untag();
    chosen = row;
    row.setAttribute("aria-selected", "true");
    tag(scope, row.dataset.k, "on-k");
    for (const [name, word] of ROLES) {
      for (const id of ids(row, name)) tag(scope, id, name === "date" ? "on-due" : "on-" + name, say(word));
    }
    rowsFocus.move(row, false);
    if (jump) reveal(scope, row.dataset.k, { focus });
    remember(scope + "-" + row.dataset.k);
    describe(scope, row, mark);
  }

  /* the address of the page leads to what is chosen; viewers that show files in a frame may forbid it */
  function remember(id) {
    try {
      history.replaceState(null, "", "#" + id);
    } catch {
      return;
    }
  }

  function describe(scope, row, mark) {
    if (!row && !mark) return $("details").replaceChildren(make("p", "hint", ""));
    const close = make("button", "close", "×");
    close.type = "button";
    close.setAttribute("aria-label", data.words.close);
    close.addEventListener("click", clear);
    const parts = [close];
    if (mark) parts.push(oneMark(scope, mark));
    if (row) parts.push(oneTask(scope, row));
    $("details").replaceChildren(...parts);
  }

  function oneTask(scope, row) {
    const box = make("div", "one");
    box.append(make("h3", "", say("task", { number: row.querySelector(".number").textContent })));
    const links = make("div", "links");
    links.append(jumpButton(scope, row.dataset.k, say("clause")));
    for (const [name, word] of [...ROLES, ["ref", "cites"]]) {
      for (const id of ids(row, name)) links.append(jumpButton(scope, id, say(word), nameOf(scope, id)));
    }
    box.append(links);
    return box;
  }

  const nameOf = (scope, id) => (data.notes[scope][id] || ["", ""])[1];

  function jumpButton(scope, id, label, text) {
    const button = make("button", "");
    button.type = "button";
    if (text) button.append(make("b", "", label), text);
    else button.textContent = label;
    button.addEventListener("click", () => reveal(scope, id));
    return button;
  }

  function oneMark(scope, id) {
    const [kind, title, facts, work] = data.notes[scope][id];
    const box = make("div", "one");
    box.append(make("h3", "", kind + ": " + title));
    const list = make("dl", "facts");
    for (const [label, value] of facts) {
      const pair = make("div", "");
      pair.append(make("dt", "", label), make("dd", "", value));
      list.append(pair);
    }
    box.append(list);
    if (work) {
      const links = make("div", "links");
      const button = make("button", "", say("cited"));
      button.type = "button";
      button.addEventListener("click", () => showWork(scope, work));
      links.append(button);
      box.append(links);
    }
    return box;
  }

  function showWork(scope, work) {
    openTab($("tab-cited"));
    for (const row of all(".works .at")) row.classList.remove("at");
    const row = $(scope + "-w-" + work);
    row.classList.add("at");
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
  }

  function clear() {
    const row = chosen;
    untag();
    for (const element of arrived) element.classList.remove("at");
    arrived = [];
    describe("", null, null);
    if (row && !row.hidden) row.focus();
  }

  /* ---- the task table: choosing, filtering, sorting ---- */

  const sheet = $("sheet");
  const rowsFocus = roving(() => all(".task", sheet), {
    activate: (row) => choose(row, { focus: chosen === row }),
    visible: (row) => !row.hidden && !row.parentElement.hidden,
  });
  for (const link of all(".task a.go")) link.tabIndex = -1;
  sheet.addEventListener("keydown", (event) => {
    if (event.target.closest("thead, .title")) return;
    rowsFocus.keys(event);
  });
  sheet.addEventListener("click", (event) => {
    const row = event.target.closest(".task");
    const button = event.target.closest("[data-sort]");
    if (button) sort(button);
    if (!row) return;
    event.preventDefault();
    if (String(getSelection()) && !event.target.closest("a")) return;
    choose(row);
    row.focus({ preventScroll: true });
  });

  const marks = /\p{M}/gu;
  const bare = (text) => text.normalize("NFD").replace(marks, "").toLowerCase().replace(/đ/g, "d");
  const folded = (text) => text.normalize("NFC").toLowerCase();
  const parties = new Map(rows.map((row) => [row, all(".lead, .coordinators", row).map((cell) => cell.textContent).join("\n")]));

  function dueFits(row, kind, after, before) {
    const due = row.dataset.due || "";
    const recurs = due.includes("X");
    if (kind === "none") return !due;
    if (kind === "some" && !due) return false;
    if (kind === "recurring" && !recurs) return false;
    if (!after && !before) return true;
    if (recurs) return recursBetween(due, after, before);
    const last = row.dataset.last || "";
    return Boolean(last) && (!after || after <= last) && (!before || last <= before);
  }

  function recursBetween(due, after, before) {
    const yearly = /^XXXX-(\d\d)-(\d\d)/.exec(due);
    if (!yearly || !after || !before) return true;
    for (let year = Number(after.slice(0, 4)); year <= Number(before.slice(0, 4)); year += 1) {
      const day = String(year).padStart(4, "0") + "-" + yearly[1] + "-" + yearly[2];
      if (after <= day && day <= before) return true;
    }
    return false;
  }

  /* a day as staff write it, 31/12/2025 whatever the browser's language, as ISO; an impossible one is marked and left out */
  function dayOf(field) {
    const text = field.value.trim();
    const found = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
    const iso = found ? found[3] + "-" + found[2].padStart(2, "0") + "-" + found[1].padStart(2, "0") : "";
    const known = iso && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso);
    field.setAttribute("aria-invalid", String(Boolean(text) && !known));
    return known ? iso : "";
  }

  function filter() {
    const wanted = $("f-body").value.trim();
    const fold = /^[\x00-\x7f]*$/.test(wanted) ? bare : folded;
    const body = fold(wanted);
    const kind = $("f-due").value;
    const [after, before] = [dayOf($("f-after")), dayOf($("f-before"))];
    const doubtful = $("f-doubtful").checked;
    let shown = 0;
    let possible = 0;
    for (const row of rows) {
      row.hidden = !(
        (!body || fold(parties.get(row)).includes(body)) &&
        dueFits(row, kind, after, before) &&
        (!doubtful || row.classList.contains("q"))
      );
      if (row.parentElement.hidden) continue;
      possible += 1;
      if (!row.hidden) shown += 1;
    }
    for (const title of all(".title", sheet)) {
      title.hidden = shown < possible && !all(".task", title.parentElement).some((row) => !row.hidden);
    }
    $("shown").value = shown === possible ? say("count", { all: possible }) : say("shown", { shown, all: possible });
    rowsFocus.settle();
  }

  const keyOf = {
    number: (row) => Number(row.querySelector(".number").textContent),
    lead: (row) => (row.dataset.lead ? "0" : "1") + row.querySelector(".lead").textContent,
    due: (row) => {
      const due = row.dataset.due || "";
      if (!due) return "3";
      return due.includes("X") ? "2" + due : "1" + (row.dataset.last || due);
    },
  };
  const collator = new Intl.Collator("vi");

  function sort(button) {
    const header = button.closest("th");
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const other of all("thead th", sheet)) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = keyOf[button.dataset.sort];
    const compare = button.dataset.sort === "number" ? (a, b) => a - b : collator.compare;
    for (const body of all("tbody", sheet)) {
      const keyed = all(".task", body).map((row) => [key(row), row]);
      keyed.sort((a, b) => (down ? compare(b[0], a[0]) : compare(a[0], b[0])));
      body.append(...keyed.map((pair) => pair[1]));
    }
  }

  $("filter").addEventListener("input", filter);
  $("filter").addEventListener("reset", () => setTimeout(filter));
  $("filter").addEventListener("submit", (event) => event.preventDefault());

  /* ---- tabs ---- */

  const tabs = all("[role=tab]");
  function openTab(tab) {
    for (const other of tabs) {
      other.setAttribute("aria-selected", String(other === tab));
      $(other.getAttribute("aria-controls")).hidden = other !== tab;
    }
    tabsFocus.move(tab, false);
  }
  const tabsFocus = roving(() => tabs, { visible: () => true });
  for (const tab of tabs) {
    tab.addEventListener("click", () => openTab(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
      openTab(next);
      next.focus();
    });
  }

  /* ---- lists of things in the document ---- */

  const lists = all(".view:not(#tasks)").map((view) => {
    const focus = roving(() => all("a.go", view), { activate: follow, visible: (item) => !item.closest(".group").hidden });
    view.addEventListener("keydown", focus.keys);
    view.addEventListener("click", (event) => {
      const link = event.target.closest("a.go");
      if (!link) return;
      event.preventDefault();
      focus.move(link, false);
      follow(link);
    });
    return focus;
  });
  function follow(link) {
    const scope = scopeOf(link);
    const id = link.dataset.go;
    reveal(scope, id);
    explain(scope, id, pieces(scope, id)[0]);
  }

  /* ---- the document: clicks and keys on annotations ---- */

  const paper = $("text");
  const rowById = new Map(rows.map((row) => [scopeOf(row) + " " + row.dataset.k, row]));
  const rowOf = (scope, id) => rowById.get(scope + " " + id);
  const isOff = (element) => ["r", "t", "b", "a", "k"].some((layer) => element.classList.contains(layer) && root.classList.contains("off-" + layer));

  /* says what a mark is, and chooses the task it stands in */
  function explain(scope, id, element) {
    const task = element && element.closest(".k");
    const row = task && rowOf(scope, task.dataset.i);
    const mark = data.notes[scope][id] ? id : null;
    if (row) choose(row, { jump: false, mark });
    else {
      untag();
      describe(scope, null, mark);
    }
    return row;
  }

  function inspect(element) {
    const row = explain(scopeOf(element), element.dataset.i, element);
    if (!row) return;
    openTab($("tab-tasks"));
    row.scrollIntoView({ block: "nearest" });
  }

  paper.addEventListener("click", (event) => {
    const element = event.target.closest(".m[data-i]");
    if (element && !String(getSelection())) {
      for (const other of arrived) other.classList.remove("at");
      inspect(element);
    }
  });
  paper.addEventListener("keydown", (event) => {
    const focused = event.target.closest(".m[data-i]");
    if (event.key === "Escape") clear();
    if ((event.key === "Enter" || event.key === " ") && focused) {
      event.preventDefault();
      inspect(focused);
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = all(".doc:not([hidden]) .m[id]", paper).filter((element) => !isOff(element) && !element.closest(".off-o .boilerplate"));
    let at = stops.indexOf(focused);
    if (at < 0) at = step > 0 ? -1 : stops.length;
    const next = stops[at + step];
    if (!next) return;
    event.preventDefault();
    const scope = scopeOf(next);
    reveal(scope, next.dataset.i, { focus: true });
    describe(scope, rowOf(scope, next.dataset.i), data.notes[scope][next.dataset.i] ? next.dataset.i : null);
  });

  for (const key of all(".key")) {
    key.addEventListener("click", () => {
      const off = root.classList.toggle("off-" + key.dataset.layer);
      key.setAttribute("aria-pressed", String(!off));
    });
  }

  /* ---- search: letters compared without their case; without accents when none are typed ---- */

  const MOST = 5000;
  const indexes = new Map();

  /* oà and òa, uý and úy are the same syllable: the mark is compared on the first of the two vowels */
  function settleTone(letters) {
    for (let i = 0; i + 1 < letters.length; i += 1) {
      if (!/^[ou]$/.test(letters[i])) continue;
      const next = /^([aey])([\u0300\u0301\u0303\u0309\u0323])$/.exec(letters[i + 1]);
      if (next) {
        letters[i] += next[2];
        letters[i + 1] = next[1];
      }
    }
    return letters;
  }

  const clusters = (text) => text.match(/\P{M}\p{M}*|\p{M}+/gu) || [];
  const simplified = new Map();
  function simple(cluster) {
    let known = simplified.get(cluster);
    if (known === undefined) {
      if (/^\s/.test(cluster)) known = " ";
      else if (/^[\u2010-\u2015]/.test(cluster)) known = "-";
      else known = cluster.normalize("NFD").toLowerCase();
      simplified.set(cluster, known);
    }
    return known;
  }

  function indexOf(scope) {
    if (indexes.has(scope)) return indexes.get(scope);
    const nodes = [];
    const starts = [];
    let text = "";
    const walker = document.createTreeWalker(docs.get(scope).querySelector(".text"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      nodes.push(walker.currentNode);
      starts.push(text.length);
      text += walker.currentNode.data;
    }
    const index = { nodes, starts, ...foldedTexts(text) };
    indexes.set(scope, index);
    return index;
  }

  /* the text as it is compared, with and without accents, and for each of its units the offset it came from */
  function foldedTexts(text) {
    const found = clusters(text);
    const letters = settleTone(found.map(simple));
    const exact = [];
    const exactOffsets = [];
    const plain = [];
    const plainOffsets = [];
    let at = 0;
    let last = "";
    letters.forEach((letter, i) => {
      if (letter !== " " || last !== " ") {
        const stripped = letter.length > 1 || letter === "đ" ? bare(letter) : letter;
        for (let n = 0; n < letter.length; n += 1) exactOffsets.push(at);
        for (let n = 0; n < stripped.length; n += 1) plainOffsets.push(at);
        exact.push(letter);
        plain.push(stripped);
        last = letter;
      }
      at += found[i].length;
    });
    exactOffsets.push(at);
    plainOffsets.push(at);
    return { exact: { text: exact.join(""), offsets: exactOffsets }, bare: { text: plain.join(""), offsets: plainOffsets } };
  }

  function place(index, offset, isEnd) {
    let [low, high] = [0, index.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (index.starts[middle] < offset || (!isEnd && index.starts[middle] === offset)) low = middle;
      else high = middle - 1;
    }
    return [index.nodes[low], offset - index.starts[low]];
  }

  let matches = [];
  let at = -1;
  const highlights = typeof Highlight === "function" && CSS.highlights;

  function shownScope() {
    for (const [scope, element] of docs) if (!element.hidden) return scope;
    return null;
  }

  function search() {
    const query = $("query").value.trim();
    const scope = shownScope();
    matches = [];
    at = -1;
    if (query && scope) {
      const withoutMarks = /^[\x00-\x7f]*$/.test(query);
      const index = indexOf(scope);
      const form = withoutMarks ? "bare" : "exact";
      const { text, offsets } = index[form];
      const wanted = foldedTexts(query)[form].text;
      for (let found = text.indexOf(wanted); found >= 0 && matches.length < MOST; found = text.indexOf(wanted, found + wanted.length)) {
        const range = document.createRange();
        range.setStart(...place(index, offsets[found], false));
        range.setEnd(...place(index, offsets[found + wanted.length], true));
        matches.push(range);
      }
    }
    if (highlights) {
      highlights.delete("found-at");
      highlights.set("found", new Highlight(...matches));
    }
    $("previous").disabled = $("next").disabled = !matches.length;
    if (matches.length) step(1);
    else $("match-count").value = query ? say("noMatch") : "";
  }

  function step(by) {
    if (!matches.length) return;
    at = (at + by + matches.length) % matches.length;
    const range = matches[at];
    if (highlights) {
      const current = new Highlight(range);
      current.priority = 1;
      highlights.set("found-at", current);
    } else {
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    }
    const element = range.startContainer.parentElement;
    element.scrollIntoView({ block: "center", inline: "nearest" });
    $("match-count").value = say("match", { at: at + 1, all: matches.length });
  }

  $("query").addEventListener("input", search);
  $("search").addEventListener("submit", (event) => event.preventDefault());
  $("query").addEventListener("keydown", (event) => {
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") {
      $("query").value = "";
      search();
    }
  });
  $("next").addEventListener("click", () => step(1));
  $("previous").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => {
    if (event.key === "F3" && matches.length) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  });

  /* ---- several documents ---- */

  function limitTo(scope) {
    for (const group of all("#panel [data-doc]")) {
      if (group.matches("tbody, .group")) group.hidden = Boolean(scope) && group.dataset.doc !== scope;
    }
    show(scope || docs.keys().next().value);
    for (const list of lists) list.settle();
    filter();
    if ($("query").value) search();
  }
  const chooser = $("chooser");
  if (chooser) {
    chooser.addEventListener("change", () => {
      clear();
      limitTo(chooser.value);
      paper.scrollTop = 0;
    });
    for (const link of all(".title a.go")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        show(link.dataset.doc);
        paper.scrollTop = 0;
      });
    }
    addEventListener("beforeprint", () => {
      const only = chooser.value;
      for (const [scope, element] of docs) element.hidden = Boolean(only) && scope !== only;
    });
    addEventListener("afterprint", () => show(chosen ? scopeOf(chosen) : chooser.value || docs.keys().next().value));
  }

  /* ---- the divider, printing ---- */

  const divider = $("divider");
  function split(percent) {
    const value = Math.round(Math.max(25, Math.min(75, percent)));
    root.style.setProperty("--split", value + "%");
    divider.setAttribute("aria-valuenow", String(value));
  }
  divider.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -3, ArrowRight: 3 }[event.key];
    if (!step) return;
    event.preventDefault();
    split(Number(divider.getAttribute("aria-valuenow")) + step);
  });
  divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    root.classList.add("moving");
  });
  divider.addEventListener("pointermove", (event) => {
    if (!divider.hasPointerCapture(event.pointerId)) return;
    const box = $("panes").getBoundingClientRect();
    split(((event.clientX - box.left) / box.width) * 100);
  });
  divider.addEventListener("pointerup", () => root.classList.remove("moving"));
  divider.addEventListener("pointercancel", () => root.classList.remove("moving"));
  $("print").addEventListener("click", () => print());

  /* ---- an address that names a task or an annotation ---- */

  function followAddress() {
    const element = $(location.hash.slice(1));
    if (!element || !element.matches(".m[data-i]")) return;
    const scope = scopeOf(element);
    reveal(scope, element.dataset.i);
    const row = explain(scope, element.dataset.i, element);
    if (row) row.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", followAddress);

  openTab($("tab-tasks"));
  limitTo("");
  followAddress();
})();
