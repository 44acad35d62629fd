// What the check of a computer has found, on the page and as a sentence for others. With the other files of this folder in one page: ES5 only.
var madLabReport = (function () {
  /**
   * @typedef {object} Row
   * @property {string} letter
   * @property {string} name
   * @property {string} code what stands behind the letter; '' while it is not known
   * @property {string} says
   * @property {string} todo '' where nothing has to be done
   * @property {string} it for the IT department: what is blocked
   */

  /** @type {readonly (readonly [letter: string, name: string, codes: string])[]} */
  var LETTERS = [
    ['J', 'Scripts', '1: they run. 0: they are blocked.'],
    ['B', 'Browser', '1: new enough. 0: too old, or a part of it is switched off.'],
    ['M', 'Module scripts', '1: they run. 0: they are blocked.'],
    ['W', 'Workers', '1: the engine starts in one. 0: it does not.'],
    ['A', 'WebAssembly', '2: with SIMD. 1: without. 0: blocked. T: its file comes as another type. X: its file does not come.'],
    ['G', 'WebGL', '2, 1: its version. 0: none.'],
    ['F', 'Data files', '1: they come. 0: they do not.'],
    ['S', 'Storage', '1: there is some. 0: it is refused.'],
    ['O', 'Offline', '1: the page can be kept. 0: it can’t.'],
    ['X', 'Screen', 'width and height of the window.'],
    ['P', 'Points', 'seconds for a whole run of the first preset, as far as measured. N: it did not run.'],
    ['D', 'Digits', 'seconds for one generation of one loop. L: longer than was waited. N: it did not run.']
  ];

  /** @type {Record<string, Row>} */
  var rows = {};

  /** @param {string} id */
  function element(id) {
    return /** @type {HTMLElement} */ (document.getElementById(id));
  }

  /** @param {number} value */
  function seconds(value) {
    return value < 1 ? 'less than a second' : value < 9.95 ? value.toFixed(1) + ' s' : Math.round(value) + ' s';
  }

  /**
   * @param {string} letter
   * @param {string} code
   * @param {string} says
   * @param {string} [todo]
   * @param {string} [it]
   */
  function found(letter, code, says, todo, it) {
    var name = '';
    LETTERS.forEach(function (one) {
      if (one[0] === letter) name = one[1];
    });
    rows[letter] = { letter: letter, name: name, code: code, says: says, todo: todo || '', it: it || '' };
    draw();
  }

  /**
   * @param {string} tag
   * @param {string} words
   * @param {HTMLElement} into
   */
  function add(tag, words, into) {
    var made = document.createElement(tag);
    made.appendChild(document.createTextNode(words));
    into.appendChild(made);
    return made;
  }

  /** What is known by now. */
  function inOrder() {
    return LETTERS.map(function (one) {
      return rows[one[0]];
    }).filter(Boolean);
  }

  function codeText() {
    var text = 'MAD1';
    inOrder().forEach(function (row) {
      text += '-' + row.letter + row.code;
    });
    return text;
  }

  function sentence() {
    var blocked = inOrder()
      .map(function (row) {
        return row.it;
      })
      .filter(Boolean);
    var page = location.href.replace(/[^/]*$/, '');
    var what =
      blocked.length > 0 ? 'on our computers this is in the way: ' + blocked.join('; ') + '.' : 'nothing was found to be blocked on our computers.';
    return (
      'For the page ' +
      page +
      ' (a teaching page, which sends nothing anywhere) ' +
      what +
      ' Browser: ' +
      navigator.userAgent +
      '. Code: ' +
      codeText()
    );
  }

  function draw() {
    var list = element('rows');
    list.innerHTML = '';
    inOrder().forEach(function (row) {
      var item = add('li', '', list);
      add('b', row.name, item);
      add('p', row.says, item);
      if (row.todo !== '') add('p', row.todo, item);
    });
    /** @type {HTMLTextAreaElement} */ (element('sentence')).value = sentence();
    element('found').hidden = false;
  }

  /** @param {string} letter */
  function isBad(letter) {
    return !rows[letter] || rows[letter].code === '0';
  }

  function copy() {
    var field = /** @type {HTMLTextAreaElement} */ (element('sentence'));
    field.focus();
    field.select();
    var isCopied = false;
    try {
      isCopied = document.execCommand('copy');
    } catch (_refused) {
      isCopied = false;
    }
    element('copied').textContent = isCopied ? 'Copied.' : 'Press Ctrl+C or ⌘C.';
  }

  LETTERS.forEach(function (one) {
    var line = add('tr', '', element('letters'));
    add('th', one[0], line).setAttribute('scope', 'row');
    add('td', one[1], line);
    add('td', one[2], line);
  });
  element('copy').onclick = copy;

  return {
    found: found,
    isBad: isBad,
    /** @param {string} letter */
    codeOf: function (letter) {
      return rows[letter] ? rows[letter].code : 'N';
    },
    seconds: seconds,
    /** @param {string} words */
    say: function (words) {
      element('verdict').textContent = words;
    }
  };
})();
