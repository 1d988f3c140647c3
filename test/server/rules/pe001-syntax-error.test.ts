import { syntaxError } from '../../../server/src/rules/pe001-syntax-error';
import { armTemplate, armZone } from '../../support/arm-parts';
import { testRule } from '../../support/rule-cases';

testRule(syntaxError, [
  { name: 'is silent for a template that can be read', text: "param a string = 'x'\n" },
  { name: 'speaks where Bicep cannot be read', text: "param a string =‹›\nvar b = 'x'\n", severity: 'warning' },
  { name: 'speaks of an expression in ARM JSON', text: armTemplate([armZone(`"[concat('a', ‹)›]"`)]) },
  { name: 'is silent for JSON that is no template', files: { 'settings.json': '{ "a": ' } },
  { name: 'can be switched off for a file', text: 'param a string =\n', options: { syntaxErrors: () => false } },
]);
