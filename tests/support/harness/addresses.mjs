// Chromium knows no app: scheme of ours: app://main/x is shown to it as https://main.app.test/x.

/** @param {string} url */
export function toBrowser(url) {
  return url.replace(/^app:\/\/([a-z]+)\//, 'https://$1.app.test/');
}

/** @param {string} url */
export function fromBrowser(url) {
  return url.replace(/^https:\/\/([a-z]+)\.app\.test(:443)?\//, 'app://$1/');
}
