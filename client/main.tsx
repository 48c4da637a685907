// Before everything else: what a page or a component says of itself stands above these.
import './ui/tokens.css';
import './ui/base.css';
import './app/start.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstSpeech, LanguageProvider } from './app/language.tsx';
import { makeQueryClient, sessionQuery } from './app/queries.ts';
import { makeRouter } from './app/router.tsx';
import { ThemeProvider } from './app/theme.tsx';

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);
const element = document.querySelector('#root');

// Asked for before anything is drawn, so that they do not wait for one another.
void queryClient.prefetchQuery(sessionQuery);

void firstSpeech().then((first) => {
  if (element === null) return;
  createRoot(element).render(
    <StrictMode>
      <LanguageProvider first={first}>
        <ThemeProvider>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ThemeProvider>
      </LanguageProvider>
    </StrictMode>,
  );
});
