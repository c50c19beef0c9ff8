import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { serverAnswers } from '@api/client';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

// The host writes a fresh nonce into the page; styles that Mantine and its scroll lock add carry it.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);

// A page that was open during an update asks for a chunk that is gone: load the new version, once. Not when the network is what
// failed: the page that stands, and what was done on it, would be gone too.
addEventListener('vite:preloadError', async () => {
  if (sessionStorage.getItem('crm.reloaded') === location.href) return;
  if (!(await serverAnswers())) return;
  sessionStorage.setItem('crm.reloaded', location.href);
  location.reload();
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App nonce={nonce} />
    </StrictMode>,
  );
