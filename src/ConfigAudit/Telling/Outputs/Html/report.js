"use strict";
// Everything that comes from the data goes into the page as text, never as markup.
(() => {
  const read = id => JSON.parse(document.getElementById(id).textContent);
  const { words, outcomes, hosts, checks, zones, severities } = read("tables");
  const texts = read("texts");
  const rows = read("rows");
  // A row: host, check, outcome, reason, actual, evidence, what people said.
  const HOST = 0, CHECK = 1, OUTCOME = 2, REASON = 3, ACTUAL = 4, EVIDENCE = 5, SAID = 6;
  const PAGE = 100, PRINTED = 2000;
  const UNKNOWN = 0, PASS = 1, FAIL = 2, NOTAPPLICABLE = 3, ATTEST = 4;
  const order = [FAIL, UNKNOWN, ATTEST, PASS, NOTAPPLICABLE];
  const $ = id => document.getElementById(id);

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...children.filter(child => child !== null && child !== ""));
    return made;
  };
  const pill = outcome => element("span", { class: "pill o" + outcome }, outcomes[outcome]);
  const link = (kind, name, text) => element("a", { href: "#" + kind + "/" + encodeURIComponent(name) }, text);

  const cells = (row, without) => {
    const host = hosts[row[HOST]], check = checks[row[CHECK]], said = texts[row[SAID]];
    const seen = element("td", { class: "w" }, texts[row[ACTUAL]] || texts[row[REASON]]);
    if (texts[row[ACTUAL]] && texts[row[REASON]]) seen.append(element("div", { class: "said" }, texts[row[REASON]]));
    if (said) seen.append(element("div", { class: "said" }, said));
    if (without === "host" && row[OUTCOME] === FAIL && check.remediation) seen.append(element("div", {}, element("b", {}, words.remediation + ": "), check.remediation));
    if (without && texts[row[EVIDENCE]]) seen.append(element("div", { class: "said" }, words.evidence + ": " + texts[row[EVIDENCE]]));
    return element("tr", {},
      element("td", {}, pill(row[OUTCOME])),
      without === "check" ? null : element("td", {}, link("check", check.id, check.id)),
      without === "check" ? null : element("td", { class: "w" }, check.title),
      without === "check" ? null : element("td", {}, severities[check.severity]),
      without === "host" ? null : element("td", { class: "w" }, link("host", host.name, host.name)),
      without === "host" ? null : element("td", {}, zones[host.zone] ?? ""),
      seen);
  };
  const heads = without => element("thead", {}, element("tr", {}, ...[
    ["outcome", words.outcome],
    ...(without === "check" ? [] : [["check", words.check], ["title", words.title], ["severity", words.severity]]),
    ...(without === "host" ? [] : [["host", words.host], ["zone", words.zone]]),
    ["actual", words.actual]].map(([name, word]) => element("th", { scope: "col", class: "c-" + name }, word))));

  // Rows are shown a page at a time: a hundred thousand would take the browser minutes.
  const grow = (body, more, found, without) => {
    let shown = 0;
    const next = count => {
      const part = document.createDocumentFragment();
      for (const row of found.slice(shown, shown + count)) part.append(cells(row, without));
      shown = Math.min(shown + count, found.length);
      body.append(part);
      more.hidden = shown >= found.length;
      more.textContent = words.more.replace("{0}", Math.min(PAGE, found.length - shown)).replace("{1}", found.length - shown);
    };
    more.onclick = () => next(PAGE);
    body.replaceChildren();
    next(PAGE);
    return () => next(Math.max(0, PRINTED - shown));
  };

  // Findings.
  const rank = row => order.indexOf(row[OUTCOME]) * 10 + (3 - checks[row[CHECK]].severity);
  const sorted = rows.slice().sort((a, b) => rank(a) - rank(b) || a[CHECK] - b[CHECK] || a[HOST] - b[HOST]);
  let printMore = () => {};
  const apply = () => {
    const wanted = new Set([...document.querySelectorAll("#outcomes input:checked")].map(box => Number(box.value)));
    const zone = $("zone").value, severity = $("severity").value, check = $("check").value;
    const words_ = $("search").value.toLowerCase().split(/\s+/).filter(word => word);
    const found = sorted.filter(row => {
      const host = hosts[row[HOST]], of = checks[row[CHECK]];
      if (!wanted.has(row[OUTCOME]) || zone && String(host.zone) !== zone || severity && String(of.severity) !== severity || check && of.id !== check) return false;
      if (words_.length === 0) return true;
      const text = (host.name + " " + host.address + " " + of.id + " " + of.title + " " + texts[row[ACTUAL]] + " " + texts[row[REASON]] + " " + texts[row[SAID]]).toLowerCase();
      return words_.every(word => text.includes(word));
    });
    $("count").textContent = words.count.replace("{0}", found.length).replace("{1}", rows.length);
    printMore = grow($("body"), $("more"), found);
  };
  const option = (value, text) => element("option", { value }, text);
  order.forEach(outcome => {
    const box = element("input", { type: "checkbox", value: outcome });
    box.checked = outcome === FAIL || outcome === UNKNOWN || outcome === ATTEST;
    $("outcomes").append(element("label", {}, box, " " + outcomes[outcome]));
  });
  zones.forEach((name, zone) => $("zone").append(option(zone, name)));
  severities.forEach((name, severity) => $("severity").append(option(severity, name)));
  checks.slice().sort((a, b) => a.rank - b.rank).forEach(check => $("check").append(option(check.id, check.id + " " + check.title)));
  let waiting = 0;
  $("filters").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  $("filters").addEventListener("submit", event => event.preventDefault());
  $("all").addEventListener("click", () => {
    $("search").value = $("zone").value = $("severity").value = $("check").value = "";
    document.querySelectorAll("#outcomes input").forEach(box => { box.checked = true; });
    apply();
  });
  $("head").replaceWith(heads());
  apply();

  // A page a host and a check, by the address's anchor.
  const facts = pairs => element("dl", { class: "facts" }, ...pairs.filter(pair => pair[1]).flatMap(pair => [element("dt", {}, pair[0]), element("dd", {}, pair[1])]));
  const table = (found, without) => {
    const body = element("tbody", {}), more = element("button", { type: "button" });
    const made = element("div", {}, element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.findings }, element("table", {}, heads(without), body)), more);
    printMore = grow(body, more, found, without);
    return made;
  };
  const tally = found => element("p", {}, ...order.filter(outcome => found.some(row => row[OUTCOME] === outcome)).flatMap(outcome =>
    [pill(outcome), " " + found.filter(row => row[OUTCOME] === outcome).length + "  "]));
  const show = () => {
    const at = /^#(host|check)\/(.+)$/.exec(location.hash);
    let index = -1;
    let name = "";
    if (at) {
      try { name = decodeURIComponent(at[2]); } catch { name = ""; }
      index = at[1] === "host" ? hosts.findIndex(host => host.name === name) : checks.findIndex(check => check.id === name);
    }
    const detail = $("detail");
    detail.hidden = index < 0;
    $("list").hidden = index >= 0;
    if (index < 0) return;
    const isHost = at[1] === "host";
    const found = sorted.filter(row => row[isHost ? HOST : CHECK] === index);
    const back = element("p", {}, element("a", { href: "#findings" }, words.back));
    const title = element("h3", { id: "detail-title", tabindex: "-1" });
    if (isHost) {
      const host = hosts[index];
      title.textContent = host.name;
      detail.replaceChildren(back, title, facts([[words.own, host.own], [words.address, host.address], [words.zone, zones[host.zone]], [words.role, host.role], [words.collected, host.collected], [words.server, host.server && element("a", { href: "#" + host.server }, host.name)]]), tally(found), table(found, "host"));
    } else {
      const check = checks[index];
      title.textContent = check.id + " " + check.title;
      detail.replaceChildren(back, title, facts([
        [words.rationale, check.rationale], [words.remediation, check.remediation], [words.expected, check.expected],
        [words.severity, severities[check.severity]], [words.obligation, check.obligation], [words.guideline, check.guideline]]), tally(found), table(found, "check"));
    }
    title.focus();
    detail.scrollIntoView();
  };
  addEventListener("hashchange", show);
  addEventListener("beforeprint", () => printMore());
  show();
  document.documentElement.dataset.ready = "true";
})();
