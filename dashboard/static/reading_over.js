// What only the browser knows: how long a paste is before it is sent, and which words are selected.
// It sends nothing by itself: without it, words are copied by hand and the server refuses the paste.
(() => {
  if (window.atlasReadingOver) return;
  window.atlasReadingOver = true;

  const refuseTooLong = (event) => {
    const said = document.querySelector('.too-long');
    if (!said || !event.target.closest?.('.st-key-pasted')) return;
    const carried = event.clipboardData || event.dataTransfer;
    const length = carried ? carried.getData('text/plain').length : 0;
    const most = Number(said.dataset.most);
    said.hidden = length <= most;
    if (said.hidden) return;
    event.preventDefault();
    const number = (value) => value.toLocaleString('en-US');
    said.textContent = `This text has ${number(length)} characters; an article has at most ` +
      `${number(most)}. Nothing of it was taken. ${said.dataset.instead}`;
  };
  document.addEventListener('paste', refuseTooLong, true);
  document.addEventListener('drop', refuseTooLong, true);

  // The numbers of facts stand between the words and are none of them.
  const selectedWords = () => {
    const selection = document.getSelection();
    const proof = document.querySelector('.st-key-proof');
    if (!proof || !selection.rangeCount || selection.isCollapsed) return '';
    const range = selection.getRangeAt(0);
    if (!proof.contains(range.commonAncestorContainer)) return '';
    const words = range.cloneContents();
    for (const badge of words.querySelectorAll('.stMarkdownBadge')) {
      const next = badge.nextSibling;
      if (next && next.nodeType === Node.TEXT_NODE) next.data = next.data.replace(/^ /, '');
      badge.remove();
    }
    const parts = [...words.querySelectorAll('p')];
    const lines = (parts.length ? parts : [words]).map((part) => part.textContent);
    return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n');
  };

  const type = (box, words) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, words);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };

  let waiting = '';
  let looking;
  const fillIn = () => {
    clearInterval(looking);
    const until = Date.now() + 5000;
    looking = setInterval(() => {
      if (Date.now() > until) clearInterval(looking);
      const boxes = document.querySelectorAll(
        '.st-key-new_fact [class*="_passage"] textarea, ' +
        '.st-key-new_fact [class*="_statements_"][class*="_text"] textarea');
      for (const box of boxes) {
        if (box.dataset.filled) continue;
        box.dataset.filled = 'yes';
        if (!box.value) type(box, waiting);
      }
    }, 60);
  };
  document.addEventListener('pointerdown', (event) => {
    if (event.target.closest?.('.st-key-add_fact')) waiting = selectedWords();
    const kinds = event.target.closest?.('.st-key-new_fact [data-testid="stButtonGroup"]');
    if (waiting && (kinds || event.target.closest?.('.st-key-add_fact'))) fillIn();
  }, true);
})();
