import { print } from 'graphql';
import {
  ApplicationPageDocument,
  MyApplicationsDocument,
  ReviewQueueDocument,
  SearchMajorsDocument,
} from '@kaopu/graphql';

/** The web app's own documents, and the few the benchmark needs beside them. */
export const MY_APPLICATIONS = print(MyApplicationsDocument);
export const REVIEW_QUEUE = print(ReviewQueueDocument);
export const SEARCH_MAJORS = print(SearchMajorsDocument);
export const APPLICATION_PAGE = print(ApplicationPageDocument);

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
