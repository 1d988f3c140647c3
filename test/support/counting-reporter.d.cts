import Mocha = require('mocha');

declare class CountingReporter extends Mocha.reporters.Spec {}

export = CountingReporter;
