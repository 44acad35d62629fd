// Will MAD Lab run on this computer? Stands in its page as it is, for browsers of any age, the page's own code blocked or not: ES5 only.
(function () {
  /**
   * What the build puts into the page.
   * @typedef {object} About
   * @property {string} worker the engine's address
   * @property {{ simd: string, plain: string }} wasm
   * @property {string} data a file of digits
   * @property {{ experiment: object, scores: string[], title: string, generations: number }} points
   * @property {{ experiment: object, scores: string[] }} digits
   */
  /**
   * @typedef {object} Row
   * @property {string} letter
   * @property {string} name
   * @property {string} code what stands behind the letter; '' while it is not known
   * @property {string} says
   * @property {string} todo '' where nothing has to be done
   * @property {string} it for the IT department: what is blocked
   */

  var START_MS = 8000;
  var POINTS_MS = 4000;
  var DIGITS_MS = 25000;
  /** Generations and loops of a lesson on digits. */
  var LESSON = { generations: 8, loops: 2 };

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

  /** @type {About} */
  var about = JSON.parse(/** @type {HTMLElement} */ (document.getElementById('about')).textContent || '{}');
  /** @type {Record<string, Row>} */
  var rows = {};
  /** @type {{ rung: string } | null} */
  var badge = null;
  /** of one generation of one loop */
  var digitSeconds = 0;

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

  /** What it comes to, once all is known. */
  function conclude() {
    var points = rows.P;
    var digits = rows.D;
    var words;
    if (isBad('B')) words = 'MAD Lab does not run in this browser. Take a newer one: Chrome or Edge from 106 on, Safari from 16.4, Firefox from 115.';
    else if (isBad('M') || isBad('W'))
      words =
        'MAD Lab does not run here: ' +
        (isBad('M') ? 'module scripts' : 'workers') +
        ' are blocked. Send the sentence below to whoever looks after the computers. Until then the page as one file, mad-lab.html, may run from a memory stick.';
    else if (!points || points.code === 'N')
      words = 'MAD Lab starts here, but its models did not. Try again; if that does not help, send the sentence below.';
    else {
      var whole = Number(points.code);
      words =
        whole <= 15
          ? 'Points and text run well here.'
          : whole <= 60
            ? 'Points and text run here, slowly.'
            : 'This computer is slow: take experiments with fewer generations, and one loop at a time.';
      if (isBad('F')) words += ' Digits and text do not: their data files do not come.';
      else if (!digits || digits.code === 'N') words += ' Digits did not run.';
      else if (digits.code === 'L')
        words += ' Digits are too slow here: show them on one fast computer, or take a recorded run where a lesson has one.';
      else {
        var lesson = digitSeconds * LESSON.generations * LESSON.loops;
        words +=
          ' Of digits, ' +
          LESSON.generations +
          ' generations in ' +
          LESSON.loops +
          ' loops take about ' +
          seconds(lesson) +
          (lesson <= 60 ? '.' : ': take a recorded run where a lesson has one.');
      }
    }
    element('verdict').textContent = words;
    document.documentElement.setAttribute('data-done', '');
  }

  function checkBrowser() {
    var needed = ['Promise', 'fetch', 'URLSearchParams', 'ResizeObserver', 'IntersectionObserver', 'AbortController', 'HTMLDialogElement'];
    var missing = needed.filter(function (name) {
      return !(name in window);
    });
    if (!(/** @type {{ findLast?: unknown }} */ (Array.prototype).findLast)) missing.push('Array.findLast');
    if (missing.length === 0) found('B', '1', 'This browser is new enough.');
    else
      found(
        'B',
        '0',
        'This browser lacks ' + missing.join(', ') + '.',
        'Update it: MAD Lab runs in Chrome and Edge from 106 on, in Safari from 16.4 and in Firefox from 115.',
        'the browser is too old (it lacks ' + missing.join(', ') + ')'
      );
  }

  function checkModules() {
    if ('madLabModules' in window) found('M', '1', 'The page’s own scripts, which are modules, are let through.');
    else
      found(
        'M',
        '0',
        'Module scripts do not arrive or do not run.',
        'They have to be allowed for this site; .js files are to be sent as text/javascript.',
        'module scripts of this site are blocked, or .js files are not sent as text/javascript'
      );
  }

  function checkWebgl() {
    var version = 0;
    try {
      var canvas = document.createElement('canvas');
      version = canvas.getContext('webgl2') ? 2 : canvas.getContext('webgl') ? 1 : 0;
    } catch (_refused) {
      version = 0;
    }
    found(
      'G',
      String(version),
      version > 0 ? 'There is WebGL ' + version + '.' : 'There is no WebGL; the processor does the same, and points never need it.'
    );
  }

  function checkStorage() {
    var isThere = false;
    try {
      localStorage.setItem('mad-lab-check', '1');
      isThere = localStorage.getItem('mad-lab-check') === '1';
      localStorage.removeItem('mad-lab-check');
    } catch (_refused) {
      isThere = false;
    }
    if (isThere) found('S', '1', 'The browser keeps work of a lesson on this computer, unless the computer is wiped at sign-out.');
    else found('S', '0', 'The browser keeps nothing on this computer.', 'Lessons work as well: save the work as a file or a link.');
  }

  function checkOffline() {
    if ('serviceWorker' in navigator && window.isSecureContext)
      found('O', '1', 'The page can be kept for use without a network: Keep for offline, under Help.');
    else
      found(
        'O',
        '0',
        'The page can’t be kept for use without a network' + (window.isSecureContext ? '.' : ': that takes https.'),
        'Take the page as one file, mad-lab.html, on a memory stick.'
      );
  }

  function checkScreen() {
    var wide = window.innerWidth;
    var size = wide + 'x' + window.innerHeight;
    found(
      'X',
      size,
      'The window has ' + wide + ' × ' + window.innerHeight + ' pixels' + (wide < 320 ? '.' : ', which is enough.'),
      wide < 320 ? 'Make it wider: 320 pixels are the least.' : ''
    );
  }

  /**
   * @param {string} address
   * @param {'text' | 'arraybuffer'} type
   * @param {(status: number, contentType: string, body: ArrayBuffer | null) => void} then status 0: it did not come
   */
  function get(address, type, then) {
    var request = new XMLHttpRequest();
    var isTold = false;
    /** @param {number} status */
    function tell(status) {
      if (isTold) return;
      isTold = true;
      then(
        status,
        (status > 0 && request.getResponseHeader('Content-Type')) || '',
        status === 200 && type === 'arraybuffer' ? request.response : null
      );
    }
    try {
      request.open('GET', address);
      request.responseType = type;
      request.timeout = START_MS;
      request.onload = function () {
        tell(request.status);
      };
      request.onerror = request.ontimeout = function () {
        tell(0);
      };
      request.send();
    } catch (_refused) {
      tell(0);
    }
  }

  /** @param {() => void} then */
  function checkFiles(then) {
    get(about.data, 'arraybuffer', function (status, _type, body) {
      if (body && body.byteLength > 1000) found('F', '1', 'The files with digits and texts come.');
      else
        found(
          'F',
          '0',
          'The files with digits and texts do not come' + (status > 0 ? ' (status ' + status + ').' : '.'),
          'Files that end in .bin have to be let through for this site. Points work without them.',
          'files that end in .bin do not come' + (status > 0 ? ' (status ' + status + ')' : '')
        );
      then();
    });
  }

  /** @param {() => void} then */
  function checkWasm(then) {
    var slower = ' Without it digits take several times as long; points and text need none.';
    if (typeof WebAssembly === 'undefined') {
      found(
        'A',
        '0',
        'WebAssembly is switched off.' + slower,
        'A policy may do that, for Chrome and Edge the one that switches JIT compilation off (DefaultJavaScriptJitSetting), or Lockdown Mode.',
        'WebAssembly is switched off, perhaps by the policy DefaultJavaScriptJitSetting'
      );
      return then();
    }
    // a function whose body is one SIMD instruction
    var hasSimd = WebAssembly.validate(
      new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11])
    );
    get(hasSimd ? about.wasm.simd : about.wasm.plain, 'arraybuffer', function (status, type, body) {
      if (!body || body.byteLength < 1000) {
        found(
          'A',
          'X',
          'The file of the WebAssembly does not come' + (status > 0 ? ' (status ' + status + ').' : '.') + slower,
          'Files that end in .wasm have to be let through for this site.',
          'files that end in .wasm do not come' + (status > 0 ? ' (status ' + status + ')' : '')
        );
        return then();
      }
      WebAssembly.compile(body).then(
        function () {
          var isTyped = /^application\/wasm/.test(type);
          if (isTyped) found('A', hasSimd ? '2' : '1', 'WebAssembly works' + (hasSimd ? ', with SIMD.' : ', without SIMD: digits are slower.'));
          else
            found(
              'A',
              'T',
              'WebAssembly works, but its file comes as ' + (type || 'no type') + '.',
              'It starts a little later; better is application/wasm.',
              '.wasm files are sent as ' + (type || 'no type') + ' and not as application/wasm'
            );
          then();
        },
        function (error) {
          found(
            'A',
            '0',
            'WebAssembly is blocked: ' + String(error && error.message).slice(0, 160) + '.' + slower,
            'A policy of the browser or a header of the network forbids it.',
            'WebAssembly is blocked (' + String(error && error.message).slice(0, 100) + ')'
          );
          then();
        }
      );
    });
  }

  /**
   * The engine itself, as the page starts it; null where it does not answer.
   * @param {(worker: Worker | null) => void} then
   */
  function startEngine(then) {
    var isTold = false;
    /**
     * @param {Worker | null} worker
     * @param {string} why
     */
    function tell(worker, why) {
      if (isTold) return;
      isTold = true;
      if (worker) found('W', '1', 'The engine runs in a worker.');
      else
        found(
          'W',
          '0',
          'The engine’s worker does not start: ' + why + '.',
          'Workers (scripts in the background) have to be allowed for this site.',
          'module workers of this site do not start (' + why + ')'
        );
      then(worker);
    }
    if (!('Worker' in window)) return tell(null, 'this browser has none, or they are switched off');
    try {
      var worker = new Worker(about.worker, { type: 'module', name: 'mad-lab-engine' });
      worker.onmessage = function (event) {
        if (event.data && event.data.type === 'pong') tell(worker, '');
      };
      worker.onerror = function (event) {
        tell(null, (event && event.message ? String(event.message) : 'its script does not arrive').slice(0, 120));
      };
      worker.postMessage({ type: 'open', baseUrl: document.baseURI });
      worker.postMessage({ type: 'ping' });
      setTimeout(function () {
        tell(null, 'it does not answer within ' + START_MS / 1000 + ' s');
      }, START_MS);
    } catch (error) {
      tell(null, String(/** @type {Error} */ (error).message || error).slice(0, 120));
    }
  }

  /**
   * Runs an experiment until its end, or as long as that may take.
   * @param {Worker} worker
   * @param {number} runId
   * @param {{ experiment: object, scores: string[] }} what
   * @param {number} generations
   * @param {number} mostMs
   * @param {(found: { generations: number, ms: number, last: number, problem: string }) => void} then
   */
  function measure(worker, runId, what, generations, mostMs, then) {
    var begun = Date.now();
    var counted = { generations: 0, ms: 0, last: 0, problem: '' };
    var isOver = false;
    function end() {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      worker.postMessage({ type: 'cancel', runId: runId });
      then(counted);
    }
    var timer = setTimeout(end, mostMs);
    worker.onerror = function (event) {
      counted.problem = String((event && event.message) || 'the worker broke');
      end();
    };
    worker.onmessage = function (event) {
      var data = event.data || {};
      if (data.type === 'badge') badge = data.badge;
      if (data.type === 'failed' && data.runId === runId) {
        counted.problem = String(data.message);
        end();
      }
      if (data.type !== 'generation' || data.runId !== runId) return;
      counted.generations = data.generation;
      counted.ms = Date.now() - begun;
      counted.last = data.elapsedMs;
      if (data.generation >= generations) end();
    };
    worker.postMessage({
      type: 'run',
      runId: runId,
      job: { experiment: what.experiment, from: 0, upTo: generations, want: [], scores: what.scores }
    });
  }

  /**
   * @param {Worker} worker
   * @param {() => void} then
   */
  function checkPoints(worker, then) {
    var all = about.points.generations;
    measure(worker, 1, about.points, all, POINTS_MS, function (counted) {
      if (counted.generations === 0) {
        found(
          'P',
          'N',
          'The first preset did not run' + (counted.problem ? ': ' + counted.problem : ' within ' + POINTS_MS / 1000 + ' s') + '.',
          'Close other tabs, and try again.'
        );
        return then();
      }
      var whole = (counted.ms / 1000 / counted.generations) * all;
      var how =
        counted.generations < all
          ? counted.generations + ' of its ' + all + ' generations took ' + seconds(counted.ms / 1000) + ', so all take about ' + seconds(whole)
          : 'its ' + all + ' generations take ' + seconds(whole);
      found('P', String(Math.max(1, Math.round(whole))), 'The first preset, “' + about.points.title + '”: ' + how + ' here.');
      then();
    });
  }

  /**
   * @param {Worker} worker
   * @param {() => void} then
   */
  function checkDigits(worker, then) {
    measure(worker, 2, about.digits, 2, DIGITS_MS, function (counted) {
      var on = badge
        ? ' (on ' + { wasm: 'WebAssembly', webgl: 'WebGL', cpu: 'the processor alone', webgpu: 'WebGPU' }[/** @type {'wasm'} */ (badge.rung)] + ')'
        : '';
      if (counted.problem) found('D', 'N', 'Digits did not run: ' + counted.problem);
      else if (counted.generations === 0)
        found(
          'D',
          'L',
          'One generation of digits takes longer than ' + DIGITS_MS / 1000 + ' s here' + on + '.',
          'Show digits on one fast computer, or take a recorded run where a lesson has one.'
        );
      else {
        var took = counted.last / 1000;
        digitSeconds = took;
        found('D', took < 1 ? '1' : String(Math.round(took)), 'One generation of digits, in one loop, takes ' + seconds(took) + ' here' + on + '.');
      }
      then();
    });
  }

  function start() {
    rows = {};
    badge = null;
    document.documentElement.removeAttribute('data-done');
    element('verdict').textContent = 'Trying…';
    found('J', '1', 'Scripts of this site run.');
    checkBrowser();
    checkModules();
    checkWebgl();
    checkStorage();
    checkOffline();
    checkScreen();
    checkFiles(function () {
      checkWasm(function () {
        startEngine(function (worker) {
          if (!worker) return conclude();
          element('verdict').textContent = 'Trying a run…';
          checkPoints(worker, function () {
            if (isBad('F')) return end();
            element('verdict').textContent = 'Trying digits…';
            checkDigits(worker, end);
          });
          function end() {
            /** @type {Worker} */ (worker).terminate();
            conclude();
          }
        });
      });
    });
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
  element('again').onclick = function () {
    location.reload();
  };
  var hasBegun = false;
  function begin() {
    if (hasBegun) return;
    hasBegun = true;
    start();
  }
  element('verdict').textContent = 'Trying…';
  // module scripts run before this event, which never comes where one hangs
  addEventListener('load', begin);
  setTimeout(begin, START_MS);
})();
