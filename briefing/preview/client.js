// Reloads a page of the preview when the site has changed, and shows what stands in the way of it. The browser brings
// the reader back to where they were.
"use strict";
{
  const { version, drafts } = document.currentScript.dataset;

  function show(id, role, text) {
    document.getElementById(id)?.remove();
    if (!text) return;
    const box = Object.assign(document.createElement("aside"), { id, role, textContent: text });
    document.body.append(box);
  }

  new EventSource("/~preview/events").onmessage = ({ data }) => {
    const state = JSON.parse(data);
    if (!state.problems && String(state.version) !== version) location.reload();
    else show("preview-problems", "alert", state.problems);
  };

  const words = drafts === "1" ? "1 text or figure" : `${drafts} texts and figures`;
  show("preview-draft", "note", drafts === "0" ? "" : `Draft: nobody has looked at ${words} of this page as they stand`);
}
