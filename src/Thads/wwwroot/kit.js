// Keys, pickers and small help where scripts run; every page works without. Hand-written, no build, ES2020.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const keysOff = () => /(^|; )keys=off(;|$)/.test(document.cookie);
  const isVisible = element => element.getClientRects().length > 0;
  const dialog = document.getElementById('keys');

  // What needs a script is shown only now.
  const reveal = root => all('[data-pick], [data-print], [data-keys]', root).forEach(button => { button.hidden = false; });
  reveal(document);

  // An error summary takes the focus; a person who reads a page to its head hears it.
  const errors = document.getElementById('errors');
  if (errors) errors.focus();

  document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button && button.dataset.pick) {
      const picker = button.nextElementSibling;
      const field = document.getElementById(button.dataset.pick);
      const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(field.value.trim());
      picker.value = typed ? `${typed[3]}-${typed[2].padStart(2, '0')}-${typed[1].padStart(2, '0')}` : '';
      picker.hidden = false;
      picker.onchange = () => {
        if (!picker.value) return;
        field.value = picker.value.split('-').reverse().join('/');
        picker.hidden = true;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.focus();
      };
      if (picker.showPicker) picker.showPicker(); else picker.focus();
    } else if (button && 'print' in button.dataset) {
      window.print();
    } else if (button && 'keys' in button.dataset) {
      showKeys();
    }
    // A menu closes when one goes elsewhere.
    all('details.menu[open]').filter(menu => !menu.contains(event.target)).forEach(menu => { menu.open = false; });
  });

  // Typed text that differs is not left behind without a word.
  let isSending = false;
  const changed = form => [...form.elements].some(field =>
    field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
      : field.type === 'file' ? field.files.length > 0
        : 'defaultValue' in field && !['hidden', 'submit', 'button', 'date'].includes(field.type) && field.value !== field.defaultValue);
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || form.dataset.sent) {
      if (form.dataset.sent) event.preventDefault();
      return;
    }
    isSending = true;
    form.dataset.sent = 'yes';
    setTimeout(() => { delete form.dataset.sent; }, 5000);
  });
  window.addEventListener('pageshow', () => all('form').forEach(form => { delete form.dataset.sent; }));
  window.addEventListener('beforeunload', event => {
    if (!isSending && all('form[method=post]').some(form => 'warn' in form.dataset && changed(form))) event.preventDefault();
  });

  // What was typed into a form that keeps drafts survives a lost connection and a closed window: kept in this browser until the form was sent, or is emptied.
  all('form[data-keep]').forEach(form => {
    const key = `draft ${form.dataset.keep}`;
    const kept = field => field.name && !['hidden', 'submit', 'button', 'password', 'file'].includes(field.type);
    const draft = JSON.parse(localStorage.getItem(key) || 'null');
    if (draft && !changed(form) && !document.querySelector('.errors')) {
      [...form.elements].filter(kept).forEach(field => {
        if (['checkbox', 'radio'].includes(field.type)) field.checked = (draft[field.name] || []).includes(field.value);
        else if (field.name in draft) [field.value] = draft[field.name];
      });
    }
    form.addEventListener('input', () => {
      const typed = {};
      [...form.elements].filter(field => kept(field) && (!['checkbox', 'radio'].includes(field.type) || field.checked)).forEach(field => { (typed[field.name] ||= []).push(field.value); });
      localStorage.setItem(key, JSON.stringify(typed));
    });
  });
  all('[data-kept]').forEach(note => Object.keys(localStorage).filter(key => key.startsWith('draft ') && key.endsWith(note.dataset.kept)).forEach(key => localStorage.removeItem(key)));

  // A list that was refreshed is announced, and its new buttons work.
  ['htmx:after:swap', 'htmx:afterSwap'].forEach(name => document.addEventListener(name, () => {
    reveal(document);
    const counted = document.querySelector('[data-announce]');
    const live = document.getElementById('live');
    if (counted && live) live.textContent = counted.textContent;
  }));

  // Keys: one letter, never with Ctrl or Alt, never while a text field has the focus, and off by one setting.
  const isTyping = element => element && (element.isContentEditable || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT'
    || (element.tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit'].includes(element.type)));
  const places = all('.places a[data-key]');
  const rows = () => all('main table.list tbody tr').filter(row => row.querySelector('a[href]') && isVisible(row));
  let isGoing = 0;

  function showKeys() {
    if (!dialog || !dialog.showModal || dialog.open) return;
    const list = document.getElementById('keys-places');
    list.replaceChildren(...places.map(place => {
      const line = document.createElement('li');
      const letter = document.createElement('kbd');
      const go = document.createElement('kbd');
      [go.textContent, letter.textContent] = ['g', place.dataset.key];
      line.append(go, ` ${list.dataset.then} `, letter, ' ', place.textContent);
      return line;
    }));
    const box = document.getElementById('keys-on');
    box.checked = !keysOff();
    box.onchange = () => { document.cookie = `keys=${box.checked ? 'on' : 'off'}; path=/; max-age=31536000; samesite=strict`; };
    dialog.showModal();
  }

  function move(step) {
    const found = rows();
    if (found.length === 0) return;
    const at = found.findIndex(row => row.contains(document.activeElement));
    const next = found[at < 0 ? (step > 0 ? 0 : found.length - 1) : Math.min(found.length - 1, Math.max(0, at + step))];
    next.querySelector('a[href]').focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      const menu = document.activeElement && document.activeElement.closest('details.menu[open]');
      if (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
      return;
    }
    if (event.code === 'Enter' && event.ctrlKey && document.activeElement && document.activeElement.form) {
      document.activeElement.form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(document.activeElement) || keysOff() || (dialog && dialog.open)) return;
    const going = Date.now() - isGoing < 1500;
    isGoing = 0;
    if (going && /^Key[A-Z]$/.test(event.code)) {
      const place = places.find(link => link.dataset.key === event.code.slice(3).toLowerCase());
      if (place) place.click();
    } else if (event.code === 'Slash' && event.shiftKey) {
      showKeys();
    } else if (event.code === 'Slash') {
      const find = document.getElementById('q');
      if (!find) return;
      find.focus();
      find.select();
    } else if (event.code === 'KeyG') {
      isGoing = Date.now();
    } else if (event.code === 'KeyJ' || event.code === 'KeyK') {
      move(event.code === 'KeyJ' ? 1 : -1);
    } else if (event.code === 'KeyX') {
      const row = document.activeElement && document.activeElement.closest('tr');
      const box = row && row.querySelector('input[type=checkbox]');
      if (!box) return;
      box.click();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
