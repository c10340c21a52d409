import { print } from 'graphql';
import {
  ApplicationPageDocument,
  documentHash,
  MyApplicationsDocument,
  persistedQuery,
  ReviewQueueDocument,
  SearchMajorsDocument,
} from '@kaopu/graphql';
import type { Kind } from './kind.js';

/** The web app's own documents, and the few the benchmark needs beside them. */
export const MY_APPLICATIONS = print(MyApplicationsDocument);
export const REVIEW_QUEUE = print(ReviewQueueDocument);
export const SEARCH_MAJORS = print(SearchMajorsDocument);
export const APPLICATION_PAGE = print(ApplicationPageDocument);

/** What the web app sends in place of their text (docs/adr/0015). */
const NAMED = new Map(
  [ApplicationPageDocument, MyApplicationsDocument, ReviewQueueDocument, SearchMajorsDocument].map(
    (document) => [print(document), documentHash(document) ?? ''],
  ),
);

/** The document as a server is asked for it: Kaopu as by its web app, by hash where the web app has it. */
export function wired(
  kind: Kind,
  query: string,
): { readonly query: string } | { readonly extensions: object } {
  const hash = kind === 'kaopu' ? NAMED.get(query) : undefined;
  return hash === undefined ? { query } : { extensions: { persistedQuery: persistedQuery(hash) } };
}

/** My applications with every slot and file. */
export const MY_APPLICATIONS_WITH_FILES = MY_APPLICATIONS.replace(
  'query MyApplications',
  'query MyApplicationsWithFiles',
).replace(
  '...ApplicationCard\n',
  `...ApplicationCard
        slots {
          attachment {
            id
            slot
            fileName
            byteSize
            mimeType
            versionNo
            uploadedAt
          }
        }
`,
);

export const REVIEW_QUEUE_NO_TOTAL = REVIEW_QUEUE.replace(
  'query ReviewQueue',
  'query ReviewQueueNoTotal',
).replace(/\s+totalCount\s+totalCapped/, '');

export const APPLY = `mutation Apply($input: SubmitApplicationInput!) {
  submitApplication(input: $input) {
    __typename
    ... on Application { status version }
    ... on RefusedError { code }
  }
}`;

const VERIFIED = `{
    result
    checks { code passed expected actual }
    certificate {
      number
      holderName
      status
      authority
      institution
      issuedAt
      replacedBy
      items { code name firstIssueDate approvalDate validFrom validTo restriction }
    }
  }`;

export const VERIFY = `query Verify($input: VerifyCertificateInput!) {
  verifyCertificate(input: $input) ${VERIFIED}
}`;

export const VERIFY_MANY = `query VerifyMany($inputs: [VerifyCertificateInput!]!) {
  verifyCertificates(inputs: $inputs) ${VERIFIED}
}`;
