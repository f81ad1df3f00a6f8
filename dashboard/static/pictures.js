// A chart's toolbar gives it as SVG and as PNG, with its sentence and address on the picture: what
// is taken away still says what it shows and whose it is. Nothing is sent anywhere.
(() => {
  if (window.atlasPictures) return;
  window.atlasPictures = true;

  const escaped = (text) =>
    text.replace(/&/g, '&amp;').replace(/\x3C/g, '&lt;').replace(/>/g, '&gt;');
  // Streamlit drops a script in which an element seems to begin: no `<` stands before a letter.
  const element = (name, inside, about = '') => `\x3C${name}${about}>${inside}\x3C/${name}>`;
  const broken = (lines) => lines.join('\x3Cbr>');
  const wrapped = (text, most) => {
    const lines = [''];
    for (const word of text.match(/\S+/g) ?? [])
      for (const part of word.match(new RegExp(`.{1,${most}}`, 'g'))) {
        if ((lines.at(-1) + part).length > most) lines.push('');
        lines[lines.length - 1] += `${part} `;
      }
    return lines.map((line) => escaped(line.trim()));
  };

  const take = (chart, button, format) => {
    const options = chart._context.toImageButtonOptions;
    const { layout, _fullLayout: drawn } = chart;
    const said = chart.closest('[aria-label]')?.getAttribute('aria-label') ?? '';
    const title = wrapped(said, Math.floor(drawn.width / 7.5));
    const whose = wrapped(
      `Space Coalition Atlas, ${location.href}, ${new Date().toISOString().slice(0, 10)}`,
      Math.floor(drawn.width / 6.2)
    );
    const head = 20 * title.length + 15 * whose.length + 22;
    const kept = { ...options };
    const { font, margin, title: untitled } = layout;
    // A typeface that the picture finds outside this page: letters of another width were cut off.
    layout.font = { ...font, family: 'Arial, Helvetica, sans-serif' };
    layout.margin = { ...margin, t: (margin?.t ?? 0) + head };
    layout.title = {
      text: broken([
        element('b', broken(title)),
        element('span', broken(whose), ' style="font-size:11px"'),
      ]),
      font: { size: 14 }, x: 0, xref: 'container', xanchor: 'left', y: 1, yref: 'container',
      yanchor: 'top', pad: { t: 24, l: 10 },
    };
    Object.assign(options, { format, scale: format === 'png' ? 2 : 1 });
    Object.assign(options, { width: drawn.width, height: drawn.height + head });
    button.click();
    for (const name of ['format', 'scale', 'width', 'height']) delete options[name];
    Object.assign(options, kept);
    Object.assign(layout, { font, margin });
    if (untitled === undefined) delete layout.title;
    else layout.title = untitled;
  };

  const addButtons = () => {
    for (const button of document.querySelectorAll('.modebar-btn[data-title="Download plot"]')) {
      const chart = button.closest('.js-plotly-plot');
      if (button.hidden || !chart?._context?.toImageButtonOptions) continue;
      for (const format of ['png', 'svg']) {
        const own = button.cloneNode(true);
        own.dataset.title = `Download as ${format.toUpperCase()}`;
        own.setAttribute('aria-label', own.dataset.title);
        own.addEventListener('click', () => take(chart, button, format));
        button.after(own);
      }
      button.hidden = true;
      button.style.display = 'none';
    }
  };
  new MutationObserver(addButtons).observe(document.body, { childList: true, subtree: true });
  addButtons();
})();
