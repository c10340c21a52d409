import { describe, expect, it } from 'vitest';
import { aliyunHeaders } from './aliyun-signature.js';
import { tencentAuthorization } from './tencent-signature.js';

/** The worked examples of the providers' own manuals; their keys open nothing. */
describe('signatures of providers', () => {
  it('follow Alibaba Cloud’s example of the V3 scheme', () => {
    const headers = aliyunHeaders(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        date: '2023-10-26T10:22:32Z',
        nonce: '3156853299f313e23d1673dc12e1703d',
        query: {
          RegionId: 'cn-shanghai',
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        },
        body: '',
      },
      { keyId: 'YourAccessKeyId', keySecret: 'YourAccessKeySecret' },
    );
    expect(headers['Authorization']).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
        'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  it('follow Tencent Cloud’s example of the TC3 scheme', () => {
    const authorization = tencentAuthorization(
      {
        host: 'cvm.tencentcloudapi.com',
        service: 'cvm',
        timestamp: 1_551_113_065,
        payload:
          '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
      },
      {
        keyId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
        keySecret: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
      },
    );
    expect(authorization).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, ' +
        'SignedHeaders=content-type;host, ' +
        'Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    );
  });
});
