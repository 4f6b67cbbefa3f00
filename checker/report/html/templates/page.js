
"use strict";
(() => {
  const root = document.documentElement;
  const narrow = matchMedia("screen and (max-width: 59.99rem)");
  root.classList.add("live");

  class Article {
    constructor(element) {
      this.element = element;
      this.text = element.querySelector(".text");
      this.holder = element.querySelector(".cards");
      this.cards = [...element.querySelectorAll(".card")];
      this.filters = [...element.querySelectorAll(".filter")];
      this.runs = new Map(this.cards.map((card) => [card.id, []]));
      for (const run of element.querySelectorAll("a.quotation")) this.runs.get(run.hash.slice(1))?.push(run);
      this.title = element.querySelector("h2").textContent;
      this.chosen = null;
      for (const filter of this.filters) filter.addEventListener("click", () => this.toggle(filter));
      for (const card of this.cards) this.steps(card);
      if (this.text.dataset.first) this.choose(this.text.dataset.first);
      this.filter();
    }

    steps(card) {
      const place = card.querySelector(".steps");
      for (const [name, by] of [["previous", -1], ["next", 1]]) {
        const link = document.createElement("a");
        link.textContent = name;
        link.href = "#" + card.id;
        link.addEventListener("click", (event) => { event.preventDefault(); this.move(by, true); });
        place.append(link);
      }
    }

    toggle(filter) {
      filter.setAttribute("aria-pressed", String(filter.getAttribute("aria-pressed") !== "true"));
      this.filter();
    }

    filter() {
      const on = new Set(this.filters.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset.verdict));
      this.shown = this.cards.filter((card) => !on.size || on.has(card.dataset.verdict));
      const shown = new Set(this.shown);
      for (const card of this.cards) {
        for (const run of this.runs.get(card.id)) run.classList.toggle("off", !shown.has(card));
      }
      const status = this.element.querySelector(".shown");
      if (status) status.textContent = on.size ? `${shown.size} of ${status.dataset.all} quotations marked` : "";
      if (this.shown.length && !shown.has(this.chosen)) this.choose(this.shown[0].id);
    }

    choose(id) {
      const card = this.cards.find((one) => one.id === id);
      if (!card) return null;
      if (this.chosen && this.chosen !== card) {
        this.chosen.classList.remove("chosen");
        for (const run of this.runs.get(this.chosen.id)) { run.classList.remove("chosen"); run.removeAttribute("aria-current"); }
        this.settle(this.chosen, false);
      }
      this.chosen = card;
      card.classList.add("chosen");
      for (const run of this.runs.get(id)) { run.classList.add("chosen"); run.setAttribute("aria-current", "true"); }
      this.settle(card, true);
      this.holder.scrollTop = 0;
      return card;
    }

    // On a narrow screen the chosen card stands below its paragraph; everywhere else, on paper too, the cards keep their order.
    settle(card, open) {
      const run = this.runs.get(card.id).at(-1);
      if (open && run && narrow.matches) { run.closest(".block").after(card); return; }
      if (card.parentNode === this.holder) return;
      const next = this.cards.slice(this.cards.indexOf(card) + 1).find((one) => one.parentNode === this.holder);
      this.holder.insertBefore(card, next ?? null);
    }

    move(by, fromCard) {
      if (!this.shown.length) return;
      const at = this.shown.indexOf(this.chosen);
      const card = this.shown[(at + by + this.shown.length) % this.shown.length];
      go(this, card.id, fromCard);
    }
  }

  const articles = [...document.querySelectorAll("article.report")].map((element) => new Article(element));
  let current = articles[0];

  // The page is written article by article, so what is about all of them is put together here.
  if (articles.length === 1) document.title = `${articles[0].title} · checker`;
  if (articles.length > 1) {
    const list = document.createElement("ul");
    for (const article of articles) {
      const link = document.createElement("a");
      link.href = "#" + article.element.id;
      link.textContent = article.title;
      const item = document.createElement("li");
      item.append(link, ` · ${article.filters.map((one) => one.textContent.trim().replace(/\s+/g, " ")).join(", ") || "no quotations"}`);
      list.append(item);
    }
    const contents = document.createElement("nav");
    contents.setAttribute("aria-label", "Articles");
    contents.append(list);
    document.querySelector("main").before(contents);
  }

  function go(article, id, focusCard) {
    const card = article.choose(id);
    if (!card) return;
    current = article;
    history.replaceState(null, "", "#" + id);
    const run = article.runs.get(id)[0];
    if (focusCard || !run) card.focus(); else run.focus({ preventScroll: true });
    (!narrow.matches && run ? run : card).scrollIntoView({ block: "nearest" });
  }

  function open() {
    const id = decodeURIComponent(location.hash.slice(1)).replace(/-text$/, "");
    const article = articles.find((one) => one.runs.has(id));
    if (!article) return;
    article.choose(id);
    current = article;
    (article.runs.get(id)[0] ?? document.getElementById(id)).scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.quotation, a.back");
    const article = link && articles.find((one) => one.element.contains(link));
    if (!article) return;
    event.preventDefault();
    // A click without a pointer comes from the keyboard: what was opened gets the focus.
    go(article, link.hash.slice(1).replace(/-text$/, ""), !link.classList.contains("back") && event.detail === 0);
  });
  document.addEventListener("keydown", (event) => {
    if (!current) return;
    if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      current.move(event.key === "ArrowDown" ? 1 : -1, false);
    } else if (event.key === "Escape" && event.target.closest?.(".card")) {
      go(current, event.target.closest(".card").id, false);
    }
  });
  narrow.addEventListener("change", () => { for (const one of articles) if (one.chosen) one.settle(one.chosen, true); });
  addEventListener("hashchange", open);
  open();
})();
