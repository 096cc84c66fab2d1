/* Every page works without this file; with it, the comparison shows a question at a time and turns, search finds, citations copy. */
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

  /* The other languages' page shows the same view, at the same place, and a citation of the page names it. */
  const follow = () => {
    for (const cited of all("section.cite p > span")) cited.textContent = (cited.dataset.page ??= cited.textContent.trim()) + location.search;
    for (const link of all("a.twin")) {
      link.pathname = folder(link.pathname);
      link.search = location.search;
      link.hash = location.hash;
    }
  };

  /* Addresses: some browsers refuse to change that of a page opened from a disk; the view still works. */
  const remember = (parameters, change = "pushState", hash = location.hash) => {
    const query = String(parameters).replaceAll("%2C", ",");
    try {
      history[change](null, "", folder(location.pathname) + (query ? `?${query}` : "") + hash);
    } catch {
      /* The view is not in the address, and nothing else is lost. */
    }
    follow();
  };

  const MOST_PLACES = 4;
  const SEPARATOR = { row: "\r\n", cell: "," };

  /* A cell as a reader sees it, its parts set apart. */
  const words = (cell) => {
    const copy = cell.cloneNode(true);
    for (const unseen of all("[hidden], button, [aria-hidden], .one .what", copy)) unseen.remove();
    for (const part of all(".scope, .note, .said + .said, div + div", copy)) part.prepend("; ");
    return copy.textContent.replace(/\s+/g, " ").replace(/ (?=[;,，；])/g, "").trim();
  };

  /* A spreadsheet takes a cell that begins with one of these for a formula; in some countries semicolons part cells. */
  const quoted = (text) => `"${text.replace(/((?:^|;)[\s"]*)(?=[=+\-@＝＋－＠])/g, "$1'").replace(/"/g, '""')}"`;

  /* The comparison: a question at a time, two to four places side by side, figures of one theme or claim. */
  const comparison = (controls) => {
    const form = one("form", controls);
    const say = controls.dataset;
    const boxes = all("fieldset input", form);
    const selects = all("select", form);
    const { shared, clear, download } = form.elements;
    const sections = all("section.question");
    const tabs = all(".questions a");
    const side = make("table", { className: "comparison side", hidden: true });
    const none = make("p", { className: "none", textContent: say.none });
    const name = (box) => box.parentElement.textContent.trim();
    const seen = (root) => all(".of:not([hidden])", root);
    let open = "";

    /* What is looked at, as the address has it. Unknown names in an address do nothing. */
    const read = () => {
      const asked = new URLSearchParams(location.search);
      const places = (asked.get("places") || "").split(",");
      const view = { places: boxes.map(({ value }) => value).filter((each) => places.includes(each)).slice(0, MOST_PLACES), shared: asked.has("shared") };
      for (const { name, options } of selects) view[name] = [...options].some(({ value }) => value === asked.get(name)) ? asked.get(name) : "";
      return view;
    };
    const change = (changes, refused) => {
      const view = { ...read(), ...changes };
      const parameters = new URLSearchParams();
      if (view.places.length) parameters.set("places", view.places.join(","));
      for (const { name } of selects) if (view[name]) parameters.set(name, view[name]);
      if (view.shared) parameters.set("shared", "");
      remember(parameters);
      show(view, refused);
    };

    /* Figures and words that fit, and the rows, columns and questions that have any. */
    const filter = ({ theme, claim }) => {
      const filtered = Boolean(theme || claim);
      for (const said of all(".said")) said.hidden = Boolean((theme && said.dataset.theme !== theme) || (claim && !said.dataset.claim.split(" ").includes(claim)));
      for (const each of all(".of, .like, .like > div")) each.hidden = !one(".said:not([hidden])", each);
      for (const row of all("tr[data-place]")) row.hidden = filtered && !seen(row).length;
      for (const line of all(".whole")) line.hidden = filtered;
      for (const section of sections) {
        const lines = all(".comparison tr", section);
        for (let at = 1; at < lines[0].cells.length; at += 1) {
          const gone = filtered && !lines.some(({ cells }) => seen(cells[at]).length);
          for (const { cells } of lines) cells[at].hidden = gone;
        }
      }
      for (const [at, tab] of tabs.entries()) tab.hidden = filtered && !seen(sections[at]).length;
    };
    const tab = () => {
      const chosen = tabs.filter((each) => !each.hidden);
      const current = chosen.find(({ hash }) => hash === open) || chosen[0];
      for (const each of tabs) each === current ? each.setAttribute("aria-current", "true") : each.removeAttribute("aria-current");
      for (const section of sections) section.hidden = !side.hidden || `#${section.id}` !== current?.hash;
      none.hidden = side.hidden ? Boolean(current) : side.tBodies.length > 0;
    };

    /* The chosen places as columns: a row for each indicator, point or role that one of them speaks to, or two. */
    const turn = (view) => {
      const heads = view.places.map((place) => one(`tr[data-place="${place}"] th`).cloneNode(true));
      for (const head of heads) head.scope = "col";
      side.replaceChildren(make("thead", {}, make("tr", {}, make("th", { scope: "col", textContent: say.indicator }), ...heads)));
      for (const section of sections) {
        const rows = view.places.map((place) => one(`tr[data-place="${place}"]`, section));
        const lines = new Map();
        for (let column = 1; column < rows[0].cells.length; column += 1) {
          for (const [at, row] of rows.entries()) {
            for (const found of seen(row.cells[column])) {
              const cells = lines.get(found.dataset.of) || rows.map(() => null);
              cells[at] = found;
              lines.set(found.dataset.of, cells);
            }
          }
        }
        const kept = [...lines.values()].filter((cells) => !view.shared || cells.filter(Boolean).length > 1);
        if (!kept.length) continue;
        const heading = make("tr", { className: "group" }, make("th", { colSpan: rows.length + 1, scope: "rowgroup", textContent: one("h2", section).textContent }));
        const line = (cells) => {
          const label = make("th", { scope: "row", textContent: one(".what", cells.find(Boolean)).textContent });
          const place = (found, at) => {
            const cell = make("td", {}, ...(found ? [found.cloneNode(true)] : [make("span", { className: "open", ariaHidden: "true", textContent: "–" }), make("span", { className: "unseen", textContent: say.open })]));
            cell.dataset.place = heads[at].textContent;
            for (const what of all(".what", cell)) what.remove();
            return cell;
          };
          return make("tr", {}, label, ...cells.map(place));
        };
        side.append(make("tbody", {}, heading, ...kept.map(line)));
      }
    };

    const announce = (view, refused) => {
      const parts = [];
      if (!side.hidden) parts.push(fill(say.side, { places: view.places.length, rows: all("td:last-child", side).length }));
      if (view.places.length === 1) parts.push(say.one);
      if (refused) parts.push(say.fifth);
      const inWords = boxes.filter(({ value, dataset }) => view.theme && dataset.themes.split(" ").includes(view.theme) && !seen(document).some((each) => each.closest("tr").dataset.place === value));
      if (inWords.length) parts.push(`${say.words} ${inWords.map(name).join(say.between)}`);
      one(".status", controls).textContent = parts.join(say.comma);
    };
    const show = (view, refused) => {
      filter(view);
      side.hidden = view.places.length < 2;
      side.replaceChildren();
      if (!side.hidden) turn(view);
      one(".questions").hidden = !side.hidden;
      tab();
      for (const box of boxes) box.checked = view.places.includes(box.value);
      for (const select of selects) select.value = view[select.name];
      shared.checked = view.shared;
      shared.parentElement.hidden = side.hidden;
      clear.hidden = !Object.values(view).some((each) => each.length || each === true);
      one("summary span", controls).textContent = boxes.filter(({ checked }) => checked).map(name).join(say.between);
      announce(view, refused);
      keep();
    };
    /* What stays in sight covers nothing that is led to. */
    const keep = () => {
      document.documentElement.style.scrollPaddingTop = `${controls.offsetHeight + 8}px`;
      side.style.setProperty("--kept", `${controls.offsetHeight}px`);
    };

    /* Where figures may be ranked, a column sorts by rank, and back to the order of the source. */
    const sorting = (section) => {
      const [head, ...rows] = all(".comparison tr", section);
      for (const [at, cell] of [...head.cells].entries()) {
        const rank = (row) => Math.min(...all("[data-rank]", row.cells[at]).map(({ dataset }) => dataset.rank));
        if (!rows.some((row) => rank(row) < Infinity)) continue;
        const button = make("button", { type: "button", className: "sort", textContent: say.sort });
        button.addEventListener("click", () => {
          const sorted = cell.ariaSort === "ascending";
          for (const each of head.cells) each.removeAttribute("aria-sort");
          if (!sorted) cell.setAttribute("aria-sort", "ascending");
          rows[0].parentElement.append(...(sorted ? rows : [...rows].sort((a, b) => rank(a) - rank(b) || 0)));
        });
        cell.append(button);
      }
    };

    for (const box of boxes) {
      box.addEventListener("change", () => {
        const refused = boxes.filter(({ checked }) => checked).length > MOST_PLACES;
        if (refused) box.checked = false;
        change({ places: boxes.filter(({ checked }) => checked).map(({ value }) => value) }, refused);
      });
    }
    for (const select of selects) select.addEventListener("change", () => change({ [select.name]: select.value }));
    shared.addEventListener("change", () => change({ shared: shared.checked }));
    clear.addEventListener("click", () => {
      remember("");
      show(read());
      boxes[0].focus();
    });
    for (const button of all("[name=copy]", form)) {
      button.addEventListener("click", () => copy(button.value ? one(`a.twin[hreflang="${button.value}"]`).href : new URL(folder(location.pathname) + location.search + location.hash, location.href).href, button, say.copied));
    }
    download.addEventListener("click", () => {
      const rows = all("table.comparison tr").filter((row) => row.offsetParent);
      const file = new Blob(["\ufeff", rows.map(({ cells }) => [...cells].map((cell) => quoted(words(cell))).join(SEPARATOR.cell)).join(SEPARATOR.row), SEPARATOR.row], { type: "text/csv;charset=utf-8" });
      const link = make("a", { href: URL.createObjectURL(file), download: download.value });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
    });
    for (const each of tabs) {
      each.addEventListener("click", (event) => {
        event.preventDefault();
        open = each.hash;
        remember(new URLSearchParams(location.search), "pushState", open);
        tab();
      });
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const event of ["popstate", "hashchange"]) {
      addEventListener(event, () => {
        open = location.hash;
        show(read());
      });
    }
    new ResizeObserver(keep).observe(controls);
    sections.forEach(sorting);
    sections[0].before(side, none);
    controls.hidden = false;
    controls.open = matchMedia("(min-width: 48rem)").matches;
    open = location.hash;
    show(read());
  };

  /* A list: the entries that fit the choices are shown, and the address has the choices. */
  const list = (form) => {
    const choices = all("select", form);
    const entries = all("main [data-place]");
    const rows = all("main tr[data-place]");
    const parts = all("main section, main tbody, .announced > li").filter((part) => one("[data-place]", part));
    const fits = (entry, changed, value) =>
      choices.every((choice) => {
        const wanted = choice === changed ? value : choice.value;
        return !wanted || (entry.closest(`[data-${choice.name}]`)?.dataset[choice.name] || "").split(" ").includes(wanted);
      });
    const show = () => {
      const asked = new URLSearchParams(location.search);
      for (const choice of choices) {
        choice.value = asked.get(choice.name) || "";
        if (choice.selectedIndex < 0) choice.value = ""; // a name that is not known does nothing
      }
      for (const entry of entries) entry.hidden = !fits(entry);
      for (const part of parts) part.hidden = !one("[data-place]:not([hidden])", part);
      for (const choice of choices) for (const option of choice.options) option.disabled = !entries.some((entry) => fits(entry, choice, option.value));
      const num = rows.filter(({ hidden }) => !hidden).length;
      one("[role=status]", form).textContent = num ? fill(form.dataset.shown, { num, all: rows.length }) : form.dataset.none;
      document.body.classList.toggle("filtered", location.search !== "");
    };
    form.addEventListener("change", () => {
      remember(new URLSearchParams(choices.filter(({ value }) => value).map(({ name, value }) => [name, value])));
      show();
    });
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

  /* Copied at one touch, also where the browser has no clipboard of its own to offer. */
  const copy = async (text, button, done) => {
    const label = (button.label ??= [...button.childNodes]);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = make("textarea", { value: text, className: "unseen" });
      button.after(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    button.textContent = done;
    setTimeout(() => button.replaceChildren(...label), 2000);
  };
  const copying = (button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button.previousElementSibling.textContent.trim(), button, button.dataset.done));
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

  /* Where popovers are unknown, they stand at the end of the page; where anchors are, they open out of the way. */
  const POPOVERS = "popover" in HTMLElement.prototype;
  const opener = (button) => {
    const id = button.getAttribute("popovertarget");
    button.addEventListener("click", () => {
      if (!POPOVERS) location.hash = id;
      else document.getElementById(id).classList.toggle("above", button.getBoundingClientRect().top > innerHeight / 2);
    });
  };
  /* A record that an address names is unfolded, and no popover lies over it. */
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (POPOVERS) for (const each of all(":popover-open")) each.hidePopover();
    const folds = all("details:not([open])").filter((each) => each.contains(target));
    for (const each of folds) each.open = true;
    if (folds.length) target.scrollIntoView(); // else it is in sight, or the browser goes back to where its reader was
  };
  const printing = (button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  };
  all(".view").forEach(comparison);
  all("form.filters").forEach(list);
  all("form.search").forEach(search);
  all("button.copy").forEach(copying);
  all("button.png").forEach(drawing);
  all("a[data-moved]").forEach(lead);
  all("[popovertarget]").forEach(opener);
  all("button.print").forEach(printing);
  for (const each of all(".others [aria-current]")) each.parentElement.scrollLeft = each.offsetLeft - 16;
  addEventListener("hashchange", follow);
  addEventListener("hashchange", unfold);
  follow();
  unfold();
})();
