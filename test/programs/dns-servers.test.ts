import assert from 'node:assert/strict';
import path from 'node:path';
import { regions } from '../../server/src/data/regions';
import { dnsArtefact } from '../support/artefacts';
import { hasProgram, runProgram } from '../support/program';
import { recordsCsv } from '../support/records';
import { temporaryFolder } from '../support/temporary-folder';

/** A region of each cloud, and two in one. */
const asked = [['eastus'], ['usgovvirginia'], ['chinaeast2'], ['germanycentral'], ['westeurope', 'northeurope']];
const forwarders = ['10.1.0.4', '10.1.0.5'];

describe('BIND and what is made for it', () => {
  const folder = temporaryFolder();
  before(function () {
    if (!hasProgram('named-checkconf')) this.skip();
  });
  after(folder.remove);

  for (const names of asked) {
    it(`takes forwarders for ${names.join(' and ')}`, () => {
      folder.write('named.conf', dnsArtefact('bind', names, '', forwarders).text);
      assert.deepEqual(runProgram('named-checkconf', ['named.conf'], folder.path), { status: 0, output: '' });
    });
  }

  it('takes the zones and loads their files', () => {
    const { text, beside } = dnsArtefact('bind', ['eastus'], recordsCsv);
    folder.write('named.conf', text);
    for (const file of beside) folder.write(file.name, file.text);
    const { status, output } = runProgram('named-checkconf', ['-z', 'named.conf'], folder.path);
    assert.equal(status, 0, output);
    assert.equal(output.match(/loaded serial 1$/gm)?.length, beside.length, output);
    assert.equal(beside.length, 4);
  });

  it('takes each zone file without a warning', () => {
    for (const { name, text } of dnsArtefact('bind', ['eastus'], recordsCsv).beside) {
      folder.write(name, text);
      const { status, output } = runProgram('named-checkzone', [name.replace(/^db\./, ''), name], folder.path);
      assert.equal(status, 0, output);
      assert.match(output, /^zone [^\n]*: loaded serial 1\nOK\n$/);
    }
  });
});

describe('Unbound and what is made for it', () => {
  const folder = temporaryFolder();
  before(function () {
    if (!hasProgram('unbound-checkconf')) this.skip();
  });
  after(folder.remove);

  for (const [names, records] of [...asked.map((it) => [it, ''] as const), [['eastus'], recordsCsv] as const]) {
    it(`takes it for ${names.join(' and ')}${records === '' ? '' : ', with records'}`, () => {
      const file = folder.write('unbound.conf', dnsArtefact('unbound', names, records, forwarders).text);
      const { status, output } = runProgram('unbound-checkconf', [file], folder.path);
      assert.equal(status, 0, output);
      assert.match(output, /^unbound-checkconf: no errors in [^\n]*\n$/);
    });
  }
});

describe('dnsmasq and what is made for it', () => {
  const folder = temporaryFolder();
  before(function () {
    if (!hasProgram('dnsmasq')) this.skip();
  });
  after(folder.remove);

  for (const [names, records] of [...asked.map((it) => [it, ''] as const), [['eastus'], recordsCsv] as const]) {
    it(`takes it for ${names.join(' and ')}${records === '' ? '' : ', with records'}`, () => {
      const file = folder.write('dnsmasq.conf', dnsArtefact('dnsmasq', names, records, forwarders).text);
      const result = runProgram('dnsmasq', ['--test', `--conf-file=${file}`], folder.path);
      assert.deepEqual(result, { status: 0, output: 'dnsmasq: syntax check OK.\n' });
    });
  }

  it('takes lines for hosts', () => {
    const file = folder.write('hosts', dnsArtefact('hosts', ['eastus'], recordsCsv).text);
    const args = ['--test', '--conf-file=/dev/null', '--no-hosts', `--addn-hosts=${path.resolve(file)}`];
    assert.equal(runProgram('dnsmasq', args, folder.path).status, 0);
  });
});

describe('Every region and the servers', () => {
  const folder = temporaryFolder();
  after(folder.remove);

  it('BIND takes the forwarders of all public regions at once', function () {
    if (!hasProgram('named-checkconf')) this.skip();
    const names = regions.filter(({ cloud }) => cloud === 'public').map(({ name }) => name);
    folder.write('named.conf', dnsArtefact('bind', names).text);
    assert.deepEqual(runProgram('named-checkconf', ['named.conf'], folder.path), { status: 0, output: '' });
  });
});
