// Until the page's own code runs, and where it can't: says what is going on. It stands in pages as it is, for browsers of any age: ES5 only.
(function () {
  var note = /** @type {HTMLElement} */ (document.getElementById('starting'));
  var UNPAINTED_MS = 250;
  var SLOW_MS = 1000;
  var LATE_MS = 20000;
  var NEEDS = ' MAD Lab runs in Chrome and Edge from 106 on, in Safari from 16.4 and in Firefox from 115.';
  var AGAIN = ' Reload the page to try again.' + NEEDS;
  // not all that a browser of that age has, but all that the page can't do without
  var NEEDED = ['Promise', 'fetch', 'URLSearchParams', 'Worker', 'ResizeObserver', 'IntersectionObserver', 'AbortController', 'HTMLDialogElement'];
  var ended = false;

  function hasStarted() {
    return !document.documentElement.contains(note);
  }

  /** @param {string} words */
  function say(words) {
    if (ended || hasStarted()) return;
    note.textContent = words;
    note.hidden = false;
  }

  /** @param {string} words */
  function end(words) {
    if (hasStarted()) return;
    say(words);
    ended = true;
    // on the embed's poster: a button that can't do anything
    var run = document.getElementById('run');
    if (run) run.hidden = true;
    var shell = document.querySelector('[data-shell]');
    if (shell) shell.innerHTML = '';
  }

  function whatIsMissing() {
    var i;
    for (i = 0; i < NEEDED.length; i++) if (!(NEEDED[i] in window) || !window[/** @type {'Worker'} */ (NEEDED[i])]) return NEEDED[i];
    if (!('noModule' in HTMLScriptElement.prototype)) return 'modules';
    if (!Array.prototype.findLast) return 'Array.findLast';
    if (!Object.hasOwn) return 'Object.hasOwn';
    if (!MediaQueryList.prototype.addEventListener) return 'MediaQueryList.addEventListener';
    return '';
  }

  /** The page as it looks until it lives: a press on Run is remembered. */
  function hearShell() {
    var shell = document.querySelector('[data-shell]');
    if (!shell) return;
    shell.addEventListener('click', function (event) {
      if (event.target instanceof Element && event.target.closest('[data-run]')) /** @type {Element} */ (shell).setAttribute('data-pressed', '');
    });
  }

  /** The page's own code, once the shell has been painted; where nothing is painted, soon. */
  function startCode() {
    var code = document.getElementById('code');
    var begun = false;
    function begin() {
      if (begun || !(code instanceof HTMLLinkElement)) return;
      begun = true;
      var script = document.createElement('script');
      script.type = 'module';
      script.crossOrigin = 'anonymous';
      script.src = code.href;
      document.head.appendChild(script);
    }
    requestAnimationFrame(function () {
      setTimeout(begin);
    });
    setTimeout(begin, UNPAINTED_MS);
  }

  note.hidden = true;
  // a frame without an origin may load no modules, but the figure's classic scripts
  if (
    (document.getElementById('code') || document.querySelector('script[type=module]')) &&
    self.origin === 'null' &&
    /^http/.test(location.protocol)
  ) {
    location.replace('embed.html' + location.search + location.hash);
    return;
  }
  var missing = whatIsMissing();
  if (missing) {
    note.setAttribute('data-missing', missing);
    end('This browser is too old for MAD Lab, or a part of it is switched off (' + missing + ').' + NEEDS);
    return;
  }
  hearShell();
  startCode();
  setTimeout(function () {
    if (note.hidden) say('MAD Lab is starting…');
  }, SLOW_MS);
  setTimeout(function () {
    say('MAD Lab has not started yet. The connection may be slow, or something may keep its scripts away.' + AGAIN);
  }, LATE_MS);
  // in the capture phase also scripts that don't arrive are heard
  addEventListener(
    'error',
    function (event) {
      if (event.target instanceof HTMLScriptElement) end('A part of MAD Lab could not be loaded. Check the connection.' + AGAIN);
      else if (event.message) end('MAD Lab could not start (' + String(event.message).slice(0, 200) + ').' + AGAIN);
    },
    true
  );
})();
