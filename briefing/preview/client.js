// Reloads a page of the preview when the site has changed, where the reader was, and shows what stands in the way of it.
"use strict";
{
  const { version, drafts } = document.currentScript.dataset;

  function show(id, role, text) {
    document.getElementById(id)?.remove();
    if (!text) return;
    const box = Object.assign(document.createElement("aside"), { id, role, textContent: text });
    document.body.append(box);
  }

  const place = `preview ${location.pathname}`;
  const before = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (before !== null) {
    history.scrollRestoration = "manual";
    addEventListener("load", () => scrollTo({ top: Number(before), behavior: "instant" }));
  }

  new EventSource("/~preview/events").onmessage = ({ data }) => {
    const state = JSON.parse(data);
    if (String(state.version) !== version) {
      sessionStorage.setItem(place, scrollY);
      location.reload();
    } else show("preview-problems", "alert", state.problems);
  };

  const words = drafts === "1" ? "1 text or figure" : `${drafts} texts and figures`;
  show("preview-draft", "note", drafts === "0" ? "" : `Draft: nobody has looked at ${words} of this page as they stand`);
}
