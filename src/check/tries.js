// What is tried without the engine. Stands in its page as it is: ES5 only.
var madLabTries = (function () {
  var found = madLabReport.found;
  /** How long something may take to come. */
  var START_MS = 8000;

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
    var canvas = document.createElement('canvas');
    try {
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

  /**
   * @param {string} address of a file with digits
   * @param {() => void} then
   */
  function checkFiles(address, then) {
    get(address, 'arraybuffer', function (status, _type, body) {
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

  /** @param {unknown} error */
  function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
  }

  /**
   * @param {{ simd: string, plain: string }} files
   * @param {() => void} then
   */
  function checkWasm(files, then) {
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
    get(hasSimd ? files.simd : files.plain, 'arraybuffer', function (status, type, body) {
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
            'WebAssembly is blocked: ' + messageOf(error).slice(0, 160) + '.' + slower,
            'A policy of the browser or a header of the network forbids it.',
            'WebAssembly is blocked (' + messageOf(error).slice(0, 100) + ')'
          );
          then();
        }
      );
    });
  }

  return {
    /** What is known at once. */
    atOnce: function () {
      checkBrowser();
      checkModules();
      checkWebgl();
      checkStorage();
      checkOffline();
      checkScreen();
    },
    files: checkFiles,
    wasm: checkWasm
  };
})();
