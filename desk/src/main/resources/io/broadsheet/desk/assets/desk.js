/* What makes the desk's pages live and fast to get about in. Everything can be read without it. */
'use strict';

const POLL_MS = 10000;
const pulse = document.getElementById('pulse');
let paused = false;
let polling = null;

function busy() { // nobody's selection or open form is swapped away
  const active = document.activeElement;
  const live = document.getElementById('live');
  const selection = document.getSelection();
  return (live && live.contains(active) && active.matches('input, select, textarea, button'))
    || (selection && !selection.isCollapsed && live && live.contains(selection.anchorNode));
}

function news() {
  if (paused || document.hidden || busy()) return;
  document.body.dispatchEvent(new CustomEvent('desk:news'));
  say('');
}

function say(words) {
  const time = new Date().toISOString();
  pulse.textContent = (words ? words + ' · ' : '') + 'as of ' + time.slice(11, 19) + ' UTC';
  pulse.classList.toggle('paused', paused);
}

function poll(on) {
  if (on && !polling) polling = setInterval(news, POLL_MS);
  if (!on && polling) { clearInterval(polling); polling = null; }
}

if (document.getElementById('live')) {
  const events = new EventSource('/events');
  events.addEventListener('news', () => { poll(false); news(); });
  events.addEventListener('error', () => poll(true));
  window.addEventListener('pagehide', () => events.close());
  // Ages grow though nothing is new.
  setInterval(news, 3 * POLL_MS);
}

/* Where one was in a list is kept when the list is swapped. */
let chosen = -1;
document.body.addEventListener('htmx:afterSwap', () => { if (chosen >= 0) choose(chosen, false); });

function rows() { return [...document.querySelectorAll('table.rows tbody tr')]; }

function choose(index, move) {
  const all = rows();
  all.forEach(row => row.classList.remove('chosen'));
  if (!all.length) return;
  chosen = Math.max(0, Math.min(index, all.length - 1));
  all[chosen].classList.add('chosen');
  if (move) {
    const link = all[chosen].querySelector('a');
    if (link) link.focus({preventScroll: true});
    all[chosen].scrollIntoView({block: 'nearest'});
  }
}

const help = document.getElementById('help');
const helpOpen = document.getElementById('help-open');
helpOpen.hidden = false;
helpOpen.addEventListener('click', () => help.showModal());

let went = 0;
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target.matches('input, select, textarea')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (Date.now() - went < 1500) {
    went = 0;
    const tab = document.querySelector('nav [data-key="' + CSS.escape(event.key) + '"]');
    if (tab) { event.preventDefault(); location.assign(tab.href); }
    return;
  }
  const act = {
    g: () => { went = Date.now(); },
    j: () => choose(chosen + 1, true),
    k: () => choose(chosen - 1, true),
    p: () => { paused = !paused; say(paused ? 'paused' : 'live'); },
    '/': () => { const box = document.getElementById('q'); if (box) box.focus(); },
    '?': () => help.showModal(),
  }[event.key];
  if (act) { event.preventDefault(); act(); }
});
