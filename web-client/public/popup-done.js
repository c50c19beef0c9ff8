// The end of signing in again: tells the page that waits, and closes the pop-up.
new BroadcastChannel('crm-auth').postMessage('ok');
close();
