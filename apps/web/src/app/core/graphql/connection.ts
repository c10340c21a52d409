import { HttpClient, provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import {
  createEnvironmentInjector,
  effect,
  EnvironmentInjector,
  inject,
  InjectionToken,
  type Provider,
  untracked,
} from '@angular/core';
import { type ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes as contract } from '@kaopu/graphql';
import { Apollo, provideApollo } from 'apollo-angular';
import { HttpLink } from 'apollo-angular/http';

import { LanguageChoice } from '../i18n/language-choice.js';
import { documentsByHash } from './documents-by-hash.js';
import { extractFiles } from './extract-files.js';
import { sessionLink } from './session-link.js';
import { uploadProgressInterceptor } from './upload-progress.js';

/** Lists that grow page by page, and the arguments that make a different list. */
const PAGED_LISTS = {
  certificates: relayStylePagination(['step']),
  deletedApplications: relayStylePagination(),
  issueBatches: relayStylePagination(['pendingOnly']),
  myApplications: relayStylePagination(['tab']),
  myInbox: relayStylePagination(),
  plans: relayStylePagination(['filter']),
  resultSheet: relayStylePagination(['planId']),
  standingProposals: relayStylePagination(),
  reviewQueue: relayStylePagination(['filter']),
};

function apolloOptions(): ApolloClient.Options {
  const http = inject(HttpLink).create({ uri: '/graphql', withCredentials: true, extractFiles });
  return {
    link: ApolloLink.from([sessionLink(), documentsByHash(), http]),
    cache: new InMemoryCache({
      possibleTypes: contract.possibleTypes,
      typePolicies: {
        Query: { fields: PAGED_LISTS },
        Certificate: { fields: { standing: { merge: false } } },
        // Always answered whole: a shorter list replaces the longer one.
        Application: {
          fields: {
            whyNot: { merge: false },
            verdicts: { merge: false },
            reviewTargets: { merge: false },
            slots: { merge: false },
            results: { merge: false },
            timeline: { merge: false },
            flags: { merge: true },
          },
        },
      },
    }),
  };
}

/**
 * The one connection to the server. It lives in the root, but its code (Apollo, HTTP) arrives only with the
 * first page that imports this file: the start page is drawn without it (performance.md, 90 kB).
 */
const CONNECTION = new InjectionToken<EnvironmentInjector>('connection', {
  providedIn: 'root',
  factory: () =>
    createEnvironmentInjector(
      [
        // XMLHttpRequest, because fetch reports no upload progress.
        provideHttpClient(withXhr(), withInterceptors([uploadProgressInterceptor])),
        HttpLink,
        provideApollo(apolloOptions),
      ],
      inject(EnvironmentInjector),
    ),
});

/** Apollo for code that runs outside the pages' routes; pages inject `Apollo` as usual. */
export const SHARED_APOLLO = new InjectionToken<Apollo>('apollo', {
  providedIn: 'root',
  factory: () => {
    const apollo = inject(CONNECTION).get(Apollo);
    const language = inject(LanguageChoice);
    let shown = language.current();
    // Texts from the server follow the language; the cache holds those of the old one.
    effect(() => {
      const chosen = language.current();
      if (chosen !== shown) {
        shown = chosen;
        untracked(() => void apollo.client.refetchObservableQueries());
      }
    });
    return apollo;
  },
});

/** For the routes of connected pages: hands them the shared connection. */
export const connectionProviders: Provider[] = [
  { provide: Apollo, useFactory: () => inject(SHARED_APOLLO) },
  { provide: HttpClient, useFactory: () => inject(CONNECTION).get(HttpClient) },
];
