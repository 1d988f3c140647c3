import type { Connection } from 'vscode-languageserver';
import {
  checklistRequest,
  expectedFqdnsRequest,
  fqdnFormsRequest,
  newConfigurationRequest,
  regionsRequest,
  rulePageRequest,
  rulesRequest,
  topologyRequest,
  type ChecklistParams,
  type ExpectedFqdnsParams,
  type RulePageParams,
  type Topology,
  type TopologyParams,
} from '../protocol';
import { checklistText } from './features/checklist-text';
import { expectedFqdnText, offeredForms } from './features/fqdn-texts';
import { newConfiguration } from './features/new-configuration';
import { regions } from './features/regions';
import { rulePageText, ruleSummaries } from './features/rule-texts';
import { topologyOf } from './features/topology';
import { safely, type Log } from './safely';
import type { TemplateReader } from './template-reader';

/** Answers what our own client asks beyond LSP. */
export function answerCustomRequests(connection: Connection, log: Log, reader: TemplateReader): void {
  const noText = { text: '' };
  connection.onRequest(regionsRequest, safely(log, 'Listing the regions', [], regions));
  connection.onRequest(fqdnFormsRequest, safely(log, 'Listing the forms', [], offeredForms));
  connection.onRequest(
    expectedFqdnsRequest,
    safely(log, 'Listing the FQDNs', noText, (params: ExpectedFqdnsParams) => expectedFqdnText(params, reader)),
  );
  connection.onRequest(
    checklistRequest,
    safely(log, 'Writing the checklist', noText, (params: ChecklistParams) => checklistText(params, reader)),
  );
  const notDrawn: Topology | null = null;
  connection.onRequest(
    topologyRequest,
    safely(log, 'Drawing the topology', notDrawn, (params: TopologyParams) => topologyOf(params, reader)),
  );
  connection.onRequest(rulesRequest, safely(log, 'Listing the rules', [], ruleSummaries));
  connection.onRequest(
    rulePageRequest,
    safely(log, 'Explaining a rule', noText, (params: RulePageParams) => rulePageText(params)),
  );
  connection.onRequest(newConfigurationRequest, safely(log, 'Writing a configuration', noText, newConfiguration));
}
