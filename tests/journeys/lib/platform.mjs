// A platform of the French reform, as far as one builder sends invoices through it: it takes them, and tells their life.
// What it is given must have the shape of the official description (tests/contracts/platform); the rest is judged by
// modules/einvoicing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

export const token = 'jeton-d-essai';

const { schemas } = JSON.parse(readFileSync(new URL('../../contracts/platform/flow-service.json', import.meta.url))).components;
const known = { ...schemas.CoreFlowInfo.properties, ...schemas.FlowInfoExtension.properties };

const space = 'urn:un:unece:uncefact:data:standard:';
const message = ({ number, code, at, reason, words }) => `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossDomainAcknowledgementAndResponse xmlns:rsm="${space}CrossDomainAcknowledgementAndResponse:100" xmlns:ram="${space}ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${space}UnqualifiedDataType:100">
<rsm:ExchangedDocument><ram:ID>M-1</ram:ID></rsm:ExchangedDocument>
<rsm:AcknowledgementDocument><ram:TypeCode>23</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="204">${at}</udt:DateTimeString></ram:IssueDateTime>
<ram:ReferenceReferencedDocument><ram:IssuerAssignedID>${number}</ram:IssuerAssignedID><ram:ProcessConditionCode>${code}</ram:ProcessConditionCode>${reason ? `<ram:SpecifiedDocumentStatus><ram:ReasonCode>${reason}</ram:ReasonCode><ram:Reason>${words}</ram:Reason></ram:SpecifiedDocumentStatus>` : ''}</ram:ReferenceReferencedDocument></rsm:AcknowledgementDocument>
</rsm:CrossDomainAcknowledgementAndResponse>`;

/// The two parts of a submission: what is said of the file, and its bytes.
function partsOf(request, body) {
  const boundary = Buffer.from(`--${/boundary=(.+)$/.exec(request.headers['content-type'])[1]}`);
  const parts = [];
  for (let at = body.indexOf(boundary); ; ) {
    const next = body.indexOf(boundary, at + boundary.length);
    if (next < 0) return parts;
    const part = body.subarray(at + boundary.length + 2, next - 2);
    parts.push(part.subarray(part.indexOf('\r\n\r\n') + 4));
    at = next;
  }
}

/// Until the process ends; each variant of a journey has its own.
export async function simulatedPlatform() {
  const flows = [];
  let refusal = '';
  const described = (flow) => ({
    flowId: flow.id, name: flow.name, flowSyntax: 'CII', flowProfile: 'CIUS', processingRule: 'B2B', processingRuleSource: 'Input',
    flowType: flow.type, flowDirection: flow.direction, trackingId: flow.tracking, submittedAt: flow.at, updatedAt: flow.at, acknowledgement: { status: 'Ok' },
  });
  const add = (flow) => {
    flows.push({ id: `F${flows.length + 1}`, at: new Date().toISOString(), ...flow });
    return flows.at(-1);
  };

  function submits(request, body) {
    const [said, bytes] = partsOf(request, body);
    const info = JSON.parse(said);
    const odd = Object.keys(info).find((name) => !known[name]);
    if (odd) return [400, { errorCode: 'UNKNOWN', errorMessage: odd }];
    if (createHash('sha256').update(bytes).digest('hex') !== info.sha256) return [400, { errorCode: 'ChecksumMismatch' }];
    if (flows.some((flow) => flow.tracking === info.trackingId)) return [422, { errorCode: 'AlreadyExistingFlow' }];
    if (refusal) return [422, { errorCode: 'InvalidSchema', errorMessage: refusal }];
    const flow = add({ type: 'CustomerInvoice', direction: 'Out', tracking: info.trackingId, name: info.name, bytes });
    return [202, { ...info, flowId: flow.id, submittedAt: flow.at }];
  }

  function searches(body) {
    const { where } = JSON.parse(body);
    const found = flows.filter((flow) => (!where.flowType || where.flowType.includes(flow.type)) && (!where.flowDirection || where.flowDirection.includes(flow.direction))
      && (!where.trackingId || where.trackingId === flow.tracking) && (!where.updatedAfter || flow.at > where.updatedAfter));
    return [200, { limit: 100, results: found.map(described) }];
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"errorCode":"401"}');
    if (request.method === 'GET') return void response.writeHead(200).end(flows.find((flow) => flow.id === pathname.split('/').at(-1)).bytes);
    const [status, answer] = pathname.endsWith('/search') ? searches(body) : submits(request, body);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    refuses: (words) => { refusal = words; },
    sent: () => flows.filter((flow) => flow.direction === 'Out'),
    tells: (status) => add({ type: 'CustomerInvoiceLC', direction: 'In', name: 'statut.xml', bytes: message(status) }),
  };
}
