/*
 * Runs before anything is painted, in ES5 so that old browsers can read it.
 * Sets language and colours from the last visit, and shows the browser page where the application cannot run.
 */
(function () {
  var root = document.documentElement;
  function stored(key) {
    try {
      return window.localStorage.getItem(key);
    } catch (blocked) {
      return null; /* storage is switched off */
    }
  }

  if (stored('kaopu.language') === 'en') {
    root.setAttribute('lang', 'en');
  }

  var theme = stored('kaopu.theme');
  var dark =
    theme === 'dark' ||
    (theme !== 'light' &&
      window.matchMedia &&
      window.matchMedia('(prefers-color-scheme: dark)').matches);
  if (dark) {
    root.className += ' dark';
  }

  var internetExplorer = !!document.documentMode;
  var modern =
    !internetExplorer &&
    'noModule' in document.createElement('script') &&
    typeof Array.prototype.toSorted === 'function' &&
    window.CSS &&
    window.CSS.supports('color', 'color-mix(in srgb, red, blue)');
  if (modern) {
    return;
  }

  /* 'interactive' comes before deferred and module scripts run, DOMContentLoaded after them. */
  document.addEventListener('readystatechange', function () {
    var application = document.getElementsByTagName('app-root')[0];
    if (document.readyState !== 'interactive' || !application) {
      return;
    }
    document.getElementById('unsupported').removeAttribute('hidden');
    if (internetExplorer) {
      document.getElementById('unsupported-ie').removeAttribute('hidden');
    }
    application.parentNode.removeChild(application);
  });
})();
