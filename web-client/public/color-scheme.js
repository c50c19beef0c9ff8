// Before the first paint, so that a dark page never flashes white. External, because inline scripts are forbidden.
(() => {
  let wanted;
  try {
    wanted = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // No storage: follow the device.
  }
  const dark = wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
