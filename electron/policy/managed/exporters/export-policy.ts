import type { ManagedPolicy } from '../../../../shared/model/managed.ts';
import { admlText, admxText } from './admx.ts';
import { mobileconfigText } from './mobileconfig.ts';
import { regFile } from './reg.ts';
import { stableJson } from './stable-json.ts';

/** A file for IT; `name` may hold one folder. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export type ExportFormat = 'json' | 'reg' | 'mobileconfig' | 'admx';

/**
 * A policy in the form that a system takes: `json` for Linux, `reg` and `mobileconfig` with the policy in it, and
 * `admx` the template for group policies, which is the same for every policy. The same policy makes the same bytes.
 */
export function exportPolicy(policy: ManagedPolicy, format: ExportFormat): readonly ExportedFile[] {
  switch (format) {
    case 'json':
      return [{ name: 'policy.json', bytes: Buffer.from(stableJson(policy)) }];
    case 'reg':
      return [{ name: 'doorward.reg', bytes: regFile(policy) }];
    case 'mobileconfig':
      return [{ name: 'doorward.mobileconfig', bytes: Buffer.from(mobileconfigText(policy)) }];
    case 'admx':
      return [
        { name: 'doorward.admx', bytes: Buffer.from(admxText()) },
        { name: 'en-US/doorward.adml', bytes: Buffer.from(admlText()) },
      ];
  }
}
