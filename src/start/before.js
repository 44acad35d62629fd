// In the head of the page, before anything is painted: what of its shell (src/ui/shell) is true of this address. ES5 only.
(function () {
  var page = document.documentElement;

  function themeWanted() {
    var linked = /[?&]theme=(\w+)/.exec(location.search);
    if (linked) return linked[1];
    try {
      return localStorage.getItem('mad-lab-theme');
    } catch (_refused) {
      return null;
    }
  }

  var theme = themeWanted();
  if (theme === 'dark' || theme === 'light') page.setAttribute('data-theme', theme);
  if (location.search.length > 1) page.setAttribute('data-linked', '');
  if (theme === 'projector' || /[?&](hide|view)=/.test(location.search)) page.setAttribute('data-shell-untrue', '');
})();
