import { RouterProvider } from '@tanstack/react-router';
import { Providers } from './Providers';
import { makeRouter } from './router';

const router = makeRouter();

export function App({ nonce }: { nonce: string }) {
  return (
    <Providers nonce={nonce}>
      <RouterProvider router={router} />
    </Providers>
  );
}
