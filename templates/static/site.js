/* Every page works without this file; with it, the comparison sorts, filters and turns, search finds, citations copy. */
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const fill = (words, values) => words.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const language = document.documentElement.lang;

  /* A folder is the address to hand on; on a disk only the file itself opens. */
  const folder = (path) => (location.protocol === "file:" ? path : path.replace(/\/index\.html$/, "/"));

  /* The other languages' page shows the same view, at the same place. */
  const follow = () => {
    for (const link of all("a.twin")) {
      link.pathname = folder(link.pathname);
      link.search = location.search;
      link.hash = location.hash;
    }
  };

  /* Addresses: some browsers refuse to change that of a page opened from a disk; the view still works. */
  const remember = (parameters, change = "pushState") => {
    const query = String(parameters);
    try {
      history[change](null, "", folder(location.pathname) + (query ? `?${query}` : "") + location.hash);
    } catch {
      /* The view is not in the address, and nothing else is lost. */
    }
    follow();
  };

  const MOST_PLACES = 4;
  const SEPARATOR = { row: "\r\n", cell: "," };

  /* A cell as a reader sees it, without controls and numbers of notes, its parts set apart. */
  const words = (cell) => {
    const copy = cell.cloneNode(true);
    for (const unseen of all("[hidden], button, .note-link", copy)) unseen.remove();
    for (const part of all(".kind, .scope, .note, .said + .said", copy)) part.prepend("; ");
    return copy.textContent.replace(/\s+/g, " ").replace(/ (?=[;,，；])/g, "").trim();
  };

  /* A spreadsheet takes a cell that begins with one of these for a formula; in some countries semicolons part cells. */
  const quoted = (text) => `"${text.replace(/((?:^|;)[\s"]*)(?=[=+\-@＝＋－＠])/g, "$1'").replace(/"/g, '""')}"`;

  const comparison = (controls) => {
    const form = one("form", controls);
    const table = one("table.comparison");
    const say = controls.dataset;
    const status = one(".status");
    const columns = all("thead th", table).map((head, index) => ({ head, index, ...head.dataset, numeric: "figures" in head.dataset, name: words(head) }));
    const rows = all("tbody tr", table).map((row) => ({
      row,
      ...row.dataset,
      name: words(row.cells[0]),
      cells: [...row.cells].map((cell) => ({
        cell,
        figures: all("a.said", cell),
        claims: (cell.dataset.claims || "").split(" "),
        stated: !one(".unstated", cell),
      })),
    }));
    let collator; // made when first sorted by words: the rules of Chinese take a phone a while
    const order = (one, other) => (collator ??= new Intl.Collator(language)).compare(one, other);
    const filters = all("select", form).map((select) => ({ select, name: select.name, options: [...select.options] }));
    const refused = { by: "" };

    /* What is looked at, as the address has it. Unknown names in an address do nothing. */
    const read = () => {
      const asked = new URLSearchParams(location.search);
      const view = { order: asked.get("order") === "ascending" ? "ascending" : "descending" };
      for (const { name, options } of filters) {
        view[name] = options.some(({ value }) => value === asked.get(name)) ? asked.get(name) : "";
      }
      view.sort = columns.some(({ col }) => col === asked.get("sort")) ? asked.get("sort") : "";
      const places = (asked.get("places") || "").split(",");
      view.places = rows.filter(({ id }) => places.includes(id)).map(({ id }) => id).slice(0, MOST_PLACES);
      view.differences = asked.has("differences");
      return view;
    };
    const write = (view) => {
      const parameters = new URLSearchParams();
      for (const { name } of filters) if (view[name]) parameters.set(name, view[name]);
      if (view.sort) {
        parameters.set("sort", view.sort);
        parameters.set("order", view.order);
      }
      if (view.places.length) parameters.set("places", view.places.join(","));
      if (view.differences) parameters.set("differences", "");
      remember(parameters);
    };

    /* Filters: by kind and sector of the rows, by theme of the columns, by claim of the figures. */
    const picked = ({ figures }, view) => figures.filter(({ dataset }) => !view.claim || dataset.claim === view.claim);
    const speaks = (cell, column, view) =>
      (!view.theme || column.theme === view.theme) && (view.claim ? picked(cell, view).length > 0 || cell.claims.includes(view.claim) : cell.stated);
    const shownRow = (row, view) =>
      (!view.kind || row.kind === view.kind) &&
      (!view.sector || row.sectors.split(" ").includes(view.sector)) &&
      (!(view.theme || view.claim) || columns.some((each) => each.index && speaks(row.cells[each.index], each, view)));
    const shown = (view) => {
      const kept = rows.filter((row) => shownRow(row, view));
      const open = (column) =>
        !column.index || !(view.theme || view.claim) || kept.some(({ cells }) => speaks(cells[column.index], column, view));
      return { rows: kept, columns: columns.filter(open) };
    };

    /* Sorting: what may be compared stays together, what is not stated comes last either way. */
    const key = (row, column, view) => {
      const cell = row.cells[column.index];
      if (!column.numeric) return cell.stated ? { group: 0, text: words(cell.cell) } : null;
      const [first] = picked(cell, view);
      return first ? { group: Number(first.dataset.group), value: Number(first.dataset.value) } : null;
    };
    const sorted = (kept, view) => {
      const column = columns.find(({ col }) => col === view.sort);
      for (const { row } of rows) row.classList.remove("begins");
      if (!column) return rows.filter((row) => kept.includes(row));
      const turn = view.order === "ascending" ? 1 : -1;
      const keyed = kept.map((row) => ({ row, key: key(row, column, view) }));
      const compare = ({ key: a }, { key: b }) =>
        !a || !b
          ? !a - !b
          : a.group - b.group || turn * ("text" in a ? order(a.text, b.text) : a.value - b.value);
      keyed.sort(compare);
      keyed.forEach(({ row, key }, at) => {
        const before = at ? keyed[at - 1].key : key;
        row.row.classList.toggle("begins", at > 0 && key?.group !== before?.group);
      });
      return keyed.map(({ row }) => row);
    };

    /* The table, places as rows. */
    const draw = (view, found) => {
      const ordered = sorted(found.rows, view);
      table.tBodies[0].append(...ordered.map(({ row }) => row), ...rows.filter((row) => !ordered.includes(row)).map(({ row }) => row));
      for (const each of rows) each.row.hidden = !ordered.includes(each);
      for (const note of all(".notes li")) note.hidden = !one(`tr:not([hidden]) a[href="#${note.id}"]`, table);
      for (const column of columns) {
        column.head.hidden = !found.columns.includes(column);
        column.head.setAttribute("aria-sort", column.col === view.sort ? view.order : "none");
        for (const row of rows) drawCell(row.cells[column.index], column, view);
      }
    };
    const drawCell = (cell, column, view) => {
      const [first] = picked(cell, view);
      cell.cell.hidden = column.head.hidden;
      for (const figure of cell.figures) figure.hidden = figure !== first;
      for (const note of all(".note-link", cell.cell)) note.hidden = first !== cell.figures[0];
      one(".otherwise", cell.cell)?.remove();
      if (cell.figures.length && !first) cell.cell.append(make("span", { className: "otherwise", textContent: say.otherwise }));
    };

    /* The table turned, two to four places as columns: everything they say, with its notes. */
    const turned = make("table", { className: "comparison side", hidden: true });
    const said = (cell, view) => {
      const copy = cell.cell.cloneNode(true);
      for (const [at, figure] of all("a.said", copy).entries()) {
        figure.hidden = !picked(cell, view).includes(cell.figures[at]);
        for (const more of all(".more", figure)) more.remove();
        const note = one("a.note-link", copy);
        if (!at && note) figure.append(...all("span", one(note.hash)).map((part) => part.cloneNode(true)));
      }
      for (const unneeded of all(".note-link", copy)) unneeded.remove();
      copy.hidden = false;
      return copy;
    };
    const drawTurned = (view, found) => {
      const chosen = rows.filter(({ id }) => view.places.includes(id));
      turned.hidden = chosen.length < 2;
      table.hidden = !turned.hidden;
      for (const part of all(".on-table")) part.hidden = table.hidden;
      turned.replaceChildren();
      if (turned.hidden) return 0;
      const head = (scope, from) => {
        const cell = make("th", { scope });
        cell.append(...[...from.childNodes].filter((node) => node.nodeName !== "BUTTON").map((node) => node.cloneNode(true)));
        return cell;
      };
      const top = make("tr", {}, make("th", { scope: "col", textContent: say.indicator }), ...chosen.map(({ row }) => head("col", row.cells[0])));
      const lines = found.columns.slice(1).map(({ head: from, index }) => make("tr", {}, head("row", from), ...chosen.map(({ cells }) => said(cells[index], view))));
      const differ = (line) => new Set([...line.cells].slice(1).map(words)).size > 1;
      const kept = lines.filter((line) => !view.differences || differ(line));
      turned.replaceChildren(one("caption", table).cloneNode(true), make("thead", {}, top), make("tbody", {}, ...kept));
      one("caption", turned).removeAttribute("id");
      return kept.length;
    };

    /* What is offered: no choice that would show nothing. */
    const offer = (view) => {
      for (const { select, name, options } of filters) {
        const some = ({ value }) => !value || value === view[name] || shown({ ...view, [name]: value }).rows.length > 0;
        select.replaceChildren(...options.filter(some));
        select.value = view[name];
      }
      for (const box of boxes) box.checked = view.places.includes(box.value);
      differences.checked = view.differences;
      differences.parentElement.hidden = turned.hidden;
      clear.hidden = !location.search;
    };
    const announce = (view, found, lines) => {
      const column = columns.find(({ col }) => col === view.sort);
      const asked = filters.filter(({ name }) => view[name]);
      const parts = [
        ...asked.map(({ select }) => `${select.labels[0].firstChild.data.trim()}: ${select.selectedOptions[0].text}`),
        turned.hidden
          ? fill(say.shown, { places: found.rows.length, all: rows.length, columns: found.columns.length - 1 })
          : fill(say.side, { places: view.places.length, rows: lines }),
      ];
      if (column && turned.hidden) parts.push(fill(say[view.order], { column: column.name }), say.unlike);
      if (view.places.length === 1) parts.push(say.one);
      if (refused.by) parts.push(say.fifth);
      status.textContent = parts.join(say.comma);
    };
    const show = (view) => {
      const found = shown(view);
      draw(view, found);
      const lines = drawTurned(view, found);
      offer(view);
      announce(view, found, lines);
      refused.by = "";
    };
    const change = (changes) => {
      const view = { ...read(), ...changes };
      write(view);
      show(view);
    };

    /* The controls. */
    for (const column of columns) {
      const button = make("button", { type: "button", className: "sort" });
      button.setAttribute("aria-label", fill(say.sort, { column: column.name }));
      button.addEventListener("click", () => {
        const view = read();
        const [first, second] = column.numeric ? ["descending", "ascending"] : ["ascending", "descending"];
        const again = view.sort === column.col;
        change(again && view.order === second ? { sort: "" } : { sort: column.col, order: again ? second : first });
      });
      column.head.append(button);
    }
    const choice = one("fieldset", form);
    const boxes = rows.map(({ id, name }) => {
      const box = make("input", { type: "checkbox", value: id });
      choice.append(make("label", {}, box, ` ${name}`));
      box.addEventListener("change", () => {
        const { places } = read();
        if (box.checked && places.length === MOST_PLACES) refused.by = id;
        const without = places.filter((place) => place !== id);
        change({ places: box.checked && !refused.by ? [...without, id] : without });
      });
      return box;
    });
    const differences = one("[name=differences]", form);
    const clear = one("[name=clear]", form);
    differences.addEventListener("change", () => change({ differences: differences.checked }));
    clear.addEventListener("click", () => {
      remember("");
      show(read());
      filters[0].select.focus();
    });
    for (const { select, name } of filters) select.addEventListener("change", () => change({ [name]: select.value }));
    one("[name=download]", form).addEventListener("click", ({ currentTarget }) => {
      const seen = all("tr", turned.hidden ? table : turned).filter(({ hidden }) => !hidden);
      const lines = seen.map(({ cells }) => [...cells].filter(({ hidden }) => !hidden).map((cell) => quoted(words(cell))).join(SEPARATOR.cell));
      const file = new Blob(["\ufeff", lines.join(SEPARATOR.row), SEPARATOR.row], { type: "text/csv;charset=utf-8" });
      const link = make("a", { href: URL.createObjectURL(file), download: currentTarget.value });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => show(read()));
    table.after(turned);
    controls.hidden = false;
    controls.open = matchMedia("(min-width: 48rem)").matches || location.search !== "";
    show(read());
  };

  /* A list: the entries that fit the choices are shown, and the address has the choices. */
  const list = (form) => {
    const status = one("[role=status]", form);
    const clear = one("[name=clear]", form);
    const choices = all("select", form);
    const entries = all("main [data-place]");
    const rows = entries.filter((entry) => entry.matches("tr"));
    const parts = all("main section, main tbody, .announced > li").map((part) => [part, all("[data-place]", part)]);
    const has = (entry, name) => (entry.closest(`[data-${name}]`)?.dataset[name] || "").split(" ");
    const fit = (view) => entries.filter((entry) => Object.entries(view).every(([name, value]) => !value || has(entry, name).includes(value)));
    const show = () => {
      const asked = new URLSearchParams(location.search);
      for (const choice of choices) {
        choice.value = asked.get(choice.name) || "";
        if (choice.selectedIndex < 0) choice.value = ""; // a name that is not known does nothing
      }
      const view = Object.fromEntries(choices.map(({ name, value }) => [name, value]));
      const found = new Set(fit(view));
      for (const entry of entries) entry.hidden = !found.has(entry);
      for (const [part, within] of parts) part.hidden = within.length > 0 && !within.some((entry) => found.has(entry));
      for (const graphic of all(".graphic")) graphic.hidden = location.search !== ""; // it shows all
      for (const link of all(".jump a")) link.hidden = one(link.hash).closest("[hidden]") !== null;
      for (const choice of choices) {
        for (const option of choice.options) option.disabled = !fit({ ...view, [choice.name]: option.value }).length;
      }
      const shown = rows.filter((row) => found.has(row)).length;
      status.textContent = shown ? fill(form.dataset.shown, { num: shown, all: rows.length }) : form.dataset.none;
      clear.hidden = !location.search;
    };
    const change = () => {
      remember(new URLSearchParams(choices.filter(({ value }) => value).map(({ name, value }) => [name, value])));
      show();
    };
    for (const choice of choices) choice.addEventListener("change", change);
    clear.addEventListener("click", () => {
      for (const choice of choices) choice.value = "";
      change();
      choices[0].focus();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", show);
    form.hidden = false;
    show();
  };

  /* Search: anything inside a word, in every language of the site and in pinyin. */
  const search = (form) => {
    const input = one("input", form);
    const status = one("[role=status]", form);
    const say = form.dataset;
    const sections = new Map(all(".results section").map((section) => [section.dataset.kind, section]));
    const tags = say.languages.split(" ");
    const own = tags.indexOf(language);
    const entries = [];
    let loading;
    window.receiveIndex = (index) => entries.push(...index);

    const load = () => {
      const script = (source) =>
        new Promise((resolve, reject) => {
          document.head.append(make("script", { src: source, onload: resolve, onerror: reject }));
        });
      return (loading ??= Promise.all(say.sources.split(" ").filter(Boolean).map(script)));
    };
    const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[’‘]/g, "'");

    /* A text as it is compared, and from where to where each of its letters stands in the text itself: ㎡ is m2, Ⅱ ii. */
    const folds = new Map();
    const fold = (text) => {
      const letters = plain(text);
      if (letters.length === text.length) return { letters, span: (at) => [at, at + 1] };
      const spans = [];
      let at = 0;
      const forms = [...text].map((letter) => {
        const form = plain(letter);
        for (let unit = 0; unit < form.length; unit += 1) spans.push([at, at + letter.length]);
        at += letter.length;
        return form;
      });
      return { letters: forms.join(""), span: (unit) => spans[unit] };
    };
    const folded = (text) => folds.get(text) ?? folds.set(text, fold(text)).get(text);

    /* Where a query stands in a text: [from, to], or nothing. Its numbers are no parts of longer ones. */
    const partOfNumber = (text, query, [from, to]) =>
      (/^\d/.test(query) && /[\d０-９][.,．]?$/.test(text.slice(0, from).slice(-2))) ||
      (/\d$/.test(query) && /^[.,．]?[\d０-９]/.test(text.slice(to, to + 2)));
    const within = (text, query) => {
      const { letters, span } = folded(text);
      for (let at = letters.indexOf(query); at >= 0; at = letters.indexOf(query, at + 1)) {
        const found = [span(at)[0], span(at + query.length - 1)[1]];
        if (!partOfNumber(text, query, found)) return found;
      }
      return null;
    };
    /* Where it stands by pinyin, a syllable for each character, whole or by first letters. */
    const spoken = (text, syllables, query) => {
      const wanted = query.replace(/[\s']/g, "");
      if (!/^[a-z]{2,}$/.test(wanted)) return null;
      const parts = syllables.split(" ");
      for (let from = 0; from < parts.length; from += 1) {
        let rest = wanted;
        for (let to = from; to < parts.length && parts[to]; to += 1) {
          if (parts[to].startsWith(rest)) return [from, to + 1];
          if (!rest.startsWith(parts[to])) break;
          rest = rest.slice(parts[to].length);
        }
      }
      const initials = parts.map((part) => part[0] || " ").join("");
      const at = wanted.length > 2 ? initials.indexOf(wanted) : -1;
      return at < 0 ? null : [at, at + wanted.length];
    };
    const matchOne = (entry, query) => {
      for (const [rank, field] of ["name", "also", "text", "where"].entries()) {
        const texts = [...(entry[field] || []).entries()];
        if (field !== "also") texts.sort(([at], [other]) => (other === own) - (at === own)); // the reader's language first
        for (const [at, text] of texts) {
          const found = within(text, query);
          if (found) return { entry, rank, field, at, found };
        }
      }
      const found = entry.pinyin && spoken(entry.name[0], entry.pinyin, query);
      return found ? { entry, rank: 1, field: "name", at: 0, found } : null;
    };
    /* The whole query; or else each of its words, wherever they stand. */
    const match = (entry, query) => {
      const whole = matchOne(entry, query);
      if (whole || !query.includes(" ")) return whole;
      const each = query.split(" ").map((word) => matchOne(entry, word));
      const best = each.every(Boolean) && each.reduce((a, b) => (b.rank < a.rank ? b : a));
      return best ? { ...best, rank: best.rank + 4 } : null;
    };

    /* What surrounds a match; no word of an alphabet is cut, and no number. */
    const WORD = /[\p{L}\p{M}\p{N}'’.,-]/u;
    const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    const inWord = (text, at) =>
      /[\udc00-\udfff]/.test(text[at]) || [text[at - 1], text[at]].every((letter) => WORD.test(letter) && !UNSPACED.test(letter));
    const marked = (text, [from, to], tag) => {
      let start = Math.max(0, from - 40);
      let end = Math.min(text.length, to + 60);
      while (start > 0 && start < from && inWord(text, start)) start += 1;
      while (end < text.length && end > to && inWord(text, end)) end -= 1;
      const mark = to > from ? make("mark", { textContent: text.slice(from, to) }) : "";
      return make("span", { lang: tag }, start ? "…" : "", text.slice(start, from), mark, text.slice(to, end), end < text.length ? "…" : "");
    };
    const line = ({ entry, field, at, found }) => {
      const name = entry.name[own];
      const link = make("a", { href: `${say.root}/${entry.to}` });
      const here = field === "name" && at === own;
      link.append(here ? marked(name, found, language) : name);
      const item = make("li", {}, link);
      for (const where of [entry.where, entry.of]) {
        if (where) item.append(" ", make("span", { className: "where", textContent: where[own] }));
      }
      const matched = (...words) => item.append(" ", make("span", { className: "matched" }, marked(...words)));
      const tag = field === "also" ? entry.tags[at] : tags[at];
      if (!here && field !== "where") matched(entry[field][at], found, tag);
      if (entry.text && (entry.kind === "figure" ? !(field === "text" && at === own) : field !== "text")) matched(entry.text[own], [0, 0], language);
      return item;
    };
    const show = (query) => {
      const found = query ? entries.map((entry) => match(entry, query)).filter(Boolean) : [];
      found.sort((a, b) => a.rank - b.rank);
      for (const [kind, section] of sections) {
        const group = found.filter(({ entry }) => entry.kind === kind);
        one("ul", section).replaceChildren(...group.map(line));
        one(".amount", section).textContent = group.length;
        section.hidden = !group.length;
      }
      status.textContent = !query ? "" : found.length ? fill(say.found, { num: found.length }) : say.none;
    };
    const ask = async () => {
      const query = plain(input.value).trim().replace(/\s+/g, " ");
      remember(query ? new URLSearchParams({ q: input.value.trim() }) : "", "replaceState");
      try {
        if (query) await load();
      } catch {
        status.textContent = say.failed;
        return;
      }
      if (query === plain(input.value).trim().replace(/\s+/g, " ")) show(query);
    };

    /* Arrows go through the results, Escape back to the field and then empties it. */
    const move = (event) => {
      const stops = [input, ...all(".results a").filter((link) => !link.closest("[hidden]"))];
      const at = stops.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.isComposing || at < 0) return;
      if (step && stops[at + step]) stops[at + step].focus();
      else if (event.key === "Escape" && at) input.focus();
      else if (event.key === "Escape" && input.value) {
        input.value = "";
        ask();
      } else return;
      event.preventDefault();
    };
    input.addEventListener("input", (event) => event.isComposing || ask());
    input.addEventListener("compositionend", ask);
    document.addEventListener("keydown", move);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask();
    });
    form.hidden = false;
    input.value = new URLSearchParams(location.search).get("q") || "";
    input.focus();
    if (input.value) ask();
  };

  /* Citations: copied at one touch, also where the browser has no clipboard of its own to offer. */
  const copying = (button) => {
    const text = button.previousElementSibling;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
      } catch {
        getSelection().selectAllChildren(text);
        document.execCommand("copy");
      }
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = label), 2000);
    });
  };

  /* A graphic as PNG, drawn from its file at twice its size; a page opened from a disk may not read what it draws. */
  const drawing = (button) => {
    const link = button.previousElementSibling;
    button.hidden = location.protocol === "file:";
    button.addEventListener("click", async () => {
      const image = make("img", { src: link.href });
      await image.decode();
      const canvas = make("canvas", { width: image.naturalWidth * 2, height: image.naturalHeight * 2 });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => {
        const href = URL.createObjectURL(blob);
        make("a", { href, download: link.download.replace(/svg$/, "png") }).click();
        setTimeout(() => URL.revokeObjectURL(href), 1000);
      });
    });
  };

  /* At an address that has moved, on a host that cannot redirect: query and fragment go along, as a redirect takes them. */
  const lead = (link) => {
    link.pathname = folder(link.pathname);
    link.search = location.search;
    link.hash ||= location.hash;
    location.replace(link.href);
  };

  /* Where popovers are unknown, the terms stand at the end of the page, and a term leads there. */
  if (!("popover" in HTMLElement.prototype)) {
    for (const term of all("button.term")) {
      term.addEventListener("click", () => {
        location.hash = term.getAttribute("popovertarget");
      });
    }
  }
  all(".view").forEach(comparison);
  all("form.filters").forEach(list);
  all("form.search").forEach(search);
  all("button.copy").forEach(copying);
  all("button.png").forEach(drawing);
  all("a[data-moved]").forEach(lead);
  addEventListener("hashchange", follow);
  follow();
})();
